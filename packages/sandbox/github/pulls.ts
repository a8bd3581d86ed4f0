import { compareCommits } from './git/history.ts'
import { mergeCommits } from './git/merge.ts'
import type { GitHub } from './github.ts'
import { type ApiError, validationFailed } from './http.ts'
import { copyCommits } from './network.ts'
import type { Repository } from './repository.ts'
import type { PullRequestState } from './state.ts'

export interface NewPull {
  readonly title: string
  readonly body: string | null
  readonly user: string
  readonly base: string
  /** `branch` or `owner:branch`. */
  readonly head: string
  readonly draft: boolean
  readonly maintainerCanModify: boolean
}

export type MergeableState = 'clean' | 'dirty' | 'blocked' | 'unstable' | 'draft' | 'unknown'

/** Splits `owner:branch` and finds the repository of that owner in the same network. */
export function headRepository(
  github: GitHub,
  base: Repository,
  head: string,
): { repository: Repository | undefined; ref: string } {
  const colon = head.indexOf(':')
  if (colon < 0) return { repository: base, ref: head }
  const owner = head.slice(0, colon)
  const root = base.state.parent ?? base.fullName
  const repository = github
    .repositories()
    .find(
      (candidate) =>
        candidate.owner.toLowerCase() === owner.toLowerCase() &&
        (candidate.fullName === root || candidate.state.parent === root),
    )
  return { repository, ref: head.slice(colon + 1) }
}

/** Opens a pull request and saves it. @throws ApiError 422 as GitHub does. */
export async function openPull(github: GitHub, base: Repository, wanted: NewPull): Promise<PullRequestState> {
  const { repository: head, ref } = headRepository(github, base, wanted.head)
  const baseSha = base.branch(wanted.base)
  const headSha = head?.branch(ref)
  if (baseSha === undefined) throw validationFailed({ resource: 'PullRequest', field: 'base', code: 'invalid' })
  if (head === undefined || headSha === undefined) {
    throw validationFailed({ resource: 'PullRequest', field: 'head', code: 'invalid' })
  }
  await copyCommits(head, base, headSha)
  const { ahead } = await compareCommits(base.objects, baseSha, headSha)
  const custom = (message: string): ApiError => validationFailed({ resource: 'PullRequest', code: 'custom', message })
  if (ahead.length === 0) throw custom(`No commits between ${wanted.base} and ${wanted.head}`)
  const existing = base
    .pulls()
    .find(
      ({ state, pull }) =>
        state === 'open' &&
        pull.base.ref === wanted.base &&
        pull.head.ref === ref &&
        pull.head.repository === head.fullName,
    )
  if (existing !== undefined) throw custom(`A pull request already exists for ${head.owner}:${ref}.`)

  const now = github.now()
  const issue: PullRequestState = {
    id: base.nextId(),
    number: base.nextNumber(),
    user: wanted.user,
    title: wanted.title,
    body: wanted.body,
    state: 'open',
    stateReason: null,
    labels: [],
    assignees: [],
    comments: [],
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    pull: {
      head: { repository: head.fullName, ref, sha: headSha },
      base: { ref: wanted.base, sha: baseSha },
      maintainerCanModify: wanted.maintainerCanModify,
      draft: wanted.draft,
      reviewers: [],
    },
  }
  base.state.issues.push(issue)
  base.refs.update(`refs/pull/${issue.number}/head`, headSha)
  base.save()
  return issue
}

const merges = new WeakMap<Repository, Map<string, string | undefined>>()

/** The tree that merging gives, remembered for as long as neither branch moves; undefined on a conflict. */
export async function mergedTree(base: Repository, baseSha: string, headSha: string): Promise<string | undefined> {
  const known = merges.get(base) ?? new Map<string, string | undefined>()
  merges.set(base, known)
  const key = `${baseSha} ${headSha}`
  if (!known.has(key)) known.set(key, await mergeCommits(base.objects, baseSha, headSha))
  return known.get(key)
}

/** Whether a pull request can be merged now, and what GitHub calls its state. */
export async function mergeability(
  base: Repository,
  { state, pull }: PullRequestState,
): Promise<{ mergeable: boolean | null; state: MergeableState }> {
  const baseSha = base.branch(pull.base.ref)
  if (state === 'closed' || baseSha === undefined) return { mergeable: null, state: 'unknown' }
  if ((await mergedTree(base, baseSha, pull.head.sha)) === undefined) return { mergeable: false, state: 'dirty' }
  if (pull.draft) return { mergeable: true, state: 'draft' }
  const outcomes = outcomesOf(base, pull.head.sha)
  const required = base.state.protection[pull.base.ref]?.requiredChecks ?? []
  if (required.some((name) => outcomes.get(name) !== 'success')) return { mergeable: true, state: 'blocked' }
  if ([...outcomes.values()].some((outcome) => outcome !== 'success')) return { mergeable: true, state: 'unstable' }
  return { mergeable: true, state: 'clean' }
}

/** What is known of a commit's checks and statuses, by their names. */
export function outcomesOf(repository: Repository, sha: string): Map<string, string> {
  const outcomes = new Map<string, string>()
  for (const { name, outcome } of repository.checksOf(sha)) outcomes.set(name, outcome)
  for (const status of repository.state.statuses) if (status.sha === sha) outcomes.set(status.context, status.state)
  return outcomes
}
