import { readVersion, suggestVersion } from '../version.js'
const BRANCH =
  /^(?:dev|devel|develop|main|master|trunk|head|latest|stable|nightly|edge|next|(?:release[-/])?v?\d+\.\d+\.?x?)$/i
/** What a value is, or null for something that has no business where a version is expected. */
export function kindOf(value) {
  if (decorated(value) !== null) return 'version'
  if (/^sha256:[a-f0-9]{64}$/.test(value)) return 'digest'
  if (/^(?=.*[a-f]|.{40}$)[0-9a-f]{7,64}$/.test(value)) return 'commit'
  if (suggestVersion(value) !== null || suggestVersion(value.replace(PREFIX, '')) !== null) return 'near'
  if (/^\d+(?:\.\d+)*(?:(?:a|b|rc|\.post|\.dev)\d+)+$/.test(value)) return 'near' // PEP 440
  return BRANCH.test(value) ? 'branch' : null
}
/** What a tag may put in front of a version, beside the `v`: `release-`. */
const PREFIX = /^[A-Za-z]+-(?=v?\d)/
/** A version and what is written in front of it: `release-v1.34.1` is `release-v` and `1.34.1`. */
export function decorated(value) {
  const front = /^(?:[A-Za-z]+-)?v?(?=\d)/.exec(value)?.[0] ?? ''
  const version = readVersion(value.slice(front.length))
  return version === null ? null : { front, version }
}
/** The tag of a release, in git or, where an image is named, in its registry. */
export function tagOf({ version, template, build, images }, image) {
  return ((image === undefined ? undefined : images?.get(image)) ?? template).format(version, build)
}
/** How a release is written where `old` stood. */
export function spell(old, release, spelling, image) {
  const tag = tagOf(release, image)
  if (spelling === 'go') return `v${release.version}`
  const template = (image === undefined ? undefined : release.images?.get(image)) ?? release.template
  if (spelling === 'tag' || template.parse(old) !== null) return tag
  const front = decorated(old)?.front
  if (front !== undefined) return `${front}${release.version}`
  if (kindOf(old) === 'near') return /^\d/.test(old) ? release.version : tag
  return spelling === 'bare' ? release.version : tag
}
