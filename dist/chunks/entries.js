import { _ as displayWidth } from "./core.js";
import { t as TagTemplate } from "./tag-template.js";
import { i as isComponent } from "./train.js";
import { t as matrixRows } from "./read-versions.js";
// packages/matrix/render.ts
function renderTable({ head, align, rows }, newline) {
	let columns = head.map((title, column) => {
		let cells = [title, ...rows.map((row) => row[column] ?? "")];
		return {
			align: align[column] ?? null,
			width: Math.max(3, ...cells.map(displayWidth))
		};
	});
	let line = (cells) => `|${columns.map(({ width }, column) => ` ${padded(cells[column] ?? "", width)} `).join("|")}|`;
	let rule = `|${columns.map(({ align: side, width }) => dashes(side, width + 2)).join("|")}|`;
	return [
		line(head),
		rule,
		...rows.map(line)
	].join(newline);
}
const cellText = (text) => text.replaceAll(/\s+/g, " ").replaceAll(/\\?\|/g, "\\|");
function padded(text, width) {
	return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}
function dashes(align, width) {
	let [left, right] = [align === "left" || align === "center" ? ":" : "-", align === "right" || align === "center" ? ":" : "-"];
	return `${left}${"-".repeat(width - 2)}${right}`;
}
// packages/matrix/supported.ts
function releaseUrl(server, repository, tag) {
	return `${server}/${repository}/releases/tag/${encodeURIComponent(tag).replaceAll("%2F", "/")}`;
}
function supportedVersion({ of, name }, tag, server) {
	return {
		id: of.id,
		name,
		version: tag,
		url: releaseUrl(server, of.repository, tag),
		beside: [],
		images: null
	};
}
const linked = ({ version, url }) => `[${cellText(version)}](${url})`;
function besideText({ beside }) {
	return beside.map(({ as, version, url }) => ` (${cellText(as)} ${url === null ? cellText(version) : linked({
		version,
		url
	})})`).join("");
}
function digestText(images) {
	return images.map(({ image, digest }) => `${images.length === 1 ? "" : `${image.slice(image.lastIndexOf("/") + 1)} `}${digest === null ? "–" : `\`${digest}\``}`).join("<br>");
}
function tableOf(rows) {
	return {
		head: ["Component", "Version"],
		align: [],
		rows: rows.map((row) => [cellText(row.name), linked(row) + besideText(row)])
	};
}
// packages/matrix/entries.ts
function matrixEntries(train) {
	let members = new Map([...train.components, ...train.external].map((member) => [member.id, member]));
	let above = null;
	return matrixRows(train).flatMap(({ name, id, isBelow }) => {
		let of = members.get(id);
		if (of === void 0) return [];
		isBelow || (above = name);
		let images = isComponent(of) ? of.images.filter(({ row }) => row === (name === of.name ? null : name)) : [];
		let template = new TagTemplate(of.tag, `tag of ${id}`);
		return [{
			of,
			name,
			under: isBelow ? above : null,
			template,
			images
		}];
	});
}
const sameName = (a, b) => plain(a) === plain(b);
const plain = (name) => name.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, "");
export { linked as a, tableOf as c, digestText as i, cellText as l, sameName as n, releaseUrl as o, besideText as r, supportedVersion as s, matrixEntries as t, renderTable as u };
