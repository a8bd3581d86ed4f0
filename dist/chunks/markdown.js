import { n as gfmTableFromMarkdown, r as fromMarkdown, t as gfmTable } from "./micromark.js";
import { o as refuseLarge } from "./form.js";
// packages/versions/forms/markdown.ts
function markdownBlocks(source) {
	let known = parsed.get(source) ?? parse(source);
	parsed.set(source, known);
	return known;
}
const parsed = new WeakMap();
function parse(source) {
	refuseLarge(source, 1, "Markdown");
	let mark = +!!source.text.startsWith("﻿");
	let root = fromMarkdown(source.text.slice(mark), {
		extensions: [gfmTable()],
		mdastExtensions: [gfmTableFromMarkdown()]
	});
	let reader = new Reader(source.text, mark, ...referencesOf(root));
	return root.children.map((node) => {
		let range = reader.rangeOf(node);
		if (node.type === "table") return {
			kind: "table",
			table: reader.table(node),
			...range
		};
		if (node.type === "heading") return {
			kind: "heading",
			text: textOf(node),
			depth: node.depth,
			...range
		};
		if (node.type === "html") return {
			kind: "html",
			text: node.value,
			...range
		};
		return {
			kind: "other",
			...range
		};
	});
}
var Reader = class {
	#text;
	#shift;
	#definitions;
	#uses;
	constructor(text, shift, definitions, uses) {
		this.#text = text;
		this.#shift = shift;
		this.#definitions = definitions;
		this.#uses = uses;
	}
	rangeOf(node) {
		let { start, end } = node.position ?? {};
		return {
			start: (start?.offset ?? 0) + this.#shift,
			end: (end?.offset ?? 0) + this.#shift
		};
	}
	table(node) {
		let [head = [], ...rows] = node.children.map((row) => row.children.map((cell) => this.#cell(cell)));
		return {
			...this.rangeOf(node),
			align: node.align ?? [],
			head,
			rows
		};
	}
	#cell(node) {
		let [first, last] = [node.children[0], node.children.at(-1)];
		let { start: cellStart, end: cellEnd } = this.rangeOf(node);
		return {
			...first === void 0 || last === void 0 ? this.#trimmed(cellStart, cellEnd) : {
				start: this.rangeOf(first).start,
				end: this.rangeOf(last).end
			},
			text: textOf(node).trim(),
			links: this.#links(node)
		};
	}
	#trimmed(start, end) {
		let at = this.#text[start] === "|" ? Math.min(start + 1, end) : start;
		return {
			start: at,
			end: at
		};
	}
	#links(node) {
		if (node.type === "link") return [this.#link(node, node.url, node)];
		if (node.type === "linkReference") {
			let definition = this.#definitions.get(node.identifier);
			if (definition === void 0) return [];
			let link = this.#link(node, definition.url, definition);
			return [node.referenceType === "full" ? link : {
				...link,
				labelAt: this.#labelOf(definition)
			}];
		}
		return "children" in node ? node.children.flatMap((child) => this.#links(child)) : [];
	}
	#link(node, url, addressed) {
		let text = textOf(node);
		let { start, end } = this.rangeOf(node);
		let textStart = this.#text.indexOf(text, start);
		let home = this.rangeOf(addressed);
		let urlStart = this.#text.lastIndexOf(url, home.end);
		return {
			start,
			end,
			text,
			url,
			textAt: text !== "" && textStart !== -1 && textStart < end ? {
				start: textStart,
				end: textStart + text.length
			} : null,
			urlAt: url !== "" && urlStart >= home.start ? {
				start: urlStart,
				end: urlStart + url.length
			} : null,
			labelAt: null
		};
	}
	#labelOf(definition) {
		if ((this.#uses.get(definition.identifier) ?? 0) > 1) return "shared";
		let start = this.#text.indexOf("[", this.rangeOf(definition).start) + 1;
		return {
			start,
			end: start + (definition.label ?? "").length
		};
	}
};
function referencesOf(root) {
	let definitions = new Map();
	let uses = new Map();
	let walk = (node) => {
		node.type === "definition" && !definitions.has(node.identifier) && definitions.set(node.identifier, node);
		node.type === "linkReference" && uses.set(node.identifier, (uses.get(node.identifier) ?? 0) + 1);
		if ("children" in node) for (let child of node.children) walk(child);
	};
	walk(root);
	return [definitions, uses];
}
function textOf(node) {
	if (node.type === "text" || node.type === "inlineCode") return node.value;
	return "children" in node ? node.children.map((child) => textOf(child)).join("") : "";
}
export { markdownBlocks };
