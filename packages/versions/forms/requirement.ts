import { problem, quoted, type Range, type Source, type Span } from './form.ts'

const OPERATOR = /^\s*(?:(?:===?|~=|>=|<=|\^|~|>|<|=)\s*)?/

/** How much of a wanted version is its operator: 2 of `~=1.4.2`. */
export const operatorLength = (text: string): number => OPERATOR.exec(text)?.[0].length ?? 0

/** The one version of a requirement, behind its operator. @throws UserError for a range or for no version. */
export function pinned(source: Source, { start, end }: Range, key: string): Span {
  const text = source.text.slice(start, end)
  const before = operatorLength(text)
  const value = text.slice(before).trimEnd()
  if (!/^[^\s,<>=~^!*|]+$/.test(value)) {
    throw problem(
      source,
      start,
      `${key} is wanted as ${quoted(text)}, which is not one version.`,
      'Pin one version (“==1.2.3”, “^1.2.3”), or leave this place out of the manifest.',
    )
  }
  return { start: start + before, end: start + before + value.length, value }
}

/** PEP 503: names are equal when they differ only in case and in `-`, `_` and `.`. */
export const normalized = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-')

/**
 * Where a requirement says which version of a package it wants; null when it is about another one.
 *
 * Source: PEP 508: name, extras, versions (in parentheses or not) or an address, and conditions behind a semicolon. An
 * address of a repository names its version behind `@` (pip, "VCS Support").
 */
export function wantedIn(text: string, offset: number, name: string): Range | null {
  if (text.length > 1000) return null
  const [head, named = ''] = /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*/.exec(text) ?? []
  if (head === undefined || normalized(named) !== normalized(name)) return null
  const rest = text.slice(head.length)
  const address = /^@\s*(?:git|hg|svn|bzr)\+[^\s@]*(?:@[^\s@/]*\/[^\s@]*)?@([^\s@#;]+)/.exec(rest)
  if (address !== null) {
    const end = offset + head.length + address[0].length
    return { start: end - (address[1] ?? '').length, end }
  }
  const [, open = '', wanted = ''] = /^(\(?\s*)([^;@()]*?)\s*(?:[;)].*)?$/.exec(rest) ?? []
  const start = offset + head.length + open.length
  return { start, end: start + wanted.length }
}
