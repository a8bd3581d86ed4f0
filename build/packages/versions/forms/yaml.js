import { isScalar, parseAllDocuments, visit } from 'yaml'
import { problem, refuseLarge } from './form.js'
/**
 * The documents of a YAML file, read only to learn where things are: edits go into the text, never through a serialiser.
 * Aliases are not followed, so a file cannot grow while it is read.
 *
 * @throws UserError at the first place that is no YAML, and for more than 4 MiB.
 */
export function documentsOf(source) {
  refuseLarge(source, 4, 'YAML or JSON')
  const documents = parseAllDocuments(source.text, { uniqueKeys: false, logLevel: 'silent' })
  const found = Array.isArray(documents) ? documents : []
  for (const { errors } of found) {
    const [first] = errors
    if (first !== undefined)
      throw problem(source, first.pos[0], first.message.split('\n')[0] ?? first.code, 'Correct the YAML.')
  }
  return found
}
/** Where a scalar's text is written, without its quotes; null where the text is not written letter by letter. */
export function scalarRange(source, node) {
  if (!isScalar(node) || !node.range) return null
  const [start, end] = node.range
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
    return { start, end, text: source.text.slice(start, end), kind: 'block' }
  const quotes = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0
  const inner = { start: start + quotes, end: end - quotes }
  // 1.10 is a number to YAML and a version to us: what is written counts. Escapes are only shown, so they are left out.
  const text = source.text.slice(inner.start, inner.end)
  const same = typeof node.value !== 'string' || node.value === text || node.type === 'QUOTE_SINGLE'
  return same ? { ...inner, text, kind: 'flow' } : null
}
/** Every scalar that is a value (not a key), in the order of the text; none where nothing can hold `word`. */
export function scalarsOf(source, word) {
  // Most files of a repository do not speak of one image; reading them as YAML would only cost time.
  if (!source.text.includes(word)) return []
  const found = []
  for (const document of documentsOf(source)) {
    visit(document, {
      Scalar(key, node) {
        const range = key === 'key' ? null : scalarRange(source, node)
        if (range !== null) found.push(range)
      },
    })
  }
  return found
}
