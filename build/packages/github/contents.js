import { createHash } from 'node:crypto'
import { ServiceError } from '../plan/index.js'
import { fullName } from './repository.js'
/**
 * The files below a directory of a commit, by their path from the root of the repository; empty where there is no such
 * directory. One request for most repositories, one a directory for those that GitHub cuts off (100,000 entries).
 */
export async function listFiles(github, repository, commit, directory = '') {
  const files = new Map()
  const walk = async (tree, prefix) => {
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
export async function readBlob(github, repository, blob) {
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
/** What git calls a file with this content. */
export function blobName(content) {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex')
}
async function descend(github, repository, commit, parts) {
  let at = commit
  for (const part of parts) {
    const { tree } = await getTree(github, repository, at, false)
    const next = tree.find((entry) => entry.path === part && entry.type === 'tree')
    if (next === undefined) return null
    at = next.sha
  }
  return at
}
async function getTree(github, { owner, repo }, tree, recursive) {
  const { data } = await github.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
    owner,
    repo,
    tree_sha: tree,
    ...(recursive && { recursive: '1' }),
  })
  return data
}
