import { createHash } from 'node:crypto'
import { type Change, UserError } from '../plan/index.ts'
import type { GitHub } from './client.ts'
import { commitOnBranch } from './commit-on-branch.ts'
import { commitTree } from './commit-tree.ts'
import { blobName, type FileEntry, listFiles } from './contents.ts'
import { branchHead } from './refs.ts'
import { fullName, type RepositoryName } from './repository.ts'
import { settling } from './settling.ts'

/** Files as they shall be, by their path from the root of the repository; null where there shall be none. */
export type FileSet = ReadonlyMap<string, Buffer | null>

/** Those of a file set that are no plain files, with git's mode: `100755` a program, `120000` a symbolic link. */
export type FileModes = ReadonlyMap<string, string>

const PLAIN = '100644'

/** The largest file that GitHub's interface takes, in bytes, with room for base64. */
const LARGEST_FILE = 30 * 1024 * 1024
/** What goes into one commit; more is committed in parts. */
const LARGEST_PART = { bytes: 20 * 1024 * 1024, files: 500 }

/** Names the content that the paths of a file set have in a commit, or shall have: equal for equal content. */
export function filesDigest(paths: Iterable<string>, stateOf: (path: string) => string | undefined): string {
  const hash = createHash('sha256')
  for (const path of [...paths].sort()) hash.update(`${path}\0${stateOf(path) ?? 'absent'}\n`)
  return `files:${hash.digest('hex').slice(0, 12)}`
}

/** The digest that the files shall have. */
export function wantedDigest(files: FileSet, modes: FileModes = new Map()): string {
  return filesDigest(files.keys(), (path) => wantedState(path, files, modes))
}

/** The digest that the paths of a file set have in a commit. */
export function foundDigest(files: FileSet, found: ReadonlyMap<string, FileEntry>): string {
  return filesDigest(files.keys(), (path) => foundState(found.get(path)))
}

/** The paths whose content or mode in a commit is not as wanted. */
export function differing(
  files: FileSet,
  found: ReadonlyMap<string, FileEntry>,
  modes: FileModes = new Map(),
): string[] {
  return [...files.keys()].filter((path) => wantedState(path, files, modes) !== foundState(found.get(path)))
}

function wantedState(path: string, files: FileSet, modes: FileModes): string | undefined {
  const content = files.get(path)
  return content === undefined || content === null ? undefined : stateText(blobName(content), modes.get(path) ?? PLAIN)
}

function foundState(entry: FileEntry | undefined): string | undefined {
  return entry === undefined ? undefined : stateText(entry.blob, entry.mode)
}

function stateText(blob: string, mode: string): string {
  return mode === PLAIN ? blob : `${blob} ${mode}`
}

/**
 * The modes that files shall have: as the checkout says. A program of the repository stays one although the checkout does
 * not say so: artifacts and Windows lose that bit, and nobody means to take it away by that.
 */
export function wantedModes(
  files: FileSet,
  given: FileModes,
  found: ReadonlyMap<string, FileEntry>,
): Map<string, string> {
  return new Map(
    [...files].flatMap(([path, content]): [string, string][] => {
      const mode = given.get(path) ?? (found.get(path)?.mode === '100755' ? '100755' : PLAIN)
      return content === null || mode === PLAIN ? [] : [[path, mode]]
    }),
  )
}

/** @throws UserError for a file that is too large for GitHub's interface. */
export function checkSizes(files: FileSet): void {
  for (const [path, content] of files) {
    if ((content?.length ?? 0) <= LARGEST_FILE) continue
    throw new UserError(
      `“${path}” has ${Math.ceil((content?.length ?? 0) / 1024 / 1024)} MiB; GitHub’s interface takes at most 30.`,
      { file: path, advice: 'Push it with git, keep it with Git LFS, or leave it out.' },
    )
  }
}

/**
 * Files in parts of which each fits into one commit. What is deleted goes first, in a part of its own where a file takes the
 * place of a directory or the other way round: no single request says that.
 */
export function inParts(files: FileSet): FileSet[] {
  const ordered = [...files].sort(([, a], [, b]) => Number(a !== null) - Number(b !== null))
  const parts: Map<string, Buffer | null>[] = []
  let bytes = 0
  let last = new Map<string, Buffer | null>()
  const gone = ordered.flatMap(([path, content]) => (content === null ? [path] : []))
  const made = ordered.flatMap(([path, content]) => (content === null ? [] : [path]))
  const isApart = made.some((path) => gone.some((other) => isBelow(other, path) || isBelow(path, other)))
  for (const [path, content] of ordered) {
    const size = content?.length ?? 0
    const isFull = bytes + size > LARGEST_PART.bytes || last.size === LARGEST_PART.files
    if (last.size > 0 && (isFull || (isApart && path === made[0]))) {
      parts.push(last)
      bytes = 0
      last = new Map()
    }
    last.set(path, content)
    bytes += size
  }
  return [...parts, last]
}

function isBelow(path: string, directory: string): boolean {
  return path.startsWith(`${directory}/`)
}

export interface FilesCommit {
  readonly branch: string
  readonly files: FileSet
  readonly modes?: FileModes
  readonly message: string
  /** The digest of the files before: on the branch, or where it will be made. */
  readonly before: string
}

/** What a commit came to, as far as it matters to people. */
export interface CommitSeen {
  readonly head: string
  /** GitHub did not sign it: it signs what apps and the default token commit file by file, not what a person's token does. */
  readonly unsigned?: true
}

/**
 * The change that makes the files on a branch what they shall be, as one commit which is refused when somebody else pushed in
 * between. Plain files are committed by `createCommitOnBranch`, which GitHub signs; what that cannot say (programs, links,
 * submodules that go) by git's own objects.
 *
 * @param seen told the head of the branch at each look, and whether the commit was signed.
 */
export function commitFiles(
  github: GitHub,
  repository: RepositoryName,
  { branch, files, modes = new Map(), message, before }: FilesCommit,
  reason: string,
  seen: (told: CommitSeen) => void,
): Change {
  const look = async () => {
    const head = await branchHead(github, repository, branch)
    if (head === null) return null
    seen({ head })
    return { head, found: await listFiles(github, repository, head) }
  }
  const count = files.size === 1 ? '1 file' : `${files.size} files`
  return settling(github, {
    action: 'update',
    subject: `${count} on branch ${branch} of ${fullName(repository)}`,
    before,
    after: wantedDigest(files, modes),
    reason,
    probe: async () => {
      const state = await look()
      return state === null ? null : foundDigest(files, state.found)
    },
    act: async () => {
      const state = await look()
      if (state === null)
        throw new UserError(`Branch ${branch} of ${fullName(repository)} is gone.`, { advice: 'Run again.' })
      const changed = differing(files, state.found, modes)
      if (isPlain(changed, files, modes, state.found))
        return commitOnBranch(github, repository, { branch, head: state.head, message, files: only(changed, files) })
      const entries = changed.map((path) => ({
        path,
        content: files.get(path) ?? null,
        mode: modes.get(path) ?? PLAIN,
      }))
      const { isSigned } = await commitTree(github, repository, { branch, message, head: state.head, entries })
      if (!isSigned) seen({ head: state.head, unsigned: true })
    },
  })
}

/** Whether `createCommitOnBranch` can say it. */
function isPlain(
  changed: readonly string[],
  files: FileSet,
  modes: FileModes,
  found: ReadonlyMap<string, FileEntry>,
): boolean {
  const gone = changed.filter((path) => files.get(path) === null)
  const made = changed.filter((path) => files.get(path) !== null)
  return (
    made.every((path) => !modes.has(path) && ['100644', undefined].includes(found.get(path)?.mode)) &&
    gone.every((path) => found.get(path)?.mode !== '160000')
  )
}

function only(paths: readonly string[], files: FileSet): Map<string, Buffer | null> {
  return new Map(paths.map((path) => [path, files.get(path) ?? null]))
}
