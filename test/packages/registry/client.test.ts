import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ServiceError, UserError } from '../../../packages/plan/index.ts'
import { connectionFault } from '../../../packages/registry/connection.ts'
import { endpointOf } from '../../../packages/registry/endpoints.ts'
import { fallbackTag, parseEndpoints, platformsOf, RETRY } from '../../../packages/registry/index.ts'
import { type Artifact, buildImage, buildReferrer, type FaultRule } from '../../../packages/sandbox/index.ts'
import { anIndex, aRegistry, REPOSITORY } from './registries.ts'

const TAG = { ...REPOSITORY, tag: 'dev' }
const NEXT = { ...REPOSITORY, tag: 'v1.0.0' }
const MANIFESTS = /\/manifests\//

async function aRegistryWith(image: Artifact, ...rules: FaultRule[]) {
  const parts = await aRegistry()
  parts.registry.push('org/app', ['dev'], image)
  parts.world.faults.add(...rules)
  return parts
}

describe('reading a manifest', () => {
  test('gives the exact bytes, the type and the platforms of an index, in one request', async () => {
    const image = anIndex('1.0.0')
    const { client, requests } = await aRegistryWith(image)
    const manifest = await client().get(TAG)
    expect(Buffer.from(manifest?.bytes ?? [])).toEqual(image.bytes)
    expect(manifest).toMatchObject({ digest: image.digest, mediaType: image.mediaType })
    expect(manifest && platformsOf(manifest)).toEqual(['linux/amd64', 'linux/arm64', 'linux/ppc64le', 'linux/s390x'])
    expect(manifest?.manifests).toHaveLength(8)
    expect(requests()).toEqual(['GET /v2/org/app/manifests/dev 200'])
  })

  test('that does not exist is null, and a HEAD says so too', async () => {
    const { client } = await aRegistry()
    expect(await client().get(TAG)).toBeNull()
    expect(await client().head(TAG)).toBeNull()
  })

  test('without a digest header asks for the digest, then for the bytes by digest', async () => {
    const image = anIndex('1.0.0')
    const { client, requests } = await aRegistryWith(image, {
      method: 'GET',
      path: /manifests\/dev/,
      fault: { kind: 'status', status: 200, headers: { 'content-type': image.mediaType }, body: image.bytes },
    })
    expect(await client().get(TAG)).toMatchObject({ digest: image.digest })
    expect(requests().map((line) => line.split(' ', 2).join(' '))).toEqual([
      'GET /v2/org/app/manifests/dev',
      'HEAD /v2/org/app/manifests/dev',
      'GET /v2/org/app/manifests/DIGEST',
    ])
  })

  test('never takes a body on trust when the registry names no digest at all', async () => {
    const image = anIndex('1.0.0')
    const bare = {
      kind: 'status',
      status: 200,
      headers: { 'content-type': image.mediaType },
      body: image.bytes,
    } as const
    const { client } = await aRegistryWith(image, { path: MANIFESTS, times: Infinity, fault: bare })
    await expect(client().get(TAG)).rejects.toThrow('does not say which digest')
    // Looking is another matter: what a tag holds now is what a GET of it gives.
    expect(await client().head(TAG)).toMatchObject({ digest: image.digest })
  })

  test('whose body was altered under the true digest is asked for by that digest', async () => {
    const [image, other] = [anIndex('1.0.0'), anIndex('6.6.6')]
    const altered = { kind: 'status', status: 200, body: other.bytes } as const
    const headers = { 'content-type': image.mediaType, 'docker-content-digest': image.digest }
    const once = await aRegistryWith(image, { path: /manifests\/dev/, fault: { ...altered, headers } })
    const manifest = await once.client().get(TAG)
    expect(Buffer.from(manifest?.bytes ?? [])).toEqual(image.bytes)

    const always = await aRegistryWith(image, { path: MANIFESTS, times: Infinity, fault: { ...altered, headers } })
    await expect(always.client().get(TAG)).rejects.toThrow(`was served with other content: its hash is ${other.digest}`)
  })

  test('under a wrong digest is not accepted', async () => {
    const { client } = await aRegistryWith(anIndex('1.0.0'), { method: 'GET', fault: { kind: 'wrong-digest' } })
    await expect(client().get(TAG)).rejects.toThrow('has no such manifest')
  })

  test('refuses schema 1 by name', async () => {
    const body = Buffer.from('{"schemaVersion":1}')
    const digest = `sha256:${createHash('sha256').update(body).digest('hex')}`
    const headers = {
      'content-type': 'application/vnd.docker.distribution.manifest.v1+prettyjws',
      'docker-content-digest': digest,
    }
    const { client } = await aRegistryWith(anIndex('1.0.0'), { fault: { kind: 'status', status: 200, body, headers } })
    await expect(client().get(TAG)).rejects.toThrow('quay.io/org/app:dev is a Docker schema 1 image')
  })

  test('refuses a type that contradicts the body', async () => {
    const image = anIndex('1.0.0')
    const headers = {
      'content-type': 'application/vnd.oci.image.manifest.v1+json',
      'docker-content-digest': image.digest,
    }
    const { client } = await aRegistryWith(image, {
      fault: { kind: 'status', status: 200, body: image.bytes, headers },
    })
    await expect(client().get(TAG)).rejects.toThrow('calls itself “application/vnd.oci.image.index.v1+json”')
  })

  test('ignores the parameters of a type', async () => {
    const image = anIndex('1.0.0')
    const headers = { 'content-type': `${image.mediaType}; charset=utf-8`, 'docker-content-digest': image.digest }
    const { client } = await aRegistryWith(image, {
      fault: { kind: 'status', status: 200, body: image.bytes, headers },
    })
    expect(await client().get(TAG)).toMatchObject({ mediaType: image.mediaType })
  })

  test('does not read without end', async () => {
    const { client } = await aRegistryWith(anIndex('1.0.0'), {
      fault: {
        kind: 'status',
        status: 200,
        body: Buffer.alloc(17 * 1024 * 1024),
        headers: { 'docker-content-digest': `sha256:${'0'.repeat(64)}` },
      },
    })
    await expect(client().get(TAG)).rejects.toThrow('is longer than')
  })
})

describe('writing a manifest', () => {
  async function writing(...rules: FaultRule[]) {
    const image = anIndex('1.0.0')
    const parts = await aRegistryWith(image)
    const one = parts.client()
    const manifest = await one.get(TAG)
    if (manifest === null) throw new Error('the manifest was pushed')
    parts.world.requests.clear()
    parts.world.faults.add(...rules)
    return { ...parts, image, one, manifest }
  }

  test('points the tag at the same bytes with one PUT', async () => {
    const { one, manifest, registry, requests, image } = await writing()
    expect(await one.put(NEXT, manifest)).toMatchObject({ confirmed: true })
    expect(registry.manifest('org/app', 'v1.0.0')).toEqual(image.bytes)
    expect(requests()).toEqual(['PUT /v2/org/app/manifests/v1.0.0 201 *'])
  })

  test.each([200, 202, 204])('answered %i is a failure: nothing was written', async (status) => {
    const body = status === 204 ? {} : { body: 'Healthcheck requested' }
    const { one, manifest, registry } = await writing({
      method: 'PUT',
      times: Infinity,
      fault: { kind: 'status', status, ...body },
    })
    await expect(one.put(NEXT, manifest)).rejects.toThrow(`answered ${status} to the PUT`)
    expect(registry.tags('org/app')).toEqual(['dev'])
  })

  test('answered 200 once by somebody in the registry’s place is tried again', async () => {
    const { one, manifest, registry, image } = await writing({
      method: 'PUT',
      fault: { kind: 'status', status: 200, body: 'Healthcheck requested' },
    })
    expect(await one.put(NEXT, manifest)).toMatchObject({ confirmed: true })
    expect(registry.digest('org/app', 'v1.0.0')).toBe(image.digest)
  })

  test('confirmed with another digest is a failure', async () => {
    const { one, manifest } = await writing({ method: 'PUT', fault: { kind: 'wrong-digest' } })
    await expect(one.put(NEXT, manifest)).rejects.toThrow('says it now is sha256:000')
  })

  test('confirmed without a digest is not yet confirmed', async () => {
    const { one, manifest } = await writing({ method: 'PUT', fault: { kind: 'status', status: 201 } })
    expect(await one.put(NEXT, manifest)).toMatchObject({ confirmed: false })
  })

  test('whose answer is lost is written again', async () => {
    const { one, manifest, registry, image } = await writing({ method: 'PUT', fault: { kind: 'reset', when: 'after' } })
    expect(await one.put(NEXT, manifest)).toMatchObject({ confirmed: true })
    expect(registry.digest('org/app', 'v1.0.0')).toBe(image.digest)
  })

  const IMMUTABLE = { errors: [{ code: 'TAG_IMMUTABLE', message: 'tag is immutable' }] }

  test('to an immutable tag that holds it already is done', async () => {
    const { one, manifest, registry, image } = await writing({
      method: 'PUT',
      fault: { kind: 'status', status: 409, body: IMMUTABLE },
    })
    registry.push('org/app', ['v1.0.0'], image)
    expect(await one.put(NEXT, manifest)).toMatchObject({ confirmed: true })
  })

  test('to an immutable tag that holds something else says so', async () => {
    const { one, manifest, registry } = await writing({
      method: 'PUT',
      fault: { kind: 'status', status: 409, body: IMMUTABLE },
    })
    registry.push('org/app', ['v1.0.0'], anIndex('0.9.0'))
    await expect(one.put(NEXT, manifest)).rejects.toThrow('TAG_IMMUTABLE: tag is immutable')
  })

  test('that fails shows code and message of the registry, on one line and cut', async () => {
    const body = {
      errors: [{ code: 'MANIFEST_INVALID', message: `bad\n::error::forged\u001B[31m${'x'.repeat(100_000)}` }],
    }
    const { one, manifest } = await writing({ method: 'PUT', fault: { kind: 'status', status: 422, body } })
    const error: unknown = await one.put(NEXT, manifest).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ServiceError)
    expect(String(error)).not.toContain('\n')
    expect(String(error)).not.toContain('\u001B')
    expect(String(error).length).toBeLessThan(1000)
    // More than 64 KiB of an error is not read, so this one is no JSON any more.
    expect(String(error)).toContain('MANIFEST_INVALID')
  })
})

describe('a registry in trouble', () => {
  test.each([408, 429, 500, 502, 503, 504])('that answers %i is asked again', async (status) => {
    const { client, pauses } = await aRegistryWith(anIndex('1.0.0'), { times: 2, fault: { kind: 'status', status } })
    expect(await client().head(TAG)).not.toBeNull()
    expect(pauses).toEqual([500, 1000])
  })

  test.each(['before', 'after'] as const)('that cuts the connection %s it has worked is asked again', async (when) => {
    const { client, pauses } = await aRegistryWith(anIndex('1.0.0'), { fault: { kind: 'reset', when } })
    expect(await client().get(TAG)).not.toBeNull()
    expect(pauses).toHaveLength(1)
  })

  test('that cuts a body is asked again', async () => {
    const { client, pauses } = await aRegistryWith(anIndex('1.0.0'), { method: 'GET', fault: { kind: 'truncate' } })
    expect(await client().get(TAG)).not.toBeNull()
    expect(pauses).toHaveLength(1)
  })

  test('that says when to come back is taken at its word, in seconds and as a date', async () => {
    const { client, pauses, clock } = await aRegistryWith(
      anIndex('1.0.0'),
      { fault: { kind: 'status', status: 429, retryAfter: 7 } },
      { nth: 2, fault: { kind: 'status', status: 503, retryAfter: 'Thu, 01 Jan 1970 00:01:00 GMT' } },
    )
    clock.now = 20_000
    expect(await client().head(TAG)).not.toBeNull()
    expect(pauses).toEqual([7000, 40_000])
  })

  test('that asks for more patience than there is fails at once and says why', async () => {
    const { client, pauses } = await aRegistryWith(anIndex('1.0.0'), {
      times: Infinity,
      fault: {
        kind: 'status',
        status: 429,
        retryAfter: 3600,
        body: { errors: [{ code: 'TOOMANYREQUESTS', message: 'slow down' }] },
      },
    })
    await expect(client().get(TAG)).rejects.toThrow('limits the rate of requests')
    await expect(client().get(TAG)).rejects.toThrow('TOOMANYREQUESTS: slow down')
    expect(pauses).toEqual([])
  })

  test('that stays in trouble is given up after a few tries', async () => {
    const { client, world } = await aRegistryWith(anIndex('1.0.0'), {
      times: Infinity,
      fault: { kind: 'reset', when: 'before' },
    })
    const error: unknown = await client()
      .get(TAG)
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ServiceError)
    expect(String(error)).toContain('cannot be reached')
    expect(world.requests.all).toHaveLength(RETRY.attempts)
  })

  test('in whose place a load balancer answers is asked again', async () => {
    const page = { kind: 'status', status: 200, body: 'Healthcheck requested' } as const
    const { client } = await aRegistryWith(anIndex('1.0.0'), { times: 2, fault: page })
    expect(await client().head(TAG)).not.toBeNull()
  })

  test('is not troubled by more than twelve requests at a time', async () => {
    const { client, world, registry } = await aRegistry()
    registry.push('org/app', ['dev'], anIndex('1.0.0'))
    let open = 0
    let most = 0
    const held = Promise.withResolvers<void>()
    world.faults.add({
      nth: 2,
      times: Infinity,
      fault: {
        kind: 'delay',
        wait: async () => {
          most = Math.max(most, (open += 1))
          if (open === 12) held.resolve()
          await held.promise
          open -= 1
        },
      },
    })
    const one = client()
    await Promise.all(Array.from({ length: 40 }, () => one.head(TAG)))
    expect(most).toBe(12)
  })

  test.each([
    ['ENOTFOUND', 'There is no registry at quay.io'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'No trusted TLS connection'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'No trusted TLS connection'],
  ])('that cannot ever be reached (%s) is the caller’s to mend', (code, message) => {
    const error = new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
    expect(() => connectionFault(error, 'quay.io', 1)).toThrow(UserError)
    expect(() => connectionFault(error, 'quay.io', 1)).toThrow(message)
  })

  test('that refuses connections is named with the reason', async () => {
    const { client, world } = await aRegistry()
    await world.close()
    await expect(client().head(TAG)).rejects.toThrow('quay.io cannot be reached (ECONNREFUSED)')
  })

  test('that redirects in circles is left', async () => {
    const { client } = await aRegistryWith(anIndex('1.0.0'), {
      times: Infinity,
      fault: { kind: 'status', status: 307, headers: { location: '/v2/org/app/manifests/dev' } },
    })
    await expect(client().get(TAG)).rejects.toThrow('redirected more than 5 times')
  })

  test('is heard when it warns, once for each text', async () => {
    const image = anIndex('1.0.0')
    const warnings: string[] = []
    const fault = (text: string): FaultRule['fault'] => ({
      kind: 'status',
      status: 404,
      headers: { warning: `299 - "${text}"` },
    })
    const { client } = await aRegistryWith(
      image,
      { times: 2, fault: fault(String.raw`repository \"org/app\" goes away`) },
      { nth: 3, fault: fault('really') },
    )
    const one = client({ onWarning: (text) => void warnings.push(text) })
    for (let count = 0; count < 4; count += 1) await one.head(TAG)
    expect(warnings).toEqual(['quay.io: repository "org/app" goes away', 'quay.io: really'])
  })

  test('stops being asked when the run is cancelled', async () => {
    const { client, world } = await aRegistryWith(anIndex('1.0.0'), {
      times: Infinity,
      fault: { kind: 'status', status: 503 },
    })
    const cancel = new AbortController()
    const one = client({ signal: cancel.signal, sleep: () => Promise.resolve(cancel.abort(new Error('cancelled'))) })
    await expect(one.head(TAG)).rejects.toThrow('cancelled')
    expect(world.requests.all).toHaveLength(1)
  })
})

describe('lists', () => {
  test('of tags are read to their last page', async () => {
    const { client, registry, requests } = await aRegistry()
    const tags = Array.from({ length: 2345 }, (_, index) => `t${String(index).padStart(5, '0')}`)
    registry.push('org/app', tags, buildImage({ name: 'org/app', version: '1', revision: '0', source: 's' }))
    expect(await client().tags(REPOSITORY)).toEqual(tags)
    expect(requests()).toHaveLength(3)
    expect(await client().tags({ registry: 'quay.io', repository: 'org/nothing' })).toEqual([])
  })

  test('without an end are left', async () => {
    const headers = { link: '</v2/org/app/tags/list?n=1000>; rel="next"' }
    const { client } = await aRegistryWith(anIndex('1.0.0'), {
      times: Infinity,
      fault: { kind: 'status', status: 200, headers, body: { tags: ['a'] } },
    })
    await expect(client().tags(REPOSITORY)).rejects.toThrow('without an end')
  })

  test('of referrers come from the API, and from the fallback tag where there is none', async () => {
    const { client, registry, requests } = await aRegistry()
    const image = anIndex('1.0.0')
    const signature = buildReferrer(image, 'application/vnd.dev.sigstore.bundle.v0.3+json', 'signed', { by: 'me' })
    registry.push('org/app', ['dev'], image)
    registry.push('org/app', [], signature)
    const expected = [
      {
        digest: signature.digest,
        artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
        annotations: { by: 'me' },
      },
    ]
    expect(await client().referrers(REPOSITORY, image.digest)).toMatchObject(expected)
    expect(requests()).toHaveLength(1)

    registry.configure({ referrers: false })
    expect(await client().referrers(REPOSITORY, image.digest)).toEqual([])
    const bytes = Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: 'application/vnd.oci.image.index.v1+json',
        manifests: [
          { mediaType: signature.mediaType, digest: signature.digest, size: signature.bytes.length, ...expected[0] },
        ],
      }),
    )
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
    registry.push('org/app', [fallbackTag(image.digest)], { ...image, bytes, digest, manifests: [] })
    expect(await client().referrers(REPOSITORY, image.digest)).toMatchObject(expected)

    registry.push('org/app', [fallbackTag(image.digest)], signature)
    await expect(client().referrers(REPOSITORY, image.digest)).rejects.toThrow('is not an index of that kind')
  })
})

test('a registry is spoken to over TLS unless it is named as insecure', async () => {
  expect(endpointOf('quay.io', {})).toBe('https://quay.io')
  expect(endpointOf('localhost:5000', {})).toBe('https://localhost:5000')
  expect(endpointOf('docker.io', {})).toBe('https://registry-1.docker.io')
  const { client, registry } = await aRegistry()
  registry.push('org/app', ['dev'], anIndex('1.0.0'))
  const host = new URL(registry.url).host
  const one = client({ insecure: [host] })
  expect(await one.head({ registry: host, repository: 'org/app', tag: 'dev' })).not.toBeNull()
})

test('endpoints are read from the variable, and a wrong one is named', () => {
  expect([...parseEndpoints('quay.io=http://127.0.0.1:5001, localhost:5000=https://mirror.example.com')]).toEqual([
    ['quay.io', 'http://127.0.0.1:5001'],
    ['localhost:5000', 'https://mirror.example.com'],
  ])
  expect(parseEndpoints(undefined).size).toBe(0)
  for (const wrong of ['quay.io', 'quay.io=', 'quay.io=ftp://x', 'quay.io=http://x/path', '=http://x']) {
    expect(() => parseEndpoints(wrong)).toThrow(`“${wrong}” is not HOST=ORIGIN`)
  }
})
