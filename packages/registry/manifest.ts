import { isObject, ServiceError, UserError } from '../plan/index.ts'
import { isDigest } from './digest.ts'
import { parseObject } from './json.ts'
import { isImageManifest, isIndex, isSchema1 } from './media-types.ts'

/** `os/architecture[/variant]`, as `docker buildx` writes it. */
export type Platform = string

/** How content is listed elsewhere (OCI image specification, descriptor.md). */
export interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  /** Bytes. */
  readonly size: number
  readonly platform?: Platform
  readonly artifactType?: string
  readonly annotations: Readonly<Record<string, string>>
}

/** What a manifest refers to. */
type Subject = Pick<Descriptor, 'digest'>

/** A manifest exactly as the registry holds it. */
export interface Manifest {
  readonly mediaType: string
  readonly digest: string
  readonly bytes: Uint8Array
  readonly annotations: Readonly<Record<string, string>>
  /** What kind of artifact it is, where it says so. */
  readonly artifactType?: string
  /** The manifest that it refers to, such as the image that it signs. */
  readonly subject?: Subject
  /** The image's configuration; none in an index. */
  readonly config?: Descriptor
  /** The image's layers (or an artifact's content), without those that may not be distributed; empty in an index. */
  readonly layers: readonly Descriptor[]
  /** What an index lists, in its order; empty in an image. */
  readonly manifests: readonly Descriptor[]
}

/**
 * Reads a manifest whose bytes were checked against `digest`.
 *
 * @throws UserError for a schema 1 manifest, which is signed for one tag and cannot be moved to another.
 * @throws ServiceError for anything else that is neither an image nor an index.
 */
export function readManifest(bytes: Uint8Array, digest: string, contentType: string, what: string): Manifest {
  if (isSchema1(contentType)) {
    throw new UserError(
      `${what} is a Docker schema 1 image (${contentType}), a format that registries have given up.`,
      {
        advice: 'Build and push it again with a present-day tool.',
      },
    )
  }
  const content = parseObject(bytes, what)
  const mediaType = typeof content['mediaType'] === 'string' ? content['mediaType'] : contentType
  if (isIndex(contentType) !== isIndex(mediaType) || !(isIndex(mediaType) || isImageManifest(mediaType))) {
    throw new ServiceError(`${what} was served as “${contentType}” and calls itself “${mediaType}”.`, {
      advice:
        'An OCI or Docker image manifest or index was expected. Something between here and the registry changes its answers.',
    })
  }
  const config = isIndex(mediaType) ? null : descriptor(content['config'])
  const subject = descriptor(content['subject'])
  const { artifactType } = content
  return {
    mediaType,
    digest,
    bytes,
    annotations: texts(content['annotations']),
    ...(typeof artifactType === 'string' && { artifactType }),
    ...(subject !== null && { subject }),
    ...(config !== null && { config }),
    layers: isIndex(mediaType) ? [] : descriptors(content['layers'], what).filter((layer) => !isForeign(layer)),
    manifests: isIndex(mediaType) ? descriptors(content['manifests'], what) : [],
  }
}

/** The blobs that a registry must hold before it takes the manifest: configuration first. */
export function blobsOf({ config, layers }: Manifest): Descriptor[] {
  return config === undefined ? [...layers] : [config, ...layers]
}

/** Layers that are fetched elsewhere and never pushed (Windows base images of old). */
function isForeign({ mediaType }: Descriptor): boolean {
  return mediaType.includes('.nondistributable.') || mediaType.includes('.foreign.')
}

function descriptors(value: unknown, what: string): Descriptor[] {
  if (value === undefined || value === null) return []
  const entries = Array.isArray(value) ? value.map(descriptor) : [null]
  return entries.map((entry) => {
    if (entry !== null) return entry
    throw new ServiceError(`${what} lists content without a digest that can be checked.`, {
      advice: 'Only sha256 and sha512 are known here; an image with another algorithm cannot be copied.',
    })
  })
}

/** The platforms that an index offers; attestations (`unknown/unknown`) are not platforms. Empty for a single image. */
export function platformsOf(manifest: Manifest): Platform[] {
  return manifest.manifests.flatMap(({ platform }) =>
    platform === undefined || platform.startsWith('unknown/') ? [] : [platform],
  )
}

function descriptor(value: unknown): Descriptor | null {
  if (!isObject(value)) return null
  const { mediaType, digest, size, platform, artifactType } = value
  if (typeof mediaType !== 'string' || typeof digest !== 'string' || !isDigest(digest)) return null
  const runsOn = platformText(platform)
  return {
    mediaType,
    digest,
    size: typeof size === 'number' ? size : 0,
    ...(runsOn !== null && { platform: runsOn }),
    ...(typeof artifactType === 'string' && { artifactType }),
    annotations: texts(value['annotations']),
  }
}

function platformText(value: unknown): Platform | null {
  if (!isObject(value)) return null
  const parts = [value['os'], value['architecture'], value['variant']].filter((part) => typeof part === 'string')
  return parts.length < 2 ? null : parts.join('/')
}

function texts(value: unknown): Record<string, string> {
  if (!isObject(value)) return {}
  const entries = Object.entries(value).flatMap(([key, text]) =>
    typeof text === 'string' ? [[key, text] as const] : [],
  )
  return Object.fromEntries(entries)
}
