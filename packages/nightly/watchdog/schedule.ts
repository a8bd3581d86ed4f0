import { LineCounter, parseDocument } from 'yaml'
import { UserError } from '../../plan/index.ts'
import { type Cron, parseCron } from './cron.ts'

/** One line below `on.schedule` of a workflow. */
export interface Schedule {
  readonly cron: Cron
  /** IANA name of its time zone. */
  readonly zone: string
}

/** Whether a workflow runs this action, directly or from a checkout. */
export function runsNightly(workflow: string): boolean {
  return /^\s*(?:-\s+)?uses:\s*['"]?[\w./-]*\bnightly-integration(?:\.ya?ml)?(?:@|['"]?\s*(?:#|$))/m.test(workflow)
}

/**
 * When a workflow runs by itself; empty where it does not.
 *
 * @throws UserError with file and line for what GitHub would not take either.
 */
export function readSchedules(text: string, file: string): Schedule[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [error] = document.errors
  if (error !== undefined) {
    const { line } = lines.linePos(error.pos[0])
    throw new UserError(`${file} is no YAML: ${error.message.split('\n')[0] ?? ''}`, {
      file,
      line,
      advice: 'Correct it.',
    })
  }
  const content: unknown = document.toJS()
  const schedules = memberOf(memberOf(content, 'on'), 'schedule')
  if (!Array.isArray(schedules)) return []
  return schedules.map((one: unknown): Schedule => {
    const [cron, zone] = [memberOf(one, 'cron'), memberOf(one, 'timezone') ?? 'UTC']
    if (typeof cron !== 'string' || typeof zone !== 'string')
      throw new UserError(`${file}: a schedule has no “cron”.`, { file, advice: 'Give it one, as text in quotes.' })
    return { cron: parseCron(cron), zone }
  })
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}
