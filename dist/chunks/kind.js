import { l as suggestVersion, s as readVersion } from "./version.js";
// packages/versions/forms/kind.ts
const BRANCH = /^(?:dev|devel|develop|main|master|trunk|head|latest|stable|nightly|edge|next|(?:release[-/])?v?\d+\.\d+\.?x?)$/i;
function kindOf(value) {
	if (decorated(value) !== null) return "version";
	if (/^sha256:[a-f0-9]{64}$/.test(value)) return "digest";
	if (/^(?=.*[a-f]|.{40}$)[0-9a-f]{7,64}$/.test(value)) return "commit";
	if (suggestVersion(value) !== null || suggestVersion(value.replace(PREFIX, "")) !== null) return "near";
	if (/^\d+(?:\.\d+)*(?:(?:a|b|rc|\.post|\.dev)\d+)+$/.test(value)) return "near";
	return BRANCH.test(value) ? "branch" : null;
}
const PREFIX = /^[A-Za-z]+-(?=v?\d)/;
function decorated(value) {
	let front = /^(?:[A-Za-z]+-)?v?(?=\d)/.exec(value)?.[0] ?? "";
	let version = readVersion(value.slice(front.length));
	return version === null ? null : {
		front,
		version
	};
}
function tagOf({ version, template, build, images }, image) {
	return ((image === void 0 ? void 0 : images?.get(image)) ?? template).format(version, build);
}
function spell(old, release, spelling, image) {
	let tag = tagOf(release, image);
	if (spelling === "go") return `v${release.version}`;
	let template = (image === void 0 ? void 0 : release.images?.get(image)) ?? release.template;
	if (spelling === "tag" || template.parse(old) !== null) return tag;
	let front = decorated(old)?.front;
	if (front !== void 0) return `${front}${release.version}`;
	if (kindOf(old) === "near") return /^\d/.test(old) ? release.version : tag;
	return spelling === "bare" ? release.version : tag;
}
export { kindOf as n, spell as r, decorated as t };
