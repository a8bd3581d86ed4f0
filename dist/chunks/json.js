// packages/yaml/block.ts
var Unusual = class extends Error {};
function readBlockYaml(text, plain) {
	try {
		return new Reader(text.includes("\r") ? text.replaceAll("\r\n", "\n") : text, plain).document();
	} catch (error) {
		if (error instanceof Unusual || error instanceof RangeError) return;
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
		(/^\.\.\.|\n\.\.\./.test(text) || (text.match(/(?:^|\n)---/g)?.length ?? 0) > 1) && unusual();
		this.#text = text;
		for (let start = 0; start <= text.length;) {
			let found = text.indexOf("\n", start);
			let end = found < 0 ? text.length : found;
			let content = start;
			for (; content < end && text.charCodeAt(content) === 32;) content++;
			text[content] === "	" && unusual();
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
		let first = this.#lines.find((line) => !this.#isSkipped(line));
		if (first !== void 0 && this.#content(first).startsWith("---")) {
			(this.#content(first).trimEnd() !== "---" || first.indent > 0) && unusual();
			this.#at = this.#lines.indexOf(first) + 1;
		} else /(?:^|\n)---/.test(this.#text) && unusual();
		let value = this.#block(0);
		this.#next() !== void 0 && unusual();
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
			let line = this.#lines[this.#at];
			if (line === void 0 || this.#isSkipped(line)) continue;
			return line;
		}
	}
	#block(least) {
		let line = this.#next();
		if (line === void 0 || line.indent < least) return null;
		if (this.#isItem(line)) return this.#sequence(line.indent);
		return this.#keyEnd(line) === void 0 ? this.#scalar(line.start, least - 1) : this.#mapping(line.indent);
	}
	#isItem({ start, end }) {
		return this.#text[start] === "-" && (start + 1 === end || this.#text[start + 1] === " ");
	}
	#sequence(indent) {
		let items = [];
		for (let line = this.#next(); line?.indent === indent && this.#isItem(line); line = this.#next()) {
			let content = line.start + 1;
			for (; content < line.end && this.#text[content] === " ";) content++;
			if (content >= line.end || this.#text[content] === "#") {
				this.#at++;
				items.push(this.#block(indent + 1));
			} else {
				this.#text[content] === "	" && unusual();
				line.indent += content - line.start;
				line.start = content;
				items.push(this.#block(indent + 1));
			}
		}
		let after = this.#next();
		after !== void 0 && after.indent > indent && unusual();
		return items;
	}
	#mapping(indent) {
		let members = {};
		for (let line = this.#next(); line?.indent === indent && !this.#isItem(line); line = this.#next()) {
			let end = this.#keyEnd(line);
			end === void 0 && unusual();
			let key = this.#key(line.start, end.key);
			(Object.hasOwn(members, key) || key === "__proto__" || key === "<<") && unusual();
			let content = end.colon + 1;
			for (; content < line.end && this.#text[content] === " ";) content++;
			if (content >= line.end || this.#text[content] === "#") {
				this.#at++;
				let below = this.#next();
				members[key] = below?.indent === indent && this.#isItem(below) ? this.#sequence(indent) : this.#block(indent + 1);
			} else members[key] = this.#scalar(content, indent);
		}
		let after = this.#next();
		after !== void 0 && after.indent > indent && unusual();
		return members;
	}
	#keyEnd({ start, end }) {
		let first = this.#text[start];
		let from = start;
		if (first === "\"" || first === "'") {
			let close = this.#closing(start);
			if (close >= end) return;
			from = close + 1;
			if (this.#text[from] !== ":" || from + 1 < end && this.#text[from + 1] !== " ") return;
			return {
				key: from,
				colon: from
			};
		}
		for (; from < end; from++) {
			let point = this.#text[from];
			if (point === ":" && (from + 1 === end || this.#text[from + 1] === " " || this.#text[from + 1] === "	")) return from === start ? unusual() : {
				key: from,
				colon: from
			};
			if (point === "#" && this.#text[from - 1] === " ") return;
		}
	}
	#key(start, end) {
		let first = this.#text[start];
		if (first === "'") return this.#text.slice(start + 1, end - 1).replaceAll("''", "'");
		if (first === "\"") return this.#unescape(this.#text.slice(start + 1, end - 1));
		let key = this.#text.slice(start, end).trimEnd();
		(SPECIAL.has(first ?? "") || key.startsWith("? ") || key === "?") && unusual();
		return this.#means.key(key) ?? unusual();
	}
	#scalar(start, indent) {
		let first = this.#text[start] ?? "";
		if (first === "\"" || first === "'") return this.#quoted(start);
		if (first === "|" || first === ">") return this.#literal(start, indent);
		let line = this.#lines[this.#at];
		if (line === void 0) return unusual();
		let rest = this.#text.slice(start, line.end);
		if (first === "{" || first === "[") {
			let bare = rest.replace(/\s+#.*$/, "").trimEnd();
			this.#at++;
			if (bare === "{}") return {};
			return bare === "[]" ? [] : unusual();
		}
		if (SPECIAL.has(first)) return unusual();
		return this.#plain(rest, indent);
	}
	#plain(rest, indent) {
		let parts = [];
		let text = rest;
		let ended = !1;
		for (;;) {
			let comment = text.search(/(?:^|[ \t])#/);
			if (comment >= 0) {
				text = text.slice(0, comment);
				ended = !0;
			}
			text = text.trimEnd();
			(/:(?:[ \t]|$)/.test(text) || text.includes("	")) && unusual();
			parts.push(text);
			this.#at++;
			let blank = 0;
			for (; this.#isBlank(this.#lines[this.#at + blank]);) blank++;
			let line = this.#lines[this.#at + blank];
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
		let [only] = parts;
		return parts.length === 1 && only !== void 0 ? this.#resolve(only) : fold(parts);
	}
	#resolve(text) {
		let value = this.#means.scalar(text);
		return value === void 0 ? unusual() : value;
	}
	#isBlank(line) {
		return line !== void 0 && line.start >= line.end;
	}
	#literal(start, indent) {
		let header = /^([|>])([+-]?)[ \t]*$/.exec(this.#text.slice(start, this.#lines[this.#at]?.end));
		if (header === null) return unusual();
		this.#at++;
		let found = [];
		let depth = -1;
		for (; this.#at < this.#lines.length; this.#at++) {
			let line = this.#lines[this.#at];
			if (line === void 0) break;
			if (this.#isBlank(line)) {
				line.indent > depth && line.indent > 0 && depth >= 0 ? found.push(" ".repeat(line.indent - depth)) : depth < 0 && line.indent > indent + 1 ? unusual() : found.push("");
				continue;
			}
			if (line.indent <= indent) break;
			depth < 0 && (depth = line.indent);
			line.indent < depth && unusual();
			found.push(this.#text.slice(line.start - (line.indent - depth), line.end));
		}
		this.#at >= this.#lines.length && found.at(-1) === "" ? found.pop() : this.#at >= this.#lines.length && header[2] !== "-" && unusual();
		return chomp(found, header[1] === ">", header[2] ?? "");
	}
	#closing(start) {
		let quote = this.#text[start];
		for (let at = start + 1; at < this.#text.length; at++) {
			let point = this.#text[at];
			if (quote === "\"" && point === "\\") at++;
			else if (point === quote) {
				if (quote === "'" && this.#text[at + 1] === "'") at++;
				else return at;
			}
		}
		return unusual();
	}
	#quoted(start) {
		let close = this.#closing(start);
		for (; (this.#lines[this.#at]?.end ?? Infinity) < close;) this.#at++;
		let rest = this.#text.slice(close + 1, this.#lines[this.#at]?.end);
		/^[ \t]*$|^[ \t]+#/.test(rest) || unusual();
		this.#at++;
		let inner = this.#text.slice(start + 1, close);
		if (this.#text[start] === "'") return foldQuoted(inner).replaceAll("''", "'");
		return this.#unescape(inner.includes("\n") ? foldEscaped(inner) : inner);
	}
	#unescape(text) {
		if (!text.includes("\\")) return text;
		return text.replaceAll(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.)|$)/gsu, (_, x, u, long, plain) => {
			let hex = x ?? u ?? long;
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
	for (let [index, line] of lines.entries()) {
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
	let lines = text.split("\n");
	let last = lines.length - 1;
	let trimmed = lines.map((line, index) => {
		let end = index < last ? line.replace(/[ \t]+$/, "") : line;
		return index > 0 ? end.replace(/^[ \t]+/, "") : end;
	});
	let result = trimmed[0] ?? "";
	let breaks = 0;
	for (let [index, line] of trimmed.entries()) {
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
	let joined = text.replaceAll(/(?<!\\)((?:\\\\)*)\\\n[ \t]*/g, "$1");
	if (/\\[ \t]*\n|\n[ \t]*\\ /.test(joined) && /(?<!\\)(?:\\\\)*\\[ \t]+\n/.test(joined)) return unusual();
	return foldQuoted(joined);
}
function chomp(lines, folded, chomping) {
	let last = lines.length;
	for (; last > 0 && lines[last - 1] === "";) last--;
	let kept = lines.slice(0, last);
	let trailing = lines.length - last;
	kept.some((line) => /^[ \t]*$/.test(line) && line !== "") && unusual();
	folded && kept.some((line) => /^[ \t]/.test(line)) && unusual();
	let body = folded ? foldBlock(kept) : kept.join("\n");
	if (chomping === "-") return body;
	if (chomping === "+") return kept.length === 0 ? "\n".repeat(trailing) : body + "\n".repeat(trailing + 1);
	return kept.length === 0 ? "" : `${body}\n`;
}
function foldBlock(lines) {
	let text = "";
	let breaks = 0;
	let started = !1;
	for (let line of lines) {
		if (line === "") {
			breaks++;
			continue;
		}
		text += started ? (breaks === 0 ? " " : "\n".repeat(breaks)) + line : "\n".repeat(breaks) + line;
		started = !0;
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
	].includes(typeof value)) return !0;
	if (Array.isArray(value)) return value.every(isJson);
	return typeof value == "object" && Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson);
}
function isObject(value) {
	return typeof value == "object" && !!value && !isList(value);
}
function isList(value) {
	return Array.isArray(value);
}
function member(value, key) {
	return isObject(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
function textMember(value, key) {
	let found = member(value, key);
	return typeof found == "string" && found !== "" ? found : void 0;
}
function listMember(value, key) {
	let found = member(value, key);
	return isList(found) ? found : [];
}
function entriesOf(value, key) {
	let found = member(value, key);
	return isObject(found) ? Object.entries(found) : [];
}
function canonical(value) {
	if (typeof value == "bigint") return value.toString();
	if (typeof value == "number") return Number.isInteger(value) ? BigInt(value).toString() : String(value);
	if (typeof value != "object" || !value) return JSON.stringify(value);
	let text = "";
	if (isList(value)) {
		for (let item of value) text += `${text === "" ? "" : ","}${canonical(item)}`;
		return `[${text}]`;
	}
	for (let key of sortedKeys(value)) {
		let inner = value[key];
		inner !== void 0 && (text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonical(inner)}`);
	}
	return `{${text}}`;
}
function sortedKeys(value) {
	let keys = Object.keys(value);
	return keys.every((key, index) => index === 0 || (keys[index - 1] ?? "") < key) ? keys : keys.sort();
}
export { isObject as a, textMember as c, isList as i, readBlockYaml as l, entriesOf as n, listMember as o, isJson as r, member as s, canonical as t };
