import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { canonical, isJson, type Json, listMember, member } from '../../packages/yaml/index.ts'

/** An object of a version of a definition that stands in a file. */
export interface Question {
  readonly file: string
  readonly version: string
  readonly object: Json
}

/** What the API server does with an object that is created. */
export interface Answer {
  readonly refused: readonly string[]
  /** True when it drops a field. */
  readonly pruned: boolean
}

/** Builds the API server's own code (`api-server/main.go`) into a directory; `why` says what is missing where it cannot. */
export function buildApiServer(directory: string): { readonly program: string } | { readonly why: string } {
  const program = join(directory, 'api-server')
  try {
    execFileSync('go', ['version'], { stdio: 'ignore' })
  } catch {
    return { why: 'skipped: Go is not installed' }
  }
  try {
    const cwd = join(import.meta.dirname, 'api-server')
    execFileSync('go', ['build', '-o', program, '.'], { cwd, stdio: 'ignore', timeout: 600_000 })
    return { program }
  } catch {
    return { why: 'skipped: Go could not build the API server’s code' }
  }
}

/** Asks about many objects at once. @throws when it cannot read one of them. */
export function askApiServer(program: string, questions: readonly Question[]): Answer[] {
  // Whole numbers beyond 2^53 are written as they are.
  const input = questions.map(
    ({ file, version, object }) =>
      `{"file":${JSON.stringify(file)},"version":${JSON.stringify(version)},"object":${canonical(object)}}`,
  )
  const { status, stdout, stderr } = spawnSync(program, { input: input.join('\n'), maxBuffer: 1 << 30 })
  if (status !== 0) throw new Error(`the API server's code ended with ${status}: ${stderr.toString().slice(0, 500)}`)
  return stdout
    .toString()
    .trim()
    .split('\n')
    .map((line): Answer => {
      const value: unknown = JSON.parse(line)
      if (!isJson(value)) throw new Error(`the API server's code answered ${line.slice(0, 200)}`)
      return {
        refused: listMember(value, 'refused').map((one) => (typeof one === 'string' ? one : canonical(one))),
        pruned: member(value, 'pruned') === true,
      }
    })
}
