import { n as __exportAll } from "./rolldown-runtime.js";
import { A as contentDigest, C as list, E as paragraph, M as ReportedError, N as ServiceError, P as UserError, S as link$1, g as Workspace, k as Draft, t as pLimit, v as code } from "./core.js";
import { createHash } from "node:crypto";
import { dirname, join, posix, relative, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { lstat, mkdir, readFile, readlink, rename, rm, writeFile } from "node:fs/promises";
import { createGunzip, gunzipSync, gzipSync } from "node:zlib";
import { stripVTControlCharacters } from "node:util";
import { Readable } from "node:stream";
const KEPT_HEADERS = new Set([
	"content-type",
	"etag",
	"link",
	"last-modified"
]);
var AnswerCache = class AnswerCache {
	#file;
	#known;
	#used = new Map();
	constructor(file, known) {
		this.#file = file;
		this.#known = known;
	}
	static async open(file) {
		return new AnswerCache(file, await readAnswers(file));
	}
	get(key) {
		return this.#used.get(key) ?? this.#known.get(key);
	}
	keep(key, answer) {
		let headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => KEPT_HEADERS.has(name)));
		this.#used.set(key, {
			...answer,
			headers
		});
	}
	async save() {
		let lines = [...this.#used].sort(([a], [b]) => a < b ? -1 : 1).map(([key, { etag, headers, bytes }]) => JSON.stringify([
			key,
			etag,
			headers,
			bytes.toString("base64")
		]));
		let packed = gzipSync([FORMAT, ...lines].join("\n"));
		await mkdir(dirname(this.#file), { recursive: !0 });
		let beside = `${this.#file}.${process.pid}`;
		try {
			await writeFile(beside, packed);
			await rename(beside, this.#file);
		} finally {
			await rm(beside, { force: !0 });
		}
	}
};
const FORMAT = "codeflare-actions answers 1";
async function readAnswers(file) {
	let answers = new Map();
	try {
		let packed = await readFile(file);
		let [format, ...lines] = gunzipSync(packed, { maxOutputLength: 67108864 }).toString("utf8").split("\n");
		if (format !== FORMAT) return answers;
		for (let line of lines) {
			let value = JSON.parse(line);
			if (!Array.isArray(value)) continue;
			let [key, etag, headers, body] = value.map((part) => part);
			if (typeof key != "string" || typeof etag != "string" || typeof body != "string") continue;
			answers.set(key, {
				etag,
				headers: textsOf(headers),
				bytes: Buffer.from(body, "base64")
			});
		}
	} catch {
		return new Map();
	}
	return answers;
}
function textsOf(value) {
	let entries = typeof value == "object" && value ? Object.entries(value) : [];
	return Object.fromEntries(entries.flatMap(([name, text]) => typeof text == "string" ? [[name, text]] : []));
}
// node_modules/universal-user-agent/index.js
function getUserAgent() {
	if (typeof navigator == "object" && "userAgent" in navigator) return navigator.userAgent;
	if (typeof process == "object" && process.version !== void 0) return `Node.js/${process.version.substr(1)} (${process.platform}; ${process.arch})`;
	return "<environment undetectable>";
}
// node_modules/before-after-hook/lib/register.js
function register(state, name, method, options) {
	if (typeof method != "function") throw Error("method for before hook must be a function");
	options ||= {};
	if (Array.isArray(name)) return name.reverse().reduce((callback, name) => register.bind(null, state, name, callback, options), method)();
	return Promise.resolve().then(() => {
		if (!state.registry[name]) return method(options);
		return state.registry[name].reduce((method, registered) => registered.hook.bind(null, method, options), method)();
	});
}
// node_modules/before-after-hook/lib/add.js
function addHook(state, kind, name, hook) {
	let orig = hook;
	state.registry[name] || (state.registry[name] = []);
	kind === "before" && (hook = (method, options) => Promise.resolve().then(orig.bind(null, options)).then(method.bind(null, options)));
	kind === "after" && (hook = (method, options) => {
		let result;
		return Promise.resolve().then(method.bind(null, options)).then((result_) => {
			result = result_;
			return orig(result, options);
		}).then(() => result);
	});
	kind === "error" && (hook = (method, options) => Promise.resolve().then(method.bind(null, options)).catch((error) => orig(error, options)));
	state.registry[name].push({
		hook,
		orig
	});
}
// node_modules/before-after-hook/lib/remove.js
function removeHook(state, name, method) {
	if (!state.registry[name]) return;
	let index = state.registry[name].map((registered) => registered.orig).indexOf(method);
	if (index === -1) return;
	state.registry[name].splice(index, 1);
}
// node_modules/before-after-hook/index.js
const bind = Function.bind;
const bindable = bind.bind(bind);
function bindApi(hook, state, name) {
	let removeHookRef = bindable(removeHook, null).apply(null, name ? [state, name] : [state]);
	hook.api = { remove: removeHookRef };
	hook.remove = removeHookRef;
	[
		"before",
		"error",
		"after",
		"wrap"
	].forEach((kind) => {
		let args = name ? [
			state,
			kind,
			name
		] : [state, kind];
		hook[kind] = hook.api[kind] = bindable(addHook, null).apply(null, args);
	});
}
function Singular() {
	let singularHookName = Symbol("Singular");
	let singularHookState = { registry: {} };
	let singularHook = register.bind(null, singularHookState, singularHookName);
	bindApi(singularHook, singularHookState, singularHookName);
	return singularHook;
}
function Collection() {
	let state = { registry: {} };
	let hook = register.bind(null, state);
	bindApi(hook, state);
	return hook;
}
var before_after_hook_default = {
	Singular,
	Collection
};
// node_modules/@octokit/endpoint/dist-bundle/index.js
var DEFAULTS = {
	method: "GET",
	baseUrl: "https://api.github.com",
	headers: {
		accept: "application/vnd.github.v3+json",
		"user-agent": `octokit-endpoint.js/0.0.0-development ${getUserAgent()}`
	},
	mediaType: { format: "" }
};
function lowercaseKeys(object) {
	if (!object) return {};
	return Object.keys(object).reduce((newObj, key) => {
		newObj[key.toLowerCase()] = object[key];
		return newObj;
	}, {});
}
function isPlainObject$1(value) {
	if (typeof value != "object" || !value) return !1;
	if (Object.prototype.toString.call(value) !== "[object Object]") return !1;
	let proto = Object.getPrototypeOf(value);
	if (proto === null) return !0;
	let Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor == "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
function mergeDeep(defaults, options) {
	let result = Object.assign({}, defaults);
	Object.keys(options).forEach((key) => {
		isPlainObject$1(options[key]) && key in defaults ? result[key] = mergeDeep(defaults[key], options[key]) : Object.assign(result, { [key]: options[key] });
	});
	return result;
}
function removeUndefinedProperties(obj) {
	for (let key in obj) obj[key] === void 0 && delete obj[key];
	return obj;
}
function merge$1(defaults, route, options) {
	if (typeof route == "string") {
		let [method, url] = route.split(" ");
		options = Object.assign(url ? {
			method,
			url
		} : { url: method }, options);
	} else options = Object.assign({}, route);
	options.headers = lowercaseKeys(options.headers);
	removeUndefinedProperties(options);
	removeUndefinedProperties(options.headers);
	let mergedOptions = mergeDeep(defaults || {}, options);
	if (options.url === "/graphql") {
		defaults && defaults.mediaType.previews?.length && (mergedOptions.mediaType.previews = defaults.mediaType.previews.filter((preview) => !mergedOptions.mediaType.previews.includes(preview)).concat(mergedOptions.mediaType.previews));
		mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map((preview) => preview.replace(/-preview/, ""));
	}
	return mergedOptions;
}
function addQueryParameters(url, parameters) {
	let separator = /\?/.test(url) ? "&" : "?";
	let names = Object.keys(parameters);
	if (names.length === 0) return url;
	return url + separator + names.map((name) => {
		if (name === "q") return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
		return `${name}=${encodeURIComponent(parameters[name])}`;
	}).join("&");
}
var urlVariableRegex = /\{[^{}}]+\}/g;
function removeNonChars(variableName) {
	return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
	let matches = url.match(urlVariableRegex);
	if (!matches) return [];
	return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}
function omit(object, keysToOmit) {
	let result = { __proto__: null };
	for (let key of Object.keys(object)) keysToOmit.indexOf(key) === -1 && (result[key] = object[key]);
	return result;
}
function encodeReserved(str) {
	return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
		/%[0-9A-Fa-f]/.test(part) || (part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]"));
		return part;
	}).join("");
}
function encodeUnreserved(str) {
	return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
		return "%" + c.charCodeAt(0).toString(16).toUpperCase();
	});
}
function encodeValue(operator, value, key) {
	value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
	if (key) return encodeUnreserved(key) + "=" + value;
	else return value;
}
function isDefined(value) {
	return value != null;
}
function isKeyOperator(operator) {
	return operator === ";" || operator === "&" || operator === "?";
}
function getValues(context, operator, key, modifier) {
	var value = context[key], result = [];
	if (isDefined(value) && value !== "") {
		if (typeof value == "string" || typeof value == "number" || typeof value == "bigint" || typeof value == "boolean") {
			value = value.toString();
			modifier && modifier !== "*" && (value = value.substring(0, parseInt(modifier, 10)));
			result.push(encodeValue(operator, value, isKeyOperator(operator) ? key : ""));
		} else if (modifier === "*") Array.isArray(value) ? value.filter(isDefined).forEach(function(value2) {
			result.push(encodeValue(operator, value2, isKeyOperator(operator) ? key : ""));
		}) : Object.keys(value).forEach(function(k) {
			isDefined(value[k]) && result.push(encodeValue(operator, value[k], k));
		});
		else {
			let tmp = [];
			Array.isArray(value) ? value.filter(isDefined).forEach(function(value2) {
				tmp.push(encodeValue(operator, value2));
			}) : Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) {
					tmp.push(encodeUnreserved(k));
					tmp.push(encodeValue(operator, value[k].toString()));
				}
			});
			isKeyOperator(operator) ? result.push(encodeUnreserved(key) + "=" + tmp.join(",")) : tmp.length !== 0 && result.push(tmp.join(","));
		}
	} else operator === ";" ? isDefined(value) && result.push(encodeUnreserved(key)) : value === "" && (operator === "&" || operator === "?") ? result.push(encodeUnreserved(key) + "=") : value === "" && result.push("");
	return result;
}
function parseUrl(template) {
	return { expand: expand.bind(null, template) };
}
function expand(template, context) {
	var operators = [
		"+",
		"#",
		".",
		"/",
		";",
		"?",
		"&"
	];
	template = template.replace(/\{([^\{\}]+)\}|([^\{\}]+)/g, function(_, expression, literal) {
		if (expression) {
			let operator = "";
			let values = [];
			if (operators.indexOf(expression.charAt(0)) !== -1) {
				operator = expression.charAt(0);
				expression = expression.substr(1);
			}
			expression.split(/,/g).forEach(function(variable) {
				var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
				values.push(getValues(context, operator, tmp[1], tmp[2] || tmp[3]));
			});
			if (operator && operator !== "+") {
				var separator = ",";
				operator === "?" ? separator = "&" : operator !== "#" && (separator = operator);
				return (values.length === 0 ? "" : operator) + values.join(separator);
			} else return values.join(",");
		} else return encodeReserved(literal);
	});
	if (template === "/") return template;
	else return template.replace(/\/$/, "");
}
function parse$1(options) {
	let method = options.method.toUpperCase();
	let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
	let headers = Object.assign({}, options.headers);
	let body;
	let parameters = omit(options, [
		"method",
		"baseUrl",
		"url",
		"headers",
		"request",
		"mediaType"
	]);
	let urlVariableNames = extractUrlVariableNames(url);
	url = parseUrl(url).expand(parameters);
	/^http/.test(url) || (url = options.baseUrl + url);
	let remainingParameters = omit(parameters, Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl"));
	if (!/application\/octet-stream/i.test(headers.accept)) {
		options.mediaType.format && (headers.accept = headers.accept.split(/,/).map((format) => format.replace(/application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/, `application/vnd$1$2.${options.mediaType.format}`)).join(","));
		url.endsWith("/graphql") && options.mediaType.previews?.length && (headers.accept = (headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || []).concat(options.mediaType.previews).map((preview) => `application/vnd.github.${preview}-preview${options.mediaType.format ? `.${options.mediaType.format}` : "+json"}`).join(","));
	}
	["GET", "HEAD"].includes(method) ? url = addQueryParameters(url, remainingParameters) : "data" in remainingParameters ? body = remainingParameters.data : Object.keys(remainingParameters).length && (body = remainingParameters);
	!headers["content-type"] && body !== void 0 && (headers["content-type"] = "application/json; charset=utf-8");
	["PATCH", "PUT"].includes(method) && body === void 0 && (body = "");
	return Object.assign({
		method,
		url,
		headers
	}, body === void 0 ? null : { body }, options.request ? { request: options.request } : null);
}
function endpointWithDefaults(defaults, route, options) {
	return parse$1(merge$1(defaults, route, options));
}
function withDefaults$2(oldDefaults, newDefaults) {
	let DEFAULTS2 = merge$1(oldDefaults, newDefaults);
	let endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
	return Object.assign(endpoint2, {
		DEFAULTS: DEFAULTS2,
		defaults: withDefaults$2.bind(null, DEFAULTS2),
		merge: merge$1.bind(null, DEFAULTS2),
		parse: parse$1
	});
}
var endpoint = withDefaults$2(null, DEFAULTS);
// scripts/bundle/media-type.ts
function parse(header) {
	let [type = "", ...rest] = header.split(";").map((part) => part.trim());
	let parameters = rest.flatMap((part) => {
		let [, name = "", value = ""] = /^([^=\s]+)=(?:"([^"]*)"|.*)$/.exec(part) ?? [];
		return name === "" ? [] : [[name.toLowerCase(), value || part.slice(name.length + 1)]];
	});
	return {
		type: type.toLowerCase(),
		parameters: Object.fromEntries(parameters)
	};
}
// scripts/bundle/plain-json.ts
function JSONParse(text) {
	return JSON.parse(text);
}
function JSONStringify(value) {
	return JSON.stringify(value);
}
// node_modules/@octokit/request-error/dist-src/index.js
var RequestError = class extends Error {
	name;
	status;
	request;
	response;
	constructor(message, statusCode, options) {
		super(message, { cause: options.cause });
		this.name = "HttpError";
		this.status = Number.parseInt(statusCode);
		Number.isNaN(this.status) && (this.status = 0);
		"response" in options && (this.response = options.response);
		let requestCopy = Object.assign({}, options.request);
		options.request.headers.authorization && (requestCopy.headers = Object.assign({}, options.request.headers, { authorization: options.request.headers.authorization.replace(/(?<! ) .*$/, " [REDACTED]") }));
		requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
		this.request = requestCopy;
	}
};
// node_modules/@octokit/request/dist-bundle/index.js
var defaults_default = { headers: { "user-agent": `octokit-request.js/10.0.16 ${getUserAgent()}` } };
function isPlainObject(value) {
	if (typeof value != "object" || !value) return !1;
	if (Object.prototype.toString.call(value) !== "[object Object]") return !1;
	let proto = Object.getPrototypeOf(value);
	if (proto === null) return !0;
	let Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor == "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
var noop$1 = () => "";
async function fetchWrapper(requestOptions) {
	let fetch = requestOptions.request?.fetch || globalThis.fetch;
	if (!fetch) throw Error("fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing");
	let log = requestOptions.request?.log || console;
	let parseSuccessResponseBody = requestOptions.request?.parseSuccessResponseBody !== !1;
	let body = isPlainObject(requestOptions.body) || Array.isArray(requestOptions.body) ? JSONStringify(requestOptions.body) : requestOptions.body;
	let requestHeaders = Object.fromEntries(Object.entries(requestOptions.headers).map(([name, value]) => [name, String(value)]));
	let fetchResponse;
	try {
		fetchResponse = await fetch(requestOptions.url, {
			method: requestOptions.method,
			body,
			redirect: requestOptions.request?.redirect,
			headers: requestHeaders,
			signal: requestOptions.request?.signal,
			...requestOptions.body && { duplex: "half" }
		});
	} catch (error) {
		let message = "Unknown Error";
		if (error instanceof Error) {
			if (error.name === "AbortError") {
				error.status = 500;
				throw error;
			}
			message = error.message;
			error.name === "TypeError" && "cause" in error && (error.cause instanceof Error ? message = error.cause.message : typeof error.cause == "string" && (message = error.cause));
		}
		let requestError = new RequestError(message, 500, { request: requestOptions });
		requestError.cause = error;
		throw requestError;
	}
	let status = fetchResponse.status;
	let url = fetchResponse.url;
	let responseHeaders = {};
	for (let [key, value] of fetchResponse.headers) responseHeaders[key] = value;
	let octokitResponse = {
		url,
		status,
		headers: responseHeaders,
		data: ""
	};
	if ("deprecation" in responseHeaders) {
		let matches = responseHeaders.link && responseHeaders.link.match(/<([^<>]+)>; rel="deprecation"/);
		let deprecationLink = matches && matches.pop();
		log.warn(`[@octokit/request] "${requestOptions.method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink ? `. See ${deprecationLink}` : ""}`);
	}
	if (status === 204 || status === 205) return octokitResponse;
	if (requestOptions.method === "HEAD") {
		if (status < 400) return octokitResponse;
		throw new RequestError(fetchResponse.statusText, status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status === 304) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError("Not modified", status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status >= 400) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError(toErrorMessage(octokitResponse.data), status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	octokitResponse.data = parseSuccessResponseBody ? await getResponseData(fetchResponse) : fetchResponse.body;
	return octokitResponse;
}
async function getResponseData(response) {
	let contentType = response.headers.get("content-type");
	if (!contentType) return response.text().catch(noop$1);
	let mimetype = parse(contentType);
	if (isJSONResponse(mimetype)) {
		let text = "";
		try {
			text = await response.text();
			return JSONParse(text);
		} catch {
			return text;
		}
	} else if (mimetype.type.startsWith("text/") || mimetype.parameters.charset?.toLowerCase() === "utf-8" && mimetype.type !== "application/octet-stream") return response.text().catch(noop$1);
	else return response.arrayBuffer().catch(() => new ArrayBuffer(0));
}
function isJSONResponse(mimetype) {
	return mimetype.type === "application/json" || mimetype.type === "application/scim+json";
}
function toErrorMessage(data) {
	if (typeof data == "string") return data;
	if (data instanceof ArrayBuffer) return "Unknown error";
	if (typeof data == "object" && data && "message" in data) {
		let objectData = data;
		let suffix = "documentation_url" in objectData ? ` - ${objectData.documentation_url}` : "";
		return Array.isArray(objectData.errors) ? `${objectData.message}: ${objectData.errors.map((v) => JSON.stringify(v)).join(", ")}${suffix}` : `${objectData.message}${suffix}`;
	}
	return `Unknown error: ${JSON.stringify(data)}`;
}
function withDefaults$1(oldEndpoint, newDefaults) {
	let endpoint2 = oldEndpoint.defaults(newDefaults);
	let newApi = function(route, parameters) {
		let endpointOptions = endpoint2.merge(route, parameters);
		if (!endpointOptions.request || !endpointOptions.request.hook) return fetchWrapper(endpoint2.parse(endpointOptions));
		let request2 = (route2, parameters2) => fetchWrapper(endpoint2.parse(endpoint2.merge(route2, parameters2)));
		Object.assign(request2, {
			endpoint: endpoint2,
			defaults: withDefaults$1.bind(null, endpoint2)
		});
		return endpointOptions.request.hook(request2, endpointOptions);
	};
	return Object.assign(newApi, {
		endpoint: endpoint2,
		defaults: withDefaults$1.bind(null, endpoint2)
	});
}
var request = withDefaults$1(endpoint, defaults_default);
// node_modules/@octokit/graphql/dist-bundle/index.js
var VERSION$1 = "0.0.0-development";
function _buildMessageForResponseErrors(data) {
	return "Request failed due to following response errors:\n" + data.errors.map((e) => ` - ${e.message}`).join("\n");
}
var GraphqlResponseError = class extends Error {
	constructor(request2, headers, response) {
		super(_buildMessageForResponseErrors(response));
		this.request = request2;
		this.headers = headers;
		this.response = response;
		this.errors = response.errors;
		this.data = response.data;
		Error.captureStackTrace && Error.captureStackTrace(this, this.constructor);
	}
	request;
	headers;
	response;
	name = "GraphqlResponseError";
	errors;
	data;
};
var NON_VARIABLE_OPTIONS = [
	"method",
	"baseUrl",
	"url",
	"headers",
	"request",
	"query",
	"mediaType",
	"operationName"
];
var FORBIDDEN_VARIABLE_OPTIONS = [
	"query",
	"method",
	"url"
];
var GHES_V3_SUFFIX_REGEX = /\/api\/v3\/?$/;
function graphql(request2, query, options) {
	if (options) {
		if (typeof query == "string" && "query" in options) return Promise.reject(Error("[@octokit/graphql] \"query\" cannot be used as variable name"));
		for (let key in options) {
			if (!FORBIDDEN_VARIABLE_OPTIONS.includes(key)) continue;
			return Promise.reject(Error(`[@octokit/graphql] "${key}" cannot be used as variable name`));
		}
	}
	let parsedOptions = typeof query == "string" ? Object.assign({ query }, options) : query;
	let requestOptions = Object.keys(parsedOptions).reduce((result, key) => {
		if (NON_VARIABLE_OPTIONS.includes(key)) {
			result[key] = parsedOptions[key];
			return result;
		}
		result.variables ||= {};
		result.variables[key] = parsedOptions[key];
		return result;
	}, {});
	let baseUrl = parsedOptions.baseUrl || request2.endpoint.DEFAULTS.baseUrl;
	GHES_V3_SUFFIX_REGEX.test(baseUrl) && (requestOptions.url = baseUrl.replace(GHES_V3_SUFFIX_REGEX, "/api/graphql"));
	return request2(requestOptions).then((response) => {
		if (response.data.errors) {
			let headers = {};
			for (let key of Object.keys(response.headers)) headers[key] = response.headers[key];
			throw new GraphqlResponseError(requestOptions, headers, response.data);
		}
		return response.data.data;
	});
}
function withDefaults(request2, newDefaults) {
	let newRequest = request2.defaults(newDefaults);
	let newApi = (query, options) => graphql(newRequest, query, options);
	return Object.assign(newApi, {
		defaults: withDefaults.bind(null, newRequest),
		endpoint: newRequest.endpoint
	});
}
withDefaults(request, {
	headers: { "user-agent": `octokit-graphql.js/${VERSION$1} ${getUserAgent()}` },
	method: "POST",
	url: "/graphql"
});
function withCustomRequest(customRequest) {
	return withDefaults(customRequest, {
		method: "POST",
		url: "/graphql"
	});
}
// node_modules/@octokit/auth-token/dist-bundle/index.js
var b64url = "(?:[a-zA-Z0-9_-]+)";
var sep$1 = "\\.";
var jwtRE = RegExp(`^${b64url}${sep$1}${b64url}${sep$1}${b64url}$`);
var isJWT = jwtRE.test.bind(jwtRE);
async function auth(token) {
	let isApp = isJWT(token);
	let isInstallation = token.startsWith("v1.") || token.startsWith("ghs_");
	let isUserToServer = token.startsWith("ghu_");
	return {
		type: "token",
		token,
		tokenType: isApp ? "app" : isInstallation ? "installation" : isUserToServer ? "user-to-server" : "oauth"
	};
}
function withAuthorizationPrefix(token) {
	if (token.split(/\./).length === 3) return `bearer ${token}`;
	return `token ${token}`;
}
async function hook(token, request, route, parameters) {
	let endpoint = request.endpoint.merge(route, parameters);
	endpoint.headers.authorization = withAuthorizationPrefix(token);
	return request(endpoint);
}
var createTokenAuth = function createTokenAuth2(token) {
	if (!token) throw Error("[@octokit/auth-token] No token passed to createTokenAuth");
	if (typeof token != "string") throw Error("[@octokit/auth-token] Token passed to createTokenAuth is not a string");
	token = token.replace(/^(token|bearer) +/i, "");
	return Object.assign(auth.bind(null, token), { hook: hook.bind(null, token) });
};
// node_modules/@octokit/core/dist-src/version.js
const VERSION = "7.0.8";
// node_modules/@octokit/core/dist-src/index.js
const noop = () => {};
const consoleWarn = console.warn.bind(console);
const consoleError = console.error.bind(console);
function createLogger(logger = {}) {
	typeof logger.debug != "function" && (logger.debug = noop);
	typeof logger.info != "function" && (logger.info = noop);
	typeof logger.warn != "function" && (logger.warn = consoleWarn);
	typeof logger.error != "function" && (logger.error = consoleError);
	return logger;
}
const userAgentTrail = `octokit-core.js/${VERSION} ${getUserAgent()}`;
var Octokit = class {
	static VERSION = VERSION;
	static defaults(defaults) {
		let OctokitWithDefaults = class extends this {
			constructor(...args) {
				let options = args[0] || {};
				if (typeof defaults == "function") {
					super(defaults(options));
					return;
				}
				super(Object.assign({}, defaults, options, options.userAgent && defaults.userAgent ? { userAgent: `${options.userAgent} ${defaults.userAgent}` } : null));
			}
		};
		return OctokitWithDefaults;
	}
	static plugins = [];
	static plugin(...newPlugins) {
		let currentPlugins = this.plugins;
		let NewOctokit = class extends this {
			static plugins = currentPlugins.concat(newPlugins.filter((plugin) => !currentPlugins.includes(plugin)));
		};
		return NewOctokit;
	}
	constructor(options = {}) {
		let hook = new before_after_hook_default.Collection();
		let requestDefaults = {
			baseUrl: request.endpoint.DEFAULTS.baseUrl,
			headers: {},
			request: Object.assign({}, options.request, { hook: hook.bind(null, "request") }),
			mediaType: {
				previews: [],
				format: ""
			}
		};
		requestDefaults.headers["user-agent"] = options.userAgent ? `${options.userAgent} ${userAgentTrail}` : userAgentTrail;
		options.baseUrl && (requestDefaults.baseUrl = options.baseUrl);
		options.previews && (requestDefaults.mediaType.previews = options.previews);
		options.timeZone && (requestDefaults.headers["time-zone"] = options.timeZone);
		this.request = request.defaults(requestDefaults);
		this.graphql = withCustomRequest(this.request).defaults(requestDefaults);
		this.log = createLogger(options.log);
		this.hook = hook;
		if (options.authStrategy) {
			let { authStrategy, ...otherOptions } = options;
			let auth = authStrategy(Object.assign({
				request: this.request,
				log: this.log,
				octokit: this,
				octokitOptions: otherOptions
			}, options.auth));
			hook.wrap("request", auth.hook);
			this.auth = auth;
		} else if (!options.auth) this.auth = async () => ({ type: "unauthenticated" });
		else {
			let auth = createTokenAuth(options.auth);
			hook.wrap("request", auth.hook);
			this.auth = auth;
		}
		let classConstructor = this.constructor;
		for (let i = 0; i < classConstructor.plugins.length; ++i) Object.assign(this, classConstructor.plugins[i](this, options));
	}
	request;
	graphql;
	log;
	hook;
	auth;
};
// packages/github/errors.ts
var RequestRefused = class extends UserError {
	status;
	constructor(status, message, advice) {
		super(message, { advice });
		this.status = status;
	}
};
var RequestUnanswered = class extends ServiceError {};
function refusal(request, answer) {
	let line = `${request.method} ${request.path}`;
	let said = sentence(answer.data);
	let permission = needed(request, answer);
	switch (answer.status) {
		case 401: return new RequestRefused(401, `GitHub does not accept the token (${line}: ${said}).`, "It has expired (an app’s token lasts an hour), was revoked, or belongs to another server. Check the input “token”.");
		case 403: return new RequestRefused(403, `GitHub forbids ${line}: ${said}.`, `The token needs the permission ${permission}. Add it under “permissions:” of the job, or give a token that has it. An organization may also require single sign-on or restrict the branch or tag by a ruleset.`);
		case 404: return new RequestRefused(404, `GitHub finds nothing at ${line}.`, `It does not exist, or the token may not see it: that needs the permission ${permission} on this repository.`);
		case 409: return new RequestRefused(409, `GitHub cannot do ${line} in this state: ${said}.`, "Look at the state of the repository, then run again.");
		default: return new RequestRefused(answer.status, `GitHub refuses ${line} (${answer.status}): ${said}.`, "Correct what it names, then run again.");
	}
}
function unanswered(request, what, cause) {
	return new RequestUnanswered(`GitHub did not answer ${request.method} ${request.path}: ${what}.`, {
		advice: "Nothing is lost: run again, and what was done is found done. If it stays so, see githubstatus.com.",
		cause
	});
}
function sentence(data) {
	if (typeof data != "object" || !data) return "no reason given";
	return ["message" in data && typeof data.message == "string" ? data.message : "no reason given", ...("errors" in data && Array.isArray(data.errors) ? data.errors : []).map(detail)].join("; ").replace(/\s+/g, " ").replace(/\.$/, "").trim();
}
function detail(error) {
	if (typeof error != "object" || !error) return String(error);
	if ("message" in error && typeof error.message == "string") return error.message;
	return `${"field" in error ? String(error.field) : "a field"}: ${"code" in error ? String(error.code) : "invalid"}`;
}
function needed({ method, path }, { headers }) {
	let accepted = headers["x-accepted-github-permissions"];
	if (typeof accepted == "string" && accepted !== "") return accepted.split(";")[0]?.split(",").map((one) => `“${one.trim().replace("=", ": ").replaceAll("_", "-")}”`).join(" and ") ?? "";
	let access = method === "GET" || method === "HEAD" ? "read" : "write";
	let [area] = /\/(?:pulls|issues|labels|actions|statuses|check-runs|forks)\b/.exec(path) ?? [""];
	return `“${{
		"/pulls": "pull-requests",
		"/issues": "issues",
		"/labels": "issues",
		"/actions": "actions",
		"/statuses": "statuses",
		"/check-runs": "checks",
		"/forks": "administration"
	}[area] ?? "contents"}: ${access}”`;
}
// packages/github/octokit-fetch.ts
function octokitFetch(transport) {
	return async (url, { method, headers, body }) => answered(url, await transport({
		method,
		url,
		headers,
		...body !== void 0 && { body }
	}));
}
function answered(url, { status, headers, bytes }) {
	let single = Object.entries(headers).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]]);
	return {
		status,
		statusText: "",
		url,
		headers: new Map(single),
		text: () => Promise.resolve(bytes.toString("utf8")),
		arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer)
	};
}
async function exchange(url, sent, redirects = 0) {
	let answer = await begin(url, sent);
	let bytes = await whole(answer);
	let { statusCode: status = 0, headers } = answer;
	let { location } = headers;
	if ((sent.method === "GET" || sent.method === "HEAD") && status >= 301 && status <= 308 && status !== 304 && location !== void 0 && redirects < 3) {
		let next = new URL(location, url);
		let { authorization, ...others } = sent.headers;
		let same = next.host === new URL(url).host && authorization !== void 0;
		return exchange(next.href, {
			...sent,
			headers: same ? {
				...others,
				authorization
			} : others
		}, redirects + 1);
	}
	let single = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]);
	let decoded = await decompressed(bytes, headers["content-encoding"]);
	return {
		status,
		headers: Object.fromEntries(single),
		bytes: decoded
	};
}
function begin(url, { method, headers, body, signal }) {
	let { request } = process.getBuiltinModule(url.startsWith("https:") ? "node:https" : "node:http");
	let length = body === void 0 ? method === "POST" || method === "PUT" || method === "PATCH" ? 0 : void 0 : Buffer.byteLength(body);
	return new Promise((resolve, reject) => {
		let outgoing = request(url, {
			method,
			signal,
			headers: {
				...headers,
				"accept-encoding": "gzip",
				...length !== void 0 && { "content-length": length }
			}
		});
		outgoing.on("response", resolve);
		outgoing.on("error", reject);
		outgoing.end(body);
	});
}
async function whole(answer) {
	let chunks = [];
	for await (let chunk of answer) chunks.push(chunk);
	return Buffer.concat(chunks);
}
async function decompressed(bytes, encoding) {
	if (encoding !== "gzip" || bytes.length === 0) return bytes;
	let { gunzip } = process.getBuiltinModule("node:zlib");
	return new Promise((resolve, reject) => {
		gunzip(bytes, (error, result) => error === null ? resolve(result) : reject(error));
	});
}
function limitedFor(answer, attempt) {
	if (answer.status !== 403 && answer.status !== 429) return null;
	let { "retry-after": after, "x-ratelimit-remaining": remaining, "x-ratelimit-reset": reset, date } = answer.headers;
	let now = Date.parse(String(date));
	if (after !== void 0) {
		let wait = /^\d+$/.test(String(after)) ? Number(after) * 1e3 : Date.parse(String(after)) - now;
		if (!Number.isNaN(wait)) return Math.max(0, wait);
	}
	if (String(remaining) === "0" && !Number.isNaN(now)) return Math.max(0, Number(reset) * 1e3 - now) + 1e3;
	let words = JSON.stringify(answer.data ?? "");
	return answer.status === 429 || /secondary rate limit|abuse detection/i.test(words) ? 6e4 * 2 ** (attempt - 1) : null;
}
var WritePace = class {
	#sleep;
	#now;
	#starts = [];
	#last = Promise.resolve();
	constructor(sleep, now) {
		this.#sleep = sleep;
		this.#now = now;
	}
	run(write) {
		let turn = this.#last.then(async () => {
			let eightieth = this.#starts.at(-80);
			eightieth !== void 0 && await this.#sleep(Math.max(0, eightieth + 6e4 - this.#now()));
			this.#starts.push(this.#now());
			return write();
		});
		this.#last = turn.catch(() => void 0);
		return turn;
	}
};
function createTransport(options) {
	let pace = new WritePace(options.sleep, () => performance.now());
	let limit = pLimit(10);
	let kept = new Map();
	return async (request) => {
		let line = lineOf(request);
		let repeatable = line.method === "GET" || line.method === "HEAD" || isQuery(line, request);
		let key = `${request.url} ${request.headers.accept ?? ""}`;
		let known = line.method === "GET" ? kept.get(key) ?? fromCache(options.cache, key) : void 0;
		let etag = known?.headers.etag;
		let conditional = etag === void 0 ? request : {
			...request,
			headers: {
				...request.headers,
				"if-none-match": etag
			}
		};
		let send = () => receive(conditional, options);
		for (let attempt = 1;; attempt += 1) {
			let received = await (repeatable ? limit(send) : pace.run(send)).catch((error) => {
				options.signal?.throwIfAborted();
				return error instanceof Error ? error : Error(String(error));
			});
			if (received instanceof Error) {
				if (!repeatable || attempt === 4) throw unanswered(line, words(received), received);
				await options.sleep(backoff(attempt));
				continue;
			}
			let answer = read(received);
			let wait = limitedFor(answer, attempt);
			if (wait !== null) {
				if (wait > 12e5 || attempt > 4) throw exhausted(line, wait);
				options.log(`GitHub’s rate limit: waiting ${Math.ceil(wait / 1e3)} s before ${line.method} ${line.path}.`);
				await options.sleep(wait);
				continue;
			}
			if (received.status >= 500) {
				if (!repeatable || attempt === 4) throw unanswered(line, `status ${received.status}`, void 0);
				await options.sleep(Math.max(backoff(attempt), retryAfter(answer)));
				continue;
			}
			let answered = received.status === 304 && known !== void 0 ? known : received;
			keep(kept, key, line, answered, options.cache);
			return answered;
		}
	};
}
function lineOf({ method, url }) {
	return {
		method,
		path: new URL(url, "https://github.invalid").pathname.replace(/^\/api\/v3(?=\/)/, "")
	};
}
async function receive({ url, ...request }, { signal, timeoutMs }) {
	let timeout = AbortSignal.timeout(timeoutMs);
	return exchange(url, {
		...request,
		signal: signal === void 0 ? timeout : AbortSignal.any([signal, timeout])
	});
}
function read({ status, headers, bytes }) {
	return {
		status: status === 200 && bytes.length < 4096 && bytes.includes("\"RATE_LIMITED\"") ? 429 : status,
		headers,
		data: status < 400 ? null : bytes.subarray(0, 4096).toString("utf8")
	};
}
function fromCache(cache, key) {
	let found = cache?.get(key);
	return found === void 0 ? void 0 : {
		status: 200,
		headers: found.headers,
		bytes: found.bytes
	};
}
function keep(kept, key, line, received, cache) {
	let { etag } = received.headers;
	if (line.method !== "GET" || received.status !== 200 || etag === void 0) return;
	if (received.bytes.length > 1048576) return;
	cache?.keep(key, {
		etag,
		headers: received.headers,
		bytes: received.bytes
	});
	kept.delete(key);
	kept.set(key, received);
	let [oldest] = kept.keys();
	kept.size > 200 && oldest !== void 0 && kept.delete(oldest);
}
function isQuery({ path }, { body }) {
	if (path.endsWith("/releases/generate-notes")) return !0;
	return path.endsWith("/graphql") && body?.includes("\"query\":\"query ") === !0;
}
function backoff(attempt) {
	return 1e3 * 2 ** (attempt - 1) * (1 + Math.random() / 2);
}
function retryAfter({ headers }) {
	let seconds = Number(headers["retry-after"] ?? 0);
	return Number.isNaN(seconds) ? 0 : Math.min(seconds * 1e3, 6e4);
}
function words(error) {
	return error.cause instanceof Error && error.cause.name === "TimeoutError" ? "no answer in time" : error.message;
}
function exhausted({ method, path }, wait) {
	return new ServiceError(`GitHub’s rate limit is used up (${method} ${path}); it is free again in ${Math.ceil(wait / 6e4)} min.`, { advice: "Run again then. The default token has 1,000 requests an hour and repository; an app’s token has more." });
}
// packages/github/client.ts
var GitHub = class {
	request;
	serverUrl;
	sleep;
	#octokit;
	constructor({ token, environment, signal, log = () => void 0, sleep, timeoutMs = 6e4, cache }) {
		this.serverUrl = withoutSlash(environment.GITHUB_SERVER_URL ?? "https://github.com");
		this.sleep = sleep ?? ((milliseconds) => setTimeout(milliseconds, void 0, signal === void 0 ? {} : { signal }));
		this.#octokit = new Octokit({
			baseUrl: withoutSlash(environment.GITHUB_API_URL ?? "https://api.github.com"),
			userAgent: "codeflare-actions",
			log: {
				debug: ignore,
				info: ignore,
				warn: ignore,
				error: ignore
			},
			...token !== "" && { auth: token },
			request: { fetch: octokitFetch(createTransport({
				signal,
				log,
				sleep: this.sleep,
				timeoutMs,
				cache
			})) }
		});
		this.#octokit.hook.before("request", ({ headers }) => void (headers["x-github-api-version"] = "2022-11-28"));
		this.#octokit.hook.error("request", (error, { method, url }) => {
			throw reported(error, lineOf({
				method,
				url: "request" in error ? error.request.url : url
			}));
		});
		this.request = this.#octokit.request;
	}
	async graphql(name, operation, variables) {
		try {
			return await this.#octokit.graphql(operation, variables);
		} catch (error) {
			if (error instanceof ReportedError || !(error instanceof Error) || !("errors" in error)) throw error;
			let errors = error.errors;
			let first = Array.isArray(errors) ? errors[0] : void 0;
			let type = typeof first == "object" && first && "type" in first ? String(first.type) : "";
			throw refusal({
				method: "GraphQL",
				path: name
			}, {
				status: type === "NOT_FOUND" ? 404 : type === "FORBIDDEN" ? 403 : 422,
				headers: {},
				data: {
					message: name,
					errors
				}
			});
		}
	}
	async pages(next, pages = 50) {
		let all = [];
		for (let page = 1; page <= pages; page += 1) {
			let { data, headers } = await next(page);
			all.push(...data);
			if (!/rel="next"/.test(headers.link ?? "")) break;
		}
		return all;
	}
};
function reported(error, line) {
	if (error.cause instanceof ReportedError) return error.cause;
	if ("response" in error && isAnswer(error.response)) return refusal(line, error.response);
	return error instanceof ReportedError || error.name === "AbortError" || !("status" in error) ? error : unanswered(line, error.message, error);
}
function isAnswer(value) {
	return typeof value == "object" && !!value && "status" in value && "headers" in value;
}
async function orAbsent(answer) {
	try {
		return await answer;
	} catch (error) {
		if (error instanceof RequestRefused && error.status === 404) return null;
		throw error;
	}
}
function withoutSlash(url) {
	return url.replace(/\/+$/, "");
}
function ignore() {}
// packages/github/repository.ts
function parseRepository(text, what) {
	let [, owner, repo] = /^([A-Za-z0-9](?:[A-Za-z0-9-]{0,38})?)\/([\w.-]{1,100})$/.exec(text.trim()) ?? [];
	if (owner === void 0 || repo === void 0 || repo === "." || repo === "..") throw new UserError(`${what}: “${text.trim()}” is no repository.`, { advice: "Write OWNER/NAME, for example “project-codeflare/codeflare-operator”." });
	return {
		owner,
		repo
	};
}
function fullName({ owner, repo }) {
	return `${owner}/${repo}`;
}
async function getRepository(github, { owner, repo }) {
	let { data } = await github.request("GET /repos/{owner}/{repo}", {
		owner,
		repo
	});
	let allowed = {
		merge: data.allow_merge_commit,
		squash: data.allow_squash_merge,
		rebase: data.allow_rebase_merge
	};
	return {
		owner: data.owner.login,
		repo: data.name,
		defaultBranch: data.default_branch,
		url: data.html_url.replace(/\/+$/, ""),
		parent: data.parent?.full_name ?? null,
		mayPush: data.permissions?.push ?? null,
		mergeMethods: new Set([
			"merge",
			"squash",
			"rebase"
		].filter((method) => allowed[method] !== !1))
	};
}
// packages/github/contents.ts
async function listFiles(github, repository, commit, directory = "") {
	let files = new Map();
	let walk = async (tree, prefix) => {
		let whole = await getTree(github, repository, tree, !0);
		let entries = whole.truncated ? (await getTree(github, repository, tree, !1)).tree : whole.tree;
		for (let { path, mode, type, sha } of entries) type === "tree" ? whole.truncated && await walk(sha, `${prefix}${path}/`) : files.set(prefix + path, {
			blob: sha,
			mode
		});
	};
	let parts = directory.split("/").filter((part) => part !== "");
	let start = await descend(github, repository, commit, parts);
	start !== null && await walk(start, parts.map((part) => `${part}/`).join(""));
	return files;
}
async function readBlob(github, repository, blob) {
	let { owner, repo } = repository;
	let { data } = await github.request("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", {
		owner,
		repo,
		file_sha: blob
	});
	let bytes = Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8");
	if (blobName(bytes) !== blob) throw new ServiceError(`GitHub sent other bytes than asked for: blob ${blob} of ${fullName(repository)}.`, { advice: "Run again." });
	return bytes;
}
async function fileAt(github, { owner, repo }, path, ref) {
	let data = (await orAbsent(github.request("GET /repos/{owner}/{repo}/contents/{path}", {
		owner,
		repo,
		path,
		ref
	})))?.data;
	return typeof data == "object" && data && "content" in data && "encoding" in data && data.encoding === "base64" ? Buffer.from(String(data.content), "base64") : null;
}
function blobName(content) {
	return createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}
async function descend(github, repository, commit, parts) {
	let at = commit;
	for (let part of parts) {
		let { tree } = await getTree(github, repository, at, !1);
		let next = tree.find((entry) => entry.path === part && entry.type === "tree");
		if (next === void 0) return null;
		at = next.sha;
	}
	return at;
}
async function getTree(github, { owner, repo }, tree, recursive) {
	let { data } = await github.request("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", {
		owner,
		repo,
		tree_sha: tree,
		...recursive && { recursive: "1" }
	});
	return data;
}
const LARGEST_ARCHIVE = 2 * 1024 ** 3;
async function readBlobs(github, repository, commit, blobs) {
	let wanted = new Set(blobs);
	let found = wanted.size > 6 ? await readArchive(github, repository, commit, wanted) : new Map();
	for (let blob of wanted) found.has(blob) || found.set(blob, await readBlob(github, repository, blob));
	return found;
}
async function readArchive(github, repository, commit, wanted) {
	let { owner, repo } = repository;
	let { data } = await github.request("GET /repos/{owner}/{repo}/tarball/{ref}", {
		owner,
		repo,
		ref: commit
	});
	let found = new Map();
	if (!(data instanceof ArrayBuffer)) return found;
	let entries = new TarEntries((content) => {
		let blob = blobName(content);
		wanted.has(blob) && found.set(blob, Buffer.from(content));
	});
	let size = 0;
	try {
		for await (let chunk of Readable.from([Buffer.from(data)]).pipe(createGunzip())) {
			if (!Buffer.isBuffer(chunk)) continue;
			size += chunk.length;
			if (size > LARGEST_ARCHIVE) throw RangeError(`it is larger than ${LARGEST_ARCHIVE} bytes`);
			entries.push(chunk);
		}
	} catch (cause) {
		throw new ServiceError(`The archive of ${fullName(repository)} at ${commit.slice(0, 12)} cannot be read.`, {
			advice: "Run again.",
			cause
		});
	}
	return found;
}
var TarEntries = class {
	#told;
	#rest = Buffer.alloc(0);
	#open = 0;
	#parts;
	#size = 0;
	constructor(told) {
		this.#told = told;
	}
	push(chunk) {
		let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
		for (;;) {
			if (this.#open > 0) {
				let part = data.subarray(0, this.#open);
				this.#parts?.push(part);
				this.#open -= part.length;
				data = data.subarray(part.length);
				if (this.#open > 0) break;
				this.#parts !== void 0 && this.#told(Buffer.concat(this.#parts).subarray(0, this.#size));
			}
			if (data.length < 512) break;
			let header = data.subarray(0, 512);
			data = data.subarray(512);
			this.#size = Number.parseInt(header.toString("latin1", 124, 136).replace(/\0.*$/s, "").trim() || "0", 8);
			let type = header.toString("latin1", 156, 157);
			let isFile = (type === "0" || type === "\0") && this.#size > 0 && this.#size <= 33554432;
			this.#parts = isFile ? [] : void 0;
			this.#open = Math.ceil(this.#size / 512) * 512;
		}
		this.#rest = Buffer.from(data);
	}
};
// packages/github/workflow-runs.ts
async function dispatchedRuns(github, { owner, repo }, workflow) {
	let { data } = await github.request("GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs", {
		owner,
		repo,
		workflow_id: workflow,
		event: "workflow_dispatch",
		per_page: 50
	});
	return data.workflow_runs.map(view$2);
}
async function getRun(github, { owner, repo }, id) {
	let found = await orAbsent(github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", {
		owner,
		repo,
		run_id: id
	}));
	return found === null ? null : view$2(found.data);
}
async function cancelRun(github, { owner, repo }, id) {
	try {
		await github.request("POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel", {
			owner,
			repo,
			run_id: id
		});
	} catch (error) {
		if (!(error instanceof RequestRefused) || error.status !== 409) throw error;
	}
}
function conclusionWords({ conclusion }) {
	return conclusion === null ? "has not ended" : WORDS[conclusion] ?? `ended as “${conclusion}”`;
}
const WORDS = {
	success: "succeeded",
	failure: "failed",
	cancelled: "was cancelled, by a person or by a newer run of its concurrency group",
	timed_out: "took longer than it may (“timeout-minutes”) and was ended",
	startup_failure: "could not start: its workflow file is not valid, or an action or runner that it names is not there",
	action_required: "waits for a maintainer’s approval that it may run at all",
	stale: "was given up by GitHub: it was not taken up for two weeks",
	skipped: "was skipped: no “if:” of its jobs was true",
	neutral: "ended without a verdict"
};
function waitingWords({ status, url }) {
	switch (status) {
		case "waiting": return `It waits for an approval (an environment’s reviewers, or a wait timer): give it at ${url}.`;
		case "pending": return "It waits for another run of its concurrency group. Look what that one does.";
		case "requested":
		case "queued": return "It waits for a runner. Look whether there is one with the labels that “runs-on” names.";
		default: return null;
	}
}
function tokenEnded(repository, cause) {
	return new UserError(`The token ended while a run of ${fullName(repository)} was waited for.`, {
		advice: "An app’s token lasts an hour. What was started goes on by itself: run this again with a new token, and it waits for the same runs, starts none twice and goes on from there.",
		cause
	});
}
function view$2(run) {
	let attempt = Number(run.run_attempt ?? 1);
	return {
		id: Number(run.id),
		url: attempt > 1 ? `${run.html_url}/attempts/${attempt}` : run.html_url,
		title: run.display_title,
		status: run.status ?? "queued",
		conclusion: run.conclusion,
		ref: run.head_branch ?? "",
		commit: run.head_sha,
		attempt
	};
}
async function awaitRun(github, repository, { id, url }, { timeoutMs, now, onChange = () => void 0 }) {
	let start = now();
	let last = null;
	let unanswered = 0;
	for (let pause = 1e3;; pause = Math.min(3e4, pause * 1.5)) {
		let seen = await look(github, repository, id);
		if (seen instanceof RequestUnanswered) {
			unanswered += 1;
			if (unanswered === 5) throw seen;
		} else {
			unanswered = 0;
			if (seen === null && last !== null) throw gone(repository, url);
			seen !== null && (seen.status !== last?.status || seen.attempt !== last.attempt) && onChange(seen);
			last = seen ?? last;
			if (seen?.status === "completed") return seen;
		}
		if (now() - start + pause > timeoutMs) {
			if (last === null) throw gone(repository, url);
			throw late(last, repository, timeoutMs);
		}
		await github.sleep(pause);
	}
}
async function look(github, repository, id) {
	try {
		return await getRun(github, repository, id);
	} catch (error) {
		if (error instanceof RequestUnanswered) return error;
		if (error instanceof RequestRefused && error.status === 401) throw tokenEnded(repository, error);
		throw error;
	}
}
function late(run, repository, timeoutMs) {
	let minutes = Math.round(timeoutMs / 6e4);
	return new ServiceError(`${run.url} of ${fullName(repository)} did not end within ${minutes} min; it is ${run.status}.`, { advice: `${waitingWords(run) ?? "Look what it does."} It goes on by itself: run this again to go on waiting, or give more “timeout-minutes”.` });
}
function gone(repository, url) {
	return new ServiceError(`The run ${url} of ${fullName(repository)} is not there any more.`, { advice: "Somebody deleted it. Run again: what it released is found, the rest is started anew." });
}
// packages/github/codeowners.ts
const PLACES = [
	".github/CODEOWNERS",
	"CODEOWNERS",
	"docs/CODEOWNERS"
];
async function readCodeowners(github, { owner, repo }, ref) {
	for (let path of PLACES) {
		let place = {
			owner,
			repo,
			path,
			ref,
			mediaType: { format: "raw" }
		};
		let found = await orAbsent(github.request("GET /repos/{owner}/{repo}/contents/{path}", place));
		if (found === null) continue;
		let text = found.data;
		return typeof text == "string" && Buffer.byteLength(text) <= 3145728 ? parseCodeowners(text) : null;
	}
	return null;
}
function parseCodeowners(text) {
	return text.split(/\r?\n/).flatMap((line) => {
		let words = line.match(/(?:\\.|[^\s\\]|\\$)+/g) ?? [];
		let comment = words.findIndex((word) => word.startsWith("#"));
		let [pattern, ...owners] = comment === -1 ? words : words.slice(0, comment);
		if (pattern === void 0 || /^!|[[\]]|\*{3}/.test(pattern) || !owners.every(isOwner)) return [];
		return [{
			pattern,
			owners
		}];
	});
}
function ownersOf(rules, path) {
	return rules.findLast(({ pattern }) => matches(pattern, path))?.owners ?? [];
}
function isOwner(word) {
	return /^@[\w.-]+(?:\/[\w.-]+)?$|^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(word);
}
function matches(pattern, path) {
	let wanted = pattern.split("/");
	let isDirectory = wanted.length > 1 && wanted.at(-1) === "";
	isDirectory && wanted.pop();
	wanted[0] === "" ? wanted.shift() : wanted.length === 1 && wanted.unshift("**");
	if (wanted.length === 0) return !1;
	return walk(wanted, path.split("/"), isDirectory);
}
function walk(wanted, found, isDirectory) {
	let reached = skipped(wanted, new Set([0]));
	for (let [index, segment] of found.entries()) {
		let next = new Set();
		for (let position of reached) {
			let part = wanted[position];
			if (part === void 0) continue;
			if (part === "**") {
				if (position === wanted.length - 1 && !(isDirectory && index === found.length - 1)) return !0;
				next.add(position);
			} else covers(part, segment) && next.add(position + 1);
		}
		reached = skipped(wanted, next);
		if (!reached.has(wanted.length)) continue;
		if (index === found.length - 1 ? !isDirectory : isDirectory || wanted.at(-1) !== "*") return !0;
	}
	return !1;
}
function skipped(wanted, positions) {
	let all = new Set(positions);
	for (let position of all) wanted[position] === "**" && position < wanted.length - 1 && all.add(position + 1);
	return all;
}
function covers(part, segment) {
	let tokens = part.match(/\\?./gsu) ?? [];
	let letters = segment.match(/./gsu) ?? [];
	let [at, to, star, from] = [
		0,
		0,
		-1,
		0
	];
	for (; to < letters.length;) {
		let token = tokens[at];
		if (token === "*") {
			star = at;
			from = to;
			at += 1;
		} else if (token !== void 0 && (token === "?" || letter(token) === letters[to])) {
			at += 1;
			to += 1;
		} else if (star >= 0) {
			from += 1;
			at = star + 1;
			to = from;
		} else return !1;
	}
	for (; tokens[at] === "*";) at += 1;
	return at === tokens.length;
}
function letter(token) {
	return token.length > 1 && token.startsWith("\\") ? token.slice(1) : token;
}
// packages/github/commit-on-branch.ts
async function commitOnBranch(github, repository, { branch, head, message, files }) {
	let [headline = "", ...body] = message.split("\n");
	await github.graphql("createCommitOnBranch", CREATE_COMMIT, { input: {
		branch: {
			repositoryNameWithOwner: fullName(repository),
			branchName: branch
		},
		expectedHeadOid: head,
		message: {
			headline,
			body: body.join("\n").trim()
		},
		fileChanges: {
			additions: [...files].flatMap(([path, content]) => content === null ? [] : [{
				path,
				contents: content.toString("base64")
			}]),
			deletions: [...files].flatMap(([path, content]) => content === null ? [{ path }] : [])
		}
	} });
}
const CREATE_COMMIT = "mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }";
// packages/github/commit-tree.ts
async function commitTree(github, { owner, repo }, { branch, message, head, entries }) {
	let tree = [];
	for (let { path, content, mode } of entries) content === null ? tree.push({
		path,
		mode: "100644",
		type: "blob",
		sha: null
	}) : isText(content) ? tree.push({
		path,
		mode: modeOf(mode),
		type: "blob",
		content: content.toString("utf8")
	}) : tree.push({
		path,
		mode: modeOf(mode),
		type: "blob",
		sha: await blobOf(content)
	});
	let { data: parent } = await github.request("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
		owner,
		repo,
		commit_sha: head
	});
	let made = await github.request("POST /repos/{owner}/{repo}/git/trees", {
		owner,
		repo,
		base_tree: parent.tree.sha,
		tree
	});
	let { data: commit } = await github.request("POST /repos/{owner}/{repo}/git/commits", {
		owner,
		repo,
		message,
		tree: made.data.sha,
		parents: [head]
	});
	let ref = `heads/${branch}`;
	await github.request("PATCH /repos/{owner}/{repo}/git/refs/{ref}", {
		owner,
		repo,
		ref,
		sha: commit.sha,
		force: !1
	});
	return { isSigned: commit.verification.verified };
	async function blobOf(content) {
		let { data } = await github.request("POST /repos/{owner}/{repo}/git/blobs", {
			owner,
			repo,
			content: content.toString("base64"),
			encoding: "base64"
		});
		return data.sha;
	}
}
function modeOf(mode) {
	return mode === "100755" || mode === "120000" ? mode : "100644";
}
function isText(content) {
	return content.length < 1048576 && content.equals(Buffer.from(content.toString("utf8")));
}
function settling(github, change) {
	return {
		...change,
		act: async () => {
			for (let attempt = 1;; attempt += 1) try {
				return await change.act();
			} catch (error) {
				if (!(error instanceof RequestUnanswered) || attempt === 3) throw error;
				await github.sleep(1e3 * attempt);
				let found = await change.probe();
				if (found === change.after) return;
				if (found !== change.before) throw error;
			}
		}
	};
}
// packages/github/refs.ts
async function branchHead(github, repository, branch) {
	return (await getRef(github, repository, `heads/${branch}`))?.sha ?? null;
}
async function tagCommit(github, repository, tag) {
	let found = await tagObject(github, repository, tag);
	return found === null ? null : peel(github, repository, found);
}
function tagObject(github, repository, tag) {
	return getRef(github, repository, `tags/${tag}`);
}
async function listTags(github, { owner, repo }, prefix) {
	let found = await github.pages((page) => github.request("GET /repos/{owner}/{repo}/git/matching-refs/{ref}", {
		owner,
		repo,
		ref: `tags/${prefix}`,
		...page > 1 && { page }
	}));
	return new Map(found.map(({ ref, object }) => [ref.slice(10), object]));
}
async function peel(github, { owner, repo }, object) {
	let at = object;
	for (let depth = 0; at.type === "tag" && depth < 10; depth += 1) {
		let { data } = await github.request("GET /repos/{owner}/{repo}/git/tags/{tag_sha}", {
			owner,
			repo,
			tag_sha: at.sha
		});
		at = data.object;
	}
	return at.sha;
}
function createBranch(github, repository, branch, commit, reason) {
	return settling(github, {
		action: "create",
		subject: `branch ${branch} of ${fullName(repository)}`,
		before: null,
		after: commit,
		reason,
		probe: () => branchHead(github, repository, branch),
		act: () => createRef(github, repository, `refs/heads/${branch}`, commit)
	});
}
function moveRef(github, repository, { kind, name, before, after, force }, reason) {
	let { owner, repo } = repository;
	let ref = `${kind === "branch" ? "heads" : "tags"}/${name}`;
	return settling(github, {
		action: "move",
		subject: `${kind} ${name} of ${fullName(repository)}`,
		before,
		after,
		reason,
		probe: () => (kind === "branch" ? branchHead : tagCommit)(github, repository, name),
		act: async () => {
			await github.request("PATCH /repos/{owner}/{repo}/git/refs/{ref}", {
				owner,
				repo,
				ref,
				sha: after,
				force
			});
		}
	});
}
async function createRef(github, repository, ref, sha) {
	let { owner, repo } = repository;
	try {
		await github.request("POST /repos/{owner}/{repo}/git/refs", {
			owner,
			repo,
			ref,
			sha
		});
	} catch (error) {
		if (!(error instanceof RequestRefused) || !/rule violations|immutable/i.test(error.message)) throw error;
		let name = ref.replace(/^refs\/(?:heads|tags)\//, "");
		let burnt = ref.startsWith("refs/tags/") && await makesReleasesImmutable(github, repository);
		throw new UserError(`GitHub does not let “${name}” be created in ${owner}/${repo}: ${error.message}`, {
			advice: burnt ? "Releases are immutable here, so most likely one had this tag once: such a name is burnt for ever, even after the release was deleted. Take the next version." : "A ruleset of the repository or the organization restricts it: let the account of the token bypass it, or take another name. (Had an immutable release this tag once, it is burnt for ever.)",
			cause: error
		});
	}
}
async function makesReleasesImmutable(github, { owner, repo }) {
	try {
		let { data } = await github.request("GET /repos/{owner}/{repo}/immutable-releases", {
			owner,
			repo
		});
		return data.enabled;
	} catch (error) {
		if (error instanceof RequestRefused) return !1;
		throw error;
	}
}
async function getRef(github, { owner, repo }, ref) {
	let found = await orAbsent(github.request("GET /repos/{owner}/{repo}/git/ref/{ref}", {
		owner,
		repo,
		ref
	}));
	return found === null ? null : found.data.object;
}
// packages/github/commit-files.ts
const PLAIN = "100644";
const LARGEST_PART = {
	bytes: 20971520,
	files: 500
};
function filesDigest(paths, stateOf) {
	let hash = createHash("sha256");
	for (let path of [...paths].sort()) hash.update(`${path}\0${stateOf(path) ?? "absent"}\n`);
	return `files:${hash.digest("hex").slice(0, 12)}`;
}
function wantedDigest(files, modes = new Map()) {
	return filesDigest(files.keys(), (path) => wantedState(path, files, modes));
}
function foundDigest(files, found) {
	return filesDigest(files.keys(), (path) => foundState(found.get(path)));
}
function differing(files, found, modes = new Map()) {
	return [...files.keys()].filter((path) => wantedState(path, files, modes) !== foundState(found.get(path)));
}
function wantedState(path, files, modes) {
	let content = files.get(path);
	return content == null ? void 0 : stateText(blobName(content), modes.get(path) ?? PLAIN);
}
function foundState(entry) {
	return entry === void 0 ? void 0 : stateText(entry.blob, entry.mode);
}
function stateText(blob, mode) {
	return mode === PLAIN ? blob : `${blob} ${mode}`;
}
function wantedModes(files, given, found) {
	return new Map([...files].flatMap(([path, content]) => {
		let mode = given.get(path) ?? (found.get(path)?.mode === "100755" ? "100755" : PLAIN);
		return content === null || mode === PLAIN ? [] : [[path, mode]];
	}));
}
function checkSizes(files) {
	for (let [path, content] of files) {
		if ((content?.length ?? 0) <= 31457280) continue;
		throw new UserError(`“${path}” has ${Math.ceil((content?.length ?? 0) / 1024 / 1024)} MiB; GitHub’s interface takes at most 30.`, {
			file: path,
			advice: "Push it with git, keep it with Git LFS, or leave it out."
		});
	}
}
function inParts(files) {
	let ordered = [...files].sort(([, a], [, b]) => Number(a !== null) - Number(b !== null));
	let parts = [];
	let bytes = 0;
	let last = new Map();
	let gone = ordered.flatMap(([path, content]) => content === null ? [path] : []);
	let made = ordered.flatMap(([path, content]) => content === null ? [] : [path]);
	let isApart = made.some((path) => gone.some((other) => isBelow(other, path) || isBelow(path, other)));
	for (let [path, content] of ordered) {
		let size = content?.length ?? 0;
		let isFull = bytes + size > LARGEST_PART.bytes || last.size === LARGEST_PART.files;
		if (last.size > 0 && (isFull || isApart && path === made[0])) {
			parts.push(last);
			bytes = 0;
			last = new Map();
		}
		last.set(path, content);
		bytes += size;
	}
	return [...parts, last];
}
function isBelow(path, directory) {
	return path.startsWith(`${directory}/`);
}
function commitFiles(github, repository, { branch, files, modes = new Map(), message, before }, reason, seen) {
	let look = async () => {
		let head = await branchHead(github, repository, branch);
		if (head === null) return null;
		seen({ head });
		return {
			head,
			found: await listFiles(github, repository, head)
		};
	};
	return settling(github, {
		action: "update",
		subject: `${files.size === 1 ? "1 file" : `${files.size} files`} on branch ${branch} of ${fullName(repository)}`,
		before,
		after: wantedDigest(files, modes),
		reason,
		probe: async () => {
			let state = await look();
			return state === null ? null : foundDigest(files, state.found);
		},
		act: async () => {
			let state = await look();
			if (state === null) throw new UserError(`Branch ${branch} of ${fullName(repository)} is gone.`, { advice: "Run again." });
			let changed = differing(files, state.found, modes);
			if (isPlain(changed, files, modes, state.found)) return commitOnBranch(github, repository, {
				branch,
				head: state.head,
				message,
				files: only(changed, files)
			});
			let entries = changed.map((path) => ({
				path,
				content: files.get(path) ?? null,
				mode: modes.get(path) ?? PLAIN
			}));
			let { isSigned } = await commitTree(github, repository, {
				branch,
				message,
				head: state.head,
				entries
			});
			isSigned || seen({
				head: state.head,
				unsigned: !0
			});
		}
	});
}
function isPlain(changed, files, modes, found) {
	let gone = changed.filter((path) => files.get(path) === null);
	return changed.filter((path) => files.get(path) !== null).every((path) => !modes.has(path) && ["100644", void 0].includes(found.get(path)?.mode)) && gone.every((path) => found.get(path)?.mode !== "160000");
}
function only(paths, files) {
	return new Map(paths.map((path) => [path, files.get(path) ?? null]));
}
// packages/github/commits.ts
async function resolveCommit(github, repository, ref, what) {
	let { owner, repo } = repository;
	try {
		let { data } = await github.request("GET /repos/{owner}/{repo}/commits/{ref}", {
			owner,
			repo,
			ref,
			per_page: 1
		});
		return data.sha;
	} catch (error) {
		if (!(error instanceof RequestRefused) || error.status !== 404 && error.status !== 422) throw error;
		throw new UserError(`${what}: ${fullName(repository)} has no commit, branch or tag “${ref}”.`, {
			advice: "Check the spelling, and that it was pushed.",
			cause: error
		});
	}
}
async function compare(github, repository, base, head) {
	let found = await orAbsent(comparePage(github, repository, base, head, 1));
	return found === null ? null : {
		status: found.status,
		aheadBy: found.ahead_by,
		commits: found.commits.map(info)
	};
}
async function commitsSince(github, repository, base, head, known) {
	let first = known ?? await compare(github, repository, base, head);
	let pages = Math.ceil((first?.aheadBy ?? 0) / 100);
	let rest = await Promise.all(Array.from({ length: Math.max(0, pages - 1) }, (_, index) => comparePage(github, repository, base, head, index + 2)));
	return [...first?.commits ?? [], ...rest.flatMap(({ commits }) => commits.map(info))];
}
async function newestCommits(github, { owner, repo }, head) {
	let { data } = await github.request("GET /repos/{owner}/{repo}/commits", {
		owner,
		repo,
		sha: head,
		per_page: 100
	});
	return data.map(info).reverse();
}
async function comparePage(github, { owner, repo }, base, head, page) {
	let basehead = `${base}...${head}`;
	let { data } = await github.request("GET /repos/{owner}/{repo}/compare/{basehead}", {
		owner,
		repo,
		basehead,
		per_page: 100,
		page
	});
	return data;
}
function info(commit) {
	let login = commit.author?.login;
	let name = commit.commit.author?.name;
	return {
		sha: commit.sha,
		message: commit.commit.message,
		parents: commit.parents.length,
		parentShas: commit.parents.map((parent) => parent.sha),
		...login !== void 0 && { author: login },
		...name !== void 0 && { authorName: name }
	};
}
// packages/github/contributors.ts
const LINE = /^\* @([\w-]+) made their first contribution in \S+\/pull\/(\d{1,9})\s*$/gm;
async function firstContributions(github, { owner, repo }, { tag, commit, previousTag }) {
	try {
		let { data } = await github.request("POST /repos/{owner}/{repo}/releases/generate-notes", {
			owner,
			repo,
			tag_name: tag,
			target_commitish: commit,
			previous_tag_name: previousTag
		});
		return [...data.body.matchAll(LINE)].map(([, login = "", number]) => ({
			login,
			pullRequest: Number(number)
		}));
	} catch (error) {
		if (error instanceof RequestRefused && (error.status === 403 || error.status === 404)) return null;
		throw error;
	}
}
const UNTIL_SHOWN = [
	500,
	1500,
	3e3,
	5e3,
	1e4,
	2e4,
	2e4
];
const UNTIL_GIVEN_UP = [
	1e3,
	3e3,
	6e3
];
async function dispatchOnce(github, repository, wish) {
	let before = await explained$1(dispatchedRuns(github, repository, wish.workflow), repository, wish);
	let found = oldestUnderWay(before, wish);
	if (found !== null) return {
		id: found.id,
		url: found.url,
		adopted: !0
	};
	let known = new Set(before.map(({ id }) => id));
	for (let attempt = 1;; attempt += 1) {
		let started = await dispatch(github, repository, wish).catch((error) => {
			if (error instanceof RequestUnanswered) return error;
			throw error;
		});
		let isLost = started instanceof RequestUnanswered;
		let run = isLost || started === null ? await whenShown(github, repository, wish, known, isLost ? UNTIL_GIVEN_UP : UNTIL_SHOWN) : started;
		if (run !== null) return await yieldToOlder(github, repository, wish, run);
		if (isLost && attempt < 3) continue;
		if (isLost) throw started;
		throw new ServiceError(`GitHub accepted the start of ${wish.workflow} in ${fullName(repository)} and shows no run of it.`, { advice: "Look at its runs, then run again. With “run-name: … ${{ inputs.correlation-id }}” in the workflow its run is found for certain." });
	}
}
function isFor({ title, ref }, wish) {
	if (!wish.isNamed) return ref === wish.ref.replace(/^refs\/(?:heads|tags)\//, "");
	let at = title.indexOf(wish.correlation);
	return at >= 0 && !/^[\w.+-]*\w/.test(title.slice(at + wish.correlation.length));
}
function oldestUnderWay(runs, wish) {
	return runs.filter((run) => run.status !== "completed" && isFor(run, wish)).toSorted((a, b) => a.id - b.id)[0] ?? null;
}
async function dispatch(github, repository, wish) {
	let { owner, repo } = repository;
	let ask = async (details) => github.request("POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches", {
		owner,
		repo,
		workflow_id: wish.workflow,
		ref: wish.ref,
		inputs: wish.inputs,
		...details && { return_run_details: !0 }
	});
	let data = (await explained$1(ask(!0).catch((error) => {
		if (error instanceof RequestRefused && /return_run_details/.test(error.message)) return ask(!1);
		throw error;
	}), repository, wish)).data;
	if (typeof data != "object" || !data || !("workflow_run_id" in data)) return null;
	let url = "html_url" in data ? String(data.html_url) : "";
	return {
		id: Number(data.workflow_run_id),
		url
	};
}
async function whenShown(github, repository, wish, known, pauses) {
	for (let pause of pauses) {
		await github.sleep(pause);
		let mine = (await dispatchedRuns(github, repository, wish.workflow)).filter((run) => !known.has(run.id) && isFor(run, wish)).toSorted((a, b) => a.id - b.id);
		if (mine[0] !== void 0) return mine[0];
	}
	return null;
}
async function yieldToOlder(github, repository, wish, { id, url }) {
	if (!wish.isNamed) return {
		id,
		url,
		adopted: !1
	};
	let older = oldestUnderWay(await dispatchedRuns(github, repository, wish.workflow), wish);
	if (older === null || older.id >= id) return {
		id,
		url,
		adopted: !1
	};
	await cancelRun(github, repository, id);
	return {
		id: older.id,
		url: older.url,
		adopted: !0
	};
}
async function explained$1(ask, repository, { workflow, ref }) {
	try {
		return await ask;
	} catch (error) {
		if (!(error instanceof RequestRefused)) throw error;
		let where = `${workflow} of ${fullName(repository)}`;
		if (error.status === 404) throw new UserError(`There is no workflow ${where}, or this token may not see it.`, {
			advice: "Check “workflow” in the manifest: it is the name of a file in .github/workflows of the default branch. The token needs “actions: write” on that repository; the default token only has it on its own, an app’s token where the app is installed.",
			cause: error
		});
		if (error.status === 403) throw new UserError(`This token may not start ${where}.`, {
			advice: "It needs “actions: write” on that repository. The default token only has it on its own repository; use an app’s token for the others.",
			cause: error
		});
		if (error.status === 422) throw new UserError(`GitHub does not start ${where} on ${ref}: ${error.message}`, {
			advice: `The workflow must be on ${ref} with “on: workflow_dispatch:”, and take the inputs that it is given (“workflow-inputs” in the manifest).`,
			cause: error
		});
		throw error;
	}
}
// packages/github/draft.ts
function draftOn(github, repository, base) {
	let files = new Map([...base].flatMap(([path, { blob, mode }]) => mode.startsWith("100") ? [[path, blob]] : []));
	return new Draft(files.keys(), (path) => readBlob(github, repository, files.get(path) ?? ""));
}
async function failedJobs(github, repository, run) {
	let { owner, repo } = repository;
	let failed = ((await optional(github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs", {
		owner,
		repo,
		run_id: run,
		filter: "latest",
		per_page: 100
	})))?.data.jobs ?? []).filter(({ conclusion }) => conclusion !== null && ![
		"success",
		"skipped",
		"neutral"
	].includes(conclusion));
	return Promise.all(failed.slice(0, 3).map(async ({ id, name, html_url: url, steps }) => ({
		name,
		url: url ?? "",
		step: steps?.find(({ conclusion }) => conclusion === "failure")?.name ?? null,
		tail: await logTail(github, repository, Number(id))
	})));
}
async function logTail(github, { owner, repo }, job) {
	let text = (await optional(github.request("GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs", {
		owner,
		repo,
		job_id: job
	})))?.data;
	if (typeof text != "string") return [];
	return stripVTControlCharacters(text).split(/\r?\n/).map((line) => line.replace(/^\uFEFF?\d{4}-\d\d-\d\dT[\d:.]+Z /, "").replace(/^##\[(?:group|endgroup)\]/, "")).filter((line) => line.trim() !== "").slice(-30).map((line) => line.length > 300 ? `${line.slice(0, 299)}…` : line);
}
async function optional(answer) {
	try {
		return await answer;
	} catch (error) {
		if (error instanceof RequestRefused || error instanceof RequestUnanswered) return null;
		throw error;
	}
}
// packages/github/history.ts
var RepositoryHistory = class {
	#github;
	#repository;
	#objects = new Map();
	#commits = new Map();
	#comparisons = new Map();
	#lists = new Map();
	constructor(github, repository) {
		this.#github = github;
		this.#repository = repository;
	}
	async tags(prefix) {
		let found = await listTags(this.#github, this.#repository, prefix);
		for (let [tag, object] of found) this.#objects.set(tag, object);
		return [...found.keys()];
	}
	commitOf(tag) {
		let object = this.#objects.get(tag);
		if (object === void 0) throw RangeError(`tag ${tag} was not listed`);
		return remembered(this.#commits, tag, () => peel(this.#github, this.#repository, object));
	}
	async contains(head, commit) {
		let status = head === commit ? "identical" : (await this.#compare(commit, head))?.status;
		return status === "ahead" || status === "identical";
	}
	since(ancestor, head) {
		return remembered(this.#lists, `${ancestor} ${head}`, async () => {
			if (ancestor === null) return newestCommits(this.#github, this.#repository, head);
			if (ancestor === head) return [];
			let known = await this.#compare(ancestor, head);
			return known === null ? [] : commitsSince(this.#github, this.#repository, ancestor, head, known);
		});
	}
	#compare(base, head) {
		return remembered(this.#comparisons, `${base} ${head}`, () => compare(this.#github, this.#repository, base, head));
	}
};
function remembered(known, key, ask) {
	let answer = known.get(key) ?? ask();
	known.set(key, answer);
	return answer;
}
// packages/github/identity.ts
async function viewerLogin(github) {
	let { viewer } = await github.graphql("viewer", "query { viewer { login } }", {});
	return viewer.login;
}
async function accountIdentity(github, login) {
	let { data } = await github.request("GET /users/{username}", { username: login ?? await viewerLogin(github) });
	return {
		name: data.name ?? data.login,
		email: `${data.id}+${data.login}@users.noreply.github.com`
	};
}
async function signOff(github, login) {
	return signOffLine(await accountIdentity(github, login));
}
function signOffLine({ name, email }) {
	return `Signed-off-by: ${name} <${email}>`;
}
// packages/github/forks.ts
const PAUSES = [
	1e3,
	2e3,
	4e3,
	8e3,
	16e3,
	3e4
];
async function planFork(github, parent, owner, reason) {
	if (owner.toLowerCase() === parent.owner.toLowerCase()) throw new UserError(`Input “fork-owner”: ${fullName(parent)} belongs to “${owner}” itself.`, { advice: "Leave “fork-owner” out to work in the repository itself, or name the owner of a fork." });
	let fork = {
		owner,
		repo: parent.repo
	};
	let parentOf = async () => {
		let found = await orAbsent(getRepository(github, fork));
		return found === null ? null : found.parent ?? "not a fork";
	};
	let found = await parentOf();
	if (found?.toLowerCase() === fullName(parent).toLowerCase()) return {
		fork,
		change: null
	};
	if (found !== null) throw new UserError(`${fullName(fork)} is ${found === "not a fork" ? found : `a fork of ${found}`}, not a fork of ${fullName(parent)}.`, { advice: "Rename it, or name another “fork-owner”." });
	return {
		fork,
		change: settling(github, {
			action: "create",
			subject: `fork ${fullName(fork)}`,
			before: null,
			after: fullName(parent),
			reason,
			probe: parentOf,
			act: async () => {
				let own = (await viewerLogin(github)).toLowerCase() === owner.toLowerCase();
				await github.request("POST /repos/{owner}/{repo}/forks", {
					owner: parent.owner,
					repo: parent.repo,
					...!own && { organization: owner }
				});
				for (let pause of PAUSES) {
					if (await parentOf() !== null) return;
					await github.sleep(pause);
				}
				throw new ServiceError(`GitHub has not made the fork ${fullName(fork)} within a minute.`, { advice: "Run again a little later." });
			}
		})
	};
}
// packages/github/one-commit.ts
async function oneCommit(github, wanted, reason, seen) {
	let { home, branch, parent, files } = wanted;
	let probe = async () => {
		let head = await branchHead(github, home, branch);
		seen(head);
		return head === null ? null : describe(await readCommit(github, home, head), await digestAt(github, wanted, head));
	};
	let after = describe({
		...wanted,
		parents: [parent]
	}, wantedDigest(files));
	let before = await probe();
	if (before === after) return null;
	let count = files.size === 1 ? "1 file" : `${files.size} files`;
	return settling(github, {
		action: before === null ? "create" : "update",
		subject: `branch ${branch} of ${fullName(home)}: one commit of ${count} on ${parent.slice(0, 12)}`,
		before,
		after,
		reason,
		probe,
		act: async () => {
			let sha = await writeCommit(github, wanted, await inFork(github, wanted, () => writeTree(github, wanted)));
			await branchHead(github, home, branch) === null ? await createRef(github, home, `refs/heads/${branch}`, sha) : await swapRef(github, home, branch, sha);
			seen(sha);
		}
	});
}
function describe({ parents, message, author }, digest) {
	return `${digest} ${createHash("sha256").update(`${author.name} <${author.email}>\n${message.trim()}`).digest("hex").slice(0, 12)} on ${parents.map((parent) => parent.slice(0, 12)).join(", ") || "nothing"}`;
}
async function digestAt(github, { home, directory, files }, commit) {
	let found = await listFiles(github, home, commit, directory);
	return filesDigest(new Set([...files.keys(), ...found.keys()]), (path) => found.get(path)?.blob);
}
async function readCommit(github, { owner, repo }, commit_sha) {
	let { data } = await github.request("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
		owner,
		repo,
		commit_sha
	});
	return {
		tree: data.tree.sha,
		parents: data.parents.map(({ sha }) => sha),
		message: data.message,
		author: {
			name: data.author.name,
			email: data.author.email
		},
		date: data.committer.date
	};
}
async function writeTree(github, { home, repository, parent, files }) {
	let { owner, repo } = home;
	let { tree: base_tree } = await readCommit(github, repository, parent);
	let tree = await Promise.all([...files].map(async ([path, content]) => {
		let entry = {
			path,
			mode: "100644",
			type: "blob"
		};
		if (content === null) return {
			...entry,
			sha: null
		};
		let text = content.toString("utf8");
		if (Buffer.from(text).equals(content)) return {
			...entry,
			content: text
		};
		let { data } = await github.request("POST /repos/{owner}/{repo}/git/blobs", {
			owner,
			repo,
			content: content.toString("base64"),
			encoding: "base64"
		});
		return {
			...entry,
			sha: data.sha
		};
	}));
	let { data } = await github.request("POST /repos/{owner}/{repo}/git/trees", {
		owner,
		repo,
		base_tree,
		tree
	});
	return data.sha;
}
async function writeCommit(github, wanted, tree) {
	let { home, repository, parent, message, author } = wanted;
	let { date } = await readCommit(github, repository, parent);
	let { data } = await github.request("POST /repos/{owner}/{repo}/git/commits", {
		owner: home.owner,
		repo: home.repo,
		message,
		tree,
		parents: [parent],
		author: {
			...author,
			date
		},
		committer: {
			...author,
			date
		}
	});
	return data.sha;
}
async function swapRef(github, { owner, repo }, branch, sha) {
	await github.request("PATCH /repos/{owner}/{repo}/git/refs/{ref}", {
		owner,
		repo,
		ref: `heads/${branch}`,
		sha,
		force: !0
	});
}
async function inFork(github, { home, repository, base }, write) {
	try {
		return await write();
	} catch (error) {
		if (!(error instanceof RequestRefused && (error.status === 404 || error.status === 422)) || home === repository) throw error;
		let { owner, repo } = home;
		try {
			await github.request("POST /repos/{owner}/{repo}/merge-upstream", {
				owner,
				repo,
				branch: base
			});
		} catch (refused) {
			if (!(refused instanceof RequestRefused) || refused.status !== 409 && refused.status !== 422) throw refused;
			throw new UserError(`${fullName(home)} lags behind ${fullName(repository)} and cannot be brought up to date: ${refused.message}`, {
				advice: `Make branch “${base}” of the fork equal to its parent’s (“Sync fork” on its page), and run again.`,
				cause: refused
			});
		}
		return write();
	}
}
// packages/github/pulls.ts
async function findPull(github, place) {
	let { owner, repo } = place.repository;
	let { data } = await github.request("GET /repos/{owner}/{repo}/pulls", {
		owner,
		repo,
		state: "all",
		base: place.base,
		head: `${place.headOwner}:${place.branch}`,
		sort: "created",
		direction: "desc",
		per_page: 100
	});
	let ours = data.filter(({ head, base }) => head.ref === place.branch && base.ref === place.base);
	let found = ours.find(({ state }) => state === "open") ?? ours[0];
	return found === void 0 ? null : view$1(found);
}
function pullSubject({ repository, base, branch, headOwner }) {
	return `pull request ${headOwner === repository.owner ? branch : `${headOwner}:${branch}`} → ${base} of ${fullName(repository)}`;
}
function view$1(pull) {
	let merged = pull.merged_at !== null;
	return {
		number: pull.number,
		nodeId: pull.node_id,
		url: pull.html_url,
		state: merged ? "merged" : pull.state === "open" ? "open" : "closed",
		title: pull.title,
		body: pull.body ?? "",
		draft: pull.draft ?? !1,
		labels: pull.labels.map(({ name }) => name),
		reviewers: [...(pull.requested_reviewers ?? []).map(({ login }) => login), ...(pull.requested_teams ?? []).map(({ slug }) => `${pull.base.repo.owner.login}/${slug}`)],
		head: pull.head.sha,
		mergeCommit: merged ? pull.merge_commit_sha : null,
		autoMerge: pull.auto_merge?.merge_method ?? null
	};
}
// packages/github/merging.ts
async function autoMerge(github, pull, method, reason) {
	let hasQueue = await mergesByQueue(github, pull.place);
	let after = hasQueue ? "merge queue" : method;
	let state = async (seen) => {
		if (seen?.state === "merged") return after;
		if (seen === null || !hasQueue) return seen?.autoMerge ?? null;
		return seen.autoMerge !== null || await isQueued(github, seen) ? after : null;
	};
	let before = await state(pull.seen?.state === "open" ? pull.seen : null);
	if (before === after) return null;
	return settling(github, {
		action: "merge",
		subject: pullSubject(pull.place),
		before,
		after,
		reason,
		probe: async () => state(await pull.look()),
		act: async () => {
			let seen = pull.seen ?? await pull.look();
			if (seen === null) throw Error(`${pullSubject(pull.place)} was to be merged before it was opened`);
			let mergeable = await whenJudged(github, pull, seen.number);
			if (mergeable === "dirty") throw conflicting(pull, seen);
			mergeable !== "clean" && mergeable !== "has_hooks" ? await enable(github, pull, seen, method) : hasQueue ? await enqueue(github, seen) : await merge(github, pull, seen, method);
		}
	});
}
async function mergesByQueue(github, { repository, base }) {
	let { owner, repo } = repository;
	return (await orAbsent(github.request("GET /repos/{owner}/{repo}/rules/branches/{branch}", {
		owner,
		repo,
		branch: base,
		per_page: 100
	})))?.data.some(({ type }) => type === "merge_queue") ?? !1;
}
async function isQueued(github, { nodeId }) {
	let { node } = await github.graphql("isInMergeQueue", "query ($id: ID!) { node(id: $id) { ... on PullRequest { isInMergeQueue } } }", { id: nodeId });
	return node?.isInMergeQueue ?? !1;
}
async function enqueue(github, { nodeId, head }) {
	await github.graphql("enqueuePullRequest", "mutation ($input: EnqueuePullRequestInput!) { enqueuePullRequest(input: $input) { clientMutationId } }", { input: {
		pullRequestId: nodeId,
		expectedHeadOid: head
	} });
}
async function whenJudged(github, { place }, number) {
	let { owner, repo } = place.repository;
	for (let attempt = 1;; attempt += 1) {
		let { data } = await github.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
			owner,
			repo,
			pull_number: number
		});
		if (data.mergeable_state !== "unknown" || attempt === 6) return data.mergeable_state;
		await github.sleep(500 * 2 ** attempt);
	}
}
async function merge(github, { place }, seen, method) {
	let { owner, repo } = place.repository;
	await github.request("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", {
		owner,
		repo,
		pull_number: seen.number,
		merge_method: method,
		sha: seen.head
	});
}
async function enable(github, pull, seen, method) {
	try {
		await github.graphql("enablePullRequestAutoMerge", ENABLE, { input: {
			pullRequestId: seen.nodeId,
			mergeMethod: method.toUpperCase()
		} });
	} catch (error) {
		if (!(error instanceof RequestRefused)) throw error;
		let status = /\bin (\w+) status\b/i.exec(error.message)?.[1]?.toLowerCase();
		if (status === "clean") return merge(github, pull, seen, method);
		throw new UserError(`GitHub does not enable auto-merge on ${seen.url}: ${error.message}`, {
			advice: status === "unstable" ? "A check that is not required is pending or failed. Make the checks that matter required, or merge by hand." : "Allow auto-merge and this merge method in the settings of the repository, and give the token “pull-requests: write” and “contents: write”.",
			cause: error
		});
	}
}
function conflicting({ place }, seen) {
	return new UserError(`${seen.url} conflicts with ${place.base}.`, { advice: `Resolve the conflict, or close the pull request and delete branch ${place.branch}: the next run opens it anew.` });
}
const ENABLE = "mutation ($input: EnablePullRequestAutoMergeInput!) { enablePullRequestAutoMerge(input: $input) { clientMutationId } }";
// packages/github/workspace-files.ts
async function filesFromPaths(workspace, paths, present) {
	let found = new Found(workspace, "Input “paths”");
	for (let given of paths) {
		let path = tidy(given, "Input “paths”");
		if (/[*?[\]{}]/.test(path)) throw new UserError(`Input “paths”: “${given}” is a pattern.`, { advice: "Name files or directories; a directory stands for all its files." });
		for (let one of present) (path === "." || one === path || one.startsWith(`${path}/`)) && found.remove(one);
		let below = await workspace.list(path, "Input “paths”", "with links");
		for (let one of below.length > 0 ? below : [path]) await found.add(one, one);
		if (!found.files.has(path) && ![...found.files.keys()].some((one) => path === "." || one.startsWith(`${path}/`))) throw new UserError(`Input “paths”: “${given}” is neither in the checkout nor in the repository.`, { advice: "Correct the path, or take it out of the list." });
	}
	return found;
}
async function filesFromDirectory(workspace, from, to, present) {
	let [source, target] = [tidy(from, "Input “from-dir”"), tidy(to, "Input “to-dir”")];
	if (target === "." || target.startsWith("/") || target.split("/").includes("..")) throw new UserError(`Input “to-dir”: “${to}” is no directory below the root of the repository.`, { advice: "Give a path such as “operators/codeflare-operator/1.2.0”; it will hold exactly what “from-dir” holds." });
	let local = await workspace.list(source, "Input “from-dir”", "with links");
	if (local.length === 0) throw new UserError(`Input “from-dir”: there is no file in “${from}”.`, { advice: "Correct the path, or run the step that makes the files before this one." });
	let found = new Found(workspace, "Input “from-dir”");
	for (let one of present) one.startsWith(`${target}/`) && found.remove(one);
	for (let one of local) await found.add(one, `${target}/${source === "." ? one : one.slice(source.length + 1)}`);
	return found;
}
var Found = class {
	files = new Map();
	modes = new Map();
	#workspace;
	#what;
	constructor(workspace, what) {
		this.#workspace = workspace;
		this.#what = what;
	}
	remove(path) {
		this.files.has(path) || this.files.set(path, null);
	}
	async add(path, target) {
		let link = await this.#link(path);
		if (link !== null) {
			this.files.set(target, link);
			this.modes.set(target, "120000");
			return;
		}
		let stat = await lstat(await this.#workspace.locate(path, this.#what)).catch(() => null);
		let content = stat?.isFile() === !0 ? await this.#workspace.read(path, this.#what) : null;
		if (content === null) return;
		this.files.set(target, content);
		process.platform !== "win32" && stat !== null && stat.mode & 73 && this.modes.set(target, "100755");
	}
	async #link(path) {
		let within = await this.#workspace.locate(posix.dirname(path), this.#what);
		let at = join(within, posix.basename(path));
		return (await lstat(at).catch(() => null))?.isSymbolicLink() === !0 ? Buffer.from((await readlink(at)).replaceAll("\\", "/")) : null;
	}
};
function tidy(given, what) {
	let path = given.replace(/^(?:\.\/+)+/, "").replace(/\/+$/, "").replaceAll(/\/{2,}/g, "/") || ".";
	if (!path.split("/").some((part) => part.toLowerCase() === ".git")) return path;
	throw new UserError(`${what}: “${given}” is in git’s own directory.`, { advice: "Name files of the checkout." });
}
// packages/github/proposal-inputs.ts
const LONGEST_BODY = 65536;
function proposalFiles(workspace, { paths, from, to }) {
	let directories = from !== "" || to !== "";
	if (directories === paths.length > 0) throw new UserError(directories ? "Inputs “paths” and “from-dir” both say what to commit." : "There is nothing to commit: neither “paths” nor “from-dir” is given.", { advice: "Give “paths”, or “from-dir” and “to-dir”." });
	if (!directories) return (present) => filesFromPaths(workspace, paths, present);
	if (from === "" || to === "") throw new UserError(`Input “${from === "" ? "from-dir" : "to-dir"}” is missing.`, { advice: "“from-dir” and “to-dir” belong together." });
	return (present) => filesFromDirectory(workspace, from, to, present);
}
async function proposalBody(workspace, { body, file, temp = "" }) {
	if (body !== "" && file !== "") throw new UserError("Inputs “body” and “body-file” both say what the text is.", { advice: "Give one of them." });
	let [place, path] = temp !== "" && file.startsWith(join(temp, sep)) ? [new Workspace(temp), relative(temp, file)] : [workspace, file];
	let read = file === "" ? null : await place.read(path, "Input “body-file”");
	if (file !== "" && read === null) throw new UserError(`Input “body-file”: there is no file “${file}”.`, { advice: "Give its path from the root of the checkout." });
	let text = read === null ? body : read.toString("utf8");
	if (text.length <= LONGEST_BODY) return text;
	throw new UserError(`The text of the pull request has ${text.length} characters; GitHub takes at most ${LONGEST_BODY}.`, { advice: "Shorten it, and link to the rest." });
}
function reportProposal(proposal) {
	let { state, pull } = proposal.outcome();
	let files = list(proposal.paths.map((path) => code(path)));
	if (pull === null) return proposal.paths.length === 0 ? [paragraph("Nothing to propose: the base has this content already.")] : [paragraph("To be proposed:"), files];
	return [
		paragraph(link$1(`#${pull.number} ${pull.title}`, pull.url), ` is ${state}.`),
		...proposal.paths.length === 0 ? [] : [files],
		...proposal.findings.map(({ message, advice }) => paragraph("⚠ ", message, " ", advice))
	];
}
// packages/github/text-digest.ts
function textDigest(text) {
	if (text === null) return null;
	return contentDigest(Buffer.from(`${text.title.trim()}\n${text.body.replaceAll("\r\n", "\n").trimEnd()}`));
}
// packages/github/followed-pull.ts
var FollowedPull = class FollowedPull {
	place;
	#github;
	#seen;
	constructor(github, place, seen) {
		this.#github = github;
		this.place = place;
		this.#seen = seen;
	}
	static async find(github, place) {
		return new FollowedPull(github, place, await findPull(github, place));
	}
	get seen() {
		return this.#seen;
	}
	async look() {
		this.#seen = await findPull(this.#github, this.place);
		return this.#seen;
	}
	open(text, reason) {
		let { repository, base, headOwner, branch } = this.place;
		let { owner, repo } = repository;
		let former = this.#seen?.number;
		return settling(this.#github, {
			action: "create",
			subject: pullSubject(this.place),
			before: null,
			after: "open",
			reason,
			probe: async () => {
				let found = await this.look();
				return found === null || found.number === former ? null : "open";
			},
			act: async () => {
				await this.#github.request("POST /repos/{owner}/{repo}/pulls", {
					owner,
					repo,
					base,
					head: headOwner === owner ? branch : `${headOwner}:${branch}`,
					title: text.title,
					body: text.body,
					draft: text.draft,
					maintainer_can_modify: !0
				});
			}
		});
	}
	retitle(text, reason) {
		let { owner, repo } = this.place.repository;
		let [before, after] = [textDigest(this.#seen), textDigest(text)];
		if (before === after) return null;
		return settling(this.#github, {
			action: "update",
			subject: `text of ${pullSubject(this.place)}`,
			before,
			after,
			reason,
			probe: async () => textDigest(await this.look()),
			act: async () => {
				let pull_number = await this.#number();
				let { title, body } = text;
				await this.#github.request("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", {
					owner,
					repo,
					pull_number,
					title,
					body
				});
			}
		});
	}
	label(labels, reason) {
		let { owner, repo } = this.place.repository;
		let add = async (missing) => {
			let issue_number = await this.#number();
			await this.#github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", {
				owner,
				repo,
				issue_number,
				labels: missing
			});
		};
		return this.#grow("labels", labels, (pull) => pull.labels, add, reason);
	}
	async requestReviews(reviewers, reason) {
		let { owner, repo } = this.place.repository;
		let number = this.#seen?.state === "open" ? this.#seen.number : null;
		let reviewed = number === null || reviewers.length === 0 ? new Set() : await this.#reviewed(number);
		let wanted = reviewers.filter((reviewer) => !reviewed.has(reviewer.toLowerCase()));
		let add = async (missing) => {
			let pull_number = await this.#number();
			await this.#github.request("POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers", {
				owner,
				repo,
				pull_number,
				reviewers: missing.filter((name) => !name.includes("/")),
				team_reviewers: missing.flatMap((name) => name.split("/")[1] ?? [])
			});
		};
		return this.#grow("reviewers", wanted, (pull) => pull.reviewers, add, reason);
	}
	#grow(what, wanted, has, add, reason) {
		let present = (pull) => {
			let names = new Set((pull === null ? [] : has(pull)).map((name) => name.toLowerCase()));
			let found = wanted.filter((name) => names.has(name.toLowerCase()));
			return found.length === 0 ? null : found.join(", ");
		};
		let [before, after] = [present(this.#seen?.state === "open" ? this.#seen : null), wanted.length === 0 ? null : wanted.join(", ")];
		if (before === after) return null;
		return settling(this.#github, {
			action: "update",
			subject: `${what} of ${pullSubject(this.place)}`,
			before,
			after,
			reason,
			probe: async () => present(await this.look()),
			act: async () => {
				let found = present(this.#seen)?.split(", ") ?? [];
				await add(wanted.filter((name) => !found.includes(name)));
			}
		});
	}
	async #reviewed(pull_number) {
		let { owner, repo } = this.place.repository;
		let reviews = await this.#github.pages((page) => this.#github.request("GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
			owner,
			repo,
			pull_number,
			per_page: 100,
			page
		}));
		return new Set(reviews.flatMap(({ user }) => user === null ? [] : [user.login.toLowerCase()]));
	}
	async #number() {
		let found = this.#seen ?? await this.look();
		if (found === null) throw Error(`${pullSubject(this.place)} was to be changed before it was opened`);
		return found.number;
	}
};
// packages/github/prepare-branch.ts
async function prepareBranch(github, { home, repository, branch, base, baseHead, head, former }, reason) {
	let synced = (change) => home === repository ? change : withUpstream(github, home, base, change);
	if (head === null) return {
		changes: [synced(createBranch(github, home, branch, baseHead, reason))],
		restarts: !0
	};
	let compared = await compare(github, repository, baseHead, home === repository ? head : `${home.owner}:${branch}`);
	if (compared === null) throw new UserError(`Branch ${branch} of ${fullName(home)} has no history in common with ${base}.`, { advice: "Delete it, or name another “branch”." });
	let { status } = compared;
	if (status === "identical") return {
		changes: [],
		restarts: !0
	};
	let left = former !== null && former.state !== "open" && former.head === head;
	if (status !== "behind" && !left) return {
		changes: [],
		restarts: !1
	};
	return {
		changes: [synced(moveRef(github, home, {
			kind: "branch",
			name: branch,
			before: head,
			after: baseHead,
			force: left
		}, reason))],
		restarts: !0
	};
}
function withUpstream(github, { owner, repo }, base, change) {
	return {
		...change,
		act: async () => {
			try {
				await change.act();
			} catch (error) {
				if (!(error instanceof RequestRefused) || !/object does not exist/i.test(error.message)) throw error;
				await github.request("POST /repos/{owner}/{repo}/merge-upstream", {
					owner,
					repo,
					branch: base
				});
				await change.act();
			}
		}
	};
}
// packages/github/propose.ts
async function planProposal(github, proposal) {
	let { repository, branch, title } = proposal;
	let { defaultBranch, mergeMethods } = await getRepository(github, repository);
	checkMerge(proposal, mergeMethods);
	let base = proposal.base === "" ? defaultBranch : proposal.base;
	let reason = `to propose: ${title}`;
	let fork = proposal.forkOwner === "" ? null : await planFork(github, repository, proposal.forkOwner, reason);
	let home = fork?.fork ?? repository;
	if (fork === null && base === branch) throw new UserError(`Input “branch”: “${branch}” is the base of the pull request itself.`, { advice: "Name a branch of its own." });
	let baseHead = await branchHead(github, repository, base);
	if (baseHead === null) throw new UserError(`Input “base”: ${fullName(repository)} has no branch “${base}”.`, { advice: "Correct “base”, or leave it out for the default branch." });
	let isForkThere = fork === null || fork.change === null;
	let [pull, head, inBase] = await Promise.all([
		FollowedPull.find(github, {
			repository,
			base,
			headOwner: home.owner,
			branch
		}),
		isForkThere ? branchHead(github, home, branch) : null,
		listFiles(github, repository, baseHead)
	]);
	let inBranch = head === null ? inBase : await listFiles(github, home, head);
	let { files, modes: given } = await proposal.files(new Set([...inBase.keys(), ...inBranch.keys()]), inBase);
	let modes = wantedModes(files, given, inBase);
	let paths = differing(files, inBase, modes);
	let nothing = (seen, told) => ({
		changes: [],
		findings: told,
		paths,
		outcome: () => ({
			state: seen?.state ?? "none",
			pull: seen,
			commit: seen?.mergeCommit ?? seen?.head ?? null
		})
	});
	let former = pull.seen;
	if (paths.length === 0) {
		if (former?.state === "open") return nothing(former, [superfluous(former, base)]);
		return nothing(former?.state === "merged" ? former : null, []);
	}
	checkSizes(files);
	let prepared = await prepareBranch(github, {
		home,
		repository,
		branch,
		baseHead,
		head,
		former,
		base
	}, reason);
	let found = prepared.restarts ? inBase : inBranch;
	if (former?.state === "closed" && former.head === head && differing(files, inBranch, modes).length === 0) return nothing(former, [declinedProposal(former, branch)]);
	let newest = former?.state === "open" ? former.head : null;
	let findings = [];
	let open = new Map([...files].filter(([path]) => differing(files, found, modes).includes(path)));
	let parts = open.size === 0 ? [] : inParts(open);
	let login = parts.length > 0 || former?.state !== "open" ? await viewerLogin(github) : null;
	login === DEFAULT_TOKEN && findings.push(noChecks(proposal));
	let message = parts.length === 0 ? "" : await messageOf(github, proposal, login ?? "");
	let commits = parts.map((part, index) => commitFiles(github, home, {
		branch,
		files: part,
		modes: new Map([...modes].filter(([path]) => part.has(path))),
		before: foundDigest(part, found),
		message: parts.length === 1 ? message : numbered(message, index + 1, parts.length)
	}, reason, (seen) => {
		newest = seen.head;
		seen.unsigned === !0 && findings.push(unsigned(branch));
	}));
	let text = {
		title,
		body: proposal.body
	};
	let opened = former?.state === "open" ? pull.retitle(text, reason) : pull.open({
		...text,
		draft: proposal.draft
	}, reason);
	return {
		changes: [
			fork?.change ?? null,
			...prepared.changes,
			...commits,
			opened,
			pull.label(proposal.labels, reason),
			await pull.requestReviews(proposal.reviewers, reason),
			proposal.autoMerge === null ? null : await autoMerge(github, pull, proposal.autoMerge, reason)
		].filter((change) => change !== null),
		findings,
		paths,
		outcome: () => {
			let seen = pull.seen;
			if (seen === null || former !== null && former.state !== "open" && seen.number === former.number) return {
				state: "none",
				pull: null,
				commit: null
			};
			return {
				state: seen.state,
				pull: seen,
				commit: seen.mergeCommit ?? newest ?? seen.head
			};
		}
	};
}
function checkMerge({ repository, autoMerge: method, draft }, allowed) {
	if (method === null) return;
	if (draft) throw new UserError("Inputs “draft” and “auto-merge” contradict each other: a draft is not merged.", { advice: "Give one of them." });
	if (allowed.has(method)) return;
	throw new UserError(`Input “auto-merge”: ${fullName(repository)} does not allow “${method}”.`, { advice: `It allows: ${[...allowed].join(", ")}.` });
}
async function messageOf(github, proposal, login) {
	let message = proposal.message.trim();
	if (!proposal.signOff) return message;
	let line = await signOff(github, login);
	if (message.includes(line)) return message;
	let last = message.split(/\n\s*\n/).at(-1) ?? "";
	return `${message}${message.includes("\n\n") && last.split("\n").every((one) => /^[A-Za-z-]+: \S/.test(one)) ? "\n" : "\n\n"}${line}`;
}
function numbered(message, part, of) {
	let [headline = "", ...rest] = message.split("\n");
	return [`${headline} (part ${part} of ${of})`, ...rest].join("\n");
}
const DEFAULT_TOKEN = "github-actions[bot]";
function noChecks({ autoMerge: method }) {
	return {
		severity: method === null ? "info" : "warning",
		rule: "checks-do-not-start",
		message: `The default token commits and opens this pull request, so no workflow starts on it${method === null ? "" : ": required checks never report, and it is not merged"}.`,
		advice: "Give “token” the token of an app (actions/create-github-app-token). For this one: close the pull request and open it again by hand, which starts its checks; a run by workflow_dispatch does not satisfy them."
	};
}
function unsigned(branch) {
	return {
		severity: "warning",
		rule: "commit-unsigned",
		message: `GitHub did not sign the commit on ${branch}: it holds programs or links, and the token is a person’s.`,
		advice: "Where signatures are required, give “token” the token of an app, or commit those files with git."
	};
}
function superfluous({ url }, base) {
	return {
		severity: "warning",
		rule: "pull-request-superfluous",
		message: `${base} has all of the content already, and ${url} is still open.`,
		advice: "Close it, unless it holds more than this run proposes."
	};
}
function declinedProposal({ url }, branch) {
	return {
		severity: "warning",
		rule: "pull-request-declined",
		message: `${url} proposed the same and was closed without being merged; it is not proposed again.`,
		advice: `Reopen it, or delete branch ${branch} to have it proposed anew.`
	};
}
// packages/github/issues.ts
async function labelledIssues(github, { owner, repo }, label) {
	return (await github.pages((page) => github.request("GET /repos/{owner}/{repo}/issues", {
		owner,
		repo,
		labels: label,
		state: "all",
		sort: "created",
		direction: "asc",
		per_page: 100,
		page
	}))).filter((issue) => issue.pull_request === void 0).map(issueView);
}
async function isAssignable(github, { owner, repo }, login) {
	let asked = {
		owner,
		repo,
		assignee: login
	};
	return await orAbsent(github.request("GET /repos/{owner}/{repo}/assignees/{assignee}", asked)) !== null;
}
async function issueComments(github, { owner, repo }, issue_number, pages) {
	let ask = {
		owner,
		repo,
		issue_number,
		per_page: 100
	};
	return (await github.pages((page) => github.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
		...ask,
		page
	}), pages)).map(({ id, body }) => ({
		id: Number(id),
		body: body ?? ""
	}));
}
async function changedPaths(github, { owner, repo }, base, head) {
	try {
		let basehead = `${base}...${head}`;
		let { data } = await github.request("GET /repos/{owner}/{repo}/compare/{basehead}", {
			owner,
			repo,
			basehead
		});
		return (data.files ?? []).map(({ filename }) => filename);
	} catch (error) {
		if (error instanceof RequestRefused && [
			403,
			404,
			422
		].includes(error.status)) return null;
		throw error;
	}
}
function issueSubject(repository, title) {
	return `issue “${title}” of ${fullName(repository)}`;
}
function issueView(issue) {
	return {
		number: issue.number,
		url: issue.html_url,
		title: issue.title,
		body: issue.body ?? "",
		state: issue.state === "open" ? "open" : "closed",
		stateReason: issue.state_reason ?? null,
		closedAt: issue.closed_at,
		labels: issue.labels.flatMap((label) => typeof label == "string" ? label : label.name ?? []),
		assignees: (issue.assignees ?? []).map(({ login }) => login)
	};
}
// packages/github/followed-issue.ts
const WAITS = [
	500,
	1500,
	4e3
];
var FollowedIssue = class {
	place;
	#github;
	#seen;
	constructor(github, place, seen) {
		this.#github = github;
		this.place = place;
		this.#seen = seen;
	}
	get seen() {
		return this.#seen;
	}
	open(wish, reason) {
		let { repository, label } = this.place;
		return settling(this.#github, {
			action: "create",
			subject: issueSubject(repository, wish.title),
			before: null,
			after: "open",
			reason,
			probe: async () => (await this.#find())?.state === "open" ? "open" : null,
			act: async () => {
				if (!await this.#claim(wish) && await this.#appears()) return;
				let { owner, repo } = repository;
				let { data } = await this.#github.request("POST /repos/{owner}/{repo}/issues", {
					owner,
					repo,
					title: wish.title,
					body: this.#bodyOf(wish),
					labels: [label, ...wish.labels],
					assignees: [...wish.assignees]
				});
				this.#seen = issueView(data);
			}
		});
	}
	rewrite(text, reason) {
		let wanted = {
			title: text.title,
			body: this.#bodyOf(text)
		};
		let [before, after] = [textDigest(this.#seen), textDigest(wanted)];
		if (before === after) return null;
		return this.#patch("text", before, after, textDigest, () => wanted, reason);
	}
	turn(to, reason) {
		let after = to === "open" ? "open" : "closed";
		let write = () => to === "open" ? { state: "open" } : {
			state: "closed",
			state_reason: to
		};
		return this.#patch("state", this.#seen?.state ?? null, after, (issue) => issue?.state ?? null, write, reason);
	}
	assign(logins, reason) {
		if (logins.length === 0 || (this.#seen?.assignees.length ?? 0) > 0) return null;
		let names = (issue) => issue?.assignees.toSorted().join(", ") || null;
		let after = [...logins].sort().join(", ");
		return this.#patch("assignees", null, after, names, () => ({ assignees: [...logins] }), reason);
	}
	async comment(mark, text, reason) {
		let { owner, repo } = this.place.repository;
		let probe = async () => (await issueComments(this.#github, this.place.repository, this.#number())).some(({ body }) => body.startsWith(mark)) ? "said" : null;
		if (await probe() !== null) return null;
		return settling(this.#github, {
			action: "create",
			subject: `comment on ${this.#subject()}`,
			before: null,
			after: "said",
			reason,
			probe,
			act: async () => {
				await this.#github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
					owner,
					repo,
					issue_number: this.#number(),
					body: `${mark}\n${text}`
				});
			}
		});
	}
	#patch(what, before, after, read, write, reason) {
		let { owner, repo } = this.place.repository;
		return settling(this.#github, {
			action: "update",
			subject: `${what} of ${this.#subject()}`,
			before,
			after,
			reason,
			probe: async () => read(await this.#look()),
			act: async () => {
				let asked = {
					owner,
					repo,
					issue_number: this.#number(),
					...write()
				};
				let { data } = await this.#github.request("PATCH /repos/{owner}/{repo}/issues/{issue_number}", asked);
				this.#seen = issueView(data);
			}
		});
	}
	async #claim({ claim, commit }) {
		try {
			await createRef(this.#github, this.place.repository, claim, commit);
			return !0;
		} catch (error) {
			if (error instanceof RequestRefused && /already exists/i.test(error.message)) return !1;
			throw error;
		}
	}
	async #appears() {
		for (let wait of WAITS) {
			if ((await this.#find())?.state === "open") return !0;
			await this.#github.sleep(wait);
		}
		return (await this.#find())?.state === "open";
	}
	async #look() {
		let { owner, repo } = this.place.repository;
		if (this.#seen === null) return this.#find();
		let issue_number = this.#seen.number;
		let { data } = await this.#github.request("GET /repos/{owner}/{repo}/issues/{issue_number}", {
			owner,
			repo,
			issue_number
		});
		this.#seen = issueView(data);
		return this.#seen;
	}
	async #find() {
		if (this.#seen?.state === "open") return this.#look();
		let open = (await labelledIssues(this.#github, this.place.repository, this.place.label)).find(({ state, body }) => state === "open" && firstLine(body) === this.place.mark);
		open !== void 0 && (this.#seen = open);
		return open ?? null;
	}
	#bodyOf({ body }) {
		return `${this.place.mark}\n${body.trimEnd()}`;
	}
	#number() {
		if (this.#seen === null) throw Error(`${this.place.mark} was to be changed before it was opened`);
		return this.#seen.number;
	}
	#subject() {
		return `issue #${this.#number()} of ${this.place.repository.owner}/${this.place.repository.repo}`;
	}
};
function firstLine(text) {
	return text.split(/\r?\n/, 1)[0] ?? "";
}
async function findRelease(github, repository, tag, isNew = !1) {
	let { owner, repo } = repository;
	for (let page = 1; page <= 3; page += 1) {
		let { data, headers } = await github.request("GET /repos/{owner}/{repo}/releases", {
			owner,
			repo,
			per_page: 100,
			page
		});
		let ofTag = data.filter((release) => release.tag_name === tag);
		let found = ofTag.find((release) => !release.draft) ?? ofTag[0];
		if (found !== void 0) return view(found);
		if (isNew || !/rel="next"/.test(headers.link ?? "")) return null;
		if (page > 1) continue;
		let published = await orAbsent(github.request("GET /repos/{owner}/{repo}/releases/tags/{tag}", {
			owner,
			repo,
			tag
		}));
		if (published !== null) return view(published.data);
	}
	return null;
}
async function releaseById(github, { owner, repo }, id) {
	let found = await orAbsent(github.request("GET /repos/{owner}/{repo}/releases/{release_id}", {
		owner,
		repo,
		release_id: id
	}));
	return found === null ? null : view(found.data);
}
async function planRelease(github, repository, wish, reason) {
	let { owner, repo } = repository;
	let subject = `release ${wish.tag} of ${fullName(repository)}`;
	let seen = await findRelease(github, repository, wish.tag, wish.isNew);
	let found = stateOf(seen);
	let probe = async () => {
		seen = await (seen === null ? findRelease(github, repository, wish.tag, !0) : releaseById(github, repository, seen.id));
		return stateOf(seen);
	};
	let draft = settling(github, {
		action: "create",
		subject: `draft of ${subject}`,
		before: null,
		after: "draft",
		reason,
		probe,
		act: () => explained(async () => {
			let { data } = await github.request("POST /repos/{owner}/{repo}/releases", {
				owner,
				repo,
				tag_name: wish.tag,
				name: wish.name,
				body: wish.body,
				prerelease: wish.prerelease,
				draft: !0
			});
			seen = view(data);
		}, repository, wish.tag)
	});
	let publish = settling(github, {
		action: "publish",
		subject,
		before: "draft",
		after: "published",
		reason,
		probe,
		act: () => explained(async () => {
			let release = seen ?? await findRelease(github, repository, wish.tag);
			if (release === null) throw new UserError(`The draft of ${subject} is gone.`, { advice: "Somebody deleted it. Run again." });
			await github.request("PATCH /repos/{owner}/{repo}/releases/{release_id}", {
				owner,
				repo,
				release_id: release.id,
				tag_name: wish.tag,
				draft: !1,
				prerelease: wish.prerelease,
				make_latest: wish.latest ? "true" : "false",
				...release.body.trim() === "" && { body: wish.body }
			});
		}, repository, wish.tag)
	});
	return {
		changes: [...found === null ? [draft] : [], ...found === "published" || wish.until === "draft" ? [] : [publish]],
		seen: () => seen
	};
}
function stateOf(release) {
	return release === null ? null : release.draft ? "draft" : "published";
}
function view(release) {
	return {
		id: Number(release.id),
		url: release.html_url,
		tag: release.tag_name,
		draft: release.draft,
		body: release.body ?? ""
	};
}
async function explained(write, repository, tag) {
	try {
		await write();
	} catch (error) {
		if (!(error instanceof RequestRefused)) throw error;
		if (error.status === 404) throw new UserError(`GitHub does not let this token release ${tag} in ${fullName(repository)}.`, {
			advice: "Either it lacks “contents: write”, or the release’s commit changes .github/workflows compared with the default branch: that needs the permission “workflows”, which the default token can never have. Use an app’s token for such a release.",
			cause: error
		});
		if (/immutable/i.test(error.message)) throw new UserError(`Tag ${tag} of ${fullName(repository)} was used by an immutable release.`, {
			advice: "Such a name is burnt for ever, even after the release was deleted. Take the next version.",
			cause: error
		});
		throw error;
	}
}
// packages/github/run-place.ts
function runPlace(environment, named) {
	let running = environment.GITHUB_REPOSITORY ?? "";
	if (named === "" && running === "") throw new UserError("Input “repository” is missing, and there is no GITHUB_REPOSITORY to take it from.", { advice: "Name the repository as OWNER/NAME." });
	let repository = parseRepository(named === "" ? running : named, "Input “repository”");
	let sha = environment.GITHUB_SHA ?? "";
	if (fullName(repository).toLowerCase() !== running.toLowerCase() || sha === "") return {
		repository,
		trigger: null,
		isTrial: !1
	};
	let { GITHUB_REF: ref = "", GITHUB_REF_NAME: name = "" } = environment;
	if (ref.startsWith("refs/pull/")) return {
		repository,
		trigger: null,
		isTrial: !0
	};
	return {
		repository,
		trigger: {
			sha,
			branch: name !== "" && environment.GITHUB_REF_TYPE !== "tag" && !ref.startsWith("refs/tags/") ? name : null
		},
		isTrial: !1
	};
}
// packages/github/tags.ts
async function createTag(github, repository, { tag, commit, message, isNew = !1 }, reason) {
	let { owner, repo } = repository;
	let [found, branch] = await Promise.all([isNew ? null : tagCommit(github, repository, tag), branchHead(github, repository, tag)]);
	if (found === commit) return null;
	if (found !== null) throw new UserError(`Tag ${tag} of ${fullName(repository)} is on commit ${found}, not on ${commit}.`, { advice: "A version tag is never moved. Release the new commit under the next version." });
	if (branch !== null) throw sameName(tag, repository);
	let written = new Map();
	return settling(github, {
		action: "create",
		subject: `tag ${tag} of ${fullName(repository)}`,
		before: null,
		after: commit,
		reason,
		probe: async () => {
			let object = await tagObject(github, repository, tag);
			return object === null ? null : written.get(object.sha) ?? peel(github, repository, object);
		},
		act: async () => {
			let { data } = await github.request("POST /repos/{owner}/{repo}/git/tags", {
				owner,
				repo,
				tag,
				message,
				object: commit,
				type: "commit"
			});
			written.set(data.sha, data.object.sha);
			await createRef(github, repository, `refs/tags/${tag}`, data.sha);
		}
	});
}
async function floatTag(github, repository, tag, commit, reason) {
	let [before, branch] = await Promise.all([tagCommit(github, repository, tag), branchHead(github, repository, tag)]);
	if (before === commit) return null;
	if (branch !== null) throw sameName(tag, repository);
	if (before !== null) return moveRef(github, repository, {
		kind: "tag",
		name: tag,
		before,
		after: commit,
		force: !0
	}, reason);
	return settling(github, {
		action: "create",
		subject: `tag ${tag} of ${fullName(repository)}`,
		before: null,
		after: commit,
		reason,
		probe: () => tagCommit(github, repository, tag),
		act: () => createRef(github, repository, `refs/tags/${tag}`, commit)
	});
}
function sameName(name, repository) {
	return new UserError(`${fullName(repository)} has a branch “${name}”; a tag of that name would be ambiguous.`, { advice: `Rename the branch, for example to “release-${name.replace(/^v/, "")}”, or use another “tag-prefix” or “floating-tags”.` });
}
async function planTracking(github, repository, { issue, key, title, body }, reason) {
	let { owner, repo } = repository;
	let mark = `<!-- codeflare-actions: ${key} -->`;
	let number = issue === "auto" ? await findIssue(github, repository, mark) : issue;
	issue !== "auto" && await checkIssue(github, repository, issue);
	let open = settling(github, {
		action: "create",
		subject: `tracking issue “${title}” of ${fullName(repository)}`,
		before: null,
		after: "open",
		reason,
		probe: async () => {
			number = await findIssue(github, repository, mark);
			return number === null ? null : "open";
		},
		act: async () => {
			let text = `${mark}\nWhere this release stands is in the first comment, which is kept up to date.\n`;
			await github.request("POST /repos/{owner}/{repo}/issues", {
				owner,
				repo,
				title,
				body: text
			});
		}
	});
	let wanted = `${mark}\n${body}`;
	let known = number === null ? null : await findComment(github, repository, number, mark);
	let [before, after] = [digestOf(known?.body ?? null), digestOf(wanted)];
	let write = settling(github, {
		action: before === null ? "create" : "update",
		subject: `comment on ${number === null ? "the tracking issue" : `issue #${number}`} of ${fullName(repository)}`,
		before,
		after,
		reason,
		probe: async () => {
			known = number === null ? null : await findComment(github, repository, number, mark);
			return digestOf(known?.body ?? null);
		},
		act: async () => {
			if (known !== null) {
				let place = {
					owner,
					repo,
					comment_id: known.id
				};
				await github.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
					...place,
					body: wanted
				});
				return;
			}
			if (number === null) throw Error("the comment was to be written before its issue was opened");
			let place = {
				owner,
				repo,
				issue_number: number
			};
			await github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
				...place,
				body: wanted
			});
		}
	});
	return [...number === null ? [open] : [], ...before === after ? [] : [write]];
}
async function findIssue(github, { owner, repo }, mark) {
	let { data } = await github.request("GET /repos/{owner}/{repo}/issues", {
		owner,
		repo,
		state: "all",
		sort: "created",
		direction: "desc",
		per_page: 100
	});
	return data.findLast(({ body }) => (body ?? "").startsWith(mark))?.number ?? null;
}
async function checkIssue(github, repository, issue_number) {
	if (await orAbsent(github.request("GET /repos/{owner}/{repo}/issues/{issue_number}", {
		...repository,
		issue_number
	})) !== null) return;
	throw new UserError(`Input “tracking-issue”: ${fullName(repository)} has no issue #${issue_number}.`, { advice: "Give its number, or “auto” to have one opened. The token needs “issues: write”." });
}
async function findComment(github, place, issue_number, mark) {
	return (await issueComments(github, place, issue_number, 10)).find(({ body }) => body.startsWith(mark)) ?? null;
}
function digestOf(body) {
	return body === null ? null : contentDigest(Buffer.from(body.replaceAll("\r\n", "\n").trimEnd()));
}
// packages/github/workflow-file.ts
async function readDispatchInterface(github, { owner, repo }, workflow, ref) {
	let path = `.github/workflows/${workflow}`;
	let data = (await orAbsent(github.request("GET /repos/{owner}/{repo}/contents/{path}", {
		owner,
		repo,
		path,
		ref
	})))?.data;
	if (typeof data != "object" || !data || !("content" in data) || typeof data.content != "string") return null;
	return parseDispatchInterface(Buffer.from(data.content, "base64").toString("utf8"));
}
async function parseDispatchInterface(text) {
	let { parseDocument } = await import("./yaml.js").then((n) => n.t);
	let document = parseDocument(text);
	let workflow = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 100 });
	let triggers = field(workflow, "on");
	let runName = field(workflow, "run-name");
	return {
		inputs: inputsOf(triggers),
		runName: typeof runName == "string" ? runName : ""
	};
}
function inputsOf(triggers) {
	let words = typeof triggers == "string" ? [triggers] : Array.isArray(triggers) ? triggers : null;
	if (words !== null) return words.includes("workflow_dispatch") ? new Map() : null;
	if (typeof triggers != "object" || !triggers || !("workflow_dispatch" in triggers)) return null;
	let declared = field(triggers.workflow_dispatch, "inputs");
	let entries = typeof declared == "object" && declared ? Object.entries(declared) : [];
	return new Map(entries.map(([name, details]) => {
		let hasDefault = field(details, "default") !== void 0;
		return [name, { required: field(details, "required") === !0 && !hasDefault }];
	}));
}
function field(of, name) {
	return typeof of == "object" && of ? new Map(Object.entries(of)).get(name) : void 0;
}
// packages/github/index.ts
var github_exports = __exportAll({
	GitHub: () => GitHub,
	orAbsent: () => orAbsent,
	parseRepository: () => parseRepository,
	resolveCommit: () => resolveCommit,
	runPlace: () => runPlace
});
export { RequestRefused as $, compare as A, awaitRun as B, signOffLine as C, dispatchOnce as D, draftOn as E, listTags as F, fileAt as G, waitingWords as H, tagCommit as I, fullName as J, listFiles as K, commitOnBranch as L, differing as M, branchHead as N, firstContributions as O, createRef as P, orAbsent as Q, ownersOf as R, accountIdentity as S, failedJobs as T, readBlobs as U, conclusionWords as V, blobName as W, parseRepository as X, getRepository as Y, GitHub as Z, proposalFiles as _, floatTag as a, readCommit as b, FollowedIssue as c, isAssignable as d, RequestUnanswered as et, labelledIssues as f, proposalBody as g, FollowedPull as h, createTag as i, resolveCommit as j, commitsSince as k, firstLine as l, planProposal as m, readDispatchInterface as n, runPlace as o, declinedProposal as p, readBlob as q, planTracking as r, planRelease as s, github_exports as t, AnswerCache as tt, changedPaths as u, reportProposal as v, RepositoryHistory as w, planFork as x, oneCommit as y, readCodeowners as z };
