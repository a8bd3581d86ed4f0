/**
 * What a nightly run writes down. Records are JSON values and nothing else: one a line in the history, the same objects in
 * the action's outputs. Times are RFC 3339 in UTC, digests `sha256:…`, commits 40 hexadecimal digits.
 */

/** Why a night ended as it did (INTERFACE.md, output `verdict`). */
export type Verdict = 'accepted' | 'rejected' | 'flaky' | 'environment' | 'inconclusive' | 'unchanged'

/** One component's image as it was resolved at the start of a night. */
export interface PayloadImage {
  /** Id of the component: `instascale`. */
  readonly component: string
  /** What was asked for: `quay.io/project-codeflare/instascale:dev`. */
  readonly reference: string
  readonly digest: string
  /** The commit that it was built from (`org.opencontainers.image.revision`), where the image says so. */
  readonly revision: string | null
  /** `org.opencontainers.image.version`, where the image says so. */
  readonly version: string | null
  /** `OWNER/NAME` of the source's repository, from the manifest or `org.opencontainers.image.source`. */
  readonly repository: string | null
}

/** The exact digests that are tested together. */
export interface Payload {
  /** SHA-256 of names and digests, 64 hexadecimal digits; the first twelve are what people see. */
  readonly id: string
  /** Ordered by component. */
  readonly images: readonly PayloadImage[]
}

/**
 * What one run of the commands says about the failure in question. `other` failed too, in other tests: another story.
 * `infrastructure` says nothing about any payload.
 */
export type TrialOutcome = 'passed' | 'failed' | 'other' | 'infrastructure'

/** One run of the commands on one payload. */
export interface Trial {
  /** The night and its number in it, `2026-11-29-1a2b3c4d.t3`: the same payload may be tried twice with the same outcome. */
  readonly id: string
  /** The night's candidate is tested in place of this payload; null on the first night of all. */
  readonly base: string | null
  /** The payload of the night. */
  readonly candidate: string
  /**
   * What is taken from the candidate, everything else from the base: `operator`, or `operator@COMMIT` for an image between
   * the two. Null for all of it: the night's own test.
   */
  readonly moved: readonly string[] | null
  readonly outcome: TrialOutcome
  /** Names of the failing tests, sorted; `deploy-command` or `test-command` where no test was named. */
  readonly failing: readonly string[]
  /** One line for people: what was seen. */
  readonly detail: string
  /** Begun minutes. */
  readonly minutes: number
  /** When the run that made it started. */
  readonly at: string
}

/** A component whose change breaks the tests, alone or together with the others that are named. */
export interface CulpritComponent {
  readonly component: string
  readonly repository: string | null
  /** The last digest before the change and the first with it. */
  readonly before: string
  readonly after: string
  /** The range of commits, as far as the images say what they were built from. */
  readonly commits: { readonly before: string | null; readonly after: string | null }
  /** Compares the two on GitHub; null where they are not known. */
  readonly compare: string | null
}

export interface Culprit {
  /** One, or the two that fail only together. */
  readonly components: readonly CulpritComponent[]
  /** Posterior probability, 0 to 1. */
  readonly probability: number
}

/** One night. */
export interface Night {
  /** `2026-11-29-1a2b3c4d`: the day and the payload; `.2` behind it when that was tested a second time. */
  readonly id: string
  /** When it started. */
  readonly at: string
  /** `GITHUB_RUN_ID`, from the second attempt on with `.ATTEMPT` behind it; null on a laptop. */
  readonly run: string | null
  /** The run's page; null on a laptop. */
  readonly url: string | null
  readonly payload: Payload
  /** Id of the last accepted payload before it; null when there was none. */
  readonly base: string | null
  /** Components whose digest differs from the base. */
  readonly changed: readonly string[]
  readonly verdict: Verdict
  /** In one sentence, for people. */
  readonly reason: string
  /** The failing tests of the payload, sorted; empty when it passed. */
  readonly failing: readonly string[]
  /** Fingerprint of the failure: the same tests failing are the same failure. Null when nothing failed. */
  readonly signature: string | null
  /** In the order made, the night's own test first; empty for `unchanged`. */
  readonly trials: readonly Trial[]
  readonly culprit: Culprit | null
}

/** A line of the history: trials as they end, so that a run that was cut off can go on; nights when they are done. */
export type HistoryRecord = ({ readonly record: 'trial' } & Trial) | ({ readonly record: 'night' } & Night)

/**
 * What the domain needs of a history (night.ts appends trials as they end and the night itself). Appending is safe against another writer, and appending what is there is nothing.
 */
export interface History {
  /** Every record, oldest first. @throws UserError naming the file and line of a record that cannot be read. */
  read(): Promise<readonly HistoryRecord[]>
  append(record: HistoryRecord): Promise<void>
}
