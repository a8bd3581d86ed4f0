import { shortDigest } from './digest.js'
import { isHigher, isPrerelease } from './version-tag.js'
/** Whether the judgement of a move needs to know the versions; if not, the registry is not asked for them. */
export function needsVersions({ kind, before, after }, guard) {
  return guard === 'strict' && kind === 'channel' && before !== after
}
/**
 * Judges one move. A version tag never moves to another digest; a channel tag only moves to a release that is higher than
 * the one it shows, so a hotfix of an older line, a rerun of an old job or a pre-release cannot take it back.
 */
export function judge({ tag, kind, before, after, versions }, guard) {
  if (before === after) return { kind: 'same' }
  if (guard === 'off' || kind === 'other') return { kind: 'moves' }
  if (kind === 'version') {
    if (before === null) return { kind: 'moves' }
    return refused(
      `${tag} is a version and is published as ${before}; it was asked to become ${after}.`,
      'A published version never changes. Release this image under the next version; if nobody can have pulled the old one, remove the tag on the registry first.',
    )
  }
  const next = versions.after
  if (next === null) {
    return refused(
      `${tag} was asked to move to ${shortDigest(after)}, which no version tag points at and no label names a version of.`,
      `Release it first: give it a version tag, alone or in the same step before “${tag}”.`,
    )
  }
  if (isPrerelease(next.version)) {
    return refused(
      `${tag} was asked to move to ${next.version.version} (${next.evidence}), which is a pre-release.`,
      `“${tag}” only shows releases. Promote the pre-release to a version first.`,
    )
  }
  if (before === null) return { kind: 'moves' }
  const now = versions.before
  if (now === null) {
    return refused(
      `${tag} points at ${before}, which no version tag points at and no label names a version of: whether ${next.version.version} is newer cannot be told.`,
      `Give the present image its version tag, or, when you are sure, run this once with “guard: off”.`,
    )
  }
  if (isHigher(next.version, now.version)) return { kind: 'moves' }
  const [from, to] = [now.version.version, next.version.version]
  return refused(
    from === to
      ? `${tag} shows ${from} already, as another image: ${before}; it was asked to become ${after}.`
      : `${tag} shows ${from} (${now.evidence}) and was asked to go back to ${to} (${next.evidence}).`,
    `To take a release back on purpose, run this once with “guard: off”.`,
  )
}
function refused(why, advice) {
  return { kind: 'refused', why, advice }
}
