import { ServiceError } from '../plan/index.js'
import { fallbackTag } from './client.js'
import { digestOf } from './digest.js'
import { parseObject } from './json.js'
import { OCI_INDEX } from './media-types.js'
import { formatReference } from './reference.js'
/**
 * Writes the fallback tag as the specification asks of whoever pushes to a registry without referrers API
 * ("Pushing Manifests with Subject"): what it lists stays, and each new entry carries its artifact type and annotations.
 */
export async function addToFallback(client, to, subject, added) {
  const old = await client.fallback(to, subject)
  const content = old === null ? {} : parseObject(old.bytes, `The list of referrers of ${subject}`)
  const has = new Set(old?.manifests.map(({ digest }) => digest))
  const entries = added.filter(({ digest }) => !has.has(digest)).map(entryOf)
  if (entries.length === 0) return
  const listed = Array.isArray(content['manifests']) ? content['manifests'] : []
  const bytes = Buffer.from(
    JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, ...content, manifests: [...listed, ...entries] }),
  )
  const digest = digestOf(bytes)
  const reference = { registry: to.registry, repository: to.repository, tag: fallbackTag(subject) }
  await client.put(reference, {
    mediaType: old?.mediaType ?? OCI_INDEX,
    digest,
    bytes,
    annotations: {},
    layers: [],
    manifests: [],
  })
  const now = (await client.head(reference))?.digest
  if (now === digest) return
  throw new ServiceError(`${formatReference(reference)} was written as ${digest} and points at ${now ?? 'nothing'}.`, {
    advice: 'Another run adds to the same list of referrers. Run again.',
  })
}
function entryOf({ mediaType, digest, bytes, artifactType, config, annotations }) {
  return {
    mediaType,
    digest,
    size: bytes.length,
    artifactType: artifactType ?? config?.mediaType,
    ...(Object.keys(annotations).length > 0 && { annotations }),
  }
}
