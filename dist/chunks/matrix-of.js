import { c as tableOf, s as supportedVersion, t as matrixEntries, u as renderTable } from "./entries.js";
// packages/matrix/matrix-of.ts
function matrixOf(train, tags, server) {
	let rows = matrixEntries(train).flatMap((entry) => {
		let tag = tags[entry.of.id];
		return tag === void 0 ? [] : [supportedVersion(entry, tag, server)];
	});
	return renderTable(tableOf(rows), "\n");
}
export { matrixOf as t };
