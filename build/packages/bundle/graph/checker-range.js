import { compareSemVer, readSemVer } from './semver.js'
const NUMBER = '(x|X|\\*|0|[1-9][0-9]*)'
const BLOCK = new RegExp(
  `^v?(<|<=|>=|>|=|\\^|~|)${NUMBER}(?:\\.${NUMBER}(?:\\.${NUMBER})?)?(?:-([a-zA-Z0-9.-]*))?(?:\\+([a-zA-Z0-9.-]*))?$`,
)
/**
 * The range dialect of the catalog's checker (Python's semantic_version 2, `NpmSpec`), which differs from OLM's and from
 * npm's where candidates are concerned. Needed to say beforehand what the checker will say.
 *
 * @returns null for a text that the checker ignores.
 */
export function parseCheckerRange(text) {
  const alternatives = []
  for (const part of text.split('||')) {
    const comparisons = readGroup(part.trim() === '' ? '>=0.0.0' : part.trim())
    if (comparisons === null) return null
    alternatives.push(...withCandidates(comparisons))
  }
  return (version) => alternatives.some((all) => all.every((comparison) => matches(comparison, version)))
}
function readGroup(group) {
  const bounds = group.split(' - ')
  const blocks = bounds.length === 1 ? group.split(' ') : [`>=${bounds[0] ?? ''}`, `<=${bounds[1] ?? ''}`]
  if (bounds.length > 2) return null
  const read = blocks.map(readBlock)
  return read.includes(null) ? null : read.flatMap((block) => block ?? [])
}
/** A range that names a candidate is two: one in which that release's candidates count, and one of releases. */
function withCandidates(comparisons) {
  const candidates = comparisons.flatMap((comparison) => {
    const { operator, target } = comparison
    if (target.prerelease.length === 0) return []
    if (operator === '>' || operator === '>=') {
      return [{ operator: '<', target: release({ ...target, patch: target.patch + 1n }), always: true }, comparison]
    }
    if (operator === '<' || operator === '<=') {
      return [{ operator: '>=', target: release({ ...target, patch: 0n }), always: true }, comparison]
    }
    return [comparison]
  })
  const releases = comparisons.map((comparison) =>
    comparison.target.prerelease.length === 0 ? comparison : { ...comparison, target: release(comparison.target) },
  )
  return candidates.length === 0 ? [releases] : [candidates, releases]
}
function readBlock(block) {
  const [, prefix, ...texts] = BLOCK.exec(block) ?? []
  if (prefix === undefined) return null
  const [major, minor, patch] = texts
    .slice(0, 3)
    .map((text) => (text === undefined || /[xX*]/.test(text) ? null : BigInt(text)))
  const [prerelease, build] = texts.slice(3)
  const isPartial = major === null || minor === null || minor === undefined || patch === null || patch === undefined
  if (isPartial && (hasText(prerelease) || hasText(build))) return null
  const numbers = { major: major ?? 0n, minor: major === null ? 0n : (minor ?? 0n), patch: 0n }
  const target = isPartial
    ? release(numbers)
    : exact({ ...numbers, patch: patch ?? 0n }, prerelease ?? '', prefix === '' || prefix === '=' ? (build ?? '') : '')
  if (target === null) return null
  const range = (operator, bound) => ({ operator, target: bound, always: false })
  if (major === null) return ['', '=', '>='].includes(prefix) ? [range('>=', target)] : null
  const above = minor === null ? nextMajor(target) : patch === null ? nextMinor(target) : null
  switch (prefix) {
    case '^':
      return [range('>=', target), range('<', caretBound(target, minor === null, patch === null))]
    case '~':
      return [range('>=', target), range('<', minor === null ? nextMajor(target) : nextMinor(target))]
    case '>':
      return [above === null ? range('>', target) : range('>=', above)]
    case '>=':
      return [range('>=', target)]
    case '<':
      return [range('<', target)]
    case '<=':
      return [above === null ? range('<=', target) : range('<', above)]
    default:
      return above === null ? [range('==', target)] : [range('>=', target), range('<', above)]
  }
}
function exact(numbers, prerelease, build) {
  const { major, minor, patch } = numbers
  return readSemVer(
    `${major}.${minor}.${patch}${prerelease === '' ? '' : `-${prerelease}`}${build === '' ? '' : `+${build}`}`,
  )
}
function caretBound(target, isMinorOpen, isPatchOpen) {
  const { major, minor, patch } = target
  if (major > 0n || (minor === 0n && isMinorOpen)) return release({ major: major + 1n, minor: 0n, patch: 0n })
  if (minor > 0n || isPatchOpen) return release({ major, minor: minor + 1n, patch: 0n })
  return release({ major, minor, patch: patch + 1n })
}
function nextMajor({ major, minor, patch, prerelease }) {
  const isCandidate = prerelease.length > 0 && minor === 0n && patch === 0n
  return release({ major: isCandidate ? major : major + 1n, minor: 0n, patch: 0n })
}
function nextMinor({ major, minor, patch, prerelease }) {
  const isCandidate = prerelease.length > 0 && patch === 0n
  return release({ major, minor: isCandidate ? minor : minor + 1n, patch: 0n })
}
function release({ major, minor, patch }) {
  return { major, minor, patch, prerelease: [], build: [] }
}
function hasText(text) {
  return text !== undefined && text !== ''
}
function matches({ operator, target, always }, version) {
  if (version.prerelease.length > 0 && !always && compareSemVer(release(version), release(target)) !== 0) return false
  const order = compareSemVer(version, target)
  switch (operator) {
    case '==':
      return order === 0 && (target.build.length === 0 || target.build.join('.') === version.build.join('.'))
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
  }
}
