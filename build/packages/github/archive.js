import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ServiceError } from '../plan/index.js'
import { blobName, readBlob } from './contents.js'
import { fullName } from './repository.js'
/** So many files are asked for one by one; for more, the commit's archive is one request. */
const FEW = 6
/** A repository larger than this, unpacked, is no place to look for a few files. */
const LARGEST_ARCHIVE = 2 * 1024 ** 3
/**
 * The bytes of files of a commit, by their blobs: one request each where they are few, else one for all. What an archive leaves
 * out or rewrites (`export-ignore`, `export-subst`) is asked for by itself.
 *
 * @throws ServiceError when the bytes are not those that the name stands for.
 */
export async function readBlobs(github, repository, commit, blobs) {
  const wanted = new Set(blobs)
  const found = wanted.size > FEW ? await readArchive(github, repository, commit, wanted) : new Map()
  for (const blob of wanted) {
    if (!found.has(blob)) found.set(blob, await readBlob(github, repository, blob))
  }
  return found
}
async function readArchive(github, repository, commit, wanted) {
  const { owner, repo } = repository
  const { data } = await github.request('GET /repos/{owner}/{repo}/tarball/{ref}', { owner, repo, ref: commit })
  const found = new Map()
  if (!(data instanceof ArrayBuffer)) return found
  const entries = new TarEntries((content) => {
    const blob = blobName(content)
    if (wanted.has(blob)) found.set(blob, Buffer.from(content))
  })
  let size = 0
  try {
    for await (const chunk of Readable.from([Buffer.from(data)]).pipe(createGunzip())) {
      if (!Buffer.isBuffer(chunk)) continue
      size += chunk.length
      if (size > LARGEST_ARCHIVE) throw new RangeError(`it is larger than ${LARGEST_ARCHIVE} bytes`)
      entries.push(chunk)
    }
  } catch (cause) {
    throw new ServiceError(`The archive of ${fullName(repository)} at ${commit.slice(0, 12)} cannot be read.`, {
      advice: 'Run again.',
      cause,
    })
  }
  return found
}
const BLOCK = 512
/** Files of this size and less are looked at; CRDs are far smaller. */
const LARGEST_FILE = 32 * 1024 * 1024
/** Reads a tar stream (POSIX ustar) for the contents of its regular files; names do not matter here. */
class TarEntries {
  #told
  #rest = Buffer.alloc(0)
  /** Bytes of the present entry that are still to come, padding included. */
  #open = 0
  #parts
  #size = 0
  constructor(told) {
    this.#told = told
  }
  push(chunk) {
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    for (;;) {
      if (this.#open > 0) {
        const part = data.subarray(0, this.#open)
        this.#parts?.push(part)
        this.#open -= part.length
        data = data.subarray(part.length)
        if (this.#open > 0) break
        if (this.#parts !== undefined) this.#told(Buffer.concat(this.#parts).subarray(0, this.#size))
      }
      if (data.length < BLOCK) break
      const header = data.subarray(0, BLOCK)
      data = data.subarray(BLOCK)
      this.#size = Number.parseInt(header.toString('latin1', 124, 136).replace(/\0.*$/s, '').trim() || '0', 8)
      const type = header.toString('latin1', 156, 157)
      const isFile = (type === '0' || type === '\0') && this.#size > 0 && this.#size <= LARGEST_FILE
      this.#parts = isFile ? [] : undefined
      this.#open = Math.ceil(this.#size / BLOCK) * BLOCK
    }
    this.#rest = Buffer.from(data)
  }
}
