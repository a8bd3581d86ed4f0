import { readMessage } from './commit-message.js'
import { withPullRequests } from './merged-by.js'
import { parts } from './version.js'
const RANK = { patch: 1, minor: 2, major: 3 }
/**
 * Judges the commits since the previous release, newest first as they were given oldest first or newest first (the order
 * in the result is that of the argument).
 *
 * - Breaking (`!` or a BREAKING CHANGE footer) is major, `feat` is minor, everything else is patch: a release was asked
 *   for, so documentation and chores alone make a patch, and a commit that follows no convention does too, and says so.
 * - Before 1.0.0 anything may change (SemVer 2.0.0, item 4): breaking is minor there, unless told otherwise.
 * - A revert and what it reverts cancel out when both are unreleased; a revert of released work is a patch.
 * - A merge counts nothing, its commits are judged themselves, and belong to its pull request.
 *
 * @param commits oldest first.
 * @param previous the release they come after; null before the first.
 * @param breaksEarly what a breaking change asks for before 1.0.0; `major` leads to 1.0.0.
 */
export function judgeCommits(commits, previous, breaksEarly = 'minor') {
  const young = breaksEarly === 'minor' && (previous === null || parts(previous).major === 0)
  const read = withPullRequests(commits.map((commit) => ({ ...commit, ...messageOf(commit) })))
  const gone = cancelled(read)
  return read.map((commit) => {
    const without = gone.get(commit.sha)
    if (without !== undefined) return { ...commit, bump: null, because: without }
    if (commit.parents > 1) return { ...commit, bump: null, because: 'merge' }
    return { ...commit, ...verdict(commit, young) }
  })
}
/** The strongest bump that any commit asks for; null when none asks for one. */
export function strongestBump(commits) {
  let strongest = null
  for (const { bump } of commits) {
    if (bump !== null && (strongest === null || RANK[bump] > RANK[strongest])) strongest = bump
  }
  return strongest
}
/** The choice of a version and its explanation judge the same commits; each message is read once. */
const messages = new WeakMap()
function messageOf(commit) {
  const message = messages.get(commit) ?? readMessage(commit.message)
  messages.set(commit, message)
  return message
}
function verdict(commit, young) {
  if (commit.breaking !== null) {
    return young ? { bump: 'minor', because: 'breaking, before 1.0.0' } : { bump: 'major', because: 'breaking' }
  }
  if (commit.type === 'feat') return { bump: 'minor', because: 'feat' }
  if (commit.type === null) {
    return { bump: 'patch', because: commit.reverts.length > 0 ? 'revert' : 'follows no convention' }
  }
  return { bump: 'patch', because: commit.type }
}
/** Newest first, so that the revert of a revert brings the change back. */
function cancelled(commits) {
  const gone = new Map()
  for (const [index, commit] of [...commits.entries()].reverse()) {
    if (commit.reverts.length === 0 || gone.has(commit.sha)) continue
    const older = commits.slice(0, index)
    const targets = commit.reverts.map((reverted) =>
      older.findLast((one) => !gone.has(one.sha) && names(reverted, one)),
    )
    for (const target of targets)
      if (target !== undefined) gone.set(target.sha, `reverted by ${commit.sha.slice(0, 7)}`)
    // Partly released: what is left of the revert is a change of its own.
    if (targets.every((target) => target !== undefined)) gone.set(commit.sha, 'reverts unreleased work')
  }
  return gone
}
function names(reverted, commit) {
  if ('sha' in reverted) return commit.sha.startsWith(reverted.sha)
  if ('pullRequest' in reverted) return commit.pullRequest === reverted.pullRequest
  return commit.message.trimStart().split(/\r?\n/, 1)[0]?.trim() === reverted.header
}
