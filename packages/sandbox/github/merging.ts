import { commitDate, compareCommits } from './git/history.ts'
import { rebase } from './git/merge.ts'
import type { GitHub, Push } from './github.ts'
import { ApiError } from './http.ts'
import { userSignature, webFlow } from './identity.ts'
import { markMerged } from './pull-tracking.ts'
import { mergeability, mergedTree, outcomesOf } from './pulls.ts'
import { announcePush, changeRef } from './pushes.ts'
import type { Repository } from './repository.ts'
import type { MergeMethod, PullRequestState } from './state.ts'

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
  if (hasQueue(base, issue) && pull.queuedBy === undefined) {
    throw new ApiError(405, 'Repository rule violations found\n\nChanges must be made through the merge queue\n\n')
  }

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
  // Somebody else may have merged it since it was looked at; from here to the reference's move nothing waits.
  if (issue.state === 'closed') throw new ApiError(405, 'Pull Request is not mergeable')
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

function hasQueue(base: Repository, { pull }: PullRequestState): boolean {
  return base.state.protection[pull.base.ref]?.mergeQueue === true
}

/** Puts a pull request into the merge queue of its base; it is merged when its checks are looked at again. @throws ApiError. */
export async function enqueue(base: Repository, issue: PullRequestState, by: string): Promise<void> {
  if (!hasQueue(base, issue)) throw new ApiError(422, 'The merge queue is not enabled for this branch')
  const { state } = await mergeability(base, issue)
  if (state !== 'clean' && state !== 'unstable') throw new ApiError(422, 'Pull request is not mergeable')
  issue.pull.queuedBy = by
  base.save()
}

/** Merges every pull request that waited for its checks and has them now. Call it when checks may have changed. */
export async function settleAutoMerges(github: GitHub, base: Repository): Promise<void> {
  for (const issue of base.pulls()) {
    const { autoMerge, queuedBy } = issue.pull
    if (issue.state !== 'open' || (autoMerge === undefined && queuedBy === undefined)) continue
    const { state } = await mergeability(base, issue)
    if (state !== 'clean' && state !== 'unstable') continue
    if (hasQueue(base, issue)) issue.pull.queuedBy ??= autoMerge?.by ?? issue.user
    const { push } = await mergePull(github, base, issue, autoMerge ?? { method: 'merge', by: queuedBy ?? issue.user })
    await announcePush(github, base, push)
  }
}
