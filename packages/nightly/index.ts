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
