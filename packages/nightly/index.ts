export { branchHistory, type BranchHistoryOptions } from './history/branch.ts'
export { directoryHistory } from './history/directory.ts'
export { type FlakeCounts, flakeCounts } from './history/flakes.ts'
export { nightsOf } from './history/log.ts'
export { recordNight } from './history/record-change.ts'
export { badge } from './page/badge.ts'
export { nightReport } from './page/night-report.ts'
export { nightsPage, type PageOptions } from './page/page.ts'
export { nightsReport } from './page/summary.ts'
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
