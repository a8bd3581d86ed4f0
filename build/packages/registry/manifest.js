import { ServiceError, UserError } from '../plan/index.js'
import { isDigest } from './digest.js'
import { isObject, parseObject } from './json.js'
import { isImageManifest, isIndex, isSchema1 } from './media-types.js'
/**
 * Reads a manifest whose bytes were checked against `digest`.
 *
 * @throws UserError for a schema 1 manifest, which is signed for one tag and cannot be moved to another.
 * @throws ServiceError for anything else that is neither an image nor an index.
 */
export function readManifest(bytes, digest, contentType, what) {
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
export function blobsOf({ config, layers }) {
  return config === undefined ? [...layers] : [config, ...layers]
}
/** Layers that are fetched elsewhere and never pushed (Windows base images of old). */
function isForeign({ mediaType }) {
  return mediaType.includes('.nondistributable.') || mediaType.includes('.foreign.')
}
function descriptors(value, what) {
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
export function platformsOf(manifest) {
  return manifest.manifests.flatMap(({ platform }) =>
    platform === undefined || platform.startsWith('unknown/') ? [] : [platform],
  )
}
function descriptor(value) {
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
function platformText(value) {
  if (!isObject(value)) return null
  const parts = [value['os'], value['architecture'], value['variant']].filter((part) => typeof part === 'string')
  return parts.length < 2 ? null : parts.join('/')
}
function texts(value) {
  if (!isObject(value)) return {}
  const entries = Object.entries(value).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : []))
  return Object.fromEntries(entries)
}
