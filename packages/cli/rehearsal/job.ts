import { appendFile, mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { git } from './git.ts'

/** A branch of a repository: `OWNER/NAME` and its name. */
export interface Place {
  readonly repository: string
  readonly branch: string
}

/** Where a step runs: for which repository, on which commit, in which directory. */
export interface Job extends Place {
  readonly sha: string
  readonly directory: string
  /** Writes a file that no step commits; gives its path relative to the directory. */
  readonly write: (name: string, text: string) => Promise<string>
}

/** The name that a manifest has in a checkout when no other is given. */
const MANIFEST = 'release-train.yaml'

/** Clones a bare repository with git itself. The manifest is put beside the files where it is not one of them. */
export async function checkOut(bare: string, job: Omit<Job, 'write'>, manifest: string): Promise<Job> {
  const { directory, branch } = job
  await git(dirname(directory), 'clone', '--quiet', '--shared', '--branch', branch, '--', bare, directory)
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
  return { ...job, write }
}

/** A directory with nothing but the manifest, for steps that need no files of a repository. */
export async function emptyJob(job: Omit<Job, 'write'>, manifest: string): Promise<Job> {
  await mkdir(job.directory, { recursive: true })
  const write = async (name: string, text: string): Promise<string> => {
    await writeFile(join(job.directory, name), text)
    return name
  }
  await write(MANIFEST, manifest)
  return { ...job, write }
}
