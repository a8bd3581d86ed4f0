import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Runs git in a directory and gives what it prints. Nobody's configuration counts (hooks, templates, line endings), and
 * neither does a repository that the environment names, as it does inside a hook.
 */
export async function git(directory: string, ...args: string[]): Promise<string> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  const env = {
    ...Object.fromEntries(inherited),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    LC_ALL: 'C',
  }
  const { stdout } = await run('git', args, { cwd: directory, env, maxBuffer: 256 * 1024 * 1024 })
  return stdout
}
