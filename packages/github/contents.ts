import { createHash } from 'node:crypto'
import { ServiceError } from '../plan/index.ts'
import { type GitHub, orAbsent } from './client.ts'
import { fullName, type RepositoryName } from './repository.ts'

/** A file of a commit. */
export interface FileEntry {
  /** Of its content, as git names it. */
  readonly blob: string
  /** `100644`, `100755` for a program, `120000` for a symbolic link, `160000` for a submodule. */
  readonly mode: string
}

/**
 * The files below a directory of a commit, by their path from the root of the repository; empty where there is no such
 * directory. One request for most repositories, one a directory for those that GitHub cuts off (100,000 entries).
 */
export async function listFiles(
  github: GitHub,
  repository: RepositoryName,
  commit: string,
  directory = '',
): Promise<Map<string, FileEntry>> {
  const files = new Map<string, FileEntry>()
  const walk = async (tree: string, prefix: string): Promise<void> => {
    const whole = await getTree(github, repository, tree, true)
    const entries = whole.truncated ? (await getTree(github, repository, tree, false)).tree : whole.tree
    for (const { path, mode, type, sha } of entries) {
      if (type !== 'tree') files.set(prefix + path, { blob: sha, mode })
      else if (whole.truncated) await walk(sha, `${prefix}${path}/`)
    }
  }
  const parts = directory.split('/').filter((part) => part !== '')
  const start = await descend(github, repository, commit, parts)
  if (start !== null) await walk(start, parts.map((part) => `${part}/`).join(''))
  return files
}

/** @throws ServiceError when the bytes are not those that the name stands for. */
export async function readBlob(github: GitHub, repository: RepositoryName, blob: string): Promise<Buffer> {
  const { owner, repo } = repository
  const { data } = await github.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
    owner,
    repo,
    file_sha: blob,
  })
  const bytes = Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8')
  if (blobName(bytes) !== blob) {
    throw new ServiceError(`GitHub sent other bytes than asked for: blob ${blob} of ${fullName(repository)}.`, {
      advice: 'Run again.',
    })
  }
  return bytes
}

/** A file at a branch, tag or commit, up to 1 MB; null where there is none, and for what is no file. */
export async function fileAt(
  github: GitHub,
  { owner, repo }: RepositoryName,
  path: string,
  ref: string,
): Promise<Buffer | null> {
  const found = await orAbsent(github.request('GET /repos/{owner}/{repo}/contents/{path}', { owner, repo, path, ref }))
  const data: unknown = found?.data
  const isFile = typeof data === 'object' && data !== null && 'content' in data && 'encoding' in data
  return isFile && data.encoding === 'base64' ? Buffer.from(String(data.content), 'base64') : null
}

/** What git calls a file with this content. */
export function blobName(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex')
}

async function descend(
  github: GitHub,
  repository: RepositoryName,
  commit: string,
  parts: readonly string[],
): Promise<string | null> {
  let at = commit
  for (const part of parts) {
    const { tree } = await getTree(github, repository, at, false)
    const next = tree.find((entry) => entry.path === part && entry.type === 'tree')
    if (next === undefined) return null
    at = next.sha
  }
  return at
}

async function getTree(github: GitHub, { owner, repo }: RepositoryName, tree: string, recursive: boolean) {
  const { data } = await github.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
    owner,
    repo,
    tree_sha: tree,
    ...(recursive && { recursive: '1' }),
  })
  return data
}
