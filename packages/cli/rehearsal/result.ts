import type { Finding, PlannedChange, Report } from '../../plan/index.ts'

/** What a rehearsal showed, as values: the Markdown report and the HTML page are two views of it. No times: same world, same bytes. */
export interface RehearsalResult {
  /** Title of the train: `CodeFlare Stack`. */
  readonly title: string
  /** Tag of the train's version: `v1.3.0`. */
  readonly version: string
  /** Tag of the release before it; null for a first release. */
  readonly previous: string | null
  readonly outcome: Outcome
  readonly failure: Failure | null
  readonly stages: readonly StageResult[]
  readonly members: readonly MemberResult[]
  readonly images: readonly ImageResult[]
  readonly repositories: readonly RepositoryResult[]
  /** The support matrix as Markdown, as it stands in the release notes. */
  readonly matrix: string
  /** Body of the train's release; null when there is none yet. */
  readonly notes: string | null
  readonly messages: readonly MessageResult[]
  /** What release-plan said before the first and after the last stage. */
  readonly plans: readonly { readonly title: string; readonly report: Report }[]
  /** How often anything outside was changed by this run. */
  readonly writes: number
}

/** `unchanged`: the release was out already, and nothing was left to do. */
export type Outcome = 'released' | 'unchanged' | 'planned' | 'failed'

export interface Failure {
  readonly stage: number
  readonly step: string
  readonly message: string
  readonly advice: string | null
}

export interface StageResult {
  /** Number of the step in PCF-ADR-003, 1 to 8. */
  readonly number: number
  readonly title: string
  readonly state: StageState
  /** What came of it, in one line. */
  readonly summary: string
  readonly steps: readonly StepResult[]
}

/** `waiting`: never reached, because a stage before it failed. */
export type StageState = 'done' | 'nothing' | 'planned' | 'failed' | 'waiting' | 'not-automated'

export interface StepResult {
  /** Name of the action, or of what is not automated yet. */
  readonly action: string
  /** `OWNER/NAME` of the repository in which it ran. */
  readonly where: string
  readonly title: string
  /** `prepared`: it edited files of its checkout, which a later step proposes. */
  readonly state: Exclude<StageState, 'waiting'> | 'prepared'
  readonly note: string
  readonly plan: readonly PlannedChange[]
  readonly findings: readonly Finding[]
  readonly report: Report
  /** What the action gave to later steps. */
  readonly outputs: Readonly<Record<string, string>>
}

/** A component, an adopted project, the catalog or a downstream project; one node of the dependency graph. */
export interface MemberResult {
  readonly id: string
  readonly name: string
  readonly repository: string
  readonly kind: 'component' | 'external' | 'target'
  readonly dependsOn: readonly string[]
  /** Tags of the version before this release and in it; null for none. */
  readonly before: string | null
  readonly after: string | null
}

export interface ImageResult {
  /** Without tag: `quay.io/project-codeflare/codeflare-operator`. */
  readonly name: string
  readonly platforms: readonly string[]
  readonly tags: readonly { readonly tag: string; readonly before: string | null; readonly after: string | null }[]
}

export interface RepositoryResult {
  /** `OWNER/NAME`. */
  readonly name: string
  readonly commits: readonly CommitResult[]
  readonly tags: readonly { readonly name: string; readonly sha: string }[]
}

export interface CommitResult {
  readonly sha: string
  readonly subject: string
  readonly files: readonly { readonly path: string; readonly added: number; readonly removed: number }[]
  /** As `git show` prints it, cut where it is long. */
  readonly patch: string
}

export interface MessageResult {
  readonly channel: 'Slack' | 'mail'
  readonly to: string
  readonly text: string
}
