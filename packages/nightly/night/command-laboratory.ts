import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from '../../action/index.ts'
import { runTrial, type TrialRun, type TrialSettings } from '../trial/run-trial.ts'
import type { Laboratory } from './laboratory.ts'

/** Lines of a log that are shown where a trial did not pass. */
const SHOWN = 60

export interface CommandLaboratory extends Laboratory {
  /** Where scripts, logs and results are; made when the first trial is. */
  directory(): Promise<string>
}

/** Trials by real commands, told in the log of the step. */
export function commandLaboratory(
  settings: Omit<TrialSettings, 'directory' | 'onProgress'>,
  log: Pick<Log, 'info' | 'group'>,
): CommandLaboratory {
  let made: Promise<string> | null = null
  const directory = (): Promise<string> => {
    made ??= mkdtemp(join(settings.environment['RUNNER_TEMP'] ?? tmpdir(), 'nightly-'))
    return made
  }
  return {
    directory,
    async run(payload, name, slot) {
      const where = { ...settings, directory: await directory(), onProgress: (line: string) => log.info(line) }
      const run = await runTrial(where, payload, name, slot)
      log.info(`${name}: ${run.outcome}, ${run.detail} (${run.minutes} min; logs in ${run.directory})`)
      if (run.outcome !== 'passed') await show(run, name, log)
      return run
    },
  }
}

function show({ lastLines }: TrialRun, name: string, log: Pick<Log, 'info' | 'group'>): Promise<void> {
  return log.group(`${name}: the end of its log`, async () => {
    for (const line of lastLines.slice(-SHOWN)) log.info(line)
  })
}
