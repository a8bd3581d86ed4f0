import { x as displayWidth } from "./core.js";
// packages/matrix/render.ts
function renderTable({ head, align, rows }, newline) {
	const columns = head.map((title, column) => {
		const cells = [title, ...rows.map((row) => row[column] ?? "")];
		return {
			align: align[column] ?? null,
			width: Math.max(3, ...cells.map(displayWidth))
		};
	});
	const line = (cells) => `|${columns.map(({ width }, column) => ` ${padded(cells[column] ?? "", width)} `).join("|")}|`;
	const rule = `|${columns.map(({ align: side, width }) => dashes(side, width + 2)).join("|")}|`;
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
	const [left, right] = [align === "left" || align === "center" ? ":" : "-", align === "right" || align === "center" ? ":" : "-"];
	return `${left}${"-".repeat(width - 2)}${right}`;
}
export { renderTable as n, cellText as t };
