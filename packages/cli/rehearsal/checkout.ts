import { execFile } from 'node:child_process'
import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A clone in which steps work, as `actions/checkout` leaves one. */
export interface Checkout {
  readonly directory: string
  /** The commit that is checked out. */
  readonly sha: string
  /** Writes a file that no step commits; gives its path relative to the directory. */
  write(name: string, text: string): Promise<string>
}

/** Clones a bare repository's default branch with git itself. `manifest` is put beside its files where it is not one of them. */
export async function checkOut(bare: string, directory: string, manifest: string): Promise<Checkout> {
  await run('git', ['clone', '--quiet', '--shared', bare, directory])
  const { stdout } = await run('git', ['rev-parse', 'HEAD'], { cwd: directory })
  const write = async (name: string, text: string): Promise<string> => {
    // Excluded, so that “git status” of a kept clone shows what the steps did and nothing else.
    await appendFile(join(directory, '.git', 'info', 'exclude'), `/${name}\n`)
    await writeFile(join(directory, name), text)
    return name
  }
  try {
    await writeFile(join(directory, 'release-train.yaml'), manifest, { flag: 'wx' })
    await appendFile(join(directory, '.git', 'info', 'exclude'), '/release-train.yaml\n')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return { directory, sha: stdout.trim(), write }
}
