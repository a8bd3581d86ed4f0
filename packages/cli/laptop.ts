import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Terminal } from './terminal.ts'

const run = promisify(execFile)

/**
 * The environment of an action that no runner started: what a runner would set is read from the checkout in the current
 * directory (`GITHUB_REPOSITORY` from the remote `origin`, `GITHUB_SHA`, `GITHUB_REF_NAME`). What is set already counts.
 */
export async function laptopEnvironment(terminal: Terminal): Promise<Record<string, string | undefined>> {
  const git = async (...args: string[]): Promise<string | undefined> => {
    try {
      return (await run('git', args, { cwd: terminal.directory })).stdout.trim()
    } catch {
      return undefined // No git, no checkout, no remote: the action says what it misses.
    }
  }
  const [origin, sha, branch] = await Promise.all([
    git('remote', 'get-url', 'origin'),
    git('rev-parse', '--verify', 'HEAD'),
    git('symbolic-ref', '--short', 'HEAD'),
  ])
  const derived = {
    GITHUB_REPOSITORY: origin === undefined ? undefined : repositoryOf(origin),
    GITHUB_SHA: sha,
    GITHUB_REF_NAME: branch,
    GITHUB_WORKSPACE: terminal.directory,
  }
  return { ...derived, ...terminal.environment }
}

/** `OWNER/NAME` of a remote's address, in any of the forms that git takes; undefined for anything else. */
export function repositoryOf(remote: string): string | undefined {
  const path = /^(?:[a-z+]+:\/\/[^/]+\/|[^@\s]+@[^:\s]+:)(.+?)(?:\.git)?\/?$/.exec(remote.trim())?.[1]
  return path !== undefined && /^[\w.-]+\/[\w.-]+$/.test(path) ? path : undefined
}
