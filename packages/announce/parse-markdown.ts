import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'

/** GitHub Flavored Markdown as a tree. A module of its own, so that only who posts to Slack loads the parser. */
export function parseMarkdown(text: string): ReturnType<typeof fromMarkdown> {
  return fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
}
