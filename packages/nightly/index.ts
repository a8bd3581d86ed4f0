export { readSchedules, runsNightly, type Schedule } from './watchdog/schedule.ts'
export { type Watch, type WatchedWorkflow, watchNights } from './watchdog/watch.ts'
export { type WatchedRepository, watchRepository } from './watchdog/watch-repository.ts'
export { type IssuesPlan, type IssuesRequest, keepIssues, planIssues } from './issue/keep.ts'
export { ISSUE_RULES, type IssueRules } from './issue/rules.ts'
export { branchHistory, type BranchHistoryOptions } from './history/branch.ts'
export { directoryHistory } from './history/directory.ts'
export { type FlakeCounts, flakeCounts } from './history/flakes.ts'
export { nightsOf } from './history/log.ts'
export { badge } from './page/badge.ts'
export { nightMessage } from './page/message.ts'
export { nightReport } from './page/night-report.ts'
export { nightsPage, type PageOptions } from './page/page.ts'
export { nightsReport } from './page/summary.ts'
export { commandLaboratory, type CommandLaboratory } from './night/command-laboratory.ts'
export { type GivenTrial, readGivenTrial, type TrialTicket } from './night/given-trial.ts'
export type { Laboratory, PlannedTrial } from './night/laboratory.ts'
export { limitsOf } from './night/limits.ts'
export { nightFindings, nightOutputs, plannedReport, trialOutputs, trialReport } from './night/outcome.ts'
export { type NightPlan, onlyIf, planNight, planTrial } from './night/plan.ts'
export {
  type Limits,
  type NightRequest,
  type NightResult,
  type NightWorld,
  runNight,
  signatureOf,
} from './night/run-night.ts'
export { type Standing, standingOf } from './night/standing.ts'
export { payloadOf, pinned } from './payload/identity.ts'
export { planPromotion } from './payload/promote.ts'
export { type PayloadRequest, readPayloadRequest, type WantedImage } from './payload/request.ts'
export { type Images, resolvePayload } from './payload/resolve.ts'
export { changedComponents, type Move, movesBetween } from './payload/steps.ts'
export { type Evidence, isBroken, type Leading, posterior, ranked, type Subset } from './search/belief.ts'
export { chooseTrials } from './search/choose.ts'
export { buildModel, type Hypothesis, type Model, type Noise, type Part } from './search/model.ts'
export type { TrialRun, TrialSettings } from './trial/run-trial.ts'
export type {
  Culprit,
  CulpritComponent,
  History,
  HistoryRecord,
  Night,
  Payload,
  PayloadImage,
  Trial,
  TrialOutcome,
  Verdict,
} from './record.ts'
