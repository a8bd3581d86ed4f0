import { n as gfmTableFromMarkdown, r as fromMarkdown, t as gfmTable } from "./micromark.js";
// packages/announce/parse-markdown.ts
function parseMarkdown(text) {
	return fromMarkdown(text, {
		extensions: [gfmTable()],
		mdastExtensions: [gfmTableFromMarkdown()]
	});
}
export { parseMarkdown };
