import { UserError } from '../plan/index.js'
import { placeOf, problem, quoted } from './forms/form.js'
import { FORM_SPECS } from './forms/index.js'
import { decorated, kindOf } from './forms/kind.js'
/**
 * Every place where the key's version is written in a file, in the order of the text; never none.
 *
 * @throws UserError when there is no such place, when there are two where one is meant, and when what stands there is
 *   neither a version nor a branch, a commit or a digest in its place.
 */
export function occurrences(source, form, key) {
  return spans(source, form, key).map(({ start, end, value, image }) => {
    const kind = kindOf(value)
    if (kind === null) {
      throw problem(
        source,
        start,
        `${quoted(value)} stands where the version of “${key}” is expected.`,
        'Write a version there by hand once, or correct file, form and key in the manifest.',
      )
    }
    const parts = image && { repository: image.repository, tag: image.tag, digest: image.digest }
    const version = decorated(value)?.version ?? null
    return { start, end, value, kind, version, ...(parts && { image: parts }), ...placeOf(source, start) }
  })
}
/** Whether the key stands in a file at all, readable or not. @throws UserError for a malformed file. */
export function mentions(source, form, key) {
  return FORM_SPECS[form].find(source, key).length > 0
}
/** The form's findings, counted but not judged. @throws UserError for none, and for two where one is meant. */
export function spans(source, form, key) {
  const spec = FORM_SPECS[form]
  const found = spec.find(source, key)
  const named = key === '' ? 'a version' : `the ${spec.keyNames} “${key}”`
  if (found.length === 0) {
    throw new UserError(`${source.file}: ${named} was not found (form ${form}).`, {
      file: source.file,
      advice: 'Correct file, form and key in the manifest, or write the version there by hand once.',
    })
  }
  const second = found[1]
  if (spec.matches === 'once' && second !== undefined) {
    const lines = found.map(({ start }) => placeOf(source, start).line)
    throw problem(
      source,
      second.start,
      `${named} is written ${found.length} times (lines ${lines.join(', ')}); once was expected.`,
      'Keep one of them, or name each by its own form and key.',
    )
  }
  return found
}
const LARGEST = 20 * 1024 * 1024
/**
 * A file's bytes as text from which every byte comes back.
 *
 * @throws UserError for a binary file, for text that is not UTF-8 and for more than 20 MiB.
 */
export function sourceOf(file, bytes) {
  const refused = (what) =>
    new UserError(`${file}: ${what}.`, { file, advice: 'Only UTF-8 text files are searched for versions.' })
  if (bytes.length > LARGEST) throw refused(`the file has ${bytes.length} bytes, more than ${LARGEST}`)
  const nul = bytes.indexOf(0)
  if (nul !== -1) throw refused(`byte ${nul} is NUL: this is no text file`)
  try {
    return { file, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch (error) {
    if (error instanceof TypeError) throw refused('the file is not UTF-8')
    throw error
  }
}
