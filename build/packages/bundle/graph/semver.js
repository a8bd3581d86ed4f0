const NUMBER = '(0|[1-9][0-9]*)'
const IDENTIFIERS = '([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)'
const GRAMMAR = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-${IDENTIFIERS})?(?:\\+${IDENTIFIERS})?$`)
/** Reads exactly MAJOR.MINOR.PATCH (Semantic Versioning 2.0.0), without a `v`; null for anything else. */
export function readSemVer(text) {
  const [, major, minor, patch, prerelease, build] = GRAMMAR.exec(text) ?? []
  if (major === undefined || minor === undefined || patch === undefined) return null
  const identifiers = prerelease?.split('.') ?? []
  if (identifiers.some((identifier) => /^0[0-9]+$/.test(identifier))) return null
  return {
    major: BigInt(major),
    minor: BigInt(minor),
    patch: BigInt(patch),
    prerelease: identifiers,
    build: build?.split('.') ?? [],
  }
}
/**
 * Reads as blang/semver's `ParseTolerant` does: blanks around it, a leading `v`, leading zeros, one or two numbers.
 * That is how OLM reads `spec.version`.
 */
export function readTolerant(text) {
  const [major = '', minor, ...rest] = text.trim().replace(/^v/, '').split('.')
  const parts = [major, ...(minor === undefined ? [] : [minor]), ...(rest.length === 0 ? [] : [rest.join('.')])].map(
    (part) => part.replace(/^0+(?=[0-9])/, ''),
  )
  if (parts.length < 3 && /[+-]/.test(parts.at(-1) ?? '')) return null
  return readSemVer([...parts, '0', '0'].slice(0, 3).join('.'))
}
/** Orders by precedence (SemVer 2.0.0, item 11): build metadata does not count. */
export function compareSemVer(a, b) {
  return (
    order(a.major, b.major) ||
    order(a.minor, b.minor) ||
    order(a.patch, b.patch) ||
    comparePrerelease(a.prerelease, b.prerelease)
  )
}
function comparePrerelease(a, b) {
  if (a.length === 0 || b.length === 0) return order(b.length, a.length)
  for (const [index, one] of a.entries()) {
    const other = b[index]
    if (other === undefined) return 1
    const [isNumber, isOtherNumber] = [/^[0-9]+$/.test(one), /^[0-9]+$/.test(other)]
    const compared =
      isNumber && isOtherNumber
        ? order(BigInt(one), BigInt(other))
        : isNumber !== isOtherNumber
          ? isNumber
            ? -1
            : 1
          : order(one, other)
    if (compared !== 0) return compared
  }
  return a.length === b.length ? 0 : -1
}
function order(a, b) {
  return a < b ? -1 : a > b ? 1 : 0
}
