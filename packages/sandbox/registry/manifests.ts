import type { SandboxRequest, SandboxResponse } from '../exchange.ts'
import { content, refuse } from './answers.ts'
import type { RegistryContext } from './context.ts'
import { algorithmOf, digestOf } from './digest.ts'
import { OCI_INDEX, OCI_MANIFEST, type Descriptor } from './images.ts'
import { parseManifest, type ManifestContent } from './manifest-content.ts'
import { isTag } from './route.ts'
import type { RepositoryState } from './store.ts'

/** The size that the specification asks every registry to accept, and no more. */
const LARGEST = 4 * 1024 * 1024

/** end-3 and end-9: pull, probe and delete a manifest or a tag. */
export function manifest(
  { store, ledger, host }: RegistryContext,
  request: SandboxRequest,
  name: string,
  reference: string,
): SandboxResponse {
  const state = store.repository(name)
  if (state === undefined) return refuse('NAME_UNKNOWN', `no repository ${name}`)
  const byDigest = reference.includes(':')
  const digest = byDigest ? reference : state.tags[reference]
  const known = digest === undefined ? undefined : state.manifests[digest]
  if (digest === undefined || known === undefined) {
    return refuse('MANIFEST_UNKNOWN', `no manifest ${reference} in ${name}`)
  }
  if (request.method === 'DELETE') {
    store.change(name, ({ tags, manifests }) => {
      if (!byDigest) return void delete tags[reference]
      delete manifests[digest]
      for (const [tag, target] of Object.entries(tags)) if (target === digest) delete tags[tag]
    })
    ledger.record(`registry ${host} delete ${byDigest ? 'manifest' : 'tag'} ${name} ${reference}`)
    return { status: 202 }
  }
  if (!accepts(request.headers.accept, known.mediaType)) {
    return refuse('MANIFEST_UNKNOWN', `${reference} is ${known.mediaType}, which Accept does not name`)
  }
  if (request.headers['if-none-match'] === `"${digest}"`) {
    return { status: 304, headers: { etag: `"${digest}"`, 'docker-content-digest': digest } }
  }
  const bytes = store.content(digest)
  if (bytes === undefined) throw new Error(`the bytes of ${name}@${digest} are missing on disk`)
  return content(request.method, known.mediaType, digest, bytes)
}

/** end-7: push a manifest, exactly the bytes that came, by tag or by digest. */
export function putManifest(
  { store, ledger, host, policy }: RegistryContext,
  request: SandboxRequest,
  name: string,
  reference: string,
): SandboxResponse {
  const { body } = request
  if (body.length > LARGEST) {
    return refuse('SIZE_INVALID', `the manifest has ${body.length} bytes, at most ${LARGEST} are taken`, {
      status: 413,
    })
  }
  const byDigest = reference.includes(':')
  const algorithm = byDigest ? algorithmOf(reference) : 'sha256'
  if (algorithm === undefined) return refuse('DIGEST_INVALID', `not a digest that this registry knows: ${reference}`)
  const extra = byDigest && policy().multiTag === true ? request.query.getAll('tag') : []
  const tags = byDigest ? extra : [reference]
  const wrong = tags.find((tag) => !isTag(tag))
  if (wrong !== undefined) return refuse('MANIFEST_INVALID', `not a tag: ${wrong}`)
  const digest = digestOf(body, algorithm)
  if (byDigest && digest !== reference) return refuse('DIGEST_INVALID', `expected ${reference}, found ${digest}`)

  const parsed = parseManifest(body)
  if (typeof parsed === 'string') return refuse('MANIFEST_INVALID', parsed)
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim()
  if (type !== undefined && parsed.mediaType !== undefined && type !== parsed.mediaType) {
    return refuse('MANIFEST_INVALID', `Content-Type is ${type}, the manifest's mediaType ${parsed.mediaType}`)
  }
  const missing = missingContent(parsed, store.repository(name))
  if (missing !== undefined) {
    return refuse('MANIFEST_BLOB_UNKNOWN', `${name} holds no ${missing}: push it first`, {
      detail: { digest: missing },
    })
  }

  const mediaType = parsed.mediaType ?? type ?? (parsed.manifests === undefined ? OCI_MANIFEST : OCI_INDEX)
  store.putManifest(name, digest, mediaType, body, tags)
  ledger.record(`registry ${host} put manifest ${name}${tags.map((tag) => `:${tag}`).join('')}@${digest}`)
  const subject = policy().referrers === false ? undefined : parsed.subject?.digest
  return {
    status: 201,
    headers: {
      location: `/v2/${name}/manifests/${digest}`,
      'docker-content-digest': digest,
      ...(subject === undefined ? {} : { 'oci-subject': subject }),
      ...(extra.length === 0 ? {} : { 'oci-tag': extra.join(', ') }),
    },
  }
}

/** The first descriptor whose content the repository does not hold; a subject may come later. */
function missingContent(parsed: ManifestContent, state: RepositoryState | undefined): string | undefined {
  const blobs = [...(parsed.config === undefined ? [] : [parsed.config]), ...(parsed.layers ?? [])]
  return (
    blobs.find((blob) => !isForeign(blob) && state?.blobs[blob.digest] === undefined)?.digest ??
    parsed.manifests?.find(({ digest }) => state?.manifests[digest] === undefined)?.digest
  )
}

/** Layers that may not be distributed are fetched elsewhere and never pushed. */
function isForeign({ mediaType }: Descriptor): boolean {
  return mediaType.includes('.nondistributable.') || mediaType.includes('.foreign.')
}

/** Whether an Accept header allows a type; weights are not looked at, since there is only one form to give. */
function accepts(header: string | undefined, type: string): boolean {
  if (header === undefined) return true
  return header
    .split(',')
    .some((range) => ['*/*', 'application/*', type].includes(range.split(';', 1)[0]?.trim() ?? ''))
}
