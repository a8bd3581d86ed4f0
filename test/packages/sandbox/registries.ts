import { createHash } from 'node:crypto'
import type { Registry, RegistryPolicy } from '../../../packages/sandbox/index.ts'
import { aWorld } from './worlds.ts'

export const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
export const INDEX = 'application/vnd.oci.image.index.v1+json'

/** The digest of some text, computed here and not by the registry. */
export function digest(text: string | Uint8Array, algorithm = 'sha256'): string {
  return `${algorithm}:${createHash(algorithm).update(text).digest('hex')}`
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The codes of an error body. */
  readonly codes: readonly string[]
}

/** A registry and a way to speak to it: `ask('GET', '/v2/')`. */
export async function aRegistry(policy: RegistryPolicy = {}): Promise<{
  readonly registry: Registry
  readonly ask: (
    method: string,
    path: string,
    init?: { body?: string; headers?: Record<string, string> },
  ) => Promise<Answer>
}> {
  const world = await aWorld()
  const registry = await world.registry('quay.io')
  registry.configure(policy)
  return {
    registry,
    async ask(method, path, init = {}) {
      const response = await fetch(new URL(path, registry.url), { method, ...init })
      const text = await response.text()
      return { status: response.status, headers: response.headers, text, codes: codesIn(text) }
    },
  }
}

function codesIn(text: string): string[] {
  return [...text.matchAll(/"code":"([A-Z_]+)"/g)].map(([, code = '']) => code)
}
