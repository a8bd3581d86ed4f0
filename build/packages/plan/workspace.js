import { createHash, randomUUID } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { UserError } from './errors.js'
/**
 * The files of one checkout, and nothing outside it. Paths are relative to its root with forward slashes, on every
 * platform; a path that leaves it (`..`, absolute, through a symbolic link) is refused before anything is read.
 */
export class Workspace {
  root
  constructor(root) {
    this.root = resolve(root)
  }
  /** @throws UserError naming `what` (an input or a file) when the path leaves the workspace. */
  async locate(path, what) {
    const target = resolve(this.root, path)
    if (isAbsolute(path) || /^[A-Za-z]:/.test(path) || path.includes('\0') || !inside(this.root, target))
      throw escape(path, what)
    const real = await realpath(await nearestExisting(target))
    if (!inside(await realpath(this.root), real)) throw escape(path, what)
    return target
  }
  /** The file's bytes, or null where there is none. @throws UserError as `locate` does, and for a directory. */
  async read(path, what = 'path') {
    const target = await this.locate(path, what)
    try {
      return await readFile(target)
    } catch (error) {
      if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return null
      if (isCode(error, 'EISDIR')) throw new UserError(`${what}: “${path}” is a directory; a file was expected.`)
      throw error
    }
  }
  /** All files under a directory, sorted, symbolic links and `.git` left out. Empty where there is no directory. */
  async list(directory, what = 'path') {
    const start = await this.locate(directory, what)
    const found = []
    const walk = async (at) => {
      const entries = await readdir(at, { withFileTypes: true }).catch((error) => {
        if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return []
        throw error
      })
      for (const entry of entries) {
        if (entry.isDirectory() && entry.name !== '.git') await walk(join(at, entry.name))
        else if (entry.isFile()) found.push(relative(this.root, join(at, entry.name)).split(sep).join('/'))
      }
    }
    await walk(start)
    return found.sort()
  }
  /** The change that makes a file hold `content`, or removes it (`null`); null where it does already. */
  async change(path, content, reason) {
    const target = await this.locate(path, 'file')
    const probe = async () => contentDigest(await this.read(path))
    const wanted = typeof content === 'string' ? Buffer.from(content) : content
    const [before, after] = [await probe(), contentDigest(wanted)]
    if (before === after) return null
    return {
      action: before === null ? 'create' : after === null ? 'delete' : 'update',
      subject: `file ${path}`,
      before,
      after,
      reason,
      probe,
      act: () => (wanted === null ? rm(target) : replaceFile(target, wanted)),
    }
  }
}
/** Names content in plans: `sha256:` and twelve digits, enough to tell two states of a file apart. */
export function contentDigest(content) {
  return content === null ? null : `sha256:${createHash('sha256').update(content).digest('hex').slice(0, 12)}`
}
/** Written beside the target and renamed, so that a crash leaves the old file or the new one, never half of one. */
async function replaceFile(target, content) {
  await mkdir(dirname(target), { recursive: true })
  const mode = await lstat(target).then(
    (stat) => stat.mode & 0o777,
    () => 0o644,
  )
  const beside = `${target}.${randomUUID()}`
  await writeFile(beside, content, { mode })
  await rename(beside, target)
}
async function nearestExisting(path) {
  for (let at = path; ; at = dirname(at)) {
    const exists = await lstat(at).then(
      () => true,
      () => false,
    )
    if (exists || dirname(at) === at) return at
  }
}
function inside(root, path) {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)
}
function escape(path, what) {
  return new UserError(`${what}: “${path}” leaves the workspace.`, {
    advice:
      'Give a path relative to the root of the checkout, without “..” and not through a symbolic link that leads outside.',
  })
}
function isCode(error, errno) {
  return error instanceof Error && 'code' in error && error.code === errno
}
