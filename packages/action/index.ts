export {
  type Action,
  type ActionSpec,
  type Context,
  type Decision,
  defineAction,
  type OutputValue,
} from './definition.ts'
export {
  choice,
  flag,
  type Input,
  type Inputs,
  integer,
  list,
  manifestInput,
  required,
  secret,
  text,
  tokenInput,
  type Values,
} from './input.ts'
export { escapeHtml, safeHref } from './html.ts'
export { detailsHtml, renderHtml, tableHtml } from './html-report.ts'
export { PAGE_STYLE } from './html-style.ts'
export type { Log } from './log.ts'
export { renderMarkdown, renderSummary } from './markdown.ts'
export { useProxyOf } from './proxy.ts'
export { execute, type ExecuteOptions, type Execution } from './run.ts'
export { runOnRunner } from './runner.ts'
export { Secrets } from './secrets.ts'
