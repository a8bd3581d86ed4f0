import type { SemVer } from 'semver'
// By file: the whole of semver brings its ranges, four times as large as what is used.
import parse from 'semver/functions/parse.js'

/**
 * What a tag promises. A version tag names one image for ever; a channel tag (`stable`) names the newest release and only
 * goes forward; any other tag (`dev`, `sha-1234`) promises nothing.
 */
export type TagKind = 'version' | 'channel' | 'other'

export function kindOf(tag: string, channels: readonly string[]): TagKind {
  if (versionOf(tag) !== null) return 'version'
  return channels.includes(tag) ? 'channel' : 'other'
}

/** The version that a tag (or a label) spells, with or without `v`; null where it is not exactly a semantic version. */
export function versionOf(text: string): SemVer | null {
  return /^v?\d/.test(text) ? parse(text.replace(/^v/, '')) : null
}

/** Releases before pre-releases, each from the highest down: the order in which a digest's version is looked for. */
export function bySearchOrder(one: SemVer, other: SemVer): number {
  return Number(isPrerelease(one)) - Number(isPrerelease(other)) || other.compare(one)
}

export function isPrerelease(version: SemVer): boolean {
  return version.prerelease.length > 0
}

export function isHigher(one: SemVer, other: SemVer): boolean {
  return one.compare(other) > 0
}
