import { i as problem } from "./form.js";
import { n as kindOf } from "./kind.js";
import { markdownBlocks } from "./markdown.js";
import { t as versionColumn } from "./version-column.js";
// packages/versions/forms/markdown-table.ts
const markdownTable = {
	name: "markdown-table",
	matches: "many",
	spelling: "kept",
	keyNames: "row",
	find(source, key) {
		let found = markdownBlocks(source).flatMap((block) => block.kind === "table" ? rowsOf(block.table, key).map((row) => ({
			row,
			column: versionColumn(block.table)
		})) : []);
		let second = found[1]?.row[0];
		if (second !== void 0) throw problem(source, second.start, `a second row is called “${key}”.`, "Keep one of them.");
		return found.flatMap(({ row, column }) => {
			let cell = row[column];
			return cell === void 0 ? [] : cellSpans(source, cell, key);
		});
	}
};
const rowsOf = ({ rows }, key) => rows.filter(([first]) => first?.text === key);
function cellSpans(source, cell, key) {
	if (cell.links.length === 0) return cell.text === "" ? [] : [{
		start: cell.start,
		end: cell.end,
		value: source.text.slice(cell.start, cell.end)
	}];
	let links = cell.links.filter(({ text }) => kindOf(text) !== null);
	let [first] = links;
	let other = links.find(({ text }) => text !== first?.text);
	if (first !== void 0 && other !== void 0) throw problem(source, other.textAt?.start ?? cell.start, `the row “${key}” names two versions, “${first.text}” and “${other.text}”.`, "Give each its own row.");
	return links.flatMap((link) => linkSpans(source, link));
}
function linkSpans(source, link) {
	let { text, url, textAt, urlAt, labelAt } = link;
	if (textAt === null) return [];
	let spans = [{
		...textAt,
		value: text
	}];
	if (labelAt === "shared") throw problem(source, link.start, `“[${text}]” refers to an address that other links use under this name, too.`, "Write the address in the row itself: “[v1.2.3](https://…)”.");
	labelAt !== null && spans.push({
		...labelAt,
		value: text
	});
	let segment = urlAt === null ? null : /(?<=[/=])[^/=?#]+(?=\/?$)/.exec(url);
	if (urlAt !== null && segment !== null && segment[0] === text) {
		let start = urlAt.start + segment.index;
		spans.push({
			start,
			end: start + text.length,
			value: text
		});
	}
	return spans;
}
export { markdownTable };
