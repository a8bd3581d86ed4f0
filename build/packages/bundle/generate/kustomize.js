import { execFile } from 'node:child_process'
import { UserError } from '../../plan/index.js'
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
export async function renderKustomization(directory, options) {
  const rendered =
    (await run('kustomize', ['build', directory], options)) ??
    (await run('kubectl', ['kustomize', directory], options)) ??
    (await run(await options.fetch(), ['build', directory], options))
  if (rendered === null) throw new Error('The kustomize that was fetched cannot be started.')
  return rendered
}
/** Null where there is no such program. */
function run(program, args, options) {
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
function passedOn(environment) {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || /^(?:INPUT_|ACTIONS_|GITHUB_TOKEN$|GH_TOKEN$)/i.test(name) ? [] : [[name, value]],
    ),
  )
}
