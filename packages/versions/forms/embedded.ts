import type { Document } from 'yaml'
import { UserError } from '../../plan/index.ts'
import type { Source } from './form.ts'
import { documentsOf, type WrittenScalar } from './yaml.ts'

/** YAML or JSON that is kept in a string of another document. */
export interface Embedded {
  readonly documents: readonly Document.Parsed[]
  /** What the places in `documents` refer to. */
  readonly source: Source
  /** What is to be added to an offset in it for one in the file. */
  readonly shift: number
}

/** The documents in a string: a patch, the JSON of an annotation; null for a string that is none. */
export function embeddedIn(source: Source, { start, end, kind }: WrittenScalar): Embedded | null {
  const raw = source.text.slice(start, end)
  // A block begins behind its header (`|-`), which ends with its line.
  const header = kind === 'block' ? raw.indexOf('\n') + 1 : 0
  const text = source.text[start - 1] === '"' ? unescapedQuotes(raw) : raw.slice(header)
  if (text === null) return null
  const inner = { file: source.file, text }
  try {
    return { documents: documentsOf(inner), source: inner, shift: start + header }
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

/** JSON between double quotes, where each of its own quotes is `\"`, with all offsets kept; null for deeper escapes. */
function unescapedQuotes(raw: string): string | null {
  if (/\\[^"]/.test(raw)) return null
  let opened = false
  return raw.replace(/\\"/g, () => {
    opened = !opened
    return opened ? ' "' : '" '
  })
}
