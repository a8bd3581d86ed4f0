import type { Signature } from './git/object.ts'
import { editTree, findEntry, isTreePath, type TreeEdit } from './git/tree.ts'
import type { Repository } from './repository.ts'

/** Files to write and to remove in one commit. */
export interface FileEdits {
  readonly files?: Readonly<Record<string, string | Uint8Array>> | undefined
  readonly deletions?: readonly string[] | undefined
  /** Paths among `files` that are programs. */
  readonly executables?: readonly string[] | undefined
}

export interface NewCommit extends FileEdits {
  readonly parents: readonly string[]
  readonly message: string
  readonly author: Signature
  readonly committer: Signature
}

/** Thrown when a path cannot be written or removed. */
export class PathError extends Error {
  override readonly name = 'PathError'
}

/**
 * Writes a commit on top of its first parent. Every file gets mode 100644 unless it is named an executable: that is what
 * GitHub's `createCommitOnBranch` does, and a release tool has to know it.
 * @throws PathError for a path that git does not store, or a deletion of nothing.
 */
export async function writeFilesCommit(repository: Repository, change: NewCommit): Promise<string> {
  const [parent] = change.parents
  const base = parent === undefined ? undefined : (await repository.objects.commit(parent))?.tree
  const edits: TreeEdit[] = []
  for (const path of change.deletions ?? []) {
    if (base === undefined || (await findEntry(repository.objects, base, path)) === undefined) {
      throw new PathError(`A path was requested for deletion which does not exist: ${path}`)
    }
    edits.push({ path, entry: undefined })
  }
  for (const [path, content] of Object.entries(change.files ?? {})) {
    if (!isTreePath(path)) throw new PathError(`A path was requested that is malformed: ${JSON.stringify(path)}`)
    const mode = change.executables?.includes(path) === true ? '100755' : '100644'
    edits.push({ path, entry: { mode, oid: repository.objects.write('blob', Buffer.from(content)) } })
  }
  const tree = await editTree(repository.objects, base, edits)
  const { parents, message, author, committer } = change
  return repository.objects.writeCommit({ tree, parents, message, author, committer })
}
