import { UserError } from '../../plan/index.js'
/** Line and column, from 1, of an offset. */
export function placeOf(source, offset) {
  const before = source.text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  let line = 1
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line += 1
  // A byte order mark is no column.
  const mark = lineStart === 0 && before.startsWith('\uFEFF') ? 1 : 0
  return { file: source.file, line, column: offset - lineStart - mark + 1 }
}
/** An error about one place in a file, in the notation that editors and terminals make clickable. */
export function problem(source, offset, message, advice) {
  const place = placeOf(source, offset)
  return new UserError(`${place.file}:${place.line}:${place.column}: ${message}`, { ...place, advice })
}
/** What stands in a file, short enough for a message. */
export const quoted = (text) => `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`
/**
 * Some languages are read whole before anything is found in them; that takes too long for a file beyond every honest size.
 *
 * @throws UserError for a file of more than so many MiB.
 */
export function refuseLarge({ file, text }, mebibytes, language) {
  if (text.length <= mebibytes * 1024 * 1024) return
  throw new UserError(`${file}: ${text.length} characters of ${language} are too many; ${mebibytes} MiB can be read.`, {
    file,
    advice: 'Name a smaller file, or find the version by the form “regex”.',
  })
}
/** Text that is to be found literally, as part of a regular expression. */
export const literally = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
/** The lines of a text with their offsets, line endings left out. */
export function* linesOf(text) {
  let start = 0
  while (start < text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    yield { start, line: text.slice(start, end).replace(/\r$/, '') }
    start = end + 1
  }
}
