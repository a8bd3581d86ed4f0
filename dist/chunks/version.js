import { r as __toESM } from "./rolldown-runtime.js";
import { t as require_parse } from "./semver.js";
import { P as UserError } from "./core.js";
// packages/versions/version.ts
var import_parse = __toESM(require_parse(), 1);
function isVersion(text) {
	return /^\d/.test(text) && text.trim() === text && (0, import_parse.default)(text) !== null;
}
function readVersion(text) {
	return isVersion(text) ? text : null;
}
function versionOf(major, minor, patch, prerelease) {
	let text = `${major}.${minor}.${patch}${prerelease === void 0 ? "" : `-${prerelease}`}`;
	if (!isVersion(text)) throw RangeError(`“${text}” is no version`);
	return text;
}
function parseVersion(text, what) {
	let given = text.trim();
	let read = readVersion(given.replace(/^v/, ""));
	if (read !== null) return read;
	let right = suggestVersion(given);
	throw new UserError(`${what}: “${given}” is not a semantic version: ${fault(given)}.`, { advice: right === null ? "Write MAJOR.MINOR.PATCH, for example “1.4.0” or “1.4.0-rc.1”." : `Write “${right}”.` });
}
function parseRelease(text, what) {
	let found = parseVersion(text, what);
	let { major, minor, patch, prerelease, build } = parts(found);
	if (major + minor + patch === 0 || prerelease[0] === "dev") throw new UserError(`${what}: “${text.trim()}” stands for “not released yet”; it cannot be released.`, { advice: "Give the version of this release, for example “0.1.0”." });
	if (build.length > 0) throw new UserError(`${what}: “${text.trim()}” has build metadata (“+${build.join(".")}”).`, { advice: `Two releases that differ only there are the same version. Write “${found.replace(/\+.*$/, "")}”.` });
	return found;
}
function parsePrereleaseId(text, what) {
	if (/^[0-9A-Za-z-]*[A-Za-z-][0-9A-Za-z-]*$/.test(text)) return text;
	throw new UserError(`${what}: “${text}” cannot stand in “1.4.0-${text}.1”.`, { advice: "Write one word of letters, digits and “-”, for example “rc”." });
}
function suggestVersion(text) {
	let match = /^(?<lead>[vV=._\s-]*)(?<major>\d{1,9})(?:\.(?<minor>\d{1,9}))?(?:\.(?<patch>\d{1,9}))?(?:[-._]?(?<pre>[A-Za-z][0-9A-Za-z.-]*))?$/.exec(text.trim().slice(0, 100))?.groups;
	if (match === void 0) return null;
	let { lead = "", major, minor = "0", patch = "0", pre = "" } = match;
	if (/^[xX]$/.test(pre)) return null;
	let identifiers = pre.replace(/([A-Za-z])(?=\d+$)/, "$1.").split(".").map((part) => /^\d+$/.test(part) ? String(Number(part)) : part).join(".");
	let candidate = `${[
		major,
		minor,
		patch
	].map(Number).join(".")}${pre === "" ? "" : `-${identifiers}`}`;
	let right = `${/v/i.test(lead) ? "v" : ""}${candidate}`;
	return readVersion(candidate) === null || right === text ? null : right;
}
function compareVersions(a, b) {
	return parsed(a).compare(parsed(b));
}
function highest(versions) {
	let best = null;
	for (let one of versions) (best === null || compareVersions(one, best) > 0) && (best = one);
	return best;
}
function isPrerelease(of) {
	return parts(of).prerelease.length > 0;
}
function releaseOf(candidate) {
	let { major, minor, patch } = parts(candidate);
	return versionOf(major, minor, patch);
}
function parts(of) {
	return parsed(of);
}
const known = new Map();
function parsed(of) {
	let found = known.get(of);
	if (found !== void 0) return found;
	let read = (0, import_parse.default)(of);
	if (read === null) throw RangeError(`“${of}” is no version`);
	known.size >= 1e4 && known.clear();
	known.set(of, read);
	return read;
}
function fault(given) {
	if (given === "") return "it is empty";
	if (given.length > 256) return "it is longer than 256 characters";
	if (/^[vV]?[vV.]/.test(given) && !/^v\d/.test(given)) return "its beginning is neither a number nor one “v”";
	let core = /^v?([\d.]+)/.exec(given)?.[1]?.replace(/\.$/, "").split(".");
	if (core === void 0) return "it does not begin with a number";
	if (core.length !== 3) return `it has ${core.length} number${core.length === 1 ? "" : "s"} where three are expected`;
	if (core.some((part) => /^0\d/.test(part))) return "a number has a leading zero";
	return "what follows the three numbers is no pre-release (“-rc.1”)";
}
export { parseRelease as a, releaseOf as c, parsePrereleaseId as i, suggestVersion as l, highest as n, parts as o, isPrerelease as r, readVersion as s, compareVersions as t, versionOf as u };
