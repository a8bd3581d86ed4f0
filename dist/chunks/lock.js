import { i as parseDocument, o as LineCounter, s as Document } from "./yaml.js";
import { M as UserError } from "./core.js";
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
		case "TRUE": return true;
		case "false":
		case "False":
		case "FALSE": return false;
	}
	if (!/^[-+.0-9]/.test(text)) return text;
	if (/^[-+]?\d+$/.test(text)) return BigInt(text.startsWith("+") ? text.slice(1) : text);
	if (/^0o[0-7]+$|^0x[0-9a-fA-F]+$/.test(text)) return BigInt(text);
	if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text)) return Number(text);
	return /^(?:[-+]?\.inf|\.nan)$/i.test(text) ? void 0 : text;
}
const DEFAULT_CONFIG = {
	lang: void 0,
	message: void 0,
	abortEarly: void 0,
	abortPipeEarly: void 0
};
function getGlobalConfig(config$1) {
	if (!config$1 && true) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? void 0,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? void 0,
		abortPipeEarly: config$1?.abortPipeEarly ?? void 0
	};
}
function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
}
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ?? (context.reference, issue.lang, void 0) ?? (isSchema ? (issue.lang, void 0) : null) ?? config$1.message ?? (issue.lang, void 0);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}
function _isSameValueZero(value1, value2) {
	return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}
function _isValidObjectKey(object$1, key) {
	return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, getGlobalConfig())
	};
	return schema;
}
function getDotPath(issue) {
	if (issue.path) {
		let key = "";
		for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
		else key += item.key;
		else return null;
		return key;
	}
	return null;
}
const ISO_DATE_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])$/u;
function isoDate(message$1) {
	return {
		kind: "validation",
		type: "iso_date",
		reference: isoDate,
		async: false,
		expects: null,
		requirement: ISO_DATE_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date", dataset, config$1);
			return dataset;
		}
	};
}
function minLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_length",
		reference: minLength,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}
function regex(requirement, message$1) {
	return {
		kind: "validation",
		type: "regex",
		reference: regex,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
			return dataset;
		}
	};
}
function trim() {
	return {
		kind: "transformation",
		type: "trim",
		reference: trim,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trim();
			return dataset;
		}
	};
}
function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
function array(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: array,
		expects: "Array",
		async: false,
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
function literal(literal_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "literal",
		reference: literal,
		expects: _stringify(literal_),
		async: false,
		literal: literal_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (_isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
function nullable$1(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullable$1,
		expects: `(${wrapped.expects} | null)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}
function record(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: record,
		expects: "Object",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const entryKey in input) if (_isValidObjectKey(input, entryKey)) {
					const entryValue = input[entryKey];
					const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
function strictObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
function string(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "string",
		reference: string,
		expects: "string",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
function pipe(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		"~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}
function safeParse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}
// packages/crds/document/document.ts
const LARGEST_FILE = 33554432;
const MOST_ALIASES = 100;
function decode(bytes, file) {
	if (bytes.length > LARGEST_FILE) throw new UserError(`${file} has ${bytes.length} bytes; definitions are read up to ${LARGEST_FILE}.`, {
		file,
		advice: "Point to the directory or file that holds the CRDs and nothing else."
	});
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		throw new UserError(`${file} is not UTF-8 text.`, {
			file,
			advice: "Save it as UTF-8, or leave it out of the path."
		});
	}
}
function splitDocuments(text) {
	const starts = [0];
	for (const match of text.matchAll(/^---(?=\s|$)/gm)) {
		const nothingYet = starts.length === 1 && isBlank(text.slice(0, match.index));
		if (match.index > 0 && !nothingYet) starts.push(match.index);
	}
	let line = 1;
	return starts.map((start, index) => {
		const slice = {
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
	const text = document.text.replace(/^\uFEFF/, "");
	const plain = readBlockYaml(text, CORE);
	if (plain !== void 0) return plain;
	const lineCounter = new LineCounter();
	try {
		const parsed = parseDocument(text, {
			intAsBigInt: true,
			lineCounter,
			prettyErrors: false,
			stringKeys: true,
			merge: true,
			logLevel: "silent"
		});
		const [problem] = parsed.errors;
		if (problem === void 0) return toJson(parsed.toJS({ maxAliasCount: MOST_ALIASES }), document, file);
		if (problem.code === "RESOURCE_EXHAUSTION") throw new RangeError(problem.message);
		const { line, col } = lineCounter.linePos(problem.pos[0]);
		throw new UserError(`${file}: ${problem.message}`, {
			file,
			line: document.line + line - 1,
			column: col,
			advice: "Correct the YAML, or leave the file out of the path."
		});
	} catch (error) {
		if (error instanceof ReferenceError) throw new UserError(`${file}: more than ${MOST_ALIASES} values are repeated by YAML aliases.`, {
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
const HEADER = `# Written by sync-crds: where each CRD in this directory was copied from. Do not edit.
# stored-versions is the memory of every version that objects may still be stored in; it only grows.
`;
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
	const read = safeParse(FILE, parse({
		text: decode(bytes, path),
		line: 1
	}, path));
	if (read.success) return {
		crds: new Map(Object.entries(read.output.crds)),
		stored: new Map(Object.entries(read.output["stored-versions"]))
	};
	const [issue] = read.issues;
	throw new UserError(`${path}: ${getDotPath(issue) ?? "the file"}: ${issue.message}.`, {
		file: path,
		advice: "The lock file was edited by hand or merged badly. Restore it from git, then run again."
	});
}
function writeLock(lock) {
	const crds = sorted(lock.crds).map(([name, { file, repository, ref, commit, path, blob, digest, versions }]) => {
		return [name, {
			file,
			repository,
			ref,
			commit,
			path,
			blob,
			digest,
			versions
		}];
	});
	const stored = Object.fromEntries(sorted(lock.stored));
	const entries = Object.fromEntries(crds);
	const document = new Document({
		lock: 1,
		crds: entries,
		"stored-versions": stored
	});
	return HEADER + document.toString({ lineWidth: 0 });
}
function sorted(map) {
	return [...map].sort(([a], [b]) => a < b ? -1 : 1);
}
export { parse as a, getDotPath as c, pipe as d, safeParse as f, trim as h, isBlank as i, isoDate as l, string as m, writeLock as n, splitDocuments as o, strictObject as p, decode as r, array as s, readLock as t, minLength as u };
