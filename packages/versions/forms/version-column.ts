import type { MarkdownTable } from './markdown.ts'

/** Which column of a table holds versions: the one that says so, else the second. */
export function versionColumn({ head }: Pick<MarkdownTable, 'head'>): number {
  const named = head.findIndex(({ text }, index) => index > 0 && /^versions?$/i.test(text))
  return named === -1 ? 1 : named
}
