import { createHash } from 'node:crypto'
/** Algorithms registered in the OCI image specification (descriptor.md) that we can compute, with their hex length. */
const HEX_LENGTH = { sha256: 64, sha512: 128 }
/** The name of content: `sha256:` and its hash in lower-case hex. */
export function digestOf(content, algorithm = 'sha256') {
  return `${algorithm}:${createHash(algorithm).update(content).digest('hex')}`
}
/** Whether the text is a complete digest of an algorithm that we can check. */
export function isDigest(text) {
  return algorithmOf(text) !== null
}
/** The algorithm that a digest names, or null where the text is no digest that we can check. */
export function algorithmOf(digest) {
  const [, name, hex = ''] = /^(sha256|sha512):([0-9a-f]+)$/.exec(digest) ?? []
  if (name !== 'sha256' && name !== 'sha512') return null
  return hex.length === HEX_LENGTH[name] ? name : null
}
/** Whether the content is what the digest names; false for a digest that we cannot check. */
export function matchesDigest(content, digest) {
  const algorithm = algorithmOf(digest)
  return algorithm !== null && digestOf(content, algorithm) === digest
}
/** Twelve digits: enough for people to tell digests apart. */
export function shortDigest(digest) {
  const [algorithm = '', hex = ''] = digest.split(':', 2)
  return `${algorithm}:${hex.slice(0, 12)}`
}
