import { createHash } from 'node:crypto'

/** The digest algorithms that the image specification registers. */
const ALGORITHMS = { sha256: 64, sha512: 128 } as const

export type Algorithm = keyof typeof ALGORITHMS

/** The digest of some bytes, `sha256:…` unless told otherwise. */
export function digestOf(bytes: Uint8Array, algorithm: Algorithm = 'sha256'): string {
  return `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`
}

/** The algorithm of a well-formed digest that this registry can verify, or undefined. */
export function algorithmOf(digest: string): Algorithm | undefined {
  const [algorithm, hex = ''] = digest.split(':', 2)
  if (algorithm !== 'sha256' && algorithm !== 'sha512') return undefined
  return hex.length === ALGORITHMS[algorithm] && /^[a-f0-9]+$/.test(hex) ? algorithm : undefined
}
