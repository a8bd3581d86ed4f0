import type { GitHub, Push } from './github.ts'
import { commitDate, compareCommits } from './git/history.ts'
import { mergeCommits, rebase } from './git/merge.ts'
import { ApiError, validationFailed } from './http.ts'
import { userSignature, webFlow } from './identity.ts'
import { copyCommits } from './network.ts'
import { markMerged } from './pull-tracking.ts'
import { announcePush, changeRef } from './pushes.ts'
import type { Repository } from './repository.ts'
import type { MergeMethod, PullRequestState } from './state.ts'

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

/** The tree that merging gives now, remembered for as long as neither branch moves. */
const merges = new WeakMap<Repository, Map<string, string | undefined>>()

async function mergedTree(base: Repository, baseSha: string, headSha: string): Promise<string | undefined> {
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

function outcomesOf(repository: Repository, sha: string): Map<string, string> {
  const outcomes = new Map<string, string>()
  for (const { name, outcome } of repository.checksOf(sha)) outcomes.set(name, outcome)
  for (const status of repository.state.statuses) if (status.sha === sha) outcomes.set(status.context, status.state)
  return outcomes
}

export interface MergeWish {
  readonly method: MergeMethod
  readonly by: string
  readonly title?: string | undefined
  readonly message?: string | undefined
  /** The head that the caller has seen. */
  readonly sha?: string | undefined
}

/** Merges a pull request for real, and saves; the caller records and announces. @throws ApiError 405 or 409. */
export async function mergePull(
  github: GitHub,
  base: Repository,
  issue: PullRequestState,
  wish: MergeWish,
): Promise<{ sha: string; push: Push }> {
  const { pull } = issue
  if (issue.state === 'closed') throw new ApiError(405, 'Pull Request is not mergeable')
  if (wish.sha !== undefined && wish.sha !== pull.head.sha) {
    throw new ApiError(409, 'Head branch was modified. Review and try the merge again.')
  }
  const baseSha = base.branch(pull.base.ref)
  const { state } = await mergeability(base, issue)
  if (baseSha === undefined || state === 'dirty') throw new ApiError(405, 'Pull Request is not mergeable')
  if (state === 'draft') throw new ApiError(405, 'Pull Request is still a draft')
  if (state === 'blocked') throw new ApiError(405, blockedMessage(base, issue))

  const { ahead } = await compareCommits(base.objects, baseSha, pull.head.sha)
  const sha = await writeMerge(github, base, issue, wish, { baseSha, ahead })
  const changed = await changeRefAsMerge(github, base, issue, wish, { sha, baseSha, ahead })
  if ('refused' in changed) throw new ApiError(409, 'Base branch was modified. Review and try the merge again.')
  return { sha, push: changed.push }
}

interface MergeInput {
  readonly baseSha: string
  readonly ahead: readonly string[]
}

/** Marks the pull request merged before the branch moves, so that following the push does not close it once more. */
async function changeRefAsMerge(
  github: GitHub,
  base: Repository,
  issue: PullRequestState,
  wish: MergeWish,
  { sha, baseSha, ahead }: MergeInput & { readonly sha: string },
): ReturnType<typeof changeRef> {
  const previous = { state: issue.state, closedAt: issue.closedAt, updatedAt: issue.updatedAt }
  markMerged(github, issue, { by: wish.by, sha, commits: ahead })
  const changed = await changeRef(github, base, {
    ref: `refs/heads/${issue.pull.base.ref}`,
    oid: sha,
    expected: baseSha,
  })
  if ('refused' in changed) {
    Object.assign(issue, previous)
    delete issue.pull.merged
  }
  return changed
}

function blockedMessage(base: Repository, { pull }: PullRequestState): string {
  const outcomes = outcomesOf(base, pull.head.sha)
  const required = base.state.protection[pull.base.ref]?.requiredChecks ?? []
  const first = required.find((name) => outcomes.get(name) !== 'success') ?? ''
  const outcome = outcomes.get(first)
  return outcome === undefined
    ? `Required status check "${first}" is expected.`
    : `Required status check "${first}" is ${outcome === 'pending' ? 'in progress' : 'failing'}.`
}

async function writeMerge(
  github: GitHub,
  base: Repository,
  { number, title, body, user, pull }: PullRequestState,
  wish: MergeWish,
  { baseSha, ahead }: MergeInput,
): Promise<string> {
  const now = await commitDate(base.objects, [baseSha, pull.head.sha], github.ledger.now())
  if (wish.method === 'rebase') {
    const tip = await rebase(base.objects, ahead, baseSha, webFlow(now))
    if (tip === undefined) throw new ApiError(405, "This branch can't be rebased")
    return tip
  }
  const tree = await mergedTree(base, baseSha, pull.head.sha)
  if (tree === undefined) throw new ApiError(405, 'Pull Request is not mergeable')
  const write = (parents: readonly string[], login: string, defaults: { title: string; message: string }): string => {
    const message = wish.message ?? defaults.message
    return base.objects.writeCommit({
      tree,
      parents,
      author: userSignature(login, now),
      committer: webFlow(now),
      message: `${wish.title ?? defaults.title}${message === '' ? '' : `\n\n${message}`}`,
    })
  }
  if (wish.method === 'squash') return write([baseSha], user, await squashMessage(base, { number, title }, ahead))
  const [headOwner = ''] = pull.head.repository.split('/')
  return write([baseSha, pull.head.sha], wish.by, {
    title: `Merge pull request #${number} from ${headOwner}/${pull.head.ref}`,
    message: title === '' ? (body ?? '') : title,
  })
}

/** GitHub's default: one commit keeps its own message, several become the title and a list. */
async function squashMessage(
  base: Repository,
  { number, title }: { readonly number: number; readonly title: string },
  ahead: readonly string[],
): Promise<{ title: string; message: string }> {
  const messages: string[] = []
  for (const oid of ahead) messages.push((await base.objects.commit(oid))?.message.trim() ?? '')
  const [only] = messages
  if (messages.length === 1 && only !== undefined) {
    const [subject = '', ...rest] = only.split('\n')
    return { title: `${subject} (#${number})`, message: rest.join('\n').trim() }
  }
  return { title: `${title} (#${number})`, message: messages.map((message) => `* ${message}`).join('\n\n') }
}

/** Turns auto-merge on. @throws ApiError with GitHub's refusal. */
export async function enableAutoMerge(base: Repository, issue: PullRequestState, wish: MergeWish): Promise<void> {
  const { state } = await mergeability(base, issue)
  if (!base.state.allowAutoMerge) throw new ApiError(422, 'Pull request Auto merge is not allowed for this repository')
  if (issue.pull.draft) throw new ApiError(422, 'Pull request Pull request is in draft state')
  if (state !== 'blocked') throw new ApiError(422, `Pull request Pull request is in ${state} status`)
  issue.pull.autoMerge = {
    method: wish.method,
    by: wish.by,
    ...(wish.title === undefined ? {} : { title: wish.title }),
    ...(wish.message === undefined ? {} : { message: wish.message }),
  }
  base.save()
}

/** Merges every pull request that waited for its checks and has them now. Call it when checks may have changed. */
export async function settleAutoMerges(github: GitHub, base: Repository): Promise<void> {
  for (const issue of base.pulls()) {
    const { autoMerge } = issue.pull
    if (issue.state !== 'open' || autoMerge === undefined) continue
    const { state } = await mergeability(base, issue)
    if (state !== 'clean' && state !== 'unstable') continue
    const { push } = await mergePull(github, base, issue, autoMerge)
    await announcePush(github, base, push)
  }
}
