// packages/versions/forms/version-column.ts
function versionColumn({ head }) {
	let named = head.findIndex(({ text }, index) => index > 0 && /^versions?$/i.test(text));
	return named === -1 ? 1 : named;
}
export { versionColumn as t };
