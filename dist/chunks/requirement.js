import { a as quoted, i as problem } from "./form.js";
const SEGMENT = "[a-z0-9]+(?:[._-]+[a-z0-9]+)*";
const IMAGE = RegExp(`^((?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::[0-9]{1,5})?/)?${SEGMENT}(?:/${SEGMENT})*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[a-f0-9]{64}))?$`);
function imageParts(text) {
	if (text.length > 512) return null;
	let [, repository, tag = null, digest = null] = IMAGE.exec(text) ?? [];
	return repository === void 0 ? null : {
		repository,
		tag,
		digest
	};
}
function imageText({ repository, tag, digest }) {
	return `${repository}${tag === null ? "" : `:${tag}`}${digest === null ? "" : `@${digest}`}`;
}
function imageSpan(parts, start) {
	let whole = {
		start,
		end: start + imageText(parts).length
	};
	let image = {
		...parts,
		written: { whole }
	};
	if (parts.tag === null) return {
		...whole,
		value: parts.digest ?? "",
		image
	};
	let tagStart = start + parts.repository.length + 1;
	return {
		start: tagStart,
		end: tagStart + parts.tag.length,
		value: parts.tag,
		image
	};
}
function valueSpan(text, { start, end }) {
	let [from, to] = unquoted(text, start, end);
	let value = text.slice(from, to);
	let image = value.includes("/") || value.includes("@") ? imageParts(value) : null;
	if (image !== null && (image.tag !== null || image.digest !== null)) return imageSpan(image, from);
	let query = /[?&](?:ref|version)=([^&\s#]*)/.exec(value);
	if (query !== null) {
		let refEnd = from + query.index + query[0].length;
		let ref = query[1] ?? "";
		return {
			start: refEnd - ref.length,
			end: refEnd,
			value: ref
		};
	}
	return {
		start: from,
		end: to,
		value
	};
}
function unquoted(text, start, end) {
	let quote = text[start];
	return end - start >= 2 && (quote === "\"" || quote === "'" || quote === "`") && text[end - 1] === quote ? [start + 1, end - 1] : [start, end];
}
// packages/versions/forms/requirement.ts
const OPERATOR = /^\s*(?:(?:===?|~=|>=|<=|\^|~|>|<|=)\s*)?/;
const operatorLength = (text) => OPERATOR.exec(text)?.[0].length ?? 0;
function pinned(source, { start, end }, key) {
	let text = source.text.slice(start, end);
	let before = operatorLength(text);
	let value = text.slice(before).trimEnd();
	if (!/^[^\s,<>=~^!*|]+$/.test(value)) throw problem(source, start, `${key} is wanted as ${quoted(text)}, which is not one version.`, "Pin one version (“==1.2.3”, “^1.2.3”), or leave this place out of the manifest.");
	return {
		start: start + before,
		end: start + before + value.length,
		value
	};
}
const normalized = (name) => name.toLowerCase().replace(/[-_.]+/g, "-");
function wantedIn(text, offset, name) {
	if (text.length > 1e3) return null;
	let [head, named = ""] = /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*/.exec(text) ?? [];
	if (head === void 0 || normalized(named) !== normalized(name)) return null;
	let rest = text.slice(head.length);
	let address = /^@\s*(?:git|hg|svn|bzr)\+[^\s@]*(?:@[^\s@/]*\/[^\s@]*)?@([^\s@#;]+)/.exec(rest);
	if (address !== null) {
		let end = offset + head.length + address[0].length;
		return {
			start: end - (address[1] ?? "").length,
			end
		};
	}
	let [, open = "", wanted = ""] = /^(\(?\s*)([^;@()]*?)\s*(?:[;)].*)?$/.exec(rest) ?? [];
	let start = offset + head.length + open.length;
	return {
		start,
		end: start + wanted.length
	};
}
export { imageParts as a, valueSpan as c, wantedIn as i, operatorLength as n, imageSpan as o, pinned as r, imageText as s, normalized as t };
