import { type Place, UserError } from '../../plan/index.ts'
import type { FormName } from './form-name.ts'

/** A text file, as it was read: every byte of it can be found again at its offset. */
export interface Source {
  /** As errors and outputs name it: relative to the root of the checkout. */
  readonly file: string
  readonly text: string
}

/** Part of a source's text; offsets count UTF-16 units, the end is not included. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** An image reference, taken apart. */
export interface ImageParts {
  /** Registry and path, without tag: `quay.io/project-codeflare/mcad-controller`. */
  readonly repository: string
  readonly tag: string | null
  /** `sha256:…` */
  readonly digest: string | null
}

/** An image reference and where its parts are written: in one piece, or spread over fields (kustomization, Helm values). */
export type ImageSpan = ImageParts & {
  readonly written: { readonly whole: Range } | { readonly fields: readonly ImageField[] }
}

/** A field that holds one part of an image reference, as its file calls it; `at` is null where the entry has none. */
export interface ImageField {
  readonly name: string
  readonly part: keyof ImageParts
  readonly at: Range | null
}

/** What a form found for a key, before anybody judged it. */
export interface Span extends Range {
  /** The version that counts here: as written, or what a template, a `replace` or a reference makes of it. */
  readonly value: string
  readonly image?: ImageSpan
  /** The image whose tag is repeated here, outside its reference. */
  readonly tagOf?: string
  /** Why this place cannot be edited, as the end of a sentence and advice; it can still be read. */
  readonly fixed?: { readonly because: string; readonly advice: string }
}

/** A way in which versions are written in files. */
export interface Form {
  /** As the manifest calls it. */
  readonly name: FormName
  /** How often the key may stand in one file: `once` where a second match means that one of them is a mistake. */
  readonly matches: 'once' | 'many'
  /**
   * How a new version is spelled: as the old one was (`kept`; where that was a branch, as the tag), the same but without
   * `v` where a branch was (`bare`: package metadata), always as the tag (git knows nothing else), or as Go's modules do.
   */
  readonly spelling: 'kept' | 'bare' | 'tag' | 'go'
  /** What the key names, for errors: `variable`, `module`. */
  readonly keyNames: string
  /** All places where the key's version is written, in the order of the text. @throws UserError for a malformed file. */
  find(source: Source, key: string): Span[]
}

/** Line and column, from 1, of an offset. */
export function placeOf(source: Source, offset: number): Required<Place> {
  const before = source.text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  let line = 1
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line += 1
  // A byte order mark is no column.
  const mark = lineStart === 0 && before.startsWith('\uFEFF') ? 1 : 0
  return { file: source.file, line, column: offset - lineStart - mark + 1 }
}

/** An error about one place in a file, in the notation that editors and terminals make clickable. */
export function problem(source: Source, offset: number, message: string, advice: string): UserError {
  const place = placeOf(source, offset)
  return new UserError(`${place.file}:${place.line}:${place.column}: ${message}`, { ...place, advice })
}

/** What stands in a file, short enough for a message. */
export const quoted = (text: string): string => `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`

/**
 * Some languages are read whole before anything is found in them; that takes too long for a file beyond every honest size.
 *
 * @throws UserError for a file of more than so many MiB.
 */
export function refuseLarge({ file, text }: Source, mebibytes: number, language: string): void {
  if (text.length <= mebibytes * 1024 * 1024) return
  throw new UserError(`${file}: ${text.length} characters of ${language} are too many; ${mebibytes} MiB can be read.`, {
    file,
    advice: 'Name a smaller file, or find the version by the form “regex”.',
  })
}

/** Text that is to be found literally, as part of a regular expression. */
export const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** The lines of a text with their offsets, line endings left out. */
export function* linesOf(text: string): Generator<{ readonly start: number; readonly line: string }> {
  let start = 0
  while (start < text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    yield { start, line: text.slice(start, end).replace(/\r$/, '') }
    start = end + 1
  }
}
