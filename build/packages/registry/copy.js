import pLimit from 'p-limit'
import { ServiceError } from '../plan/index.js'
import { blobsOf } from './manifest.js'
import { isIndex } from './media-types.js'
import { formatReference } from './reference.js'
/** Blobs on their way from one registry to another at a time; as streams they are what costs memory. */
const STREAMS = 6
/** Milliseconds between two lines of progress. */
const QUIET = 10_000
/** Indexes within indexes; nobody has ever seen three. */
const DEEPEST = 8
/**
 * Copies what an image consists of into another repository, so that its tag can be written there: children before their
 * index, blobs before their image. Every piece goes once, however many images and tags need it.
 */
export class Copier {
  #client
  #options
  #streams = pLimit(STREAMS)
  /** What is under way or done, by target and digest. */
  #manifests = new Map()
  #blobs = new Map()
  #read = new Map()
  #transferred = new Map()
  #spoken
  constructor(client, options = {}) {
    this.#client = client
    this.#options = options
    this.#spoken = this.#now()
  }
  /** What went into a repository. */
  transferred(to) {
    return { ...this.#count(to) }
  }
  /** A manifest of a repository by its digest, read once. @throws ServiceError when it is missing. */
  manifest(repository, digest) {
    return once(this.#read, keyOf(repository, digest), async () => {
      const { registry, repository: name } = repository
      const found = await this.#client.get({ registry, repository: name, digest })
      if (found !== null) return found
      throw new ServiceError(
        `${formatReference({ registry, repository: name, digest })} is missing, although it is listed.`,
        {
          advice: 'The image is incomplete where it comes from; push it again. No tag was moved to it.',
        },
      )
    })
  }
  /** Makes sure that everything below the manifest is in the other repository. The manifest itself is written with its tag. */
  async contents(manifest, from, to, depth = 0) {
    if (depth > DEEPEST) throw new ServiceError(`${formatReference(from)}: indexes within indexes, ${DEEPEST} deep.`)
    if (isIndex(manifest.mediaType)) {
      await all(manifest.manifests.map((child) => this.#child(child, from, to, depth)))
    } else await all(blobsOf(manifest).map((blob) => this.#blob(blob, from, to)))
  }
  /** Copies a manifest with everything below it, under its digest. Says what the registry said of it. */
  async whole(manifest, from, to) {
    await this.contents(manifest, from, to)
    return this.#put(manifest, to)
  }
  async #child({ digest }, from, to, depth) {
    await once(this.#manifests, keyOf(to, digest), async () => {
      const manifest = await this.manifest(from, digest)
      if (await this.#isThere(manifest, from, to)) return
      await this.contents(manifest, from, to, depth + 1)
      await this.#put(manifest, to)
    })
  }
  /**
   * Whether another registry has a child already, so that its blobs need not be asked for. Asked only where it is likely:
   * its configuration turned out to be there. In a repository that has nothing of the image this costs no request.
   */
  async #isThere({ digest, config, mediaType }, from, to) {
    if (from.registry === to.registry) return false
    if (config === undefined ? !isIndex(mediaType) : (await this.#blob(config, from, to, true)) === 'sent') return false
    return (await this.#client.head({ ...bare(to), digest })) !== null
  }
  #blob(blob, from, to, isProbe = false) {
    return once(this.#blobs, keyOf(to, blob.digest), async () => {
      const count = this.#count(to)
      const copy = () =>
        this.#client.blobs.copy(from, to, blob, {
          isProbe,
          onProgress: (bytes) => {
            count.bytes += bytes
            this.#speak(to)
          },
        })
      const fate = await (from.registry === to.registry ? copy() : this.#streams(copy))
      count[fate] += 1
      this.#speak(to)
      return fate
    })
  }
  async #put(manifest, to) {
    const written = await this.#client.put({ ...bare(to), digest: manifest.digest }, manifest)
    this.#count(to).manifests += 1
    return written
  }
  #count(to) {
    const name = formatReference(bare(to))
    const known = this.#transferred.get(name) ?? { manifests: 0, mounted: 0, sent: 0, bytes: 0 }
    this.#transferred.set(name, known)
    return known
  }
  #speak(to) {
    const { onProgress } = this.#options
    if (onProgress === undefined || this.#now() - this.#spoken < QUIET) return
    this.#spoken = this.#now()
    const { mounted, sent, bytes } = this.#count(to)
    onProgress(`${formatReference(bare(to))}: ${mounted + sent} blobs are there, ${formatBytes(bytes)} were sent`)
  }
  #now() {
    return (this.#options.now ?? Date.now)()
  }
}
/** Bytes for people, in powers of ten as registries count them. */
export function formatBytes(bytes) {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  return `${step === 0 ? bytes : (bytes / 1000 ** step).toFixed(1)} ${units[step] ?? ''}`
}
/** Waits for all of them even when one fails: nothing goes on behind the back of whoever handles the failure. */
async function all(work) {
  const outcomes = await Promise.allSettled(work)
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}
function once(done, key, make) {
  const known = done.get(key)
  if (known !== undefined) return known
  const made = make()
  done.set(key, made)
  // What failed may be tried again.
  made.catch(() => done.delete(key))
  return made
}
function keyOf(repository, digest) {
  return formatReference({ ...bare(repository), digest })
}
function bare({ registry, repository }) {
  return { registry, repository }
}
