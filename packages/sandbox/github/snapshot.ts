import { walk } from './git/history.ts'
import type { GitHub } from './github.ts'
import { latestRelease } from './releases.ts'
import type { Repository } from './repository.ts'
import type { IssueState } from './state.ts'

/** How far back a branch's history is part of a snapshot. */
const HISTORY = 50

/** What a reference points at, by content: commit ids hold dates, and dates differ between a run and its repetition. */
interface RefSnapshot {
  readonly kind: 'commit' | 'tag'
  readonly tree: string
  /** The messages behind it, newest first: a change that was made twice shows. */
  readonly history: readonly string[]
  /** The message of an annotated tag. */
  readonly annotation?: string
}

/** The state of one repository without ids, dates and hosts. */
export interface RepositorySnapshot {
  readonly refs: Readonly<Record<string, RefSnapshot>>
  readonly releases: readonly object[]
  readonly pulls: readonly object[]
  readonly issues: readonly object[]
  readonly discussions: readonly object[]
  readonly labels: readonly string[]
  readonly runs: readonly object[]
  readonly statuses: readonly object[]
}

/** Everything of the sandbox that a user would compare, by repository. Equal worlds give deeply equal snapshots. */
export async function takeSnapshot(github: GitHub): Promise<Record<string, RepositorySnapshot>> {
  const snapshot: Record<string, RepositorySnapshot> = {}
  const repositories = github.repositories().toSorted((left, right) => (left.fullName < right.fullName ? -1 : 1))
  for (const repository of repositories) snapshot[repository.fullName] = await repositorySnapshot(repository)
  return snapshot
}

async function repositorySnapshot(repository: Repository): Promise<RepositorySnapshot> {
  const { state } = repository
  const refs: Record<string, RefSnapshot> = {}
  for (const { name, oid } of repository.refs.list('refs/')) {
    const found = await refSnapshot(repository, oid)
    if (found !== undefined) refs[name] = found
  }
  const latest = latestRelease(repository)
  return {
    refs,
    releases: state.releases
      .map(({ tag, target, name, body, draft, prerelease, immutable, id }) => ({
        tag,
        target: /^[0-9a-f]{40}$/.test(target) ? 'a commit' : target,
        name,
        body: withoutHost(body),
        draft,
        prerelease,
        immutable,
        latest: id === latest?.id,
      }))
      .sort((left, right) => (left.tag < right.tag ? -1 : left.tag > right.tag ? 1 : 0)),
    pulls: repository.pulls().map((issue) => ({
      ...issueSnapshot(issue),
      head: `${issue.pull.head.repository}:${issue.pull.head.ref}`,
      base: issue.pull.base.ref,
      draft: issue.pull.draft,
      merged: issue.pull.merged !== undefined,
      autoMerge: issue.pull.autoMerge?.method ?? null,
      reviewers: issue.pull.reviewers,
    })),
    issues: state.issues.filter(({ pull }) => pull === undefined).map(issueSnapshot),
    discussions: state.discussions.map(({ category, title, body, user }) => ({ category, title, body, user })),
    labels: state.labels.map(({ name }) => name).sort(),
    runs: state.runs.map(({ workflow, event, branch, inputs, status, conclusion }) => ({
      workflow,
      event,
      branch,
      inputs,
      status,
      conclusion,
    })),
    statuses: state.statuses.map((status) => ({ context: status.context, state: status.state })),
  }
}

function issueSnapshot({ number, title, body, state, labels, assignees, comments, user }: IssueState) {
  return {
    number,
    title,
    body: withoutHost(body),
    state,
    labels,
    assignees,
    user,
    comments: comments.map((comment) => ({ user: comment.user, body: withoutHost(comment.body) })),
  }
}

async function refSnapshot(repository: Repository, oid: string): Promise<RefSnapshot | undefined> {
  const tag = await repository.objects.tag(oid)
  const commit = await repository.objects.peel(oid)
  const tree = commit === undefined ? undefined : (await repository.objects.commit(commit))?.tree
  if (commit === undefined || tree === undefined) return undefined
  const history: string[] = []
  for await (const entry of walk(repository.objects, commit)) {
    history.push(withoutHost(entry.commit.message.trimEnd()) ?? '')
    if (history.length === HISTORY) break
  }
  return {
    kind: tag === undefined ? 'commit' : 'tag',
    tree,
    history,
    ...(tag === undefined ? {} : { annotation: tag.message }),
  }
}

/** The sandbox listens on another port each time. */
function withoutHost(text: string | null): string | null {
  return text?.replaceAll(/https?:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?/g, 'https://github.test') ?? null
}
