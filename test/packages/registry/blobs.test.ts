import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Copier, formatBytes } from '../../../packages/registry/copy.ts'
import { findCredentials, RETRY } from '../../../packages/registry/index.ts'
import { Patience } from '../../../packages/registry/patience.ts'
import { type Artifact, buildImage, type FaultRule } from '../../../packages/sandbox/index.ts'
import { anIndex, aRegistry, REPOSITORY, TOKENS } from './registries.ts'

const FAR = { registry: 'ghcr.io', repository: 'org/app' }
const NEAR = { registry: 'quay.io', repository: 'org/release' }
const sha256 = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** Two registries, an image in the first, and a way to bring it elsewhere. */
async function twoRegistries(image: Artifact, ...rules: FaultRule[]) {
  const parts = await aRegistry()
  const other = await parts.world.registry('ghcr.io')
  parts.registry.push('org/app', ['dev'], image)
  parts.world.faults.add(...rules)
  const bring = async (to = FAR, client = parts.client()) => {
    const copier = new Copier(client, { now: () => 0 })
    const manifest = await copier.manifest(REPOSITORY, image.digest)
    await copier.whole(manifest, REPOSITORY, to)
    return copier.transferred(to)
  }
  const lines = (...methods: string[]): string[] =>
    parts.world.requests.lines().filter((line) => methods.includes(line.split(' ', 1)[0] ?? ''))
  return { ...parts, other, bring, lines, image }
}

const blobsOf = (artifact: Artifact): Set<string> =>
  new Set([...artifact.blobs, ...artifact.manifests.flatMap(({ blobs }) => blobs)].map(sha256))

/** An image whose layer is long enough to be streamed. */
function aLargeImage(bytes = 5_000_000): Artifact {
  const image = buildImage({ name: 'org/app', version: '1', revision: '0', source: 's' })
  const [config = Buffer.alloc(0)] = image.blobs
  const layer = Buffer.alloc(bytes, 'layer ')
  const manifest = {
    schemaVersion: 2,
    mediaType: image.mediaType,
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: sha256(config), size: config.length },
    layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar', digest: sha256(layer), size: layer.length }],
  }
  const text = Buffer.from(JSON.stringify(manifest))
  return { ...image, bytes: text, digest: sha256(text), blobs: [config, layer] }
}

describe('an image brought to another repository of its registry', () => {
  test('has every blob mounted without asking, and not a byte sent', async () => {
    const { bring, lines, image, registry } = await twoRegistries(anIndex('1.0.0'))
    const { bytes, sent, mounted, manifests } = await bring(NEAR)
    expect({ bytes, sent, mounted, manifests }).toEqual({
      bytes: 0,
      sent: 0,
      mounted: blobsOf(image).size,
      manifests: 9,
    })
    expect(registry.manifest('org/release', image.digest)).toEqual(image.bytes)
    expect(lines('HEAD')).toEqual([])
    expect(lines('POST')).toHaveLength(blobsOf(image).size)
    expect(lines('PUT')).toHaveLength(9)
  })

  test.each([
    ['opens an upload instead', { kind: 'status', status: 405 } as const],
    ['refuses to mount', { kind: 'status', status: 400 } as const],
  ])('is streamed where the registry %s', async (_, fault) => {
    const { bring, registry, image } = await twoRegistries(anIndex('1.0.0'), { method: 'POST', path: /mount=/, fault })
    expect((await bring(NEAR)).sent).toBeGreaterThan(0)
    expect(registry.manifest('org/release', image.digest)).toEqual(image.bytes)
  })

  test('needs one token for both repositories', async () => {
    const { bring, registry, world, client } = await twoRegistries(anIndex('1.0.0'))
    registry.configure({ auth: { scheme: 'token', users: { robot: 'secret' }, anonymousPull: false } })
    const given = { registry: 'quay.io', username: 'robot', password: 'secret' }
    const one = client({ credentials: findCredentials({ given, environment: {} }) })
    one.announce(REPOSITORY, 'pull')
    one.announce(NEAR, 'pull,push')
    expect((await bring(NEAR, one)).sent).toBe(0)
    expect(world.requests.all.filter(({ path }) => path === '/token')).toHaveLength(1)
    expect(world.requests.all.filter(({ status }) => status === 401)).toHaveLength(1)
  })
})

describe('an image brought to another registry', () => {
  test('is there byte for byte', async () => {
    const { bring, other, image, lines } = await twoRegistries(anIndex('1.0.0'))
    expect(await bring()).toMatchObject({ sent: blobsOf(image).size, mounted: 0, manifests: 9 })
    expect(other.manifest('org/app', image.digest)).toEqual(image.bytes)
    // Nothing is asked before: what is there already answers the POST.
    expect(lines('HEAD')).toEqual([])
  })

  test('costs nothing for the children that are there, and no byte for blobs that are', async () => {
    const { bring, other, image, lines } = await twoRegistries(anIndex('1.0.0'))
    for (const child of image.manifests.slice(0, 5)) other.push('org/app', [], child)
    expect(await bring()).toMatchObject({ sent: blobsOf(image).size - 10, manifests: 4 })
    expect(lines('HEAD')).toHaveLength(5)
    expect(other.manifest('org/app', image.digest)).toEqual(image.bytes)
  })

  test('may be an index of indexes', async () => {
    const inner = anIndex('1.0.0')
    const bytes = Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: inner.mediaType,
        manifests: [{ mediaType: inner.mediaType, digest: inner.digest, size: inner.bytes.length }],
      }),
    )
    const outer = { mediaType: inner.mediaType, bytes, digest: sha256(bytes), blobs: [], manifests: [inner] }
    const { bring, other } = await twoRegistries(outer)
    await bring()
    expect(other.manifest('org/app', inner.digest)).toEqual(inner.bytes)
    expect(other.manifest('org/app', outer.digest)).toEqual(outer.bytes)
  })

  test('that is incomplete where it comes from is refused by name', async () => {
    const image = anIndex('1.0.0')
    const [first] = image.manifests
    const { bring } = await twoRegistries(image, {
      method: 'GET',
      path: new RegExp(`manifests/${first?.digest ?? ''}`),
      times: Infinity,
      fault: { kind: 'status', status: 404 },
    })
    await expect(bring()).rejects.toThrow('is missing, although it is listed')
  })
})

describe('a long blob', () => {
  const PUT: FaultRule = {
    service: 'registry:ghcr.io',
    method: 'PUT',
    path: /uploads/,
    fault: { kind: 'reset', when: 'before' },
  }
  const GET: FaultRule = {
    service: 'registry:quay.io',
    method: 'GET',
    path: /blobs\/sha256/,
    fault: { kind: 'truncate', bytes: 1_048_576 },
  }

  test.each<[string, FaultRule[]]>([
    ['goes through as a stream', []],
    ['is taken up where its download was cut', [{ ...GET, nth: 2 }]],
    ['is taken up after its upload was cut', [PUT]],
    ['is taken up when the answer to its upload was lost', [{ ...PUT, fault: { kind: 'reset', when: 'after' } }]],
    ['is sent again after a bad gateway', [{ ...PUT, fault: { kind: 'status', status: 502 } }]],
    [
      'is sent again after a load balancer answered in the registry’s place',
      [{ ...PUT, fault: { kind: 'status', status: 200, body: 'Healthcheck requested' } }],
    ],
    ['is sent again when the upload is gone', [{ ...PUT, fault: { kind: 'status', status: 404 } }]],
    [
      'begins anew when a bit was flipped on the way',
      [{ ...GET, nth: 2, fault: { kind: 'status', status: 200, body: Buffer.alloc(5_000_000, 'lauer ') } }],
    ],
    [
      'is sent in pieces where a proxy takes no long bodies',
      [{ ...PUT, times: 1, fault: { kind: 'status', status: 413 } }],
    ],
  ])('%s', async (_, rules) => {
    // The source of the stream is the second blob that is read; the first is the configuration.
    const { bring, other, image, world } = await twoRegistries(aLargeImage(), ...rules)
    await bring()
    expect(other.manifest('org/app', image.digest)).toEqual(image.bytes)
    expect(world.faults.hits).toBe(rules.length)
  })

  test('that is cut goes on with the rest only', async () => {
    const { bring, lines } = await twoRegistries(aLargeImage(), { ...GET, nth: 2 })
    await bring()
    expect(lines('GET').filter((line) => line.includes('/blobs/sha256:'))).toHaveLength(3)
    expect(lines('PUT').filter((line) => line.includes('/uploads/'))).toHaveLength(1)
  })

  test('goes in pieces of which each can be repeated', async () => {
    const { bring, other, image, lines, world } = await twoRegistries(aLargeImage(40_000_000), {
      ...PUT,
      fault: { kind: 'status', status: 413 },
    })
    world.faults.add({ service: 'registry:ghcr.io', method: 'PATCH', nth: 2, fault: { kind: 'reset', when: 'after' } })
    await bring()
    expect(other.manifest('org/app', image.digest)).toEqual(image.bytes)
    expect(lines('PATCH')).toHaveLength(2)
  })

  test('that stays damaged is named, and nothing points at it', async () => {
    const { bring, other, pauses } = await twoRegistries(aLargeImage(), {
      ...GET,
      nth: 2,
      times: Infinity,
      fault: { kind: 'status', status: 200, body: Buffer.alloc(5_000_000, 'lauer ') },
    })
    await expect(bring()).rejects.toThrow('was served with other content than its digest says')
    expect(other.repositories()).not.toContain('org/app/manifests')
    expect(pauses.length).toBeLessThan(2 * RETRY.attempts)
  })

  test('arrives whole when its token is turned away in the middle', async () => {
    const { registry, other, bring, client, image, world } = await twoRegistries(aLargeImage())
    registry.configure(TOKENS)
    other.configure(TOKENS)
    world.faults.add({
      ...PUT,
      fault: {
        kind: 'status',
        status: 401,
        headers: { 'www-authenticate': `Bearer realm="${other.url}/token",service="ghcr.io"` },
      },
    })
    const given = { registry: 'ghcr.io', username: 'robot', password: 'secret' }
    await bring(FAR, client({ credentials: findCredentials({ given, environment: {} }) }))
    expect(other.manifest('org/app', image.digest)).toEqual(image.bytes)
  })
})

describe('a long transfer', () => {
  test('tells how far it got, every ten seconds', async () => {
    const { client, image } = await twoRegistries(anIndex('1.0.0'))
    const lines: string[] = []
    let seconds = 0
    const copier = new Copier(client(), {
      onProgress: (line) => void lines.push(line),
      now: () => (seconds += 1) * 1000,
    })
    await copier.whole(await copier.manifest(REPOSITORY, image.digest), REPOSITORY, FAR)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines[0]).toMatch(/^ghcr\.io\/org\/app: \d+ blobs are there, [\d.]+ (?:bytes|kB) were sent$/)
    expect(lines.length).toBeLessThan(seconds / 10 + 1)
  })

  test('lives as long as something comes, and ends when nothing does', async () => {
    const patience = new Patience(1)
    const { signal } = patience
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    expect(signal.reason).toMatchObject({ name: 'TimeoutError' })
    const cancelled = new AbortController()
    const other = new Patience(60_000, cancelled.signal)
    cancelled.abort(new Error('cancelled'))
    expect(other.signal.reason).toEqual(new Error('cancelled'))
    other.end()
  })

  test.each([
    [999, '999 bytes'],
    [1000, '1.0 kB'],
    [94_700_000, '94.7 MB'],
    [2_000_000_000, '2.0 GB'],
  ])('of %i bytes is shown as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text)
  })
})
