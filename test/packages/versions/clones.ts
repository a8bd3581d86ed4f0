import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A repository, and checkouts of it, in a directory that goes with the test. */
export interface Origin {
  readonly directory: string
  /** Where checkouts come from and tags are pushed to. */
  readonly address: string
  /** Commits with these messages onto a branch, one after another, and pushes them; gives the last commit. */
  commit(branch: string, ...messages: string[]): string
  /** Runs git where the commits are made. */
  git(...args: string[]): string
  /** The commit that the origin has under a name; empty for none. */
  at(ref: string): string
  /** A checkout, made with these options of `git clone`. */
  checkout(...options: string[]): string
}

/** git without the configuration of the machine. */
export const GIT_ENVIRONMENT = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nowhere',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada Lovelace',
  GIT_AUTHOR_EMAIL: '7+ada@users.noreply.github.com',
  GIT_COMMITTER_NAME: 'Ada Lovelace',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
  GIT_AUTHOR_DATE: '2024-01-15T10:00:00Z',
  GIT_COMMITTER_DATE: '2024-01-15T10:00:00Z',
}

export function gitIn(directory: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: directory, env: GIT_ENVIRONMENT, encoding: 'utf8', stdio: 'pipe' }).trim()
}

/** An origin with one commit on `main`. */
export function anOrigin(): Origin {
  const directory = mkdtempSync(join(tmpdir(), 'origin-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  const address = join(directory, 'origin.git')
  const work = join(directory, 'work')
  mkdirSync(work)
  gitIn(directory, 'init', '--quiet', '--bare', '--initial-branch=main', address)
  // As GitHub does it: clones may leave out what they do not need.
  gitIn(address, 'config', 'uploadpack.allowFilter', 'true')
  gitIn(address, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  const git = (...args: string[]): string => gitIn(work, ...args)
  git('init', '--quiet', '--initial-branch=main')
  git('remote', 'add', 'origin', address)
  let clones = 0
  let files = 0
  const origin: Origin = {
    directory,
    address,
    git,
    commit(branch, ...messages) {
      if (git('branch', '--list', branch) !== '') git('switch', '--quiet', branch)
      else if (files > 0) git('switch', '--quiet', '-c', branch)
      for (const message of messages) {
        files += 1
        writeFileSync(join(work, `${files}.txt`), message)
        git('add', '.')
        git('commit', '--quiet', '--message', message)
      }
      git('push', '--quiet', 'origin', branch)
      return git('rev-parse', 'HEAD')
    },
    at(ref) {
      try {
        return gitIn(address, 'rev-parse', '--verify', '--quiet', `${ref}^{commit}`)
      } catch {
        return ''
      }
    },
    checkout(...options) {
      clones += 1
      const clone = join(directory, `checkout-${clones}`)
      gitIn(directory, 'clone', '--quiet', ...options, `file://${address}`, clone)
      return clone
    },
  }
  origin.commit('main', 'feat: begin')
  return origin
}
