export { apply, type ApplyOptions, type Outcome } from './apply.ts'
export { type Change, describePlan, type PlannedChange, type Verb } from './change.ts'
export { type ErrorDetails, type Place, placeText, ReportedError, ServiceError, UserError } from './errors.ts'
export { Draft } from './draft.ts'
export { contentDigest, type Files } from './files.ts'
export type { Finding } from './finding.ts'
export { isObject } from './json.ts'
export {
  type Block,
  code,
  codeBlock,
  details,
  heading,
  type Inline,
  link,
  list,
  markdown,
  mermaid,
  paragraph,
  type Report,
  table,
} from './report.ts'
export { displayWidth } from './width.ts'
export { Workspace } from './workspace.ts'
