import { I as UserError } from "./core.js";
import { a as loadForm, c as occurrences } from "./train.js";
import { s as readVersion } from "./version.js";
// packages/train/read-versions.ts
async function readWritten(world, { repository, ref }, places) {
	const files = new Map([...new Set(places.map(({ file }) => file))].map((file) => [file, world.file(repository, file, ref)]));
	return Promise.all(places.map(async (place) => {
		const text = await files.get(place.file) ?? null;
		if (text === null) return {
			place,
			found: [],
			problem: `there is no such file at ${ref}`
		};
		const form = await loadForm(place.form);
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
	const text = await world.file(repository, file, ref);
	if (text === null) return new Map();
	const source = {
		file,
		text
	};
	const table = await loadForm("markdown-table");
	return new Map(rows.flatMap((row) => {
		const [shown] = attempt(() => occurrences(source, table, row).map(({ value }) => value), () => []);
		return shown === void 0 ? [] : [[row, shown]];
	}));
}
function matrixRows(train) {
	const below = ({ id, images }) => [...train.external.filter(({ under }) => under === id).map((external) => ({
		name: external.name,
		id: external.id,
		isBelow: true
	})), ...images.flatMap(({ row }) => row === null ? [] : [{
		name: row,
		id,
		isBelow: true
	}])];
	return [...train.components.flatMap((component) => [{
		name: component.name,
		id: component.id,
		isBelow: false
	}, ...below(component)]), ...train.external.filter(({ under }) => under === null).map(({ name, id }) => ({
		name,
		id,
		isBelow: false
	}))];
}
function versionsSaid(train, written, matrix) {
	const rows = new Map(matrixRows(train).map(({ name, id }) => [name, id]));
	const inMatrix = [...matrix ?? []].map(([row, text]) => [rows.get(row), text]);
	const inFiles = written.flatMap(({ place, found }) => found.map((text) => [place.of, text]));
	const said = new Map();
	for (const [id, text] of [...inFiles, ...inMatrix]) {
		const version = versionIn(text);
		if (id !== void 0 && version !== null && !said.has(id)) said.set(id, version);
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
