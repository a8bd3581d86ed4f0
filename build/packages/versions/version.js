import semver from 'semver'
import { UserError } from '../plan/index.js'
/** Whether the text is a version, spelled exactly so. */
export function isVersion(text) {
  return /^\d/.test(text) && text.trim() === text && semver.valid(text) !== null
}
/** The text as a version when it is spelled exactly so; null otherwise. For looking through tags and files. */
export function readVersion(text) {
  return isVersion(text) ? text : null
}
/** The version of three numbers and, for a candidate, its identifiers. @throws RangeError when they make none. */
export function versionOf(major, minor, patch, prerelease) {
  const text = `${major}.${minor}.${patch}${prerelease === undefined ? '' : `-${prerelease}`}`
  if (!isVersion(text)) throw new RangeError(`“${text}” is no version`)
  return text
}
/**
 * The version that a person wrote, with or without one `v` in front.
 *
 * @param what where it was written, as the error shall name it: `Input “version”`.
 * @throws UserError saying what is wrong with it and, where it can be told, the right spelling.
 */
export function parseVersion(text, what) {
  const given = text.trim()
  const read = readVersion(given.replace(/^v/, ''))
  if (read !== null) return read
  const right = suggestVersion(given)
  throw new UserError(`${what}: “${given}” is not a semantic version: ${fault(given)}.`, {
    advice: right === null ? 'Write MAJOR.MINOR.PATCH, for example “1.4.0” or “1.4.0-rc.1”.' : `Write “${right}”.`,
  })
}
/**
 * The same for a version that shall be released: placeholders such as `0.0.0-dev` are no releases, and build metadata
 * (`+…`) tells two releases apart neither in precedence (SemVer 2.0.0, item 10) nor in an image tag, which cannot hold it.
 *
 * @throws UserError as `parseVersion` does, and for a version that no release may have.
 */
export function parseRelease(text, what) {
  const found = parseVersion(text, what)
  const { major, minor, patch, prerelease, build } = parts(found)
  if (major + minor + patch === 0 || prerelease[0] === 'dev') {
    throw new UserError(`${what}: “${text.trim()}” stands for “not released yet”; it cannot be released.`, {
      advice: 'Give the version of this release, for example “0.1.0”.',
    })
  }
  if (build.length > 0) {
    throw new UserError(`${what}: “${text.trim()}” has build metadata (“+${build.join('.')}”).`, {
      advice: `Two releases that differ only there are the same version. Write “${found.replace(/\+.*$/, '')}”.`,
    })
  }
  return found
}
/**
 * The word of candidates: `rc` in `1.4.0-rc.1`.
 *
 * @throws UserError when it could not stand there, or would be taken for the number of the candidate.
 */
export function parsePrereleaseId(text, what) {
  if (/^[0-9A-Za-z-]*[A-Za-z-][0-9A-Za-z-]*$/.test(text)) return text
  throw new UserError(`${what}: “${text}” cannot stand in “1.4.0-${text}.1”.`, {
    advice: 'Write one word of letters, digits and “-”, for example “rc”.',
  })
}
/** The spelling that was probably meant: `v.0.0.7` → `v0.0.7`, `1.2` → `1.2.0`, `v1.2.3rc1` → `v1.2.3-rc.1`. */
export function suggestVersion(text) {
  const match =
    /^(?<lead>[vV=._\s-]*)(?<major>\d{1,9})(?:\.(?<minor>\d{1,9}))?(?:\.(?<patch>\d{1,9}))?(?:[-._]?(?<pre>[A-Za-z][0-9A-Za-z.-]*))?$/.exec(
      text.trim().slice(0, 100),
    )?.groups
  if (match === undefined) return null
  const { lead = '', major, minor = '0', patch = '0', pre = '' } = match
  if (/^[xX]$/.test(pre)) return null
  const identifiers = pre
    .replace(/([A-Za-z])(?=\d+$)/, '$1.')
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? String(Number(part)) : part))
    .join('.')
  const candidate = `${[major, minor, patch].map(Number).join('.')}${pre === '' ? '' : `-${identifiers}`}`
  const right = `${/v/i.test(lead) ? 'v' : ''}${candidate}`
  return readVersion(candidate) === null || right === text ? null : right
}
/** Precedence (SemVer 2.0.0, item 11): negative when `a` comes before `b`. */
export function compareVersions(a, b) {
  return parsed(a).compare(parsed(b))
}
/** The highest of some versions; null of none. */
export function highest(versions) {
  let best = null
  for (const one of versions) if (best === null || compareVersions(one, best) > 0) best = one
  return best
}
/** True for `1.4.0-rc.1`. */
export function isPrerelease(of) {
  return parts(of).prerelease.length > 0
}
/** The release that a candidate leads to: `1.4.0` for `1.4.0-rc.2`. */
export function releaseOf(candidate) {
  const { major, minor, patch } = parts(candidate)
  return versionOf(major, minor, patch)
}
/** What a version is made of. */
export function parts(of) {
  return parsed(of)
}
/** A repository has thousands of tags, and each is compared many times over. */
const known = new Map()
const MOST_KNOWN = 10_000
function parsed(of) {
  const found = known.get(of)
  if (found !== undefined) return found
  const read = new semver.SemVer(of)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(of, read)
  return read
}
function fault(given) {
  if (given === '') return 'it is empty'
  if (given.length > 256) return 'it is longer than 256 characters'
  if (/^[vV]?[vV.]/.test(given) && !/^v\d/.test(given)) return 'its beginning is neither a number nor one “v”'
  const core = /^v?([\d.]+)/.exec(given)?.[1]?.replace(/\.$/, '').split('.')
  if (core === undefined) return 'it does not begin with a number'
  if (core.length !== 3) return `it has ${core.length} number${core.length === 1 ? '' : 's'} where three are expected`
  if (core.some((part) => /^0\d/.test(part))) return 'a number has a leading zero'
  return 'what follows the three numbers is no pre-release (“-rc.1”)'
}
