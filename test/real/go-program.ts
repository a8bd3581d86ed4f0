import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A program that Go builds, or why it is not there: `skipped: …`. */
export interface GoProgram {
  readonly program?: string
  readonly why?: string
}

export interface GoModule {
  /** The variable that names a program which is built already. */
  readonly variable: string
  /** What `go install` takes: a package at a version. */
  readonly module: string
  /** What the built program is called. */
  readonly name: string
  /** Where it is built. */
  readonly directory: string
}

/** The program that the environment names; otherwise Go builds it. */
export function findGoProgram({ variable, module, name, directory }: GoModule): GoProgram {
  const built = process.env[variable]
  if (built !== undefined) return existsSync(built) ? { program: built } : { why: `skipped: no file ${built}` }
  try {
    execFileSync('go', ['version'], { stdio: 'ignore' })
  } catch {
    return { why: 'skipped: Go is not installed' }
  }
  try {
    execFileSync('go', ['install', module], {
      stdio: 'ignore',
      env: { ...process.env, GOBIN: directory },
      timeout: 300_000,
    })
    return { program: join(directory, name) }
  } catch {
    return { why: `skipped: Go could not fetch and build ${module}` }
  }
}
