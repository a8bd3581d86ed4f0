import { appendFileSync } from 'node:fs'
import {
  code,
  type Finding,
  heading,
  paragraph,
  type PlannedChange,
  type Report,
  ReportedError,
  table,
} from '../plan/index.ts'
import { annotation, command, defuse, writeOutput } from './commands.ts'
import type { Action, Context } from './definition.ts'
import type { Log } from './log.ts'
import { renderSummary } from './markdown.ts'
import { execute } from './run.ts'
import { Secrets } from './secrets.ts'

/** GitHub shows ten annotations of a level for a step; what goes beyond them is in the summary. */
const ANNOTATIONS_SHOWN = 10

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Runs an action as a runner starts it: inputs from `INPUT_*`, outputs and summary into the runner's files, progress and
 * annotations on standard output.
 *
 * @returns the exit code: 0, or 1 when the action failed.
 */
export async function runOnRunner(
  action: Action,
  environment: Environment,
  write: (text: string) => void,
  signal: AbortSignal,
): Promise<number> {
  const secrets = new Secrets()
  const print = (line: string): void => write(`${secrets.redact(line)}\n`)
  const log = runnerLog(print, secrets, environment)
  const context: Context = {
    environment,
    workspace: environment['GITHUB_WORKSPACE'] ?? process.cwd(),
    log,
    signal,
    now: () => new Date(),
  }
  const summarise = (report: Report): void => {
    const file = environment['GITHUB_STEP_SUMMARY']
    if (file !== undefined && file !== '') appendFileSync(file, secrets.redact(renderSummary(report)))
  }
  const done: string[] = []
  let planned: readonly PlannedChange[] = []
  try {
    const execution = await execute(action, readInputs(action, environment), context, {
      onPlan(plan, dryRun) {
        planned = plan
        print(planTitle(plan.length, dryRun))
        for (const change of plan) print(defuse(`  ${changeLine(change)}`))
      },
      onChange(change, outcome) {
        done.push(change.subject)
        print(defuse(`${outcome === 'applied' ? 'Done' : 'Found done'}: ${change.action} ${change.subject}`))
      },
    })
    for (const [name, value] of Object.entries(execution.outputs))
      writeOutput(environment['GITHUB_OUTPUT'], name, secrets.redact(value))
    annotate(execution.findings, print)
    summarise([heading(action.title, 2), ...dryRunNote(execution.dryRun), ...execution.report])
    if (execution.refusal === undefined) return 0
    print(failureLine(execution.refusal))
    return 1
  } catch (error) {
    print(failureLine(error))
    if (!(error instanceof ReportedError))
      print(defuse(error instanceof Error ? (error.stack ?? error.message) : String(error)))
    summarise([heading(action.title, 2), ...failureReport(error, planned, done)])
    return 1
  }
}

/** The inputs that the runner set; it spells a name in capitals and keeps its hyphens. */
function readInputs(action: Action, environment: Environment): Map<string, string> {
  const given = new Map<string, string>()
  for (const name of Object.keys(action.inputs)) {
    const text = environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]
    if (text !== undefined) given.set(name, text)
  }
  return given
}

function runnerLog(print: (line: string) => void, secrets: Secrets, environment: Environment): Log {
  return {
    info: (line) => print(defuse(line)),
    debug(line) {
      if (environment['RUNNER_DEBUG'] === '1') print(command('debug', {}, line))
    },
    warning: (line) => print(command('warning', {}, line)),
    async group(title, body) {
      print(command('group', {}, title))
      try {
        return await body()
      } finally {
        print(command('endgroup', {}, ''))
      }
    },
    mask(secret) {
      if (secret.trim() === '') return
      // Written past the redaction: this is the one line in which the runner must see it, and it shows the line to nobody.
      for (const line of secret.split(/\r?\n/)) {
        if (line.trim() !== '' && secrets.redact(line) === line) print(command('add-mask', {}, line))
      }
      secrets.add(secret)
    },
  }
}

function annotate(findings: readonly Finding[], print: (line: string) => void): void {
  for (const severity of ['error', 'warning', 'info'] as const) {
    const of = findings.filter((finding) => finding.severity === severity && finding.waived !== true)
    for (const finding of of.slice(0, ANNOTATIONS_SHOWN)) print(annotation(finding))
    if (of.length > ANNOTATIONS_SHOWN)
      print(`${of.length - ANNOTATIONS_SHOWN} more of level ${severity}: see the job summary.`)
  }
}

function failureLine(error: unknown): string {
  if (!(error instanceof ReportedError)) {
    const message = error instanceof Error ? error.message : String(error)
    return command(
      'error',
      { title: 'Defect' },
      `${message}\nThis is a defect of the action, not of your workflow: please report it with the lines below.`,
    )
  }
  const { file, line, column } = error.place
  return command('error', { file, line, col: column }, [error.message, error.advice].filter(Boolean).join('\n'))
}

function failureReport(error: unknown, planned: readonly PlannedChange[], done: readonly string[]): Report {
  const message = error instanceof Error ? error.message : String(error)
  const advice =
    error instanceof ReportedError
      ? error.advice
      : 'This is a defect of the action: please report it with the log of this step.'
  const rows = planned.map((change) => [
    done.includes(change.subject) ? 'done' : 'not done',
    change.action,
    change.subject,
  ])
  return [
    paragraph('❌ ', message),
    ...(advice === undefined ? [] : [paragraph(advice)]),
    ...(rows.length === 0 ? [paragraph('Nothing was changed.')] : [table(['', 'change', 'subject'], rows)]),
    ...(error instanceof ReportedError ? error.report : []),
  ]
}

function planTitle(count: number, dryRun: boolean): string {
  if (count === 0) return 'Nothing to change.'
  return `${count} ${count === 1 ? 'change' : 'changes'}${dryRun ? ' (dry run: none is applied)' : ''}:`
}

function changeLine({ action, subject, before, after, reason }: PlannedChange): string {
  return shorten(`${action} ${subject}: ${before ?? 'absent'} -> ${after ?? 'absent'} (${reason})`)
}

/** Digests and commits by their first twelve digits, as people compare them; the outputs have them whole. */
function shorten(line: string): string {
  return line.replaceAll(/\b([0-9a-f]{12})[0-9a-f]{28,}\b/g, '$1')
}

function dryRunNote(dryRun: boolean): Report {
  return dryRun ? [paragraph('Dry run: this is what would be done; nothing was written. ', code('dry-run: true'))] : []
}
