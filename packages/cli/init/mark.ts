import { createHash } from 'node:crypto'
import type { Workflow } from './workflows.ts'

/** What stands in a workflow's place, as init sees it. */
export type Standing = 'none' | 'same' | 'ours' | 'theirs'

const MARK = /^# From the template “[\w-]+” by “codeflare-actions init” \(([0-9a-f]{12})\)\. .*\n/

/** A workflow with the line by which init knows later whether somebody has changed it since. */
export function marked({ name, text }: Workflow): string {
  return `# From the template “${name}” by “codeflare-actions init” (${digest(text)}). Change it as you like: init then leaves it alone.\n${text}`
}

/** `ours`: an earlier init wrote it, and nobody has changed it since; `theirs`: somebody did, or wrote it. */
export function standing(present: string | null, wanted: string): Standing {
  if (present === null) return 'none'
  const text = present.replaceAll('\r\n', '\n')
  if (text === wanted) return 'same'
  const mark = MARK.exec(text)
  return mark !== null && mark[1] === digest(text.slice(mark[0].length)) ? 'ours' : 'theirs'
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
