import { isObject } from '../plan/index.ts'
import type { SemVer } from 'semver'
import type { RegistryClient } from './client.ts'
import type { Manifest } from './manifest.ts'
import type { Repository } from './reference.ts'
import { bySearchOrder, isHigher, isPrerelease, versionOf } from './version-tag.ts'

/** Which version an image is, and what says so. */
export interface ImageVersion {
  readonly version: SemVer
  /** `tag v1.2.0`, or the label. */
  readonly evidence: string
}

const LABEL = 'org.opencontainers.image.version'
/** Version tags looked at for one digest; the newest come first, so more only means that it has none. */
const MOST_LOOKUPS = 256

/**
 * Tells which version a digest of one repository is: by the version tags that point at it (releases before pre-releases,
 * the highest counts), and only where there is none by the label `org.opencontainers.image.version`, which an image can
 * have inherited from its base. Never by dates.
 */
export class ImageVersions {
  readonly #client: RegistryClient
  readonly #repository: Repository
  readonly #digests = new Map<string, string | null>()
  #listed: Promise<string[]> | undefined

  constructor(client: RegistryClient, repository: Repository) {
    this.#client = client
    this.#repository = repository
  }

  /** Takes over what is known anyway (or will be so when this run is done), which saves asking. */
  learn(tag: string, digest: string | null): void {
    this.#digests.set(tag, digest)
  }

  /** What is known of a digest without asking. */
  learned(digest: string): ImageVersion | null {
    return highest(this.#pointingAt(digest))
  }

  async of(digest: string): Promise<ImageVersion | null> {
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

  #pointingAt(digest: string): string[] {
    return [...this.#digests].filter(([, known]) => known === digest).map(([tag]) => tag)
  }

  async #candidates(): Promise<string[]> {
    this.#listed ??= this.#client.tags(this.#repository)
    return inOrder(await this.#listed)
  }

  async #lookUp(tag: string): Promise<void> {
    if (this.#digests.has(tag)) return
    this.learn(tag, (await this.#client.head({ ...this.#repository, tag }))?.digest ?? null)
  }

  /** The label of the image, or of the first image that an index lists. */
  async #label(digest: string): Promise<ImageVersion | null> {
    const manifest = await this.#client.get({ ...this.#repository, digest })
    if (manifest === null) return null
    const annotated = claim(manifest.annotations[LABEL])
    if (annotated !== null) return annotated
    const image = await this.#firstImage(manifest)
    if (image?.config === undefined) return null
    const { config } = await this.#client.config(this.#repository, image.config)
    return isObject(config) && isObject(config['Labels']) ? claim(config['Labels'][LABEL]) : null
  }

  async #firstImage(manifest: Manifest): Promise<Manifest | null> {
    const [first] = manifest.manifests
    return first === undefined ? manifest : this.#client.get({ ...this.#repository, digest: first.digest })
  }
}

/** The highest release of a repository when it is above that version, by its version tags of this moment; null where none is. */
export async function releaseAbove(
  client: RegistryClient,
  repository: Repository,
  { version }: ImageVersion,
): Promise<string | null> {
  const [tag] = inOrder(await client.tags(repository))
  const found = tag === undefined ? null : versionOf(tag)
  return found !== null && !isPrerelease(found) && isHigher(found, version) ? (tag ?? null) : null
}

function highest(tags: readonly string[]): ImageVersion | null {
  const [tag] = inOrder(tags)
  const version = tag === undefined ? null : versionOf(tag)
  return version === null ? null : { version, evidence: `tag ${tag}` }
}

function inOrder(tags: readonly string[]): string[] {
  return tags
    .flatMap((tag) => {
      const version = versionOf(tag)
      return version === null ? [] : [{ tag, version }]
    })
    .sort((one, other) => bySearchOrder(one.version, other.version))
    .map(({ tag }) => tag)
}

function claim(label: unknown): ImageVersion | null {
  const version = typeof label === 'string' ? versionOf(label) : null
  return version === null ? null : { version, evidence: `label ${LABEL}` }
}
