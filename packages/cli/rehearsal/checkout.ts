import { execFile } from 'node:child_process'
import { appendFile, mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A clone in which steps work, as `actions/checkout` leaves one. */
export interface Checkout {
  readonly directory: string
  /** The commit that is checked out. */
  readonly sha: string
  /** Writes a file that no step commits; gives its path relative to the directory. */
  readonly write: (name: string, text: string) => Promise<string>
}

/** The name that a manifest has in a checkout when no other is given. */
const MANIFEST = 'release-train.yaml'

/** Clones a bare repository's default branch with git itself. The manifest is put beside its files where it is not one of them. */
export async function checkOut(bare: string, directory: string, manifest: string): Promise<Checkout> {
  await run('git', ['clone', '--quiet', '--shared', bare, directory])
  const { stdout } = await run('git', ['rev-parse', 'HEAD'], { cwd: directory })
  const write = async (name: string, text: string): Promise<string> => {
    // Excluded, so that “git status” of a kept clone shows what the steps did and nothing else.
    await appendFile(join(directory, '.git', 'info', 'exclude'), `/${name}\n`)
    await writeFile(join(directory, name), text)
    return name
  }
  const tracked = await stat(join(directory, MANIFEST)).then(
    () => true,
    () => false,
  )
  if (!tracked) await write(MANIFEST, manifest)
  return { directory, sha: stdout.trim(), write }
}

/** A directory with nothing but the manifest, for steps that need no files of a repository. */
export async function emptyJob(directory: string, sha: string, manifest: string): Promise<Checkout> {
  await mkdir(directory, { recursive: true })
  const write = async (name: string, text: string): Promise<string> => {
    await writeFile(join(directory, name), text)
    return name
  }
  await write(MANIFEST, manifest)
  return { directory, sha, write }
}
