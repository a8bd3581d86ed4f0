import { algorithmOf } from './digest.ts'

/** What a request of the distribution API is about. */
export type Route =
  | { readonly kind: 'ping' }
  | { readonly kind: 'token' }
  | { readonly kind: 'tags'; readonly name: string }
  | { readonly kind: 'uploads'; readonly name: string }
  | { readonly kind: 'upload'; readonly name: string; readonly session: string }
  | { readonly kind: 'blob'; readonly name: string; readonly digest: string }
  | { readonly kind: 'manifest'; readonly name: string; readonly reference: string }
  | { readonly kind: 'referrers'; readonly name: string; readonly digest: string }

const NAME = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/

/** The specification's grammar of repository names, within the length that clients support. */
export function isName(text: string): boolean {
  return text.length <= 255 && NAME.test(text)
}

export function isTag(text: string): boolean {
  return TAG.test(text)
}

/** A digest that this registry can verify. */
export function isDigest(text: string): boolean {
  return algorithmOf(text) !== undefined
}

/** Reads a raw path; undefined when it is none of the API's endpoints. */
export function parseRoute(path: string): Route | undefined {
  if (path === '/v2' || path === '/v2/') return { kind: 'ping' }
  if (path === '/token') return { kind: 'token' }
  const parts = path.split('/').map(decode)
  if (parts[0] !== '' || parts[1] !== 'v2' || parts.length < 5) return undefined
  // The name may itself contain "blobs" or "tags": the endpoint is told by the end of the path.
  const end = (length: number): string => parts.slice(2, -length).join('/')
  const last = parts.at(-1) ?? ''
  if (parts.at(-3) === 'blobs' && parts.at(-2) === 'uploads') {
    return last === '' ? { kind: 'uploads', name: end(3) } : { kind: 'upload', name: end(3), session: last }
  }
  const name = end(2)
  const endpoint = parts.at(-2)
  if (endpoint === 'tags' && last === 'list') return { kind: 'tags', name }
  if (endpoint === 'blobs' && last === 'uploads') return { kind: 'uploads', name }
  if (endpoint === 'blobs') return { kind: 'blob', name, digest: last }
  if (endpoint === 'manifests') return { kind: 'manifest', name, reference: last }
  if (endpoint === 'referrers') return { kind: 'referrers', name, digest: last }
  return undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // Not well-formed: it then matches no name, tag or digest.
    return text
  }
}
