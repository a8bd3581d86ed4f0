import { sourceOf } from '../versions/index.js'
import { findSection } from './section.js'
/** How the lines of a file end. */
export const newlineOf = ({ text }) => (text.includes('\r\n') ? '\r\n' : '\n')
/** The file's text with the section's table exchanged: what is outside the table stays byte for byte. */
export function replaceTable(source, { table, end }, text) {
  const [before, after] = [source.text.slice(0, table?.start ?? end), source.text.slice(table?.end ?? end)]
  if (table !== null) return before + text + after
  // A first table: a blank line before it, and one behind it unless the end marker follows.
  const newline = newlineOf(source)
  const gap = /\n[ \t]*\r?\n$/.test(before) ? '' : before.endsWith('\n') ? newline : newline + newline
  return `${before}${gap}${text}${newline}${after === '' || /^(?:\r?\n|<!--)/.test(after) ? '' : newline}${after}`
}
/** The matrix in release notes: exchanged where they have it, else behind everything else. */
export async function notesChange(workspace, file, name, text) {
  const source = sourceOf(file, (await workspace.read(file, 'notes-file')) ?? Buffer.alloc(0))
  const newline = newlineOf(source)
  const table = text.replaceAll('\r\n', '\n').replaceAll('\n', newline)
  const section = findSection(source, name)
  const gap = source.text === '' ? '' : source.text.endsWith('\n') ? newline : newline + newline
  const content =
    section === null
      ? `${source.text}${gap}## ${name}${newline}${newline}${table}${newline}`
      : replaceTable(source, section, table)
  return workspace.change(file, content, `holds the ${name}`)
}
