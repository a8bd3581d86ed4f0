import { isObject } from './json.js'
import { bySearchOrder, isHigher, isPrerelease, versionOf } from './version-tag.js'
const LABEL = 'org.opencontainers.image.version'
/** Version tags looked at for one digest; the newest come first, so more only means that it has none. */
const MOST_LOOKUPS = 256
/**
 * Tells which version a digest of one repository is: by the version tags that point at it (releases before pre-releases,
 * the highest counts), and only where there is none by the label `org.opencontainers.image.version`, which an image can
 * have inherited from its base. Never by dates.
 */
export class ImageVersions {
  #client
  #repository
  #digests = new Map()
  #listed
  constructor(client, repository) {
    this.#client = client
    this.#repository = repository
  }
  /** Takes over what is known anyway (or will be so when this run is done), which saves asking. */
  learn(tag, digest) {
    this.#digests.set(tag, digest)
  }
  /** What is known of a digest without asking. */
  learned(digest) {
    return highest(this.#pointingAt(digest))
  }
  async of(digest) {
    const learned = this.learned(digest)
    if (learned !== null && !isPrerelease(learned.version)) return learned
    const candidates = await this.#candidates()
    // One look-up finds the usual case, the release just before; then 2, 4, 8 … together.
    for (let at = 0, size = 1; at < candidates.length && at < MOST_LOOKUPS; at += size, size = Math.min(size * 2, 32)) {
      const some = candidates.slice(at, at + size)
      await Promise.all(some.map((tag) => this.#lookUp(tag)))
      const found = highest(some.filter((tag) => this.#digests.get(tag) === digest))
      if (found !== null) return found
    }
    return learned ?? this.#label(digest)
  }
  /** A release of the repository above the version, as far as its tags were read; null where none is known. */
  async releaseAbove(version) {
    const [highestTag] = this.#listed === undefined ? [] : await this.#candidates()
    const other = highestTag === undefined ? null : versionOf(highestTag)
    return other !== null && !isPrerelease(other) && isHigher(other, version) ? (highestTag ?? null) : null
  }
  #pointingAt(digest) {
    return [...this.#digests].filter(([, known]) => known === digest).map(([tag]) => tag)
  }
  async #candidates() {
    this.#listed ??= this.#client.tags(this.#repository)
    return inOrder(await this.#listed)
  }
  async #lookUp(tag) {
    if (this.#digests.has(tag)) return
    this.learn(tag, (await this.#client.head({ ...this.#repository, tag }))?.digest ?? null)
  }
  /** The label of the image, or of the first image that an index lists. */
  async #label(digest) {
    const manifest = await this.#client.get({ ...this.#repository, digest })
    if (manifest === null) return null
    const annotated = claim(manifest.annotations[LABEL])
    if (annotated !== null) return annotated
    const image = await this.#firstImage(manifest)
    if (image?.config === undefined) return null
    const { config } = await this.#client.config(this.#repository, image.config)
    return isObject(config) && isObject(config['Labels']) ? claim(config['Labels'][LABEL]) : null
  }
  async #firstImage(manifest) {
    const [first] = manifest.manifests
    return first === undefined ? manifest : this.#client.get({ ...this.#repository, digest: first.digest })
  }
}
function highest(tags) {
  const [tag] = inOrder(tags)
  const version = tag === undefined ? null : versionOf(tag)
  return version === null ? null : { version, evidence: `tag ${tag}` }
}
function inOrder(tags) {
  return tags
    .flatMap((tag) => {
      const version = versionOf(tag)
      return version === null ? [] : [{ tag, version }]
    })
    .sort((one, other) => bySearchOrder(one.version, other.version))
    .map(({ tag }) => tag)
}
function claim(label) {
  const version = typeof label === 'string' ? versionOf(label) : null
  return version === null ? null : { version, evidence: `label ${LABEL}` }
}
