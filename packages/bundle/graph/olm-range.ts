import { compareSemVer, readSemVer, type SemVer } from './semver.ts'

/** Whether a version is in a range. */
export type VersionRange = (version: SemVer) => boolean

const COMPARATORS: Readonly<Record<string, (order: number) => boolean>> = {
  '': (order) => order === 0,
  '=': (order) => order === 0,
  '==': (order) => order === 0,
  '!': (order) => order !== 0,
  '!=': (order) => order !== 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
}

/**
 * The range dialect of OLM itself, in which it reads `olm.skipRange` and the versions of dependencies (blang/semver v4,
 * `ParseRange`): comparators joined by blanks (and) and `||` (or), `x` for any number. A candidate is an ordinary version below
 * its release: `<1.2.0` holds `1.2.0-rc.1`. There is no `^`, no `~`, no hyphen range, and no version of two numbers.
 *
 * @returns null for a text that OLM refuses.
 */
export function parseOlmRange(text: string): VersionRange | null {
  const alternatives: VersionRange[] = []
  for (const alternative of splitAlternatives(splitComparisons(text)) ?? [[]]) {
    const comparisons = alternative.flatMap(expandWildcard).map(readComparison)
    if (comparisons.length === 0 || comparisons.includes(null)) return null
    alternatives.push((version) => comparisons.every((matches) => matches?.(version)))
  }
  return (version) => alternatives.some((matches) => matches(version))
}

/** Blanks after a comparator belong to it: `>= 1.0.0` is one comparison. OLM overlooks parts of one character. */
function splitComparisons(text: string): string[] {
  return text
    .replaceAll(/(?<=[<>=]) +/g, '')
    .split(' ')
    .filter((part) => part.length > 1)
}

function splitAlternatives(parts: readonly string[]): string[][] | null {
  const alternatives: string[][] = [[]]
  for (const part of parts) {
    if (part === '||') alternatives.push([])
    else alternatives.at(-1)?.push(part)
  }
  return alternatives.some((alternative) => alternative.length === 0) ? null : alternatives
}

/** `1.2.x` becomes `>=1.2.0` and `<1.3.0`, and so on; odd texts (an `x` elsewhere) come out as they do in OLM. */
function expandWildcard(part: string): string[] {
  const [, operator, version] = /^([^0-9]*)([0-9].*)$/s.exec(part) ?? []
  if (!part.includes('x') || operator === undefined || version === undefined) return [part]
  const from = flatten(version)
  const to = raise(version, from)
  switch (operator) {
    case '>':
      return [`>=${to}`]
    case '>=':
      return [`>=${from}`]
    case '<':
      return [`<${from}`]
    case '<=':
      return [`<${to}`]
    case '':
    case '=':
    case '==':
      return [`>=${from}`, `<${to}`]
    case '!':
    case '!=':
      return [`<${from}`, `>=${to}`]
    default:
      return [from]
  }
}

function flatten(version: string): string {
  const flat = version.replace('.x.x', '.x').replace('.x', '.0')
  return flat.split('.').length === 2 ? `${flat}.0` : flat
}

/** OLM raises the minor number of `1.2.x`, and of `1.x.x`; the major number of `1.x`. */
function raise(version: string, flat: string): string {
  const parts = version.split('.')
  const index = parts.at(-1) !== 'x' ? undefined : parts.length === 3 ? 1 : parts.length === 2 ? 0 : undefined
  const raised = flat.split('.')
  const number = index === undefined ? undefined : raised[index]
  if (index === undefined || number === undefined || !/^[0-9]+$/.test(number)) return ''
  raised[index] = `${BigInt(number) + 1n}`
  return raised.join('.')
}

function readComparison(part: string): VersionRange | null {
  const [, operator = '', version = ''] = /^([^0-9]*)(.*)$/s.exec(part) ?? []
  const matches = COMPARATORS[operator]
  const target = readSemVer(version)
  return matches === undefined || target === null ? null : (found) => matches(compareSemVer(found, target))
}
