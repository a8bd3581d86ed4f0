import type { GitHub } from './client.ts'
import { fullName, type MergeMethod, type RepositoryName } from './repository.ts'

export type PullState = 'open' | 'merged' | 'closed'

export interface PullRequest {
  readonly number: number
  readonly nodeId: string
  readonly url: string
  readonly state: PullState
  readonly title: string
  readonly body: string
  readonly draft: boolean
  readonly labels: readonly string[]
  /** Logins and `org/team` that a review is requested from. */
  readonly reviewers: readonly string[]
  /** The newest commit of its branch. */
  readonly head: string
  /** The commit that its content is in the base by; null before it is merged. */
  readonly mergeCommit: string | null
  readonly autoMerge: MergeMethod | null
}

/** Between which branches a pull request is. */
export interface PullPlace {
  /** Where it is opened. */
  readonly repository: RepositoryName
  readonly base: string
  readonly headOwner: string
  readonly branch: string
}

/** The open pull request between the branches, else the newest that was; null where there never was one. */
export async function findPull(github: GitHub, place: PullPlace): Promise<PullRequest | null> {
  const { owner, repo } = place.repository
  const { data } = await github.request('GET /repos/{owner}/{repo}/pulls', {
    owner,
    repo,
    state: 'all',
    base: place.base,
    head: `${place.headOwner}:${place.branch}`,
    sort: 'created',
    direction: 'desc',
    per_page: 100,
  })
  // A head that GitHub does not understand is ignored instead of refused; what is listed then is not ours.
  const ours = data.filter(({ head, base }) => head.ref === place.branch && base.ref === place.base)
  const found = ours.find(({ state }) => state === 'open') ?? ours[0]
  return found === undefined ? null : view(found)
}

/** The pull request as people name it before it has a number. */
export function pullSubject({ repository, base, branch, headOwner }: PullPlace): string {
  const from = headOwner === repository.owner ? branch : `${headOwner}:${branch}`
  return `pull request ${from} → ${base} of ${fullName(repository)}`
}

function view(pull: {
  readonly number: number
  readonly node_id: string
  readonly html_url: string
  readonly state: string
  readonly merged_at: string | null
  readonly merge_commit_sha: string | null
  readonly title: string
  readonly body: string | null
  readonly draft?: boolean
  readonly labels: readonly { readonly name: string }[]
  readonly requested_reviewers?: readonly { readonly login: string }[] | null
  readonly requested_teams?: readonly { readonly slug: string }[] | null
  readonly head: { readonly sha: string }
  readonly base: { readonly repo: { readonly owner: { readonly login: string } } }
  readonly auto_merge: { readonly merge_method: MergeMethod } | null
}): PullRequest {
  const merged = pull.merged_at !== null
  return {
    number: pull.number,
    nodeId: pull.node_id,
    url: pull.html_url,
    state: merged ? 'merged' : pull.state === 'open' ? 'open' : 'closed',
    title: pull.title,
    body: pull.body ?? '',
    draft: pull.draft ?? false,
    labels: pull.labels.map(({ name }) => name),
    reviewers: [
      ...(pull.requested_reviewers ?? []).map(({ login }) => login),
      ...(pull.requested_teams ?? []).map(({ slug }) => `${pull.base.repo.owner.login}/${slug}`),
    ],
    head: pull.head.sha,
    mergeCommit: merged ? pull.merge_commit_sha : null,
    autoMerge: pull.auto_merge?.merge_method ?? null,
  }
}
