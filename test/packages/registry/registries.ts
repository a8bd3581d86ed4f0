import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import {
  findCredentials,
  parseEndpoints,
  RegistryClient,
  type TransportOptions,
} from '../../../packages/registry/index.ts'
import { buildIndex, openWorld, type ImageOptions, type RegistryPolicy } from '../../../packages/sandbox/index.ts'

export const REPOSITORY = { registry: 'quay.io', repository: 'org/app' }

export const anIndex = (version: string, more: Partial<ImageOptions> = {}): ReturnType<typeof buildIndex> =>
  buildIndex({ name: 'org/app', version, revision: '0'.repeat(40), source: 'https://example.com/app', ...more })

/** A sandbox registry under the name quay.io, and clients that never wait. */
export async function aRegistry(policy: RegistryPolicy = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'registry-'))
  const world = await openWorld({ directory })
  onTestFinished(async () => {
    await world.close()
    await rm(directory, { recursive: true, force: true })
  })
  const registry = await world.registry('quay.io')
  registry.configure(policy)
  const pauses: number[] = []
  const clock = { now: 0 }
  return {
    world,
    registry,
    /** What a client waited for, in milliseconds. */
    pauses,
    /** The clients' clock; stands still unless moved. */
    clock,
    client: (more: Partial<TransportOptions> = {}) =>
      new RegistryClient({
        credentials: () => Promise.resolve(null),
        endpoints: parseEndpoints(world.environment()['CODEFLARE_REGISTRY_ENDPOINTS']),
        sleep: (milliseconds) => Promise.resolve(void pauses.push(milliseconds)),
        random: () => 0.5,
        now: () => clock.now,
        ...more,
      }),
    /** The registry's requests without its host: `PUT /v2/org/app/manifests/v1 201 *`. */
    requests: () =>
      world.requests
        .lines()
        .map((line) => line.replace(' registry:quay.io', '').replace(/sha256:[0-9a-f]{64}/g, 'DIGEST')),
  }
}

/** A registry that wants a token, and the credentials of the one who may push. */
export const TOKENS: RegistryPolicy = { auth: { scheme: 'token', users: { robot: 'secret' } } }
export const ROBOT = findCredentials({
  given: { registry: 'quay.io', username: 'robot', password: 'secret' },
  environment: {},
})
