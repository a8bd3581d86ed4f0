import { ServiceError, UserError } from '../plan/index.ts'
import type { Access } from './authorization.ts'
import { digestOf, isDigest, matchesDigest } from './digest.ts'
import { Blobs } from './blobs.ts'
import { type Answer, failure } from './errors.ts'
import { parseObject } from './json.ts'
import { nextLink } from './link.ts'
import { type Descriptor, type Manifest, readManifest } from './manifest.ts'
import { ACCEPT, bareMediaType, isIndex, isManifest, isSchema1 } from './media-types.ts'
import { formatReference, type Reference, type Repository } from './reference.ts'
import { Transport, type TransportOptions } from './transport.ts'

/** The distribution specification expects registries to take 4 MiB; some take more. */
const LARGEST_MANIFEST = 16 * 1024 * 1024
/** An image's configuration; one of more than this does not describe an image. */
const LARGEST_CONFIG = 4 * 1024 * 1024
const MOST_PAGES = 1000

/** What is behind a tag, without its content. */
export interface Found {
  readonly digest: string
  readonly mediaType: string
}

/** What a registry said of a manifest that it took. */
export interface Written {
  /** It named the digest; where it did not, look before relying on it. */
  readonly confirmed: boolean
  /** It lists the manifest among the referrers of its subject, or there is no subject. */
  readonly listed: boolean
}

/**
 * A client of the OCI distribution API (v1.1) for the things that a release does: look at tags, read and write manifests
 * byte for byte, list tags and referrers, move blobs. One instance serves a whole run: tokens and connections are shared.
 */
export class RegistryClient {
  readonly #transport: Transport
  readonly blobs: Blobs
  /** Registries of which it is known that they take one tag a request, and those without referrers API. */
  readonly #singleTag = new Set<string>()
  readonly #withoutReferrers = new Set<string>()

  constructor(options: TransportOptions) {
    this.#transport = new Transport(options)
    this.blobs = new Blobs(this.#transport)
  }

  /** Announces what will be needed of a repository. Announced together, one token request a registry is enough. */
  announce(repository: Repository, access: Access): void {
    this.#transport.announce(repository, access)
  }

  /** Waits, until the client is cancelled. */
  sleep(milliseconds: number): Promise<void> {
    return this.#transport.sleep(milliseconds)
  }

  /** The digest behind a reference, or null where there is nothing. Costs a HEAD, which Docker Hub does not count as a pull. */
  async head(reference: Reference): Promise<Found | null> {
    const answer = await this.#manifest('HEAD', reference)
    if (answer.status === 404) return null
    const digest = namedDigest(answer)
    if (answer.status === 200 && digest !== null) {
      return { digest, mediaType: contentType(answer) }
    }
    // Registries that know no HEAD (405) or do not name the digest: then the content has to say it.
    if (answer.status !== 200 && answer.status !== 405) throw this.#failure('to look at', reference, answer)
    const whole = await this.#manifest('GET', reference)
    if (whole.status === 404) return null
    if (whole.status !== 200) throw this.#failure('to read', reference, whole)
    return {
      digest: namedDigest(whole) ?? digestOf(whole.body),
      mediaType: contentType(whole),
    }
  }

  /**
   * A manifest with its exact bytes, or null where there is none. The bytes are accepted only when their hash is the
   * digest that was asked for or, for a tag, the one that the registry itself names: in the answer, else in answer to a
   * HEAD. What a proxy altered on its way is never taken for what the tag holds.
   *
   * @throws ServiceError when the registry names no digest, or serves something else under it.
   */
  async get(reference: Reference): Promise<Manifest | null> {
    const what = formatReference(reference)
    const answer = await this.#manifest('GET', reference)
    if (answer.status === 404) return null
    if (answer.status !== 200) throw this.#failure('to read', reference, answer)
    const mediaType = contentType(answer)
    // Its digest is not the hash of its body, so it has to be told by its type.
    if (isSchema1(mediaType)) return readManifest(answer.body, '', mediaType, what)
    const named = reference.digest ?? namedDigest(answer)
    if (named !== null && matchesDigest(answer.body, named)) return readManifest(answer.body, named, mediaType, what)
    if (reference.digest !== undefined) {
      throw new ServiceError(`${what} was served with other content: its hash is ${digestOf(answer.body)}.`, {
        advice: 'A proxy or cache on the way changes answers. Nothing was written.',
      })
    }
    const digest = named ?? namedDigest(await this.#manifest('HEAD', reference))
    if (digest === null) {
      throw new ServiceError(`${reference.registry} does not say which digest ${what} has.`, {
        advice: 'Give the source by its digest (NAME@sha256:…); a body alone is not trusted.',
      })
    }
    const { registry, repository } = reference
    const manifest = await this.get({ registry, repository, digest })
    if (manifest !== null) return manifest
    throw new ServiceError(`${registry} says that ${what} is ${digest}, and has no such manifest.`, {
      advice: 'The registry, or a cache before it, contradicts itself. Run again later.',
    })
  }

  /**
   * Points a tag at a manifest that the repository can hold (or stores it under its digest), byte for byte. Success is
   * status 201 with the expected digest and nothing else: quay.io answers `200 Healthcheck requested` when it wrote
   * nothing.
   *
   * @throws UserError when the tag is immutable or the right to push is missing.
   * @throws ServiceError for every other answer.
   */
  async put(
    reference: Reference,
    manifest: Manifest,
    options: { readonly beforeRetry?: () => Promise<void> } = {},
  ): Promise<Written> {
    const what = formatReference(reference)
    const answer = await this.#put(reference, nameOf(reference), manifest, options)
    const named = namedDigest(answer)
    if (answer.status === 201 && (named === null || matchesDigest(manifest.bytes, named))) {
      const subject = manifest.subject?.digest
      return {
        confirmed: named !== null,
        listed: subject === undefined || answer.headers.get('oci-subject') === subject,
      }
    }
    if (answer.status === 201) {
      throw new ServiceError(
        `${what} was written as ${manifest.digest}, and ${reference.registry} says it now is ${named}.`,
        {
          advice: 'The registry or something before it changed the manifest. Look at the tag before anybody pulls it.',
        },
      )
    }
    if (answer.status >= 200 && answer.status < 300) {
      throw new ServiceError(
        `${reference.registry} answered ${answer.status} to the PUT of ${what}, where the specification allows only 201: the tag was not written.`,
        {
          advice:
            'Something before the registry answers in its place (quay.io: “Healthcheck requested”). Run again later.',
        },
      )
    }
    if (answer.status === 400 || answer.status === 409) {
      // An immutable tag refuses even what it already holds, as it does after a PUT whose answer was lost.
      const found = await this.head(reference)
      if (found !== null && matchesDigest(manifest.bytes, found.digest)) return { confirmed: true, listed: false }
    }
    throw this.#failure('to write', reference, answer)
  }

  /**
   * Points several tags of a repository that holds the manifest at it, in one request where the registry can do that
   * (distribution specification, end-7b). Returns the tags that it says it wrote: all, or none.
   */
  async putTags(
    repository: Repository,
    tags: readonly string[],
    manifest: Manifest,
    options: { readonly beforeRetry?: () => Promise<void> } = {},
  ): Promise<string[]> {
    if (tags.length < 2 || !this.takesSeveralTags(repository)) return []
    const query = new URLSearchParams(tags.map((tag): [string, string] => ['tag', tag]))
    const answer = await this.#put(repository, `${manifest.digest}?${query.toString()}`, manifest, options)
    const said = new Set((answer.headers.get('oci-tag') ?? '').split(',').map((tag) => tag.trim()))
    const named = namedDigest(answer)
    const isGood = answer.status === 201 && (named === null || matchesDigest(manifest.bytes, named))
    const written = isGood ? tags.filter((tag) => said.has(tag)) : []
    if (written.length === 0) this.#singleTag.add(repository.registry)
    return written
  }

  /** False where the registry is known to take one tag a request. */
  takesSeveralTags({ registry }: Repository): boolean {
    return !this.#singleTag.has(registry)
  }

  #put(
    repository: Repository,
    name: string,
    manifest: Manifest,
    { beforeRetry }: { readonly beforeRetry?: () => Promise<void> },
  ): Promise<Answer> {
    return this.#transport.send({
      method: 'PUT',
      repository,
      access: 'pull,push',
      path: `manifests/${name}`,
      headers: { 'content-type': manifest.mediaType },
      body: new Uint8Array(manifest.bytes),
      isTransient: ({ status }) => status === 200,
      ...(beforeRetry && { beforeRetry }),
    })
  }

  /** All tags of a repository, in the registry's order; empty where there is no such repository. */
  async tags(repository: Repository): Promise<string[]> {
    const tags: string[] = []
    for await (const page of this.#pages(repository, 'tags/list?n=1000', 'the list of tags')) {
      const listed = Array.isArray(page['tags']) ? page['tags'] : []
      for (const tag of listed) if (typeof tag === 'string') tags.push(tag)
    }
    return tags
  }

  /**
   * What refers to a manifest (signatures, SBOMs, attestations): from the referrers API, else from the fallback tag that
   * the specification prescribes for registries without it.
   *
   * @throws ServiceError when the fallback tag holds something that is not an index.
   */
  async referrers(repository: Repository, digest: string): Promise<Descriptor[]> {
    return (
      (await this.referrersListed(repository, digest)) ?? [
        ...((await this.fallback(repository, digest))?.manifests ?? []),
      ]
    )
  }

  /** What the referrers API lists, or null where the registry has none; which it is asked once. */
  async referrersListed(repository: Repository, digest: string): Promise<Descriptor[] | null> {
    const { registry } = repository
    if (this.#withoutReferrers.has(registry)) return null
    const found: Descriptor[] = []
    const isMissing = (status: number): boolean => {
      if (status === 404) this.#withoutReferrers.add(registry)
      // Quay's answer for a digest that it does not have.
      return status === 404 || status === 400
    }
    const path = `referrers/${digest}`
    for await (const page of this.#pages(repository, path, `the referrers of ${digest}`, isMissing)) {
      const bytes = Buffer.from(JSON.stringify(page))
      const list = readManifest(
        bytes,
        digestOf(bytes),
        bareMediaType(String(page['mediaType'])),
        'The list of referrers',
      )
      found.push(...list.manifests)
    }
    return this.#withoutReferrers.has(registry) ? null : found
  }

  /**
   * The index under the fallback tag of a digest, or null where there is none.
   *
   * @throws ServiceError when the tag holds something that is not an index.
   */
  async fallback({ registry, repository }: Repository, digest: string): Promise<Manifest | null> {
    const reference = { registry, repository, tag: fallbackTag(digest) }
    const index = await this.get(reference)
    if (index === null || isReferrersIndex(index, digest)) return index
    throw new ServiceError(
      `${formatReference(reference)} should list the referrers of ${digest} and is not an index of that kind.`,
      {
        advice: 'Another tool took the name that the specification keeps for referrers. Look at that tag.',
      },
    )
  }

  /**
   * An image's configuration as JSON.
   *
   * @throws ServiceError when it is missing or its hash is wrong.
   */
  async config(repository: Repository, { digest }: Descriptor): Promise<Readonly<Record<string, unknown>>> {
    const what = `Configuration ${digest} of ${formatReference(repository)}`
    const answer = await this.#transport.send({
      method: 'GET',
      repository,
      access: 'pull',
      path: `blobs/${digest}`,
      limit: LARGEST_CONFIG,
    })
    if (answer.status !== 200) throw this.#failure('to read', { ...repository, digest }, answer)
    if (!matchesDigest(answer.body, digest)) throw new ServiceError(`${what} was served with other content.`)
    return parseObject(answer.body, what)
  }

  async #manifest(method: 'GET' | 'HEAD', reference: Reference): Promise<Answer> {
    const answer = await this.#transport.send({
      method,
      repository: reference,
      access: 'pull',
      path: `manifests/${nameOf(reference)}`,
      headers: { accept: ACCEPT },
      limit: LARGEST_MANIFEST,
      // Somebody else's page in the registry's place, such as a load balancer's; a registry names type or digest.
      isTransient: (page) => page.status === 200 && namedDigest(page) === null && !isManifest(contentType(page)),
    })
    // A mark of registries that speak Docker's API of 2015: they know one tag a PUT, and trying would cost a request.
    if (answer.headers.has('docker-distribution-api-version')) this.#singleTag.add(reference.registry)
    return answer
  }

  /** The pages of a list, following `Link: <…>; rel="next"`; none where the registry says that there is no such list. */
  async *#pages(
    repository: Repository,
    path: string,
    what: string,
    isMissing = (status: number): boolean => status === 404,
  ): AsyncGenerator<Readonly<Record<string, unknown>>> {
    const seen = new Set<string>()
    for (let at: string | null = path; at !== null;) {
      seen.add(at)
      const answer: Answer = await this.#transport.send({
        method: 'GET',
        repository,
        access: 'pull',
        path: at,
        headers: { accept: 'application/json, application/vnd.oci.image.index.v1+json' },
        limit: LARGEST_MANIFEST,
      })
      if (isMissing(answer.status)) return
      const of = `${what} of ${formatReference(repository)}`
      if (answer.status !== 200) throw failure(`to read ${of}`, repository.registry, answer)
      const page = parseObject(answer.body, of)
      yield page
      at = nextLink(answer.headers.get('link'))
      if (at !== null && (seen.has(at) || seen.size >= MOST_PAGES)) {
        throw new ServiceError(`${repository.registry} gives ${of} without an end.`)
      }
    }
  }

  #failure(doing: string, reference: Reference, answer: Answer): Error {
    return failure(`${doing} ${formatReference(reference)}`, reference.registry, answer)
  }
}

function nameOf(reference: Reference): string {
  const name = reference.digest ?? reference.tag
  if (name !== undefined) return name
  throw new UserError(`${formatReference(reference)} names neither a tag nor a digest.`, {
    advice: 'Say which image is meant: NAME:TAG or NAME@sha256:….',
  })
}

/** Whether what the fallback tag of a digest holds can be its list: some tools put the image itself there. */
export function isReferrersIndex({ mediaType, digest }: Manifest, subject: string): boolean {
  return isIndex(mediaType) && digest !== subject
}

/** The tag under which a registry without referrers API keeps the list (distribution specification, "Referrers Tag Schema"). */
export function fallbackTag(digest: string): string {
  const [algorithm = '', hex = ''] = digest.split(':', 2)
  return `${algorithm.slice(0, 32)}-${hex.slice(0, 64)}`
}

function contentType({ headers }: Answer): string {
  return bareMediaType(headers.get('content-type'))
}

function namedDigest({ headers }: Answer): string | null {
  const named = headers.get('docker-content-digest')?.trim() ?? ''
  return isDigest(named) ? named : null
}
