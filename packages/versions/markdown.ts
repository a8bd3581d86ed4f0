import type { Source } from './forms/form.ts'
import type { MarkdownBlock } from './forms/markdown.ts'

/**
 * The blocks of a Markdown file in order, each with its place in the text. The parser is loaded when it is needed.
 *
 * @throws UserError for more than 1 MiB.
 */
export async function readMarkdown(source: Source): Promise<readonly MarkdownBlock[]> {
  const { markdownBlocks } = await import('./forms/markdown.ts')
  return markdownBlocks(source)
}
