import { P as UserError } from "./core.js";
import { i as isComponent, r as findMember } from "./train.js";
import { n as kindOf } from "./kind.js";
import { a as parseRelease } from "./version.js";
import { t as TagTemplate } from "./tag-template.js";
// packages/matrix/told.ts
function toldVersions(train, lines, input) {
	let told = new Map();
	for (let line of lines) {
		let [name, text] = splitLine(line, input, "Component=v1.2.3");
		let of = findMember(train, name, `Input “${input}”`);
		let release = memberRelease(of, text, `Input “${input}”, “${name}”`);
		let before = told.get(of.id);
		if (before !== void 0 && before.version !== release.version) throw new UserError(`Input “${input}” gives two versions of ${of.name}: ${before.version} and ${release.version}.`, { advice: "Keep one line." });
		told.set(of.id, release);
	}
	return told;
}
function toldImages(train, lines, input) {
	let told = new Map();
	for (let line of lines) {
		let [name, reference] = splitLine(line, input, "NAME=quay.io/org/image:v1.2.3");
		let tag = /:([^:/@]+)$/.exec(reference)?.[1];
		tag !== void 0 && refuseChannel(train, tag, `Input “${input}”, “${name}”`);
		if (told.has(name)) throw new UserError(`Input “${input}” names “${name}” twice.`, { advice: "Keep one line." });
		told.set(name, reference);
	}
	return told;
}
function memberRelease(of, text, what) {
	if (kindOf(text) === "branch") throw channel(text, what);
	let template = new TagTemplate(of.tag, `tag of ${of.id}`);
	let read = template.parse(text);
	let version = parseRelease(read === null || text === `v${read.version}` ? text : read.version, what);
	if (template.counts && read === null) throw new UserError(`${what}: the tags of ${of.name} count builds (“${of.tag}”), and “${text}” names none.`, { advice: `Give the tag itself, for example “${template.format(version, 1)}”.` });
	let images = isComponent(of) ? new Map(of.images.map((image) => [image.name, new TagTemplate(image.tag, `tag of ${image.name}`)])) : void 0;
	return {
		of,
		version,
		template,
		...read?.build !== void 0 && { build: read.build },
		...images && { images }
	};
}
function refuseChannel(train, tag, what) {
	if (train.components.flatMap(({ images }) => images.flatMap((image) => image.channels)).includes(tag) || kindOf(tag) === "branch") throw channel(tag, what);
}
function channel(tag, what) {
	return new UserError(`${what}: “${tag}” moves; a release names explicit versions (PCF-ADR-003, open question 5).`, { advice: `Give the version that “${tag}” stands for now, for example “v1.2.3”.` });
}
function splitLine(line, input, example) {
	let at = line.indexOf("=");
	let [name, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
	if (at > 0 && name !== "" && value !== "") return [name, value];
	throw new UserError(`Input “${input}”: “${line}” is not of the form “${example}”.`, { advice: `Write “${example}”.` });
}
export { toldVersions as n, toldImages as t };
