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

/** `1.2.x` becomes `>=1.2.0` and `<1.3.0`, and so on. */
function expandWildcard(part: string): string[] {
  if (!part.includes('x')) return [part]
  const [, operator, version] = /^([^0-9]*)(.*)$/s.exec(part) ?? []
  if (operator === undefined || version === undefined) return [part]
  const numbers = version.split('.')
  if (numbers.at(-1) !== 'x') return [part]
  const flat = numbers.map((number) => (number === 'x' ? '0' : number))
  const from = [...flat, '0', '0'].slice(0, 3).join('.')
  // OLM raises the minor number of `1.2.x`, and of `1.x.x`, the major number of `1.x`.
  const raised = numbers.length - 2
  const to = [
    ...flat.map((number, index) => (index === raised && /^[0-9]+$/.test(number) ? `${BigInt(number) + 1n}` : number)),
    '0',
    '0',
  ]
    .slice(0, 3)
    .join('.')
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
      return [part]
  }
}

function readComparison(part: string): VersionRange | null {
  const [, operator = '', version = ''] = /^([^0-9]*)(.*)$/s.exec(part) ?? []
  const matches = COMPARATORS[operator]
  const target = readSemVer(version)
  return matches === undefined || target === null ? null : (found) => matches(compareSemVer(found, target))
}
