// packages/yaml/block.ts
var Unusual = class extends Error {};
function readBlockYaml(text, plain) {
	try {
		return new Reader(text.includes("\r") ? text.replaceAll("\r\n", "\n") : text, plain).document();
	} catch (error) {
		if (error instanceof Unusual || error instanceof RangeError) return void 0;
		throw error;
	}
}
function unusual() {
	throw new Unusual();
}
var Reader = class {
	#text;
	#means;
	#lines = [];
	#at = 0;
	constructor(text, means) {
		this.#means = means;
		if (/^\.\.\.|\n\.\.\./.test(text) || (text.match(/(?:^|\n)---/g)?.length ?? 0) > 1) unusual();
		this.#text = text;
		for (let start = 0; start <= text.length;) {
			const found = text.indexOf("\n", start);
			const end = found < 0 ? text.length : found;
			let content = start;
			while (content < end && text.charCodeAt(content) === 32) content++;
			if (text[content] === "	") unusual();
			this.#lines.push({
				start: content,
				end,
				indent: content - start
			});
			if (found < 0) break;
			start = found + 1;
		}
	}
	document() {
		const first = this.#lines.find((line) => !this.#isSkipped(line));
		if (first !== void 0 && this.#content(first).startsWith("---")) {
			if (this.#content(first).trimEnd() !== "---" || first.indent > 0) unusual();
			this.#at = this.#lines.indexOf(first) + 1;
		} else if (/(?:^|\n)---/.test(this.#text)) unusual();
		const value = this.#block(0);
		if (this.#next() !== void 0) unusual();
		return value;
	}
	#content({ start, end }) {
		return this.#text.slice(start, end);
	}
	#isSkipped({ start, end }) {
		return start >= end || this.#text[start] === "#";
	}
	#next() {
		for (; this.#at < this.#lines.length; this.#at++) {
			const line = this.#lines[this.#at];
			if (line === void 0 || this.#isSkipped(line)) continue;
			return line;
		}
	}
	#block(least) {
		const line = this.#next();
		if (line === void 0 || line.indent < least) return null;
		if (this.#isItem(line)) return this.#sequence(line.indent);
		return this.#keyEnd(line) === void 0 ? this.#scalar(line.start, least - 1) : this.#mapping(line.indent);
	}
	#isItem({ start, end }) {
		return this.#text[start] === "-" && (start + 1 === end || this.#text[start + 1] === " ");
	}
	#sequence(indent) {
		const items = [];
		for (let line = this.#next(); line?.indent === indent && this.#isItem(line); line = this.#next()) {
			let content = line.start + 1;
			while (content < line.end && this.#text[content] === " ") content++;
			if (content >= line.end || this.#text[content] === "#") {
				this.#at++;
				items.push(this.#block(indent + 1));
			} else {
				if (this.#text[content] === "	") unusual();
				line.indent += content - line.start;
				line.start = content;
				items.push(this.#block(indent + 1));
			}
		}
		const after = this.#next();
		if (after !== void 0 && after.indent > indent) unusual();
		return items;
	}
	#mapping(indent) {
		const members = {};
		for (let line = this.#next(); line?.indent === indent && !this.#isItem(line); line = this.#next()) {
			const end = this.#keyEnd(line);
			if (end === void 0) unusual();
			const key = this.#key(line.start, end.key);
			if (Object.hasOwn(members, key) || key === "__proto__" || key === "<<") unusual();
			let content = end.colon + 1;
			while (content < line.end && this.#text[content] === " ") content++;
			if (content >= line.end || this.#text[content] === "#") {
				this.#at++;
				const below = this.#next();
				members[key] = below?.indent === indent && this.#isItem(below) ? this.#sequence(indent) : this.#block(indent + 1);
			} else members[key] = this.#scalar(content, indent);
		}
		const after = this.#next();
		if (after !== void 0 && after.indent > indent) unusual();
		return members;
	}
	#keyEnd({ start, end }) {
		const first = this.#text[start];
		let from = start;
		if (first === "\"" || first === "'") {
			const close = this.#closing(start);
			if (close >= end) return void 0;
			from = close + 1;
			if (this.#text[from] !== ":" || from + 1 < end && this.#text[from + 1] !== " ") return void 0;
			return {
				key: from,
				colon: from
			};
		}
		for (; from < end; from++) {
			const point = this.#text[from];
			if (point === ":" && (from + 1 === end || this.#text[from + 1] === " " || this.#text[from + 1] === "	")) return from === start ? unusual() : {
				key: from,
				colon: from
			};
			if (point === "#" && this.#text[from - 1] === " ") return void 0;
		}
	}
	#key(start, end) {
		const first = this.#text[start];
		if (first === "'") return this.#text.slice(start + 1, end - 1).replaceAll("''", "'");
		if (first === "\"") return this.#unescape(this.#text.slice(start + 1, end - 1));
		const key = this.#text.slice(start, end).trimEnd();
		if (SPECIAL.has(first ?? "") || key.startsWith("? ") || key === "?") unusual();
		return this.#means.key(key) ?? unusual();
	}
	#scalar(start, indent) {
		const first = this.#text[start] ?? "";
		if (first === "\"" || first === "'") return this.#quoted(start);
		if (first === "|" || first === ">") return this.#literal(start, indent);
		const line = this.#lines[this.#at];
		if (line === void 0) return unusual();
		const rest = this.#text.slice(start, line.end);
		if (first === "{" || first === "[") {
			const bare = rest.replace(/\s+#.*$/, "").trimEnd();
			this.#at++;
			if (bare === "{}") return {};
			return bare === "[]" ? [] : unusual();
		}
		if (SPECIAL.has(first)) return unusual();
		return this.#plain(rest, indent);
	}
	#plain(rest, indent) {
		const parts = [];
		let text = rest;
		let ended = false;
		for (;;) {
			const comment = text.search(/(?:^|[ \t])#/);
			if (comment >= 0) {
				text = text.slice(0, comment);
				ended = true;
			}
			text = text.trimEnd();
			if (/:(?:[ \t]|$)/.test(text) || text.includes("	")) unusual();
			parts.push(text);
			this.#at++;
			let blank = 0;
			while (this.#isBlank(this.#lines[this.#at + blank])) blank++;
			const line = this.#lines[this.#at + blank];
			if (line === void 0 || line.indent <= indent || indent < 0 && line.indent === 0) break;
			if (ended) {
				if (this.#text[line.start] === "#") break;
				unusual();
			}
			if (this.#text[line.start] === "#") break;
			for (let count = 0; count < blank; count++) parts.push("");
			this.#at += blank;
			text = this.#content(line);
		}
		const [only] = parts;
		return parts.length === 1 && only !== void 0 ? this.#resolve(only) : fold(parts);
	}
	#resolve(text) {
		const value = this.#means.scalar(text);
		return value === void 0 ? unusual() : value;
	}
	#isBlank(line) {
		return line !== void 0 && line.start >= line.end;
	}
	#literal(start, indent) {
		const header = /^([|>])([+-]?)[ \t]*$/.exec(this.#text.slice(start, this.#lines[this.#at]?.end));
		if (header === null) return unusual();
		this.#at++;
		const found = [];
		let depth = -1;
		for (; this.#at < this.#lines.length; this.#at++) {
			const line = this.#lines[this.#at];
			if (line === void 0) break;
			if (this.#isBlank(line)) {
				if (line.indent > depth && line.indent > 0 && depth >= 0) found.push(" ".repeat(line.indent - depth));
				else if (depth < 0 && line.indent > indent + 1) unusual();
				else found.push("");
				continue;
			}
			if (line.indent <= indent) break;
			if (depth < 0) depth = line.indent;
			if (line.indent < depth) unusual();
			found.push(this.#text.slice(line.start - (line.indent - depth), line.end));
		}
		if (this.#at >= this.#lines.length && found.at(-1) === "") found.pop();
		else if (this.#at >= this.#lines.length && header[2] !== "-") unusual();
		return chomp(found, header[1] === ">", header[2] ?? "");
	}
	#closing(start) {
		const quote = this.#text[start];
		for (let at = start + 1; at < this.#text.length; at++) {
			const point = this.#text[at];
			if (quote === "\"" && point === "\\") at++;
			else if (point === quote) {
				if (quote === "'" && this.#text[at + 1] === "'") at++;
				else return at;
			}
		}
		return unusual();
	}
	#quoted(start) {
		const close = this.#closing(start);
		while ((this.#lines[this.#at]?.end ?? Infinity) < close) this.#at++;
		const rest = this.#text.slice(close + 1, this.#lines[this.#at]?.end);
		if (!/^[ \t]*$|^[ \t]+#/.test(rest)) unusual();
		this.#at++;
		const inner = this.#text.slice(start + 1, close);
		if (this.#text[start] === "'") return foldQuoted(inner).replaceAll("''", "'");
		return this.#unescape(inner.includes("\n") ? foldEscaped(inner) : inner);
	}
	#unescape(text) {
		if (!text.includes("\\")) return text;
		return text.replaceAll(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.)|$)/gsu, (_, x, u, long, plain) => {
			const hex = x ?? u ?? long;
			if (hex !== void 0) return String.fromCodePoint(Number.parseInt(hex, 16));
			return ESCAPES.get(plain ?? "") ?? unusual();
		});
	}
};
const SPECIAL = new Set([
	"&",
	"*",
	"!",
	"%",
	"@",
	"`",
	"{",
	"}",
	"[",
	"]",
	",",
	"|",
	">",
	"\"",
	"'",
	"?",
	"#"
]);
const ESCAPES = new Map([
	["0", "\0"],
	["a", "\x07"],
	["b", "\b"],
	["t", "	"],
	["n", "\n"],
	["v", "\v"],
	["f", "\f"],
	["r", "\r"],
	["e", "\x1B"],
	[" ", " "],
	["\"", "\""],
	["/", "/"],
	["\\", "\\"],
	["N", ""],
	["_", "\xA0"],
	["L", "\u2028"],
	["P", "\u2029"]
]);
function fold(lines) {
	let text = "";
	let breaks = 0;
	for (const [index, line] of lines.entries()) {
		if (line === "" && index > 0) {
			breaks++;
			continue;
		}
		text += index === 0 ? line : (breaks === 0 ? " " : "\n".repeat(breaks)) + line;
		breaks = 0;
	}
	return text;
}
function foldQuoted(text) {
	if (!text.includes("\n")) return text;
	const lines = text.split("\n");
	const last = lines.length - 1;
	const trimmed = lines.map((line, index) => {
		const end = index < last ? line.replace(/[ \t]+$/, "") : line;
		return index > 0 ? end.replace(/^[ \t]+/, "") : end;
	});
	let result = trimmed[0] ?? "";
	let breaks = 0;
	for (const [index, line] of trimmed.entries()) {
		if (index === 0) continue;
		if (line === "" && index < last) {
			breaks++;
			continue;
		}
		result += (breaks === 0 ? " " : "\n".repeat(breaks)) + line;
		breaks = 0;
	}
	return result;
}
function foldEscaped(text) {
	const joined = text.replaceAll(/(?<!\\)((?:\\\\)*)\\\n[ \t]*/g, "$1");
	if (/\\[ \t]*\n|\n[ \t]*\\ /.test(joined) && /(?<!\\)(?:\\\\)*\\[ \t]+\n/.test(joined)) return unusual();
	return foldQuoted(joined);
}
function chomp(lines, folded, chomping) {
	let last = lines.length;
	while (last > 0 && lines[last - 1] === "") last--;
	const kept = lines.slice(0, last);
	const trailing = lines.length - last;
	if (kept.some((line) => /^[ \t]*$/.test(line) && line !== "")) unusual();
	if (folded && kept.some((line) => /^[ \t]/.test(line))) unusual();
	const body = folded ? foldBlock(kept) : kept.join("\n");
	if (chomping === "-") return body;
	if (chomping === "+") return kept.length === 0 ? "\n".repeat(trailing) : body + "\n".repeat(trailing + 1);
	return kept.length === 0 ? "" : `${body}\n`;
}
function foldBlock(lines) {
	let text = "";
	let breaks = 0;
	let started = false;
	for (const line of lines) {
		if (line === "") {
			breaks++;
			continue;
		}
		text += started ? (breaks === 0 ? " " : "\n".repeat(breaks)) + line : "\n".repeat(breaks) + line;
		started = true;
		breaks = 0;
	}
	return text;
}
// packages/yaml/json.ts
function isJson(value) {
	if (value === null || [
		"boolean",
		"number",
		"bigint",
		"string"
	].includes(typeof value)) return true;
	if (Array.isArray(value)) return value.every(isJson);
	return typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson);
}
function isObject(value) {
	return typeof value === "object" && value !== null && !isList(value);
}
function isList(value) {
	return Array.isArray(value);
}
function member(value, key) {
	return isObject(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
function textMember(value, key) {
	const found = member(value, key);
	return typeof found === "string" && found !== "" ? found : void 0;
}
function listMember(value, key) {
	const found = member(value, key);
	return isList(found) ? found : [];
}
function entriesOf(value, key) {
	const found = member(value, key);
	return isObject(found) ? Object.entries(found) : [];
}
function canonical(value) {
	if (typeof value === "bigint") return value.toString();
	if (typeof value === "number") return Number.isInteger(value) ? BigInt(value).toString() : String(value);
	if (value === null || typeof value !== "object") return JSON.stringify(value);
	let text = "";
	if (isList(value)) {
		for (const item of value) text += `${text === "" ? "" : ","}${canonical(item)}`;
		return `[${text}]`;
	}
	for (const key of sortedKeys(value)) {
		const inner = value[key];
		if (inner !== void 0) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonical(inner)}`;
	}
	return `{${text}}`;
}
function sortedKeys(value) {
	const keys = Object.keys(value);
	return keys.every((key, index) => index === 0 || (keys[index - 1] ?? "") < key) ? keys : keys.sort();
}
export { isObject as a, textMember as c, isList as i, readBlockYaml as l, entriesOf as n, listMember as o, isJson as r, member as s, canonical as t };
