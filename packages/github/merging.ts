import { type Change, ServiceError, UserError } from '../plan/index.ts'
import { type GitHub, orAbsent } from './client.ts'
import { RequestRefused } from './errors.ts'
import type { FollowedPull } from './followed-pull.ts'
import { type PullPlace, type PullRequest, pullSubject } from './pulls.ts'
import type { MergeMethod } from './repository.ts'
import { settling } from './settling.ts'

/**
 * The change that lets GitHub merge a pull request as soon as its requirements are met; null when it is so already.
 * GitHub refuses that for one that could be merged at once: then it is merged at once, at the head that was seen. Where the
 * base has a merge queue, it is put into that, which merges in its own way.
 */
export async function autoMerge(
  github: GitHub,
  pull: FollowedPull,
  method: MergeMethod,
  reason: string,
): Promise<Change | null> {
  const hasQueue = await mergesByQueue(github, pull.place)
  const after = hasQueue ? 'merge queue' : method
  const state = async (seen: PullRequest | null): Promise<string | null> => {
    if (seen?.state === 'merged') return after
    if (seen === null || !hasQueue) return seen?.autoMerge ?? null
    return seen.autoMerge !== null || (await isQueued(github, seen)) ? after : null
  }
  // One that is merged or closed is history: another one is opened between the same branches.
  const before = await state(pull.seen?.state === 'open' ? pull.seen : null)
  if (before === after) return null
  return settling(github, {
    action: 'merge',
    subject: pullSubject(pull.place),
    before,
    after,
    reason,
    probe: async () => state(await pull.look()),
    act: async () => {
      const seen = pull.seen ?? (await pull.look())
      if (seen === null) throw new Error(`${pullSubject(pull.place)} was to be merged before it was opened`)
      const mergeable = await whenJudged(github, pull, seen.number)
      if (mergeable === 'dirty') throw conflicting(pull, seen)
      const isReady = mergeable === 'clean' || mergeable === 'has_hooks'
      if (!isReady) await enable(github, pull, seen, method)
      else if (hasQueue) await enqueue(github, seen)
      else await merge(github, pull, seen, method)
    },
  })
}

/** Whether a branch takes changes through a merge queue only; GitHub tells its rules to everybody who may read. */
async function mergesByQueue(github: GitHub, { repository, base }: PullPlace): Promise<boolean> {
  const { owner, repo } = repository
  const found = await orAbsent(
    github.request('GET /repos/{owner}/{repo}/rules/branches/{branch}', { owner, repo, branch: base, per_page: 100 }),
  )
  return found?.data.some(({ type }) => type === 'merge_queue') ?? false
}

async function isQueued(github: GitHub, { nodeId }: PullRequest): Promise<boolean> {
  const { node } = await github.graphql<{ readonly node: { readonly isInMergeQueue: boolean } | null }>(
    'isInMergeQueue',
    'query ($id: ID!) { node(id: $id) { ... on PullRequest { isInMergeQueue } } }',
    { id: nodeId },
  )
  return node?.isInMergeQueue ?? false
}

async function enqueue(github: GitHub, { nodeId, head }: PullRequest): Promise<void> {
  await github.graphql(
    'enqueuePullRequest',
    'mutation ($input: EnqueuePullRequestInput!) { enqueuePullRequest(input: $input) { clientMutationId } }',
    { input: { pullRequestId: nodeId, expectedHeadOid: head } },
  )
}

/** GitHub works out in the background whether a pull request can be merged; until then it says `unknown`. */
async function whenJudged(github: GitHub, { place }: FollowedPull, number: number): Promise<string> {
  const { owner, repo } = place.repository
  for (let attempt = 1; ; attempt += 1) {
    const { data } = await github.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
      owner,
      repo,
      pull_number: number,
    })
    if (data.mergeable_state !== 'unknown' || attempt === 6) return data.mergeable_state
    await github.sleep(500 * 2 ** attempt)
  }
}

async function merge(github: GitHub, { place }: FollowedPull, seen: PullRequest, method: MergeMethod): Promise<void> {
  const { owner, repo } = place.repository
  await github.request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', {
    owner,
    repo,
    pull_number: seen.number,
    merge_method: method,
    sha: seen.head,
  })
}

async function enable(github: GitHub, pull: FollowedPull, seen: PullRequest, method: MergeMethod): Promise<void> {
  try {
    await github.graphql('enablePullRequestAutoMerge', ENABLE, {
      input: { pullRequestId: seen.nodeId, mergeMethod: method.toUpperCase() },
    })
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error
    const status = /\bin (\w+) status\b/i.exec(error.message)?.[1]?.toLowerCase()
    // It became mergeable between the two questions.
    if (status === 'clean') return merge(github, pull, seen, method)
    throw new UserError(`GitHub does not enable auto-merge on ${seen.url}: ${error.message}`, {
      advice:
        status === 'unstable'
          ? 'A check that is not required is pending or failed. Make the checks that matter required, or merge by hand.'
          : 'Allow auto-merge and this merge method in the settings of the repository, and give the token “pull-requests: write” and “contents: write”.',
      cause: error,
    })
  }
}

function conflicting({ place }: FollowedPull, seen: PullRequest): UserError {
  return new UserError(`${seen.url} conflicts with ${place.base}.`, {
    advice: `Resolve the conflict, or close the pull request and delete branch ${place.branch}: the next run opens it anew.`,
  })
}

const ENABLE =
  'mutation ($input: EnablePullRequestAutoMergeInput!) { enablePullRequestAutoMerge(input: $input) { clientMutationId } }'

export interface Waiting {
  /** How long to wait at most. */
  readonly timeoutMs: number
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number
}

/**
 * Waits until a pull request is merged. Asks rarely (first after 5 s, then less and less often, at least once in 30 s)
 * and conditionally, so that an hour costs a few dozen requests of which most count nothing.
 *
 * @throws UserError when it is closed unmerged. @throws ServiceError when the time is up.
 */
export async function waitUntilMerged(
  github: GitHub,
  pull: FollowedPull,
  { timeoutMs, now }: Waiting,
): Promise<PullRequest> {
  const start = now()
  for (let pause = 5_000; ; pause = Math.min(30_000, pause * 1.5)) {
    const seen = await pull.look()
    if (seen?.state === 'merged') return seen
    if (seen === null || seen.state === 'closed') {
      throw new UserError(`${seen?.url ?? pullSubject(pull.place)} was closed without being merged.`, {
        advice: 'Somebody decided against it. Reopen it and run again, or leave it.',
      })
    }
    if (now() - start + pause > timeoutMs) {
      throw new ServiceError(`${seen.url} was not merged within ${Math.round(timeoutMs / 60_000)} min.`, {
        advice:
          'Look what it waits for (reviews, checks). Run again when it is merged: the release goes on from there.',
      })
    }
    await github.sleep(pause)
  }
}
