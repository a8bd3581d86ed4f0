import { P as UserError } from "./core.js";
import { l as occurrences, o as loadForm } from "./train.js";
import { s as readVersion } from "./version.js";
// packages/train/read-versions.ts
async function readWritten(world, { repository, ref }, places) {
	let files = new Map([...new Set(places.map(({ file }) => file))].map((file) => [file, world.file(repository, file, ref)]));
	return Promise.all(places.map(async (place) => {
		let text = await files.get(place.file) ?? null;
		if (text === null) return {
			place,
			found: [],
			problem: `there is no such file at ${ref}`
		};
		let form = await loadForm(place.form);
		return attempt(() => ({
			place,
			found: occurrences({
				file: place.file,
				text
			}, form, place.key).map(({ value }) => value),
			problem: null
		}), (message) => ({
			place,
			found: [],
			problem: message
		}));
	}));
}
async function readMatrix(world, { repository, ref }, { file }, rows) {
	let text = await world.file(repository, file, ref);
	if (text === null) return new Map();
	let source = {
		file,
		text
	};
	let table = await loadForm("markdown-table");
	return new Map(rows.flatMap((row) => {
		let [shown] = attempt(() => occurrences(source, table, row).map(({ value }) => value), () => []);
		return shown === void 0 ? [] : [[row, shown]];
	}));
}
function matrixRows(train) {
	let below = ({ id, images }) => [...train.external.filter(({ under }) => under === id).map((external) => ({
		name: external.name,
		id: external.id,
		isBelow: !0
	})), ...images.flatMap(({ row }) => row === null ? [] : [{
		name: row,
		id,
		isBelow: !0
	}])];
	return [...train.components.flatMap((component) => [{
		name: component.name,
		id: component.id,
		isBelow: !1
	}, ...below(component)]), ...train.external.filter(({ under }) => under === null).map(({ name, id }) => ({
		name,
		id,
		isBelow: !1
	}))];
}
function versionsSaid(train, written, matrix) {
	let rows = new Map(matrixRows(train).map(({ name, id }) => [name, id]));
	let inMatrix = [...matrix ?? []].map(([row, text]) => [rows.get(row), text]);
	let inFiles = written.flatMap(({ place, found }) => found.map((text) => [place.of, text]));
	let said = new Map();
	for (let [id, text] of [...inFiles, ...inMatrix]) {
		let version = versionIn(text);
		id !== void 0 && version !== null && !said.has(id) && said.set(id, version);
	}
	return said;
}
function versionIn(text) {
	return readVersion(text.replace(/^(?:[A-Za-z]+-)?v?(?=\d)/, ""));
}
function attempt(read, otherwise) {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return otherwise(error.message);
	}
}
export { versionsSaid as a, versionIn as i, readMatrix as n, readWritten as r, matrixRows as t };
