import { UserError } from '../plan/index.ts'
import {
  type Form,
  type ImageParts,
  placeOf,
  problem,
  quoted,
  type Range,
  type Source,
  type Span,
} from './forms/form.ts'
import { decorated, type Kind, kindOf } from './forms/kind.ts'
import type { Version } from './version.ts'

/** One place where a version is written. */
export interface Occurrence extends Range {
  /** What counts here: as written, or what a template, a `replace` or a reference makes of it. */
  readonly value: string
  readonly kind: Kind
  /** The version, where it is one: `1.34.1` for `release-v1.34.1`; null for a branch, a commit, a digest. */
  readonly version: Version | null
  /** The image reference that the version belongs to. */
  readonly image?: ImageParts
  readonly file: string
  readonly line: number
  readonly column: number
}

/**
 * Every place where the key's version is written in a file, in the order of the text; never none.
 *
 * @throws UserError when there is no such place, when there are two where one is meant, and when what stands there is
 *   neither a version nor a branch, a commit or a digest in its place.
 */
export function occurrences(source: Source, form: Form, key: string): Occurrence[] {
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
export function mentions(source: Source, form: Form, key: string): boolean {
  return form.find(source, key).length > 0
}

/** The form's findings, counted but not judged. @throws UserError for none, and for two where one is meant. */
export function spans(source: Source, form: Form, key: string): Span[] {
  const found = form.find(source, key)
  const named = key === '' ? 'a version' : `the ${form.keyNames} “${key}”`
  if (found.length === 0) {
    throw new UserError(`${source.file}: ${named} was not found (form ${form.name}).`, {
      file: source.file,
      advice: 'Correct file, form and key in the manifest, or write the version there by hand once.',
    })
  }
  const second = found[1]
  if (form.matches === 'once' && second !== undefined) {
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
export function sourceOf(file: string, bytes: Uint8Array): Source {
  const refused = (what: string) =>
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
