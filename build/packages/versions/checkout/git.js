import { execFile } from 'node:child_process'
import { devNull } from 'node:os'
import { ServiceError, UserError } from '../../plan/index.js'
/** Where another repository than the one in the directory would come from. */
const MISLEADING = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_NAMESPACE',
  'GIT_SHALLOW_FILE',
  'GIT_GRAFT_FILE',
])
/** The longest that one command may take: a remote that says nothing for so long will say nothing. */
const LONGEST_MS = 5 * 60_000
/**
 * git in one directory: no shell, no prompt, no hook, no file-system monitor that a checkout brings along. Whoever calls
 * knows which exit codes are answers.
 */
export class Git {
  directory
  #environment
  #signal
  constructor(directory, { environment, signal }) {
    this.directory = directory
    this.#signal = signal
    this.#environment = {
      ...Object.fromEntries(
        Object.entries(environment).flatMap(([name, value]) =>
          value === undefined || MISLEADING.has(name) ? [] : [[name, value]],
        ),
      ),
      GIT_TERMINAL_PROMPT: '0',
      // A replaced commit would be another history than the one that everybody else sees.
      GIT_NO_REPLACE_OBJECTS: '1',
      LC_ALL: 'C',
    }
  }
  /** Runs one command. @throws UserError when there is no git. @throws ServiceError when it does not end. */
  run(args, input = '') {
    // What a partial clone left out is no ancestor of what it has; only a push may need more than it asks for.
    const env = args[0] === 'push' ? this.#environment : { ...this.#environment, GIT_NO_LAZY_FETCH: '1' }
    const guarded = ['-c', `core.hooksPath=${devNull}`, '-c', 'core.fsmonitor=false', ...args]
    return new Promise((resolve, reject) => {
      const child = execFile(
        'git',
        guarded,
        {
          cwd: this.directory,
          env,
          maxBuffer: 1024 ** 3,
          timeout: LONGEST_MS,
          ...(this.#signal !== undefined && { signal: this.#signal }),
        },
        (error, stdout, stderr) => {
          if (error === null) return resolve({ code: 0, stdout, stderr: withoutCredentials(stderr) })
          if (typeof error.code === 'number')
            return resolve({ code: error.code, stdout, stderr: withoutCredentials(stderr) })
          if (error.code === 'ENOENT') {
            return reject(
              new UserError('Input “path” needs git, and there is none on this machine.', {
                advice: 'Install git, or leave “path” out: the API needs no git.',
              }),
            )
          }
          if (error.killed === true) {
            return reject(new ServiceError(`git ${args[0]} did not end in time.`, { advice: 'Run again.' }))
          }
          reject(error)
        },
      )
      // A process that ends before it read its input is judged by its exit code.
      child.stdin?.on('error', () => undefined)
      child.stdin?.end(input)
    })
  }
  /** The output of a command that only a defect or a damaged repository makes fail. */
  async read(args, input = '') {
    const { code, stdout, stderr } = await this.run(args, input)
    if (code === 0) return stdout
    throw new UserError(`git ${args[0]} failed in ${this.directory}: ${lastLine(stderr)}.`, {
      advice: 'Look at the checkout, or check the repository out again.',
    })
  }
}
/** What git says in the end, without its full stop. */
export function lastLine(stderr) {
  const lines = stderr.split(/\r?\n/).filter((line) => line.trim() !== '')
  const fatal = lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines.at(-1) ?? 'no reason given'
  return fatal.replace(/^(?:fatal|error): /, '').replace(/\.$/, '')
}
function withoutCredentials(text) {
  return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi, '$1')
}
