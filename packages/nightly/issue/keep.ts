import {
  FollowedIssue,
  fullName,
  type GitHub,
  type Issue,
  labelledIssues,
  type RepositoryName,
} from '../../github/index.ts'
import { apply, type Change, type Finding } from '../../plan/index.ts'
import type { Night } from '../record.ts'
import { assigneesOf } from './owners.ts'
import { decideIssues, type IssueStep } from './decide.ts'
import { type IssueRules, markOf } from './rules.ts'
import { closingText, commentText, duplicateText, issueText } from './text.ts'

export interface IssuesPlan {
  readonly changes: readonly Change[]
  readonly findings: readonly Finding[]
  /** The issue of tonight's failure, as the last look showed it; null where there is none. */
  tonight(): Issue | null
}

export interface IssuesRequest {
  readonly github: GitHub
  readonly repository: RepositoryName
  /** Any commit of the repository, such as the one that runs. */
  readonly commit: string
  readonly rules: IssueRules
}

/**
 * What is left to do until the issues say what the nights say. Asked again it finds nothing to do.
 *
 * @param nights oldest first; the last is tonight.
 */
export async function planIssues(request: IssuesRequest, nights: readonly Night[]): Promise<IssuesPlan> {
  const { github, repository, rules } = request
  const [label] = rules.labels
  const night = nights.at(-1)
  const changes: Change[] = []
  const findings: Finding[] = []
  let ofTonight: FollowedIssue | null = null
  for (const step of decideIssues(nights, await labelledIssues(github, repository, label), rules)) {
    const known = step.step === 'open' ? null : step.issue
    const followed = new FollowedIssue(github, { repository, label, mark: markOf(step.signature) }, known)
    if (step.signature === night?.signature && step.step !== 'close-duplicate') ofTonight = followed
    if (step.step === 'leave') findings.push(left(step.issue))
    else if (night !== undefined) changes.push(...(await changesOf(step, followed, request, nights, night)))
  }
  return { changes, findings, tonight: () => ofTonight?.seen ?? null }
}

/**
 * The same as one change, for a night whose end nobody knows yet: what has to be done is found when its turn comes.
 *
 * @param read the nights as they are by then.
 * @param told what was found.
 */
export function keepIssues(
  request: IssuesRequest,
  read: () => Promise<readonly Night[]>,
  told: (plan: IssuesPlan) => void = () => undefined,
): Change {
  const plan = async (): Promise<IssuesPlan> => {
    const found = await planIssues(request, await read())
    told(found)
    return found
  }
  return {
    action: 'update',
    subject: `issues “${request.rules.labels[0]}” of ${fullName(request.repository)}`,
    before: 'behind',
    after: 'current',
    reason: 'one for each failure, as the nights go',
    probe: async () => ((await plan()).changes.length === 0 ? 'current' : 'behind'),
    act: async () => {
      const { changes } = await plan()
      await apply(changes, { sleep: request.github.sleep })
    },
  }
}

/** Opening and closing come last: until then a run that was cut off finds the same step again, and what it has done. */
async function changesOf(
  step: Exclude<IssueStep, { step: 'leave' }>,
  followed: FollowedIssue,
  { github, repository, commit, rules }: IssuesRequest,
  nights: readonly Night[],
  tonight: Night,
): Promise<Change[]> {
  const text = issueText(nights, step.signature, rules)
  const said = `<!-- night ${tonight.id} -->`
  const some = (...changes: (Change | null)[]): Change[] => changes.filter((change) => change !== null)
  switch (step.step) {
    case 'open': {
      if (text === null) return []
      const assignees = await assigneesOf(github, repository, tonight)
      const claim = `refs/nightly-issues/${step.signature}/${step.ordinal}`
      return [followed.open({ ...text, labels: rules.labels.slice(1), assignees, claim, commit }, tonight.reason)]
    }
    case 'update':
    case 'reopen': {
      const comment = commentText(nights, step.signature, step.step)
      const isBack = step.step === 'reopen'
      const assignees = isBack ? await assigneesOf(github, repository, tonight) : []
      return some(
        text === null ? null : followed.rewrite(text, `the night of ${tonight.at.slice(0, 10)}: ${tonight.verdict}`),
        comment === null ? null : await followed.comment(said, comment, 'a turning point'),
        followed.assign(assignees, 'the owners of what changed'),
        isBack ? followed.turn('open', 'the same tests fail again') : null,
      )
    }
    case 'close':
      return some(
        text === null ? null : followed.rewrite(text, 'the nights since'),
        await followed.comment(said, closingText(step.accepted, tonight), 'say why it is closed'),
        followed.turn('completed', `${step.accepted} accepted nights since it failed last`),
      )
    case 'close-duplicate':
      return some(
        await followed.comment(`<!-- duplicate -->`, duplicateText(step.of), 'say why it is closed'),
        followed.turn('duplicate', `the same failure as #${step.of}`),
      )
  }
}

function left({ number, url }: Issue): Finding {
  return {
    severity: 'info',
    rule: 'nightly-failure-not-planned',
    message: `These tests fail again; #${number} says that it is not planned to mend them (${url}).`,
    advice: 'Reopen it to have it kept again.',
  }
}
