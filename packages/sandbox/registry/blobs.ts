import type { SandboxRequest, SandboxResponse } from '../exchange.ts'
import { content, refuse } from './answers.ts'
import type { RegistryContext } from './context.ts'
import { isDigest } from './route.ts'

/** end-2 and end-10: pull, probe and delete a blob. */
export function blob(context: RegistryContext, request: SandboxRequest, name: string, digest: string): SandboxResponse {
  if (!isDigest(digest)) return refuse('DIGEST_INVALID', `not a digest that this registry knows: ${digest}`)
  const { store, ledger, host } = context
  const known = store.repository(name)?.blobs[digest] !== undefined
  const bytes = known ? store.content(digest) : undefined
  if (bytes === undefined) return refuse('BLOB_UNKNOWN', `no blob ${digest} in ${name}`)
  if (request.method === 'DELETE') {
    store.change(name, ({ blobs }) => {
      delete blobs[digest]
    })
    ledger.record(`registry ${host} delete blob ${name}@${digest}`)
    return { status: 202 }
  }
  const type = 'application/octet-stream'
  const range = request.method === 'GET' ? request.headers.range : undefined
  const asked = range === undefined ? undefined : parseRange(range, bytes.length)
  if (asked === 'unsatisfiable') {
    return refuse('SIZE_INVALID', `range outside of ${bytes.length} bytes: ${range}`, {
      status: 416,
      headers: { 'content-range': `bytes */${bytes.length}` },
    })
  }
  if (asked === undefined) return content(request.method, type, digest, bytes, { 'accept-ranges': 'bytes' })
  const { first, last } = asked
  return {
    status: 206,
    headers: {
      'content-type': type,
      'content-range': `bytes ${first}-${last}/${bytes.length}`,
      'docker-content-digest': digest,
    },
    body: bytes.subarray(first, last + 1),
  }
}

/** One byte range of RFC 9110; several at once, or another unit, are ignored as it allows. */
function parseRange(
  header: string,
  length: number,
): { readonly first: number; readonly last: number } | 'unsatisfiable' | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined
  if (from === '') {
    const suffix = Math.min(Number(to), length)
    return suffix === 0 ? 'unsatisfiable' : { first: length - suffix, last: length - 1 }
  }
  if (to !== '' && Number(to) < Number(from)) return undefined
  if (Number(from) >= length) return 'unsatisfiable'
  return { first: Number(from), last: to === '' ? length - 1 : Math.min(Number(to), length - 1) }
}
