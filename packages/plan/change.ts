/** What a change does to its subject. `move` re-points a name (tag, branch) that exists; `send` leaves our hands for good. */
export type Verb = 'create' | 'update' | 'delete' | 'move' | 'publish' | 'merge' | 'send' | 'run'

/**
 * One step from the world as it is to the world as it should be.
 *
 * `before` and `after` are written in the same notation as the answer of `probe` (a digest, a commit, a state such as
 * `open`; `null` where there is nothing), so that three questions are one comparison: may we act (`probe() === before`),
 * is it done already (`probe() === after`), and did it work (`probe() === after` once more).
 */
export interface Change {
  readonly action: Verb
  /** What is changed, as a person would say it: `tag v1.2.0 of project-codeflare/instascale`. */
  readonly subject: string
  readonly before: string | null
  readonly after: string | null
  /** Why, in one clause that a release manager understands. */
  readonly reason: string
  /** Reads the subject's present state. Never writes. */
  probe(): Promise<string | null>
  /** Makes it so. Called once, right after a probe that answered `before`. */
  act(): Promise<void>
}

/** A change without its hands: what the output `plan` lists and what a dry run prints. */
export type PlannedChange = Pick<Change, 'action' | 'subject' | 'before' | 'after' | 'reason'>

/** The changes as values, in the order in which they are applied. */
export function describePlan(changes: readonly Change[]): PlannedChange[] {
  return changes.map(({ action, subject, before, after, reason }) => ({ action, subject, before, after, reason }))
}
