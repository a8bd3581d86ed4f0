import { lstat } from 'node:fs/promises'
import { UserError, type Workspace } from '../plan/index.ts'
import type { FileSet } from './commit-files.ts'

/**
 * The files of a checkout that shall be committed: files and whole directories by their path. What is listed and not in
 * the checkout is deleted, and so is every file that the repository has in a listed directory and the checkout has not.
 *
 * @param present the paths that the repository has at the base.
 * @throws UserError for a path that neither has, that leaves the checkout, or that holds a link or a program that
 *   GitHub’s interface could not keep.
 */
export async function filesFromPaths(
  workspace: Workspace,
  paths: readonly string[],
  present: ReadonlySet<string>,
): Promise<FileSet> {
  const files = new Map<string, Buffer | null>()
  for (const given of paths) {
    const path = tidy(given)
    if (/[*?[\]{}]/.test(path)) {
      throw new UserError(`Input “paths”: “${given}” is a pattern.`, {
        advice: 'Name files or directories; a directory stands for all its files.',
      })
    }
    const inside = [...present].filter((one) => path === '.' || one === path || one.startsWith(`${path}/`))
    const local = await workspace.list(path, 'Input “paths”')
    const content = local.length > 0 ? null : await readPlain(workspace, path, 'Input “paths”')
    if (content !== null) files.set(path, content)
    if (content === null && local.length === 0 && inside.length === 0) {
      throw new UserError(`Input “paths”: “${given}” is neither in the checkout nor in the repository.`, {
        advice: 'Correct the path, or take it out of the list.',
      })
    }
    for (const one of inside) if (!files.has(one)) files.set(one, null)
    for (const one of local) files.set(one, await readPlain(workspace, one, 'Input “paths”'))
  }
  return files
}

/**
 * A directory of the checkout as the whole content of a directory of the repository: what else is there is deleted.
 *
 * @param present the paths that the repository has at the base.
 */
export async function filesFromDirectory(
  workspace: Workspace,
  from: string,
  to: string,
  present: ReadonlySet<string>,
): Promise<FileSet> {
  const [source, target] = [tidy(from), tidy(to)]
  if (target === '.' || target.startsWith('../') || target.startsWith('/') || target.split('/').includes('.git')) {
    throw new UserError(`Input “to-dir”: “${to}” is no directory below the root of the repository.`, {
      advice: 'Give a path such as “operators/codeflare-operator/1.2.0”; it will hold exactly what “from-dir” holds.',
    })
  }
  const local = await workspace.list(source, 'Input “from-dir”')
  if (local.length === 0) {
    throw new UserError(`Input “from-dir”: there is no file in “${from}”.`, {
      advice: 'Correct the path, or run the step that makes the files before this one.',
    })
  }
  const files = new Map<string, Buffer | null>()
  for (const one of present) if (one.startsWith(`${target}/`)) files.set(one, null)
  for (const one of local) {
    const below = source === '.' ? one : one.slice(source.length + 1)
    files.set(`${target}/${below}`, await readPlain(workspace, one, 'Input “from-dir”'))
  }
  return files
}

/** The bytes of a file; null where there is none. A program or a link would arrive as a plain file: refused. */
async function readPlain(workspace: Workspace, path: string, what: string): Promise<Buffer | null> {
  const place = await workspace.locate(path, what)
  const stat = await lstat(place).catch(() => null)
  if (stat !== null && stat.isSymbolicLink()) {
    throw new UserError(`${what}: “${path}” is a symbolic link; GitHub’s interface commits plain files only.`, {
      file: path,
      advice: 'Commit it with git, or leave it out.',
    })
  }
  return workspace.read(path, what)
}

function tidy(path: string): string {
  return (
    path
      .replace(/^(?:\.\/+)+/, '')
      .replace(/\/+$/, '')
      .replaceAll(/\/{2,}/g, '/') || '.'
  )
}
