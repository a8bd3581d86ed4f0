import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from '../../plan/index.ts'
import type { Payload } from '../record.ts'
import { type CommandEnd, type RunningCommand, runCommand } from './command.ts'
import { GoTestEvents } from './go-test.ts'
import { handOver } from './handover.ts'
import { judge, type Judgement } from './judge.ts'
import { endMarked } from './processes.ts'
import { readResults, together } from './results.ts'

/** The user's scripts; empty where there is nothing to do. */
export interface Commands {
  readonly deploy: string
  readonly test: string
  /** Brings the place back to where a deployment can start from; runs after each trial. */
  readonly reset: string
}

export interface TrialSettings {
  readonly commands: Commands
  readonly workingDirectory: string
  /** Globs of files with results, relative to the working directory, besides those in `NIGHTLY_RESULTS`. */
  readonly results: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  /** For scripts, logs and results, one directory a trial. */
  readonly directory: string
  /** For one command, in milliseconds. */
  readonly timeout: number
  readonly signal: AbortSignal
  readonly onProgress: (line: string) => void
  /** For a command that is asked to end, in milliseconds. */
  readonly grace?: number
}

export interface TrialRun extends Judgement {
  /** Begun minutes. */
  readonly minutes: number
  readonly findings: readonly Finding[]
  /** Where the logs are. */
  readonly directory: string
  /** The end of the log that matters, for people. */
  readonly lastLines: readonly string[]
  /** The place could not be brought back: what is tried next would not start clean. */
  readonly isDirty: boolean
}

/**
 * Tries one payload: deploy, test, reset, each by digest and each with its log. Whatever the commands left running is ended
 * before this returns. Never throws for what a command did.
 *
 * @param trial names it: letters, digits and hyphens.
 * @throws UserError when no command can be started at all.
 */
export async function runTrial(
  settings: TrialSettings,
  payload: Payload,
  trial: string,
  slot: number,
): Promise<TrialRun> {
  const { commands, workingDirectory, onProgress } = settings
  const directory = join(settings.directory, trial)
  await rm(directory, { recursive: true, force: true })
  await mkdir(directory, { recursive: true })
  const { environment, results, mark } = await handOver(payload, directory, trial, slot, settings.environment)
  const started = Date.now()
  const running: RunningCommand[] = []
  const events = new GoTestEvents()
  const run = async (name: string, script: string, onLine?: (line: string) => void): Promise<CommandEnd | null> => {
    if (script.trim() === '') return null
    onProgress(`${trial}: ${name} …`)
    const stillRunning = setInterval(() => onProgress(`${trial}: ${name}, ${minutesSince(started)} min`), 60_000)
    try {
      const { timeout, signal, grace } = settings
      const command = await runCommand({
        name,
        script,
        directory,
        workingDirectory,
        environment,
        timeout,
        signal,
        ...(onLine && { onLine }),
        ...(grace !== undefined && { grace }),
      })
      running.push(command)
      return command.end
    } finally {
      clearInterval(stillRunning)
    }
  }
  try {
    const deploy = await run('deploy', commands.deploy)
    const tested = Date.now()
    const hasDeployed = deploy === null || (deploy.code === 0 && !deploy.timedOut)
    const test = hasDeployed ? await run('test', commands.test, (line) => events.add(line)) : null
    // Some file systems count whole seconds.
    const since = Math.floor(tested / 1000) * 1000
    const inside = await readResults(['**/*'], results, since)
    const beside = await readResults(settings.results, workingDirectory, since)
    const findings = [...inside.findings, ...beside.findings]
    const seen = judge({
      deploy,
      test,
      results: together(events.results, inside, beside),
      isTorn: findings.length > 0,
    })
    const reset = await run('reset', commands.reset)
    const isDirty = reset !== null && (reset.code !== 0 || reset.timedOut)
    return {
      ...seen,
      minutes: minutesSince(started),
      findings,
      directory,
      lastLines: (test ?? deploy)?.lastLines ?? [],
      isDirty,
    }
  } finally {
    for (const command of running) await command.release()
    const left = await endMarked(mark)
    if (left > 0)
      onProgress(`${trial}: ended ${left} ${left === 1 ? 'process that was' : 'processes that were'} left behind`)
  }
}

/** Begun minutes, as GitHub bills them. */
function minutesSince(started: number): number {
  return Math.max(1, Math.ceil((Date.now() - started) / 60_000))
}
