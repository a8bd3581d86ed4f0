import { UserError } from '../plan/index.js'
import { compare } from './commits.js'
import { RequestRefused } from './errors.js'
import { createBranch, moveRef } from './refs.js'
import { fullName } from './repository.js'
/** The change that puts the branch where the commit goes on top; `restarts` when that is the head of the base. */
export async function prepareBranch(github, { home, repository, branch, base, baseHead, head, former }, reason) {
  const synced = (change) => (home === repository ? change : withUpstream(github, home, base, change))
  if (head === null) {
    return { changes: [synced(createBranch(github, home, branch, baseHead, reason))], restarts: true }
  }
  const compared = await compare(github, repository, baseHead, home === repository ? head : `${home.owner}:${branch}`)
  if (compared === null) {
    throw new UserError(`Branch ${branch} of ${fullName(home)} has no history in common with ${base}.`, {
      advice: 'Delete it, or name another “branch”.',
    })
  }
  const { status } = compared
  if (status === 'identical') return { changes: [], restarts: true }
  // What a merged or closed pull request left behind: its commits are kept by the pull request itself.
  const left = former !== null && former.state !== 'open' && former.head === head
  if (status !== 'behind' && !left) return { changes: [], restarts: false }
  const move = { kind: 'branch', name: branch, before: head, after: baseHead, force: left }
  return { changes: [synced(moveRef(github, home, move, reason))], restarts: true }
}
/** A fork may not have the newest commit of its parent yet; then it is brought up to date first. */
function withUpstream(github, { owner, repo }, base, change) {
  return {
    ...change,
    act: async () => {
      try {
        await change.act()
      } catch (error) {
        if (!(error instanceof RequestRefused) || !/object does not exist/i.test(error.message)) throw error
        await github.request('POST /repos/{owner}/{repo}/merge-upstream', { owner, repo, branch: base })
        await change.act()
      }
    },
  }
}
