import { execFile } from 'node:child_process'
import { UserError } from '../../plan/index.ts'

export interface KustomizeOptions {
  /** The environment as the runner set it. What is a secret of this step is not passed on. */
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
  /** Path of a kustomize for machines that have neither it nor kubectl. */
  fetch(): Promise<string>
  /** Warnings of the program, line by line. */
  onWarning(line: string): void
}

/** The longest that a rendering may take; remote bases are fetched by git. */
const LONGEST_MS = 5 * 60_000
const LARGEST_OUTPUT = 256 * 1024 * 1024
/** So many last lines of a program's complaint are shown. */
const LINES_SHOWN = 12

/**
 * What `kustomize build DIRECTORY` prints, by the `kustomize` on the PATH, else by `kubectl kustomize`, else by one that is
 * fetched. No shell.
 *
 * @throws UserError with the program's own words when it fails.
 */
export async function renderKustomization(directory: string, options: KustomizeOptions): Promise<string> {
  const rendered =
    (await run('kustomize', ['build', directory], options)) ??
    (await run('kubectl', ['kustomize', directory], options)) ??
    (await run(await options.fetch(), ['build', directory], options))
  if (rendered === null) throw new Error('The kustomize that was fetched cannot be started.')
  return rendered
}

/** Null where there is no such program. */
function run(program: string, args: readonly string[], options: KustomizeOptions): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const settings = {
      env: passedOn(options.environment),
      signal: options.signal,
      timeout: LONGEST_MS,
      maxBuffer: LARGEST_OUTPUT,
    }
    execFile(program, args, settings, (error, stdout, stderr) => {
      const complaints = stderr.split(/\r?\n/).filter((line) => line.trim() !== '')
      if (error === null) {
        for (const line of complaints) options.onWarning(line)
        return resolve(stdout)
      }
      if (error.code === 'ENOENT') return resolve(null)
      if (options.signal.aborted) return reject(error)
      const command = [program.split(/[/\\]/).at(-1), ...args].join(' ')
      const ending = error.killed === true ? 'did not end in time' : 'failed'
      const said = complaints.slice(-LINES_SHOWN).join('\n') || 'It gave no reason.'
      reject(
        new UserError(`Input “manifests”: ${command} ${ending}.\n${said}`, {
          advice: 'Correct the kustomization. Nothing was generated from what it had printed until then.',
          cause: error,
        }),
      )
    })
  })
}

/** Inputs of actions and tokens of the job are not kustomize's business. */
function passedOn(environment: KustomizeOptions['environment']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || /^(?:INPUT_|ACTIONS_|GITHUB_TOKEN$|GH_TOKEN$)/i.test(name) ? [] : [[name, value]],
    ),
  )
}
