import { P as UserError } from "./core.js";
// packages/versions/forms/form.ts
function placeOf(source, offset) {
	let before = source.text.slice(0, offset);
	let lineStart = before.lastIndexOf("\n") + 1;
	let line = 1;
	for (let at = before.indexOf("\n"); at !== -1; at = before.indexOf("\n", at + 1)) line += 1;
	let mark = lineStart === 0 && before.startsWith("﻿") ? 1 : 0;
	return {
		file: source.file,
		line,
		column: offset - lineStart - mark + 1
	};
}
function problem(source, offset, message, advice) {
	let place = placeOf(source, offset);
	return new UserError(`${place.file}:${place.line}:${place.column}: ${message}`, {
		...place,
		advice
	});
}
const quoted = (text) => `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`;
function refuseLarge({ file, text }, mebibytes, language) {
	if (text.length <= mebibytes * 1024 * 1024) return;
	throw new UserError(`${file}: ${text.length} characters of ${language} are too many; ${mebibytes} MiB can be read.`, {
		file,
		advice: "Name a smaller file, or find the version by the form “regex”."
	});
}
const literally = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
function* linesOf(text) {
	let start = 0;
	for (; start < text.length;) {
		let newline = text.indexOf("\n", start);
		let end = newline === -1 ? text.length : newline;
		yield {
			start,
			line: text.slice(start, end).replace(/\r$/, "")
		};
		start = end + 1;
	}
}
export { quoted as a, problem as i, literally as n, refuseLarge as o, placeOf as r, linesOf as t };
