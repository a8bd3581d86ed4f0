import { P as UserError } from "./core.js";
import { a as quoted, i as problem, n as literally, r as placeOf, t as linesOf } from "./form.js";
import { n as kindOf, t as decorated } from "./kind.js";
import { a as imageParts, c as valueSpan, i as wantedIn, o as imageSpan, r as pinned, t as normalized } from "./requirement.js";
import { i as nearest } from "./manifest.js";
import { runInNewContext } from "node:vm";
// packages/versions/occurrence.ts
function occurrences(source, form, key) {
	return spans(source, form, key).map(({ start, end, value, image }) => {
		let kind = kindOf(value);
		if (kind === null) throw problem(source, start, `${quoted(value)} stands where the version of “${key}” is expected.`, "Write a version there by hand once, or correct file, form and key in the manifest.");
		let parts = image && {
			repository: image.repository,
			tag: image.tag,
			digest: image.digest
		};
		return {
			start,
			end,
			value,
			kind,
			version: decorated(value)?.version ?? null,
			...parts && { image: parts },
			...placeOf(source, start)
		};
	});
}
function mentions(source, form, key) {
	return form.find(source, key).length > 0;
}
function spans(source, form, key) {
	let found = form.find(source, key);
	let named = key === "" ? "a version" : `the ${form.keyNames} “${key}”`;
	if (found.length === 0) throw new UserError(`${source.file}: ${named} was not found (form ${form.name}).`, {
		file: source.file,
		advice: "Correct file, form and key in the manifest, or write the version there by hand once."
	});
	let second = found[1];
	if (form.matches === "once" && second !== void 0) {
		let lines = found.map(({ start }) => placeOf(source, start).line);
		throw problem(source, second.start, `${named} is written ${found.length} times (lines ${lines.join(", ")}); once was expected.`, "Keep one of them, or name each by its own form and key.");
	}
	return found;
}
const LARGEST = 20971520;
function sourceOf(file, bytes) {
	let refused = (what) => new UserError(`${file}: ${what}.`, {
		file,
		advice: "Only UTF-8 text files are searched for versions."
	});
	if (bytes.length > LARGEST) throw refused(`the file has ${bytes.length} bytes, more than ${LARGEST}`);
	let nul = bytes.indexOf(0);
	if (nul !== -1) throw refused(`byte ${nul} is NUL: this is no text file`);
	try {
		return {
			file,
			text: new TextDecoder("utf-8", {
				fatal: !0,
				ignoreBOM: !0
			}).decode(bytes)
		};
	} catch (error) {
		if (error instanceof TypeError) throw refused("the file is not UTF-8");
		throw error;
	}
}
// packages/versions/forms/constants.ts
const goConst = {
	name: "go-const",
	matches: "once",
	spelling: "kept",
	keyNames: "constant",
	find(source, key) {
		let code = without(source.text, /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'/g, "/");
		let declaration = `^([ \\t]*(?:(?:const|var)[ \\t]+)?${literally(key)}(?:[ \\t]+\\w+)?[ \\t]*:?=[ \\t]*)("[^"\\\\\\n]*"|\`[^\`]*\`)[ \\t;)\\r]*$`;
		return assigned(source, code, new RegExp(declaration, "gm"));
	}
};
const pythonConst = {
	name: "python-const",
	matches: "once",
	spelling: "bare",
	keyNames: "constant",
	find(source, key) {
		let code = without(source.text, /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|#[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, "#", "\"\"\"", "'''");
		let assignment = `^([ \\t]*${literally(key)}(?:[ \\t]*:[^=\\n]+)?[ \\t]*=[ \\t]*[uUrR]?)("[^"\\\\\\n]*"|'[^'\\\\\\n]*')[ \\t;\\r]*$`;
		return assigned(source, code, new RegExp(assignment, "gm"));
	}
};
function without(text, tokens, ...openings) {
	return text.replace(tokens, (token) => openings.some((opening) => token.startsWith(opening)) ? token.replace(/[^\r\n]/g, " ") : token);
}
function assigned(source, code, pattern) {
	return [...code.matchAll(pattern)].map((match) => {
		let start = match.index + (match[1] ?? "").length;
		return valueSpan(source.text, {
			start,
			end: start + (match[2] ?? "").length
		});
	});
}
// packages/versions/forms/dockerfile.ts
const dockerfile = {
	name: "dockerfile",
	matches: "once",
	spelling: "kept",
	keyNames: "argument or image",
	find(source, key) {
		let argumentsFound = argumentsOf(source);
		let named = argumentsFound.filter(({ name }) => name === key);
		if (named.length > 0) return named.map(({ span }) => span);
		return imagesOf(source, key, new Map(argumentsFound.map(({ name, written }) => [name, written])));
	}
};
function argumentsOf({ text }) {
	return [...linesOf(text)].flatMap(({ start, line }) => {
		let instruction = /^\s*ARG\s+/i.exec(line);
		if (instruction === null) return [];
		return [...line.slice(instruction[0].length).matchAll(/([A-Za-z_]\w*)=("[^"]*"|'[^']*'|\S*)/g)].map((match) => {
			let [whole, name = "", value = ""] = match;
			let from = start + instruction[0].length + match.index + whole.length - value.length;
			let span = valueSpan(text, {
				start: from,
				end: from + value.length
			});
			return {
				name,
				written: value.replace(/^(["'])(.*)\1$/, "$2"),
				span
			};
		});
	});
}
function imagesOf({ text }, key, args) {
	return [...linesOf(text)].flatMap(({ start, line }) => {
		let match = /^(\s*FROM\s+(?:--\S+\s+)*|\s*COPY\s+(?:--(?!from)\S+\s+)*--from=)(\S+)/i.exec(line);
		if (match === null) return [];
		let [, before = "", written = ""] = match;
		let from = start + before.length;
		let resolved = written.replace(/\$(?:\{(\w+)(?::-([^}]*))?\}|(\w+))/g, (whole, curly, standard, plain) => args.get(curly ?? plain ?? "") ?? standard ?? whole);
		let parts = imageParts(resolved);
		if (parts?.repository !== key || parts.tag === null && parts.digest === null) return [];
		if (resolved === written) return [imageSpan(parts, from)];
		let fixed = {
			because: `the tag is computed (“${written}”)`,
			advice: "Name the ARG that holds the version as the key."
		};
		return [{
			start: from,
			end: from + written.length,
			value: parts.tag ?? parts.digest ?? "",
			fixed
		}];
	});
}
// packages/versions/forms/env.ts
const paramsEnv = {
	name: "params-env",
	matches: "once",
	spelling: "kept",
	keyNames: "name",
	find({ text }, key) {
		return [...linesOf(text)].flatMap(({ start, line }) => {
			let match = /^(\uFEFF?\s*(?:export\s+)?([^=#\s]+)\s*=\s*)(.*)$/.exec(line.trimEnd());
			if (match === null) return [];
			let [, before = "", name, value = ""] = match;
			let from = start + before.length;
			let span = valueSpan(text, {
				start: from,
				end: from + value.length
			});
			return name === key || span.image?.repository === key ? [span] : [];
		});
	}
};
// packages/versions/forms/go-mod.ts
const goMod = {
	name: "go-mod",
	matches: "many",
	spelling: "go",
	keyNames: "module",
	find(source, key) {
		let { requirements, replacements } = parse(source);
		return [...requirements.filter(({ module }) => module === key).flatMap(({ version }) => {
			let own = replacements.filter(({ module }) => module === key);
			let applies = own.find(({ of }) => of === version.text) ?? own.find(({ of }) => of === null);
			return applies === void 0 ? [asWritten(version)] : replaced(version, applies);
		}), ...forks(replacements, key)].sort((a, b) => a.start - b.start);
	}
};
const goWork = {
	name: "go-work",
	matches: "many",
	spelling: "go",
	keyNames: "module",
	find(source, key) {
		let { replacements } = parse(source);
		return [...replacements.filter(({ module }) => module === key).flatMap(replacing), ...forks(replacements, key)].sort((a, b) => a.start - b.start);
	}
};
const forks = (replacements, key) => replacements.flatMap(({ module, by, version }) => by === key && module !== key && version !== null ? [asWritten(version)] : []);
const asWritten = (word) => ({
	start: word.start,
	end: word.end,
	value: word.text
});
function replaced(required, replacement) {
	let { module, by, version } = replacement;
	if (version !== null && by === module) return [{
		...asWritten(required),
		value: version.text
	}, asWritten(version)];
	return [{
		...asWritten(required),
		value: version?.text ?? by,
		fixed: byOther(replacement)
	}];
}
function replacing(replacement) {
	let { module, by, version, at } = replacement;
	if (version !== null && by === module) return [asWritten(version)];
	return [{
		...at,
		value: version?.text ?? by,
		fixed: byOther(replacement)
	}];
}
function byOther({ module, by, version }) {
	let byHand = `hange the replace directive by hand: another version of ${module} would have no effect.`;
	return {
		because: `${module} is replaced by ${by}${version === null ? "" : ` ${version.text}`}`,
		advice: version === null ? `C${byHand}` : `Name “${by}” as the key, or c${byHand}`
	};
}
function parse(source) {
	let requirements = [];
	let replacements = [];
	let block = null;
	for (let { start, line } of linesOf(source.text)) {
		let words = wordsOf(line, start);
		let [first] = words;
		if (first === void 0) continue;
		if (block !== null && first.text === ")") block = null;
		else if (block === null && words[1]?.text === "(") block = first.text;
		else {
			let directive = block ?? first.text;
			let rest = block === null ? words.slice(1) : words;
			directive === "require" && requirements.push(...requirementOf(rest));
			directive === "replace" && replacements.push(...replacementOf(rest));
		}
	}
	return {
		requirements,
		replacements
	};
}
function requirementOf([module, version]) {
	return module === void 0 || version === void 0 ? [] : [{
		module: module.text,
		version
	}];
}
function replacementOf(words) {
	let arrow = words.findIndex(({ text }) => text === "=>");
	let [module, of] = words.slice(0, Math.max(0, arrow));
	let [by, version = null] = words.slice(arrow + 1);
	if (arrow < 1 || module === void 0 || by === void 0) return [];
	return [{
		module: module.text,
		of: of?.text ?? null,
		by: by.text,
		at: {
			start: by.start,
			end: by.end
		},
		version
	}];
}
function wordsOf(line, offset) {
	let comment = line.search(/(?:^|\s)\/\//);
	return [...(comment === -1 ? line : line.slice(0, comment)).matchAll(/[()]|[^\s()]+/g)].map((match) => {
		let quoted = /^(["`])(.*)\1$/.exec(match[0]);
		let start = offset + match.index + (quoted === null ? 0 : 1);
		let text = quoted?.[2] ?? match[0];
		return {
			text,
			start,
			end: start + text.length
		};
	});
}
// packages/versions/forms/makefile.ts
const ASSIGNMENT = /^\uFEFF? *(?:(?:export|override|private) +)*([A-Za-z_][A-Za-z0-9_.-]*)[ \t]*(?:\?=|:{1,3}=|=)[ \t]*([^#\r\n]*)/;
const makefile = {
	name: "makefile",
	matches: "once",
	spelling: "kept",
	keyNames: "variable",
	find(source, key) {
		let all = assignments(source);
		return all.filter(({ name }) => name === key).map((found) => spanOf(source, found, all));
	}
};
function assignments({ text }) {
	let found = [];
	for (let { start, line } of linesOf(text)) {
		let match = ASSIGNMENT.exec(line);
		if (match === null) continue;
		let value = (match[2] ?? "").trimEnd();
		let from = start + match[0].length - (match[2] ?? "").length;
		found.push({
			name: match[1] ?? "",
			value,
			start: from,
			end: from + value.length
		});
	}
	return found;
}
function spanOf(source, found, all) {
	if (!found.value.includes("$")) return valueSpan(source.text, found);
	let resolved = resolve(found.value, all, new Set([found.name]));
	if (resolved === null) return {
		start: found.start,
		end: found.end,
		value: found.value,
		fixed: COMPUTED(found)
	};
	let { value } = valueSpan(resolved, {
		start: 0,
		end: resolved.length
	});
	return {
		start: found.start,
		end: found.end,
		value,
		fixed: COMPUTED(found)
	};
}
const COMPUTED = ({ name, value }) => ({
	because: `${name} is computed (${quoted(value)})`,
	advice: "Name the variable that holds the version itself as the key."
});
function resolve(value, all, within) {
	let unresolved = !1;
	let text = value.replace(/\$(?:\(([^()$]*)\)|\{([^{}$]*)\}|.)/g, (_whole, round, curly) => {
		let [, name = "", from, to = ""] = /^([^:]*)(?::([^=]*)=(.*))?$/.exec(round ?? curly ?? "") ?? [];
		let definition = all.find((assignment) => assignment.name === name);
		let inner = definition === void 0 || within.has(name) || within.size > 20 ? null : resolve(definition.value, all, new Set([...within, name]));
		inner === null && (unresolved = !0);
		return inner === null ? "" : from === void 0 ? inner : substitute(inner, from, to);
	});
	return unresolved ? null : text;
}
function substitute(value, from, to) {
	let pattern = from.includes("%") ? from : `%${from}`;
	let replacement = from.includes("%") ? to : `%${to}`;
	let [before, after] = splitOnce(pattern);
	return value.length >= before.length + after.length && value.startsWith(before) && value.endsWith(after) ? replacement.replace("%", () => value.slice(before.length, value.length - after.length)) : value;
}
const splitOnce = (pattern) => {
	let at = pattern.indexOf("%");
	return [pattern.slice(0, at), pattern.slice(at + 1)];
};
// packages/versions/forms/toml.ts
function tomlStrings(source) {
	return new Reader(source).document();
}
var Reader = class {
	#source;
	#text;
	#found = [];
	#counts = new Map();
	#at = 0;
	constructor(source) {
		this.#source = source;
		this.#text = source.text;
		this.#text.startsWith("﻿") && (this.#at = 1);
	}
	document() {
		let table = [];
		for (this.#blank(); this.#at < this.#text.length; this.#blank()) this.#text[this.#at] === "[" ? table = this.#header() : this.#pair(table);
		return this.#found;
	}
	#header() {
		let array = this.#text.startsWith("[[", this.#at);
		this.#at += array ? 2 : 1;
		let path = this.#key();
		this.#expect(array ? "]]" : "]");
		if (!array) return path;
		let name = JSON.stringify(path);
		let index = this.#counts.get(name) ?? 0;
		this.#counts.set(name, index + 1);
		return [...path, index];
	}
	#pair(table) {
		let key = this.#key();
		this.#expect("=");
		this.#spaces();
		this.#value([...table, ...key], 0);
	}
	#key() {
		let parts = [];
		do {
			this.#spaces();
			let quoted = this.#match(/"([^"\\\n]*)"|'([^'\n]*)'/y);
			let bare = quoted === null ? this.#match(/[A-Za-z0-9_-]+/y) : null;
			let part = quoted?.[1] ?? quoted?.[2] ?? bare?.[0];
			if (part === void 0) throw this.#unexpected("a key");
			parts.push(part);
			this.#spaces();
		} while (this.#match(/\./y) !== null);
		return parts;
	}
	#value(path, depth) {
		if (depth > 100) throw this.#unexpected("fewer levels");
		let start = this.#at;
		if (this.#match(/"""[\s\S]*?(?<!\\)(?:\\\\)*"{3,5}|'''[\s\S]*?'{3,5}/y) !== null) return;
		let string = this.#match(/"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'/y);
		if (string !== null) {
			let text = string[1] ?? string[2] ?? "";
			string[1] !== void 0 && text.includes("\\") || this.#found.push({
				path,
				text,
				start: start + 1,
				end: this.#at - 1
			});
		} else if (this.#match(/\[/y) !== null) for (let index = 0; !this.#ends("]"); index++) {
			this.#value([...path, index], depth + 1);
			this.#separator("]");
		}
		else if (this.#match(/\{/y) !== null) for (; !this.#ends("}");) {
			let key = this.#key();
			this.#expect("=");
			this.#spaces();
			this.#value([...path, ...key], depth + 1);
			this.#separator("}");
		}
		else if (this.#match(/[A-Za-z0-9+_.:-]+(?: \d\d:[0-9:.]+)?/y) === null) throw this.#unexpected("a value");
	}
	#ends(bracket) {
		this.#blank();
		if (this.#text[this.#at] !== bracket) return !1;
		this.#at += 1;
		return !0;
	}
	#separator(bracket) {
		this.#blank();
		if (this.#match(/,/y) === null && this.#text[this.#at] !== bracket) throw this.#unexpected(`“,” or “${bracket}”`);
	}
	#expect(token) {
		this.#spaces();
		if (!this.#text.startsWith(token, this.#at)) throw this.#unexpected(`“${token}”`);
		this.#at += token.length;
	}
	#spaces() {
		this.#match(/[ \t]+/y);
	}
	#blank() {
		this.#match(/(?:\s|#[^\n]*)+/y);
	}
	#match(pattern) {
		pattern.lastIndex = this.#at;
		let match = pattern.exec(this.#text);
		match !== null && (this.#at = pattern.lastIndex);
		return match;
	}
	#unexpected(expected) {
		return problem(this.#source, this.#at, `this is no TOML: ${expected} was expected.`, "Correct the file.");
	}
};
// packages/versions/forms/pyproject.ts
const pyproject = {
	name: "pyproject",
	matches: "many",
	spelling: "bare",
	keyNames: "dependency (or “version”)",
	find(source, key) {
		let strings = tomlStrings(source);
		if (key === "version") return strings.filter(({ path }) => ["project.version", "tool.poetry.version"].includes(path.join("."))).map((found) => ({
			start: found.start,
			end: found.end,
			value: found.text
		}));
		return strings.flatMap((found) => {
			let range = requirementIn(found, key);
			return range === null ? [] : [pinned(source, range, key)];
		});
	}
};
function requirementIn({ path, text, start, end }, name) {
	let keys = path.filter((part) => typeof part == "string");
	if (isPoetryTable(keys)) {
		let [named = "", field] = keys.slice(keys.indexOf("dependencies") + 1);
		return normalized(named) === normalized(name) && isVersionField(field) ? {
			start,
			end
		} : null;
	}
	return keys[0] === "project" && ["dependencies", "optional-dependencies"].includes(keys[1] ?? "") || keys[0] === "dependency-groups" ? wantedIn(text, start, name) : null;
}
const isVersionField = (field) => field === void 0 || [
	"version",
	"tag",
	"rev",
	"ref"
].includes(field);
function isPoetryTable(keys) {
	let [tool, poetry, third, , fifth] = keys;
	if (tool !== "tool" || poetry !== "poetry") return !1;
	return third === "dependencies" || third === "dev-dependencies" || third === "group" && fifth === "dependencies";
}
// packages/versions/forms/pipfile.ts
const pipfile = {
	name: "pipfile",
	matches: "many",
	spelling: "bare",
	keyNames: "package",
	find(source, key) {
		return tomlStrings(source).flatMap(({ path, start, end }) => {
			let [group, name, field] = path;
			let isPackage = ![
				"source",
				"requires",
				"pipenv",
				"scripts"
			].includes(String(group));
			let isNamed = typeof name == "string" && normalized(name) === normalized(key);
			let isVersion = (field === void 0 || typeof field == "string") && isVersionField(field);
			return isPackage && isNamed && isVersion ? [pinned(source, {
				start,
				end
			}, key)] : [];
		});
	}
};
const regex = {
	name: "regex",
	matches: "once",
	spelling: "kept",
	keyNames: "expression",
	find(source, key) {
		let groups = countGroups(key, source.file);
		if (groups !== 1) throw new UserError(`${source.file}: the expression “${key}” has ${groups} capture groups; one was expected.`, { advice: "Put round brackets around the version, and write other groups as “(?:…)”." });
		return [...matches(source, key).matchAll(/(\d+),(\d+)/g)].map((match) => {
			let [start, end] = [Number(match[1]), Number(match[2])];
			return {
				start,
				end,
				value: source.text.slice(start, end)
			};
		});
	}
};
function countGroups(key, file) {
	try {
		return (RegExp(`${key}|`, "u").exec("")?.length ?? 1) - 1;
	} catch (error) {
		throw new UserError(`${file}: “${key}” is no regular expression: ${error instanceof Error ? error.message : ""}`, { advice: "Correct the key in the manifest." });
	}
}
function matches(source, key) {
	try {
		return String(runInNewContext("Array.from(text.matchAll(new RegExp(key, 'dgmu')), (match) => match.indices[1]).filter(Boolean).join(';')", {
			text: source.text,
			key
		}, { timeout: 1e3 }));
	} catch (error) {
		if (typeof error == "object" && error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT") throw problem(source, 0, `the expression “${key}” takes too long on this file.`, "Avoid nested repetition: “(a+)+”.");
		throw error;
	}
}
// packages/versions/forms/requirements.ts
const requirements = {
	name: "requirements",
	matches: "once",
	spelling: "bare",
	keyNames: "package",
	find(source, key) {
		let lines = [...linesOf(source.text)];
		return lines.flatMap(({ start, line }, index) => {
			let own = line.replace(/(?:^|\s)#.*$/, "").replace(/\s+--.*$|\s*\\$/, "");
			let from = +!!own.startsWith("﻿");
			let range = wantedIn(own.slice(from), start + from, key);
			if (range === null) return [];
			let found = pinned(source, range, key);
			return [isHashed(lines, index) ? {
				...found,
				fixed: HASHED(key)
			} : found];
		});
	}
};
const HASHED = (key) => ({
	because: `the files of ${key} are pinned by hash`,
	advice: "Change the requirement where it is made from and compile this file anew."
});
function isHashed(lines, index) {
	for (let at = index;; at += 1) {
		let line = lines[at]?.line ?? "";
		if (/\s--hash=/.test(line)) return !0;
		if (!line.endsWith("\\")) return !1;
	}
}
// packages/versions/forms/index.ts
const LIGHT = [
	makefile,
	goMod,
	goWork,
	paramsEnv,
	dockerfile,
	goConst,
	pythonConst,
	pyproject,
	requirements,
	pipfile,
	{
		name: "version-file",
		matches: "once",
		spelling: "kept",
		keyNames: "version",
		find(source) {
			let [first, second] = [...linesOf(source.text)].filter(({ line }) => line.replace("﻿", "").trim() !== "");
			if (first === void 0) return [];
			if (second !== void 0) throw problem(source, second.start, "the file holds more than a version.", "Use another form for this file.");
			let value = first.line.replace("﻿", "").trim();
			let start = first.start + first.line.indexOf(value);
			return [{
				start,
				end: start + value.length,
				value
			}];
		}
	},
	regex
];
async function loadForm(name) {
	let light = LIGHT.find((form) => form.name === name);
	if (light !== void 0) return light;
	if (name === "markdown-table") return (await import("./markdown-table.js")).markdownTable;
	let { YAML_FORMS } = await import("./yaml-forms.js");
	let found = YAML_FORMS.find((form) => form.name === name);
	if (found === void 0) throw RangeError(`there is no form “${name}”`);
	return found;
}
// packages/train/train.ts
function leader(train) {
	let found = train.components.find((component) => component.leads);
	if (found === void 0) throw Error(`train ${train.id} was made without a leading component`);
	return found;
}
function findMember(train, given, what) {
	let all = [...train.components, ...train.external];
	let wanted = given.trim().toLowerCase();
	let found = all.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted);
	if (found !== void 0) return found;
	let close = nearest(given, all.flatMap(({ id, name }) => [id, name]));
	throw new UserError(`${what}: “${given}” is no component of the train “${train.id}”.`, { advice: `${close === null ? "" : `Did you mean “${close}”? `}${train.file} knows: ${all.map(({ id }) => id).join(", ")}.` });
}
function findComponent(train, given, what) {
	let found = findMember(train, given, what);
	if (isComponent(found)) return found;
	throw new UserError(`${what}: “${given}” is an external project; the train adopts its releases and makes none.`, { advice: `Components of ${train.file}: ${train.components.map(({ id }) => id).join(", ")}.` });
}
function findDownstream(train, given, what) {
	let wanted = given.trim().toLowerCase();
	let all = train.downstream;
	let found = all.find((one) => [one.name, one.repository].some((name) => name.toLowerCase() === wanted));
	if (found !== void 0) return found;
	let known = all.length === 0 ? "no downstream repository" : all.map(({ name }) => `“${name}”`).join(", ");
	throw new UserError(`${what}: “${given}” is not downstream of the train “${train.id}”.`, { advice: `${train.file} names ${known}.` });
}
function isComponent(of) {
	return "leads" in of;
}
export { leader as a, mentions as c, spans as d, isComponent as i, occurrences as l, findDownstream as n, loadForm as o, findMember as r, goMod as s, findComponent as t, sourceOf as u };
