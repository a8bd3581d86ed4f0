import semver from 'semver'
export function kindOf(tag, channels) {
  if (versionOf(tag) !== null) return 'version'
  return channels.includes(tag) ? 'channel' : 'other'
}
/** The version that a tag (or a label) spells, with or without `v`; null where it is not exactly a semantic version. */
export function versionOf(text) {
  return /^v?\d/.test(text) ? semver.parse(text.replace(/^v/, '')) : null
}
/** Releases before pre-releases, each from the highest down: the order in which a digest's version is looked for. */
export function bySearchOrder(one, other) {
  return Number(isPrerelease(one)) - Number(isPrerelease(other)) || semver.rcompare(one, other)
}
export function isPrerelease(version) {
  return version.prerelease.length > 0
}
export function isHigher(one, other) {
  return semver.gt(one, other)
}
