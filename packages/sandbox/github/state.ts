/** What a check or a run came to. */
export type Conclusion =
  | 'success'
  | 'failure'
  | 'cancelled'
  | 'neutral'
  | 'skipped'
  | 'stale'
  | 'timed_out'
  | 'action_required'
  | 'startup_failure'

/** Where a run is on its way to its conclusion. */
export type RunStatus = 'requested' | 'waiting' | 'pending' | 'queued' | 'in_progress' | 'completed'

/** What continuous integration says of every commit of a repository. */
export type CheckOutcome = 'success' | 'failure' | 'pending'

export type MergeMethod = 'merge' | 'squash' | 'rebase'

export interface CommentState {
  readonly id: number
  readonly user: string
  body: string
  readonly createdAt: string
  updatedAt: string
}

/** What a pull request has beyond an issue. */
interface PullState {
  readonly head: { readonly repository: string; readonly ref: string; sha: string }
  base: { ref: string; sha: string }
  readonly maintainerCanModify: boolean
  draft: boolean
  reviewers: string[]
  autoMerge?: { readonly method: MergeMethod; readonly by: string; readonly title?: string; readonly message?: string }
  /** Who put it into the merge queue of its base. */
  queuedBy?: string
  merged?: { readonly at: string; readonly by: string; readonly sha: string; readonly commits: readonly string[] }
}

/** An issue, or with `pull` a pull request: they share numbers, labels and comments. */
export interface IssueState {
  readonly id: number
  readonly number: number
  readonly user: string
  title: string
  body: string | null
  state: 'open' | 'closed'
  stateReason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null
  labels: string[]
  assignees: string[]
  comments: CommentState[]
  readonly createdAt: string
  updatedAt: string
  closedAt: string | null
  pull?: PullState
}

export type PullRequestState = IssueState & { pull: PullState }

export interface DiscussionState {
  readonly id: number
  readonly number: number
  readonly category: string
  readonly user: string
  title: string
  body: string
  readonly createdAt: string
}

export interface LabelState {
  readonly id: number
  readonly name: string
  readonly color: string
  readonly description: string | null
}

export interface ReleaseState {
  readonly id: number
  readonly author: string
  tag: string
  target: string
  name: string | null
  body: string | null
  draft: boolean
  prerelease: boolean
  immutable: boolean
  /** The date of the released commit. */
  createdAt: string
  publishedAt: string | null
}

export interface WorkflowState {
  readonly id: number
  readonly path: string
}

export interface RunState {
  readonly id: number
  readonly number: number
  readonly workflow: string
  readonly event: 'workflow_dispatch' | 'repository_dispatch' | 'push'
  readonly actor: string
  readonly branch: string
  readonly sha: string
  readonly inputs: Readonly<Record<string, string>>
  readonly title: string
  /** Counts from 1; one more each time it is run again. */
  attempt: number
  status: RunStatus
  /** The statuses that lie before it is in progress, next one first. */
  ahead: RunStatus[]
  conclusion: Conclusion | null
  log: string
  readonly createdAt: string
  updatedAt: string
}

/** A commit status that somebody posted; checks are scripted instead. */
export interface StatusState {
  readonly id: number
  readonly sha: string
  readonly context: string
  readonly state: 'error' | 'failure' | 'pending' | 'success'
  readonly description: string | null
  readonly targetUrl: string | null
  readonly creator: string
  readonly createdAt: string
}

/** Everything about a repository that is not in git. Kept in one JSON file beside the bare repository. */
export interface RepositoryState {
  readonly id: number
  readonly fullName: string
  description: string | null
  private: boolean
  defaultBranch: string
  /** The repository that this one was forked from. */
  parent: string | null
  /** Who may write; absent: everybody who is signed in. */
  collaborators?: string[]
  allowAutoMerge: boolean
  immutableReleases: boolean
  readonly createdAt: string
  pushedAt: string
  nextNumber: number
  nextId: number
  protection: Record<string, { requiredChecks: string[]; mergeQueue?: boolean }>
  issues: IssueState[]
  /** Names of the categories; none where discussions are off. */
  discussionCategories: string[]
  discussions: DiscussionState[]
  labels: LabelState[]
  releases: ReleaseState[]
  latestRelease: number | null
  /** Tags of immutable releases: never to be made again. */
  burntTags: string[]
  checks: { names: string[]; outcome: CheckOutcome; bySha: Record<string, CheckOutcome> }
  statuses: StatusState[]
  workflows: WorkflowState[]
  runs: RunState[]
}

/** The state of a repository that was just created. */
export function newRepositoryState(
  options: Pick<RepositoryState, 'id' | 'fullName' | 'defaultBranch' | 'createdAt'> & Partial<RepositoryState>,
): RepositoryState {
  return {
    description: null,
    private: false,
    parent: null,
    allowAutoMerge: true,
    immutableReleases: false,
    pushedAt: options.createdAt,
    nextNumber: 1,
    nextId: 1,
    protection: {},
    issues: [],
    discussionCategories: [],
    discussions: [],
    labels: [],
    releases: [],
    latestRelease: null,
    burntTags: [],
    checks: { names: ['ci'], outcome: 'success', bySha: {} },
    statuses: [],
    workflows: [],
    runs: [],
    ...options,
  }
}
