import { _ as safeParse, a as literal, g as regex, h as record, l as nullable$1, m as pipe, r as getDotPath, t as array, v as strictObject, y as string } from "./dist.js";
import { i as parseDocument, o as LineCounter, s as Document } from "./yaml.js";
import { P as UserError } from "./core.js";
import { l as readBlockYaml, r as isJson } from "./json.js";
// packages/yaml/core-scalar.ts
const CORE = {
	scalar: coreScalar,
	key: (text) => text
};
function coreScalar(text) {
	switch (text) {
		case "":
		case "~":
		case "null":
		case "Null":
		case "NULL": return null;
		case "true":
		case "True":
		case "TRUE": return !0;
		case "false":
		case "False":
		case "FALSE": return !1;
	}
	if (!/^[-+.0-9]/.test(text)) return text;
	if (/^[-+]?\d+$/.test(text)) return BigInt(text.startsWith("+") ? text.slice(1) : text);
	if (/^0o[0-7]+$|^0x[0-9a-fA-F]+$/.test(text)) return BigInt(text);
	if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text)) return Number(text);
	return /^(?:[-+]?\.inf|\.nan)$/i.test(text) ? void 0 : text;
}
// packages/crds/document/document.ts
const LARGEST_FILE = 33554432;
function decode(bytes, file) {
	if (bytes.length > LARGEST_FILE) throw new UserError(`${file} has ${bytes.length} bytes; definitions are read up to ${LARGEST_FILE}.`, {
		file,
		advice: "Point to the directory or file that holds the CRDs and nothing else."
	});
	try {
		return new TextDecoder("utf-8", {
			fatal: !0,
			ignoreBOM: !0
		}).decode(bytes);
	} catch {
		throw new UserError(`${file} is not UTF-8 text.`, {
			file,
			advice: "Save it as UTF-8, or leave it out of the path."
		});
	}
}
function splitDocuments(text) {
	let starts = [0];
	for (let match of text.matchAll(/^---(?=\s|$)/gm)) {
		let nothingYet = starts.length === 1 && isBlank(text.slice(0, match.index));
		match.index > 0 && !nothingYet && starts.push(match.index);
	}
	let line = 1;
	return starts.map((start, index) => {
		let slice = {
			text: text.slice(start, starts[index + 1]),
			line
		};
		line += slice.text.split("\n").length - 1;
		return slice;
	});
}
function isBlank(text) {
	return text.split("\n").every((line) => /^(?:[#%].*|---|\.\.\.)?$/.test(line.trim()));
}
function parse(document, file) {
	let text = document.text.replace(/^\uFEFF/, "");
	let plain = readBlockYaml(text, CORE);
	if (plain !== void 0) return plain;
	let lineCounter = new LineCounter();
	try {
		let parsed = parseDocument(text, {
			intAsBigInt: !0,
			lineCounter,
			prettyErrors: !1,
			stringKeys: !0,
			merge: !0,
			logLevel: "silent"
		});
		let [problem] = parsed.errors;
		if (problem === void 0) return toJson(parsed.toJS({ maxAliasCount: 100 }), document, file);
		if (problem.code === "RESOURCE_EXHAUSTION") throw RangeError(problem.message);
		let { line, col } = lineCounter.linePos(problem.pos[0]);
		throw new UserError(`${file}: ${problem.message}`, {
			file,
			line: document.line + line - 1,
			column: col,
			advice: "Correct the YAML, or leave the file out of the path."
		});
	} catch (error) {
		if (error instanceof ReferenceError) throw new UserError(`${file}: more than 100 values are repeated by YAML aliases.`, {
			file,
			line: document.line,
			advice: "No CRD needs that; it looks like a YAML bomb. Write the values out."
		});
		if (error instanceof RangeError) throw new UserError(`${file}: the YAML is nested too deeply to be read.`, {
			file,
			line: document.line,
			advice: "No API server would accept it. Look at how the file was made."
		});
		throw error;
	}
}
function toJson(value, { line }, file) {
	if (isJson(value)) return value;
	throw new UserError(`${file}: the YAML holds values that JSON does not know.`, {
		file,
		line,
		advice: "Kubernetes reads YAML as JSON: remove tags such as !!timestamp and !!set."
	});
}
// packages/crds/sync/lock.ts
const EMPTY_LOCK = {
	crds: new Map(),
	stored: new Map()
};
const nullable = nullable$1(string());
const FILE = strictObject({
	lock: literal(1n),
	crds: record(string(), strictObject({
		file: pipe(string(), regex(/^[^/\\]+\.(?:ya?ml|json)$/i, "must be a file name")),
		repository: string(),
		ref: nullable,
		commit: nullable,
		path: string(),
		blob: nullable,
		digest: string(),
		versions: array(string())
	})),
	"stored-versions": record(string(), array(string()))
});
function readLock(bytes, path) {
	if (bytes === null) return EMPTY_LOCK;
	let read = safeParse(FILE, parse({
		text: decode(bytes, path),
		line: 1
	}, path));
	if (read.success) return {
		crds: new Map(Object.entries(read.output.crds)),
		stored: new Map(Object.entries(read.output["stored-versions"]))
	};
	let [issue] = read.issues;
	throw new UserError(`${path}: ${getDotPath(issue) ?? "the file"}: ${issue.message}.`, {
		file: path,
		advice: "The lock file was edited by hand or merged badly. Restore it from git, then run again."
	});
}
function writeLock(lock) {
	let crds = sorted(lock.crds).map(([name, { file, repository, ref, commit, path, blob, digest, versions }]) => [name, {
		file,
		repository,
		ref,
		commit,
		path,
		blob,
		digest,
		versions
	}]);
	let stored = Object.fromEntries(sorted(lock.stored));
	let entries = Object.fromEntries(crds);
	return "# Written by sync-crds: where each CRD in this directory was copied from. Do not edit.\n# stored-versions is the memory of every version that objects may still be stored in; it only grows.\n" + new Document({
		lock: 1,
		crds: entries,
		"stored-versions": stored
	}).toString({ lineWidth: 0 });
}
function sorted(map) {
	return [...map].sort(([a], [b]) => a < b ? -1 : 1);
}
export { parse as a, isBlank as i, writeLock as n, splitDocuments as o, decode as r, readLock as t };
