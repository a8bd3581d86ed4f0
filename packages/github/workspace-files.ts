import { lstat, readlink } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { UserError, type Workspace } from '../plan/index.ts'
import type { FileModes, FileSet } from './commit-files.ts'

/** Files of a checkout that shall be committed. */
export interface LocalFiles {
  readonly files: FileSet
  /** Those of them that are programs or symbolic links here. */
  readonly modes: FileModes
}

/**
 * Files and whole directories of a checkout by their path. What is listed and not in the checkout is deleted, and so is
 * every file that the repository has in a listed directory and the checkout has not.
 *
 * @param present the paths that the repository has.
 * @throws UserError for a path that neither has, that leaves the checkout, or that is a pattern.
 */
export async function filesFromPaths(
  workspace: Workspace,
  paths: readonly string[],
  present: ReadonlySet<string>,
): Promise<LocalFiles> {
  const found = new Found(workspace, 'Input “paths”')
  for (const given of paths) {
    const path = tidy(given, 'Input “paths”')
    if (/[*?[\]{}]/.test(path)) {
      throw new UserError(`Input “paths”: “${given}” is a pattern.`, {
        advice: 'Name files or directories; a directory stands for all its files.',
      })
    }
    for (const one of present) if (path === '.' || one === path || one.startsWith(`${path}/`)) found.remove(one)
    const below = await workspace.list(path, 'Input “paths”', 'with links')
    for (const one of below.length > 0 ? below : [path]) await found.add(one, one)
    if (!found.files.has(path) && ![...found.files.keys()].some((one) => path === '.' || one.startsWith(`${path}/`))) {
      throw new UserError(`Input “paths”: “${given}” is neither in the checkout nor in the repository.`, {
        advice: 'Correct the path, or take it out of the list.',
      })
    }
  }
  return found
}

/**
 * A directory of the checkout as the whole content of a directory of the repository: what else is there is deleted.
 *
 * @param present the paths that the repository has.
 * @throws UserError when the directory is empty, or one of the two is not where it may be.
 */
export async function filesFromDirectory(
  workspace: Workspace,
  from: string,
  to: string,
  present: ReadonlySet<string>,
): Promise<LocalFiles> {
  const [source, target] = [tidy(from, 'Input “from-dir”'), tidy(to, 'Input “to-dir”')]
  if (target === '.' || target.startsWith('/') || target.split('/').includes('..')) {
    throw new UserError(`Input “to-dir”: “${to}” is no directory below the root of the repository.`, {
      advice: 'Give a path such as “operators/codeflare-operator/1.2.0”; it will hold exactly what “from-dir” holds.',
    })
  }
  const local = await workspace.list(source, 'Input “from-dir”', 'with links')
  if (local.length === 0) {
    throw new UserError(`Input “from-dir”: there is no file in “${from}”.`, {
      advice: 'Correct the path, or run the step that makes the files before this one.',
    })
  }
  const found = new Found(workspace, 'Input “from-dir”')
  for (const one of present) if (one.startsWith(`${target}/`)) found.remove(one)
  for (const one of local) await found.add(one, `${target}/${source === '.' ? one : one.slice(source.length + 1)}`)
  return found
}

class Found implements LocalFiles {
  readonly files = new Map<string, Buffer | null>()
  readonly modes = new Map<string, string>()
  readonly #workspace: Workspace
  readonly #what: string

  constructor(workspace: Workspace, what: string) {
    this.#workspace = workspace
    this.#what = what
  }

  remove(path: string): void {
    if (!this.files.has(path)) this.files.set(path, null)
  }

  /** Takes a file of the checkout, if it is there, as `target`. */
  async add(path: string, target: string): Promise<void> {
    const link = await this.#link(path)
    if (link !== null) {
      this.files.set(target, link)
      this.modes.set(target, '120000')
      return
    }
    const stat = await lstat(await this.#workspace.locate(path, this.#what)).catch(() => null)
    const content = stat?.isFile() === true ? await this.#workspace.read(path, this.#what) : null
    if (content === null) return
    this.files.set(target, content)
    // Windows has no such bit, and says that every file is one.
    if (process.platform !== 'win32' && stat !== null && (stat.mode & 0o111) !== 0) this.modes.set(target, '100755')
  }

  /** What a symbolic link says, which is what git keeps of it; null for anything else. It is not followed. */
  async #link(path: string): Promise<Buffer | null> {
    const within = await this.#workspace.locate(posix.dirname(path), this.#what)
    const at = join(within, posix.basename(path))
    const stat = await lstat(at).catch(() => null)
    return stat?.isSymbolicLink() === true ? Buffer.from((await readlink(at)).replaceAll('\\', '/')) : null
  }
}

/** @throws UserError for git's own directory: what is in it is no content, and may be a credential. */
function tidy(given: string, what: string): string {
  const path =
    given
      .replace(/^(?:\.\/+)+/, '')
      .replace(/\/+$/, '')
      .replaceAll(/\/{2,}/g, '/') || '.'
  if (!path.split('/').some((part) => part.toLowerCase() === '.git')) return path
  throw new UserError(`${what}: “${given}” is in git’s own directory.`, { advice: 'Name files of the checkout.' })
}
