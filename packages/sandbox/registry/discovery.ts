import type { SandboxRequest, SandboxResponse } from '../exchange.ts'
import { refuse } from './answers.ts'
import type { RegistryContext } from './context.ts'
import { OCI_INDEX } from './images.ts'
import { isDigest } from './route.ts'

/** More tags than this are given in pages even when the client asks for all. */
const PAGE = 1000

/** end-8: the tags of a repository in the order of their bytes. */
export function listTags({ store }: RegistryContext, request: SandboxRequest, name: string): SandboxResponse {
  const state = store.repository(name)
  if (state === undefined) return refuse('NAME_UNKNOWN', `no repository ${name}`)
  const asked = request.query.get('n')
  if (asked !== null && !/^\d+$/.test(asked)) return refuse('UNSUPPORTED', `n: found ${asked}`, { status: 400 })
  const count = Math.min(asked === null ? PAGE : Number(asked), PAGE)
  const last = request.query.get('last')
  const all = Object.keys(state.tags).sort()
  const rest = last === null ? all : all.filter((tag) => tag > last)
  const tags = rest.slice(0, count)
  const end = tags.at(-1)
  const more = end !== undefined && rest.length > tags.length
  return {
    status: 200,
    headers: more ? { link: `</v2/${name}/tags/list?n=${count}&last=${encodeURIComponent(end)}>; rel="next"` } : {},
    body: { name, tags },
  }
}

/** end-12: the manifests whose subject is this digest, as an index. */
export function listReferrers(
  { store, policy }: RegistryContext,
  request: SandboxRequest,
  name: string,
  digest: string,
): SandboxResponse {
  if (policy().referrers === false) return refuse('UNSUPPORTED', 'no referrers API here', { status: 404 })
  if (!isDigest(digest)) return refuse('DIGEST_INVALID', `not a digest that this registry knows: ${digest}`)
  const filter = request.query.get('artifactType')
  const manifests = Object.entries(store.repository(name)?.manifests ?? {})
    .filter(([, { subject, artifactType }]) => subject === digest && (filter === null || artifactType === filter))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    // A field that is undefined is not in the JSON.
    .map(([referrer, { mediaType, size, artifactType, annotations }]) => ({
      mediaType,
      digest: referrer,
      size,
      artifactType,
      annotations,
    }))
  return {
    status: 200,
    headers: { 'content-type': OCI_INDEX, ...(filter === null ? {} : { 'oci-filters-applied': 'artifactType' }) },
    body: { schemaVersion: 2, mediaType: OCI_INDEX, manifests },
  }
}
