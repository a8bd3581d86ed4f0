import type { Context } from '../../packages/action/index.ts'
import { type GitHub, resolveCommit, runPlace } from '../../packages/github/index.ts'
import {
  type History,
  type HistoryRecord,
  ISSUE_RULES,
  type IssuesPlan,
  keepIssues,
  type Night,
  type NightPlan,
  nightsOf,
  onlyIf,
  planIssues,
} from '../../packages/nightly/index.ts'
import type { Change, Finding } from '../../packages/plan/index.ts'

interface IssuesWorld {
  readonly github: GitHub
  readonly environment: Context['environment']
  readonly history: History
  readonly records: readonly HistoryRecord[]
}

interface NightIssues {
  readonly changes: readonly Change[]
  readonly findings: readonly Finding[]
  /** Number of the issue of tonight's failure; empty where there is none. */
  number(): string | number
  /** Its page. */
  page(): string | null
}

/**
 * The issues as they shall be when the night is over: of one that is over already, what is left to do; of one that is
 * to be run, one change that looks when its turn comes. A night that stays open for other jobs touches none.
 */
export async function planNightIssues(
  night: NightPlan,
  { github, environment, history, records }: IssuesWorld,
): Promise<NightIssues> {
  const { repository } = runPlace(environment, '')
  // A ref points at it; which commit it is does not matter. On a laptop no run names one.
  const commit = environment['GITHUB_SHA'] ?? (await resolveCommit(github, repository, 'HEAD', 'The repository'))
  const request = { github, repository, commit, rules: ISSUE_RULES }
  const findings: Finding[] = []
  let seen: IssuesPlan | null = null
  const told = (plan: IssuesPlan): void => {
    seen = plan
    findings.splice(0, findings.length, ...plan.findings)
  }
  const tonight = {
    findings,
    number: () => seen?.tonight()?.number ?? '',
    page: () => seen?.tonight()?.url ?? null,
  }
  if (night.result() !== null) {
    const plan = await planIssues(request, tonightLast(records, night.result()?.night ?? null))
    told(plan)
    return { changes: plan.changes, ...tonight }
  }
  const change = keepIssues(request, async () => nightsOf(await history.read()), told)
  const isOpen = (): boolean => (night.result()?.next.length ?? 0) > 0
  return { changes: [onlyIf(change, () => !isOpen())], ...tonight }
}

/** A night of this payload that was recorded before others counts as tonight in the run that recorded it. */
function tonightLast(records: readonly HistoryRecord[], night: Night | null): Night[] {
  const nights = nightsOf(records)
  const at = nights.findLastIndex(({ id }) => id === night?.id)
  return at < 0 ? (night === null ? nights : [...nights, night]) : nights.slice(0, at + 1)
}
