import { randomUUID } from 'node:crypto'
import {
  type Dirent,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Change } from './change.ts'
import { UserError } from './errors.ts'
import { fileChange, type Files } from './files.ts'

/**
 * The files of one checkout, and nothing outside it. Paths are relative to its root with forward slashes, on every
 * platform; a path that leaves it (`..`, absolute, through a symbolic link) is refused before anything is read.
 *
 * The disk is asked synchronously: a run that edits hundreds of small files waits for each of them anyway, and a detour
 * through the thread pool for every call made that ten times as long.
 */
export class Workspace implements Files {
  readonly root: string
  #realRoot: string | undefined

  constructor(root: string) {
    this.root = resolve(root)
  }

  /** @throws UserError naming `what` (an input or a file) when the path leaves the workspace. */
  async locate(path: string, what: string): Promise<string> {
    const target = resolve(this.root, path)
    if (isAbsolute(path) || /^[A-Za-z]:/.test(path) || path.includes('\0') || !inside(this.root, target))
      throw escape(path, what)
    this.#realRoot ??= realpathSync.native(this.root)
    if (!inside(this.#realRoot, realPath(target))) throw escape(path, what)
    return target
  }

  /** The file's bytes, or null where there is none. @throws UserError as `locate` does, and for a directory. */
  async read(path: string, what = 'path'): Promise<Buffer | null> {
    const target = await this.locate(path, what)
    try {
      return readFileSync(target)
    } catch (error) {
      if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return null
      if (isCode(error, 'EISDIR')) throw new UserError(`${what}: “${path}” is a directory; a file was expected.`)
      throw error
    }
  }

  /**
   * All files under a directory, sorted, `.git` left out; symbolic links, which are not followed, only when asked for. Empty
   * where there is no directory.
   */
  async list(
    directory: string,
    what = 'path',
    links: 'with links' | 'without links' = 'without links',
  ): Promise<string[]> {
    const start = await this.locate(directory, what)
    const found: string[] = []
    const walk = (at: string): void => {
      for (const entry of entriesOf(at)) {
        if (entry.isDirectory() && entry.name !== '.git') walk(join(at, entry.name))
        else if (entry.isFile() || (links === 'with links' && entry.isSymbolicLink()))
          found.push(relative(this.root, join(at, entry.name)).split(sep).join('/'))
      }
    }
    walk(start)
    return found.sort()
  }

  async change(path: string, content: Buffer | string | null, reason: string): Promise<Change | null> {
    const target = resolve(this.root, path)
    return fileChange(path, content, reason, {
      read: () => this.read(path, 'file'),
      write: (wanted) => (wanted === null ? rmSync(target) : replaceFile(target, wanted)),
    })
  }
}

/** Written beside the target and renamed, so that a crash leaves the old file or the new one, never half of one. */
function replaceFile(target: string, content: Buffer): void {
  mkdirSync(dirname(target), { recursive: true })
  const mode = (lstatSync(target, { throwIfNoEntry: false })?.mode ?? 0o644) & 0o777
  const beside = `${target}.${randomUUID()}`
  writeFileSync(beside, content, { mode })
  renameSync(beside, target)
}

/** Where a path leads, or where the part of it leads that exists. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return realpathSync.native(nearestExisting(path))
  }
}

function nearestExisting(path: string): string {
  for (let at = path; ; at = dirname(at)) {
    if (exists(at) || dirname(at) === at) return at
  }
}

function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    // A file where a directory is expected: what is below it does not exist.
    return false
  }
}

function entriesOf(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return []
    throw error
  }
}

function inside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)
}

function escape(path: string, what: string): UserError {
  return new UserError(`${what}: “${path}” leaves the workspace.`, {
    advice:
      'Give a path relative to the root of the checkout, without “..” and not through a symbolic link that leads outside.',
  })
}

function isCode(error: unknown, errno: string): boolean {
  return error instanceof Error && 'code' in error && error.code === errno
}
