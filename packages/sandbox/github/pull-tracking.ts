import { compareCommits, isAncestor } from './git/history.ts'
import { type GitHub, NO_COMMIT, type Push } from './github.ts'
import { copyCommits } from './network.ts'
import type { Repository } from './repository.ts'
import type { PullRequestState } from './state.ts'

/** Closes a pull request as merged, without saving. */
export function markMerged(
  github: GitHub,
  issue: PullRequestState,
  merged: { readonly by: string; readonly sha: string; readonly commits: readonly string[] },
): void {
  const at = github.now()
  issue.state = 'closed'
  issue.closedAt = at
  issue.updatedAt = at
  issue.pull.merged = { at, ...merged }
}

/** What a push means for pull requests: those from the branch get its commits, those into it may be merged by it. */
export async function followPush(github: GitHub, repository: Repository, push: Push): Promise<void> {
  if (!push.ref.startsWith('refs/heads/')) return
  const branch = push.ref.slice('refs/heads/'.length)
  for (const base of github.repositories()) {
    for (const issue of base.pulls()) {
      if (issue.state !== 'open') continue
      const { head } = issue.pull
      if (head.repository === repository.fullName && head.ref === branch)
        await followHead(github, base, repository, issue, push)
      else if (base === repository && issue.pull.base.ref === branch) await followBase(github, base, issue, push)
    }
  }
}

async function followHead(
  github: GitHub,
  base: Repository,
  head: Repository,
  issue: PullRequestState,
  push: Push,
): Promise<void> {
  issue.updatedAt = github.now()
  if (push.after === NO_COMMIT) {
    issue.state = 'closed'
    issue.closedAt = issue.updatedAt
  } else {
    await copyCommits(head, base, push.after)
    base.refs.update(`refs/pull/${issue.number}/head`, push.after)
    issue.pull.head.sha = push.after
    issue.pull.base.sha = base.branch(issue.pull.base.ref) ?? issue.pull.base.sha
  }
  base.save()
}

/** A pull request whose commits were pushed into its base by hand counts as merged. */
async function followBase(github: GitHub, base: Repository, issue: PullRequestState, push: Push): Promise<void> {
  const { head } = issue.pull
  if (push.after === NO_COMMIT || !(await isAncestor(base.objects, head.sha, push.after))) return
  const commits = push.before === NO_COMMIT ? [] : (await compareCommits(base.objects, push.before, head.sha)).ahead
  markMerged(github, issue, { by: issue.user, sha: push.after, commits })
  base.save()
}
