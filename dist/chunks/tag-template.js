import { P as UserError } from "./core.js";
import { l as suggestVersion, s as readVersion, u as versionOf } from "./version.js";
// packages/versions/tag-template.ts
var TagTemplate = class {
	text;
	#head;
	#middle;
	#tail;
	counts;
	constructor(text, what) {
		this.text = text;
		let pieces = text.split("{version}");
		let [head = "", rest = ""] = pieces;
		let [middle = "", ...tails] = rest.split("{n}");
		if (pieces.length !== 2 || tails.length > 1 || /[{}]/.test(head + middle + tails.join(""))) throw wrong(text, what, "it needs “{version}” exactly once and, after it, “{n}” at most once");
		this.#head = head;
		this.#middle = middle;
		this.#tail = tails[0] ?? "";
		this.counts = tails.length === 1;
		if (/\d$/.test(head) || /^[\d]/.test(middle) || /^\d/.test(this.#tail) || this.counts && !/\D$/.test(middle)) throw wrong(text, what, "a digit or nothing beside “{version}” or “{n}” makes it unreadable");
		if (!isRefName(this.format(versionOf(1, 2, 3), 1))) throw wrong(text, what, "git takes no such tag name");
	}
	format(version, build) {
		if (!this.counts) return `${this.#head}${version}${this.#middle}`;
		if (build === void 0) throw RangeError(`template “${this.text}” needs the number of the build`);
		return `${this.#head}${version}${this.#middle}${build}${this.#tail}`;
	}
	parse(tag) {
		let end = this.counts ? this.#tail : this.#middle;
		if (!tag.startsWith(this.#head) || !tag.endsWith(end) || tag.length <= this.#head.length + end.length) return null;
		let inner = tag.slice(this.#head.length, tag.length - end.length);
		if (!this.counts) return read(inner, void 0);
		let build = /(?:0|[1-9]\d{0,8})$/.exec(inner)?.[0] ?? "";
		let before = inner.slice(0, inner.length - build.length);
		return build === "" || !before.endsWith(this.#middle) ? null : read(before.slice(0, before.length - this.#middle.length), Number(build));
	}
	get prefix() {
		return this.#head;
	}
	suggest(tag) {
		let end = this.counts ? null : this.#middle;
		if (end === null || this.parse(tag) !== null || !tag.startsWith(this.#head) || !tag.endsWith(end)) return null;
		let inner = tag.slice(this.#head.length, tag.length - end.length).replace(/^[vV]/, "");
		let version = readVersion(inner) ?? readVersion(suggestVersion(inner)?.replace(/^v/, "") ?? "");
		return version === null ? null : this.format(version);
	}
};
function templateFromPrefix(prefix, what) {
	return new TagTemplate(prefix.includes("{") ? prefix : `${prefix}{version}`, what);
}
function isRefName(name) {
	return name !== "" && name !== "@" && !name.startsWith("-") && !/[\s\p{Cc}~^:?*[\\]|\.\.|@\{|\.$/u.test(name) && name.split("/").every((part) => part !== "" && !part.startsWith(".") && !part.endsWith(".lock"));
}
function read(text, build) {
	let version = readVersion(text);
	return version === null ? null : {
		version,
		build
	};
}
function wrong(text, what, why) {
	return new UserError(`${what}: “${text}” is no tag template: ${why}.`, { advice: "Write for example “v{version}”, “sdk/v{version}” or “v{version}-odh-{n}”." });
}
export { isRefName as n, templateFromPrefix as r, TagTemplate as t };
