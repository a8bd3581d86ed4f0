import { compareSemVer, readSemVer } from './semver.js'
/** The operator that a CSV's name begins with, and the version that it ends with, without its `v`; null for other names. */
export function splitName(name) {
  const dot = name.indexOf('.')
  return dot < 0 ? null : { operator: name.slice(0, dot), version: name.slice(dot + 1).replace(/^v+/, '') }
}
/** The version in a bundle's name, by which the catalog's checker knows it; its whole name where there is none. */
export function versionInName({ name }) {
  return splitName(name)?.version ?? name
}
/**
 * Orders bundles as the catalog's checker does (operator-pipelines, `operator_repo/core.py`, `Bundle.__lt__`): by operator,
 * then by the version in the name; as text where one of the two is no semantic version.
 */
export function compareBundles(a, b) {
  const [one, other] = [splitName(a.name), splitName(b.name)]
  const [operator, otherOperator] = [one?.operator ?? a.name, other?.operator ?? b.name]
  if (operator !== otherOperator) return operator < otherOperator ? -1 : 1
  const [version, otherVersion] = [one?.version ?? '', other?.version ?? '']
  const [left, right] = [readSemVer(version), readSemVer(otherVersion)]
  if (left !== null && right !== null) return compareSemVer(left, right)
  return version < otherVersion ? -1 : version > otherVersion ? 1 : 0
}
/** The bundles of a channel, lowest version first. */
export function bundlesOf(channel, bundles) {
  return bundles
    .filter(({ channels }) => channels.includes(channel))
    .sort((a, b) => (a.directory < b.directory ? -1 : 1))
    .sort(compareBundles)
}
/** The channels that any of the bundles is in or makes the default, sorted. */
export function channelsOf(bundles) {
  const names = bundles.flatMap(({ channels, defaultChannel }) => [
    ...channels,
    ...(defaultChannel === null ? [] : [defaultChannel]),
  ])
  return [...new Set(names)].sort()
}
