import { firstLine, type Issue } from '../../github/index.ts'
import type { Night, Verdict } from '../record.ts'
import { type IssueRules, signatureIn } from './rules.ts'

/** What has to become of one issue. */
export type IssueStep =
  | { readonly step: 'open'; readonly signature: string; readonly ordinal: number }
  | { readonly step: 'update' | 'reopen'; readonly signature: string; readonly issue: Issue }
  | { readonly step: 'leave'; readonly signature: string; readonly issue: Issue }
  | { readonly step: 'close'; readonly signature: string; readonly issue: Issue; readonly accepted: number }
  | { readonly step: 'close-duplicate'; readonly signature: string; readonly issue: Issue; readonly of: number }

/** Verdicts that people have to do something about. What fails by chance updates an issue that is there, and opens none. */
const OPENING: ReadonlySet<Verdict> = new Set(['rejected', 'environment', 'inconclusive'])

const DAY = 24 * 60 * 60 * 1000

/**
 * What tonight means for the issues: one for each failure (the same tests failing), never two.
 *
 * @param nights oldest first; the last is tonight.
 * @param issues all that have the label, open and closed, oldest first.
 */
export function decideIssues(nights: readonly Night[], issues: readonly Issue[], rules: IssueRules): IssueStep[] {
  const tonight = nights.at(-1)
  if (tonight === undefined) return []
  const steps: IssueStep[] = []
  const ours = Map.groupBy(issues, ({ body }) => signatureIn(firstLine(body)))
  for (const [signature, all] of ours) {
    if (signature === null) continue
    const [open, ...others] = all.filter(({ state }) => state === 'open')
    if (open === undefined) continue
    for (const issue of others) steps.push({ step: 'close-duplicate', signature, issue, of: open.number })
    const accepted = acceptedSince(nights, signature)
    const isDone = tonight.verdict === 'accepted' && accepted >= rules.closeAfter
    steps.push(
      isDone ? { step: 'close', signature, issue: open, accepted } : { step: 'update', signature, issue: open },
    )
  }
  const { signature } = tonight
  if (signature === null || !OPENING.has(tonight.verdict)) return steps
  const known = ours.get(signature) ?? []
  if (known.some(({ state }) => state === 'open')) return steps
  // Closed as a duplicate, it never stood for the failure.
  const former = known.findLast(({ stateReason }) => stateReason !== 'duplicate')
  const closed = former?.closedAt ?? null
  if (former === undefined || closed === null || Date.parse(tonight.at) - Date.parse(closed) > rules.reopenWithin * DAY)
    return [...steps, { step: 'open', signature, ordinal: known.length + 1 }]
  // Somebody said that it will not be mended.
  return [...steps, { step: former.stateReason === 'not_planned' ? 'leave' : 'reopen', signature, issue: former }]
}

/** Accepted nights since this failure was seen last. */
export function acceptedSince(nights: readonly Night[], signature: string): number {
  const last = nights.findLastIndex((night) => night.signature === signature)
  return nights.slice(last + 1).filter(({ verdict }) => verdict === 'accepted').length
}
