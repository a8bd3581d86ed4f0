import type { Change, Files } from '../plan/index.ts'
import { type Source, sourceOf } from '../versions/index.ts'
import { findSection, type Section } from './section.ts'

/** How the lines of a file end. */
export const newlineOf = ({ text }: Source): string => (text.includes('\r\n') ? '\r\n' : '\n')

/** The file's text with the section's table exchanged: what is outside the table stays byte for byte. */
export function replaceTable(source: Source, { table, end }: Section, text: string): string {
  const [before, after] = [source.text.slice(0, table?.start ?? end), source.text.slice(table?.end ?? end)]
  if (table !== null) return before + text + after
  // A first table: a blank line before it, and one behind it unless the end marker follows.
  const newline = newlineOf(source)
  const gap = /\n[ \t]*\r?\n$/.test(before) ? '' : before.endsWith('\n') ? newline : newline + newline
  return `${before}${gap}${text}${newline}${after === '' || /^(?:\r?\n|<!--)/.test(after) ? '' : newline}${after}`
}

/** The matrix in release notes: exchanged where they have it, else behind everything else. */
export async function notesChange(
  workspace: Files,
  file: string,
  name: string,
  text: string,
  reason = `holds the ${name}`,
): Promise<Change | null> {
  const source = sourceOf(file, (await workspace.read(file, 'file')) ?? Buffer.alloc(0))
  const newline = newlineOf(source)
  const table = text.replaceAll('\r\n', '\n').replaceAll('\n', newline)
  const section = await findSection(source, name)
  const gap = source.text === '' ? '' : source.text.endsWith('\n') ? newline : newline + newline
  const content =
    section === null
      ? `${source.text}${gap}## ${name}${newline}${newline}${table}${newline}`
      : replaceTable(source, section, table)
  return workspace.change(file, content, reason)
}
