import { compareCommits } from './git/history.ts'
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
  const isOpen = ({ state }: PullRequestState): boolean => state === 'open'
  for (const base of github.repositories()) {
    for (const issue of base.pulls().filter(isOpen)) {
      const { head } = issue.pull
      if (head.repository !== repository.fullName || head.ref !== branch) continue
      await followHead(github, base, repository, issue, push)
    }
  }
  const into = repository.pulls().filter((issue) => isOpen(issue) && issue.pull.base.ref === branch)
  if (into.length > 0) await followBase(github, repository, into, push)
}

async function followHead(
  github: GitHub,
  base: Repository,
  head: Repository,
  issue: PullRequestState,
  push: Push,
): Promise<void> {
  if (push.after === NO_COMMIT) close(github, issue)
  else {
    issue.updatedAt = github.now()
    await copyCommits(head, base, push.after)
    base.refs.update(`refs/pull/${issue.number}/head`, push.after)
    issue.pull.head.sha = push.after
    issue.pull.base.sha = base.branch(issue.pull.base.ref) ?? issue.pull.base.sha
  }
  base.save()
}

/** A pull request whose commits were pushed into its base by hand counts as merged; without its base it is closed. */
async function followBase(
  github: GitHub,
  base: Repository,
  issues: readonly PullRequestState[],
  { before, after }: Push,
): Promise<void> {
  const gone = after === NO_COMMIT
  const landed = gone || before === NO_COMMIT ? [] : (await compareCommits(base.objects, before, after)).ahead
  for (const issue of issues) {
    if (gone) close(github, issue)
    else if (landed.includes(issue.pull.head.sha)) {
      const { ahead } = await compareCommits(base.objects, before, issue.pull.head.sha)
      markMerged(github, issue, { by: issue.user, sha: after, commits: ahead })
    }
  }
}

function close(github: GitHub, issue: PullRequestState): void {
  issue.state = 'closed'
  issue.updatedAt = github.now()
  issue.closedAt = issue.updatedAt
}
