import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { apply } from '../../../packages/plan/index.ts'
import { planRetag, readRequests, type RegistryClient, type RetagPlan } from '../../../packages/registry/index.ts'
import { type Artifact, buildImage, buildIndex } from '../../../packages/sandbox/index.ts'

/** A registry that is held to what the client relies on. */
export interface Subject {
  readonly url: string
  /** What plain requests send along. */
  readonly headers: Readonly<Record<string, string>>
  readonly client: RegistryClient
}

/** The name under which the client knows the registry. */
export const HOST = 'registry.example.com'

const OCTETS = { 'content-type': 'application/octet-stream' }
const digestOf = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const anIndex = (version: string): Artifact =>
  buildIndex({ name: 'org/app', version, revision: '0'.repeat(40), source: 'https://example.com/app' })

/**
 * What the client relies on, asked of a registry: once of the sandbox and once of a real one, so that a test on the
 * sandbox says something about the world. Each test has a repository of its own.
 */
export function registryContract(subject: () => Subject): void {
  let count = 0
  const aRepository = (): string => `org/contract-${(count += 1)}`

  async function send(method: string, path: string, headers: object = {}, body?: Uint8Array): Promise<Response> {
    const { url, headers: own } = subject()
    return fetch(new URL(path, url), {
      method,
      headers: { ...own, ...headers },
      ...(body && { body: new Uint8Array(body) }),
    })
  }

  async function upload(repository: string, bytes: Uint8Array): Promise<string> {
    const digest = digestOf(bytes)
    const opened = await send('POST', `/v2/${repository}/blobs/uploads/`)
    expect(opened.status).toBe(202)
    expect((await close(opened, digest, bytes)).status).toBe(201)
    return digest
  }

  function close(opened: Response, digest: string, bytes: Uint8Array, headers: object = {}): Promise<Response> {
    const at = new URL(opened.headers.get('location') ?? '', subject().url)
    at.searchParams.set('digest', digest)
    return send('PUT', at.href, { ...OCTETS, ...headers }, bytes)
  }

  async function push(repository: string, artifact: Artifact, name: string): Promise<Response> {
    for (const child of artifact.manifests) expect((await push(repository, child, child.digest)).status).toBe(201)
    for (const blob of artifact.blobs) await upload(repository, blob)
    return send('PUT', `/v2/${repository}/manifests/${name}`, { 'content-type': artifact.mediaType }, artifact.bytes)
  }

  async function retag(repository: string, source: string, tags: string[], more = {}): Promise<RetagPlan> {
    const requests = readRequests({ source: `${HOST}/${repository}:${source}`, tags, images: [] })
    const plan = await planRetag(subject().client, requests, { guard: 'strict', channels: ['stable'], ...more })
    if (plan.refusal !== null) throw plan.refusal
    await apply(plan.changes)
    return plan
  }

  const digestBehind = async (repository: string, tag: string): Promise<string | null> =>
    (await subject().client.head({ registry: HOST, repository, tag }))?.digest ?? null

  test('a manifest is taken with 201 and its digest, and given back byte for byte under tag and digest', async () => {
    const [name, image] = [aRepository(), anIndex('1.0.0')]
    const put = await push(name, image, 'v1')
    expect([put.status, put.headers.get('docker-content-digest')]).toEqual([201, image.digest])
    for (const reference of ['v1', image.digest]) {
      const got = await send('GET', `/v2/${name}/manifests/${reference}`, { accept: image.mediaType })
      expect([got.status, got.headers.get('content-type')]).toEqual([200, image.mediaType])
      expect(got.headers.get('docker-content-digest')).toBe(image.digest)
      expect(Buffer.from(await got.bytes())).toEqual(image.bytes)
      const head = await send('HEAD', `/v2/${name}/manifests/${reference}`, { accept: image.mediaType })
      expect([head.status, head.headers.get('docker-content-digest')]).toEqual([200, image.digest])
    }
  })

  test('what is not there is 404, in manifests, blobs and lists', async () => {
    const name = aRepository()
    expect((await send('HEAD', `/v2/${name}/manifests/v1`)).status).toBe(404)
    expect((await send('GET', `/v2/${name}/tags/list`)).status).toBe(404)
    expect((await send('HEAD', `/v2/${name}/blobs/sha256:${'0'.repeat(64)}`)).status).toBe(404)
  })

  test('a manifest whose blobs are missing is refused, and so is one under a wrong digest', async () => {
    const [name, image] = [aRepository(), buildImage({ name: 'org/app', version: '1', revision: '0', source: 's' })]
    const type = { 'content-type': image.mediaType }
    const missing = await send('PUT', `/v2/${name}/manifests/v1`, type, image.bytes)
    expect([400, 404]).toContain(missing.status)
    expect(await missing.text()).toContain('MANIFEST_BLOB_UNKNOWN')
    for (const blob of image.blobs) await upload(name, blob)
    expect((await send('PUT', `/v2/${name}/manifests/sha256:${'0'.repeat(64)}`, type, image.bytes)).status).toBe(400)
  })

  test('an upload is continued where it is, and says how far it got', async () => {
    const [name, bytes] = [aRepository(), Buffer.from('0123456789')]
    const opened = await send('POST', `/v2/${name}/blobs/uploads/`)
    const at = new URL(opened.headers.get('location') ?? '', subject().url)
    const range = { 'content-range': '0-5', 'content-length': '6' }
    const half = await send('PATCH', at.href, { ...OCTETS, ...range }, bytes.subarray(0, 6))
    expect([half.status, half.headers.get('range')]).toEqual([202, '0-5'])
    const next = new URL(half.headers.get('location') ?? '', subject().url)
    const state = await send('GET', next.href)
    expect([state.status, state.headers.get('range')]).toEqual([204, '0-5'])
    const done = await close(half, digestOf(bytes), bytes.subarray(6), { 'content-range': '6-9' })
    expect(done.status).toBe(201)
    const got = await send('GET', `/v2/${name}/blobs/${digestOf(bytes)}`, { range: 'bytes=4-' })
    expect([got.status, await got.text()]).toEqual([206, '456789'])
  })

  test('an upload of something else than its digest is refused', async () => {
    const name = aRepository()
    const opened = await send('POST', `/v2/${name}/blobs/uploads/`)
    expect((await close(opened, `sha256:${'0'.repeat(64)}`, Buffer.from('x'))).status).toBe(400)
  })

  test('a blob is mounted from another repository, and from its own; what cannot be opens an upload', async () => {
    const [from, to] = [aRepository(), aRepository()]
    const digest = await upload(from, Buffer.from('layer'))
    const mount = (repository: string, source: string, blob: string): Promise<Response> =>
      send('POST', `/v2/${repository}/blobs/uploads/?mount=${blob}&from=${source}`)
    expect((await mount(to, from, digest)).status).toBe(201)
    expect((await mount(to, to, digest)).status).toBe(201)
    const refused = await mount(to, from, `sha256:${'0'.repeat(64)}`)
    expect(refused.status).toBe(202)
    expect(refused.headers.get('location')).not.toBeNull()
  })

  test('an index goes from dev to its version and to stable, and never back', async () => {
    const [name, one, two] = [aRepository(), anIndex('1.0.0'), anIndex('1.1.0')]
    await push(name, one, 'dev')
    await retag(name, 'dev', ['v1.0.0', 'stable'])
    await push(name, two, 'dev')
    const second = await retag(name, 'dev', ['v1.1.0', 'stable'])
    expect(second.changes.map(({ reason }) => reason).at(-1)).toBe('stable goes from 1.0.0 to 1.1.0')
    expect(await Promise.all(['v1.0.0', 'v1.1.0', 'stable'].map((tag) => digestBehind(name, tag)))).toEqual([
      one.digest,
      two.digest,
      two.digest,
    ])
    expect((await retag(name, 'v1.1.0', ['v1.1.0', 'stable'])).changes).toEqual([])
    await expect(retag(name, 'v1.0.0', ['stable'])).rejects.toThrow('asked to go back to 1.0.0')
    await expect(retag(name, 'v1.0.0', ['v1.1.0'])).rejects.toThrow('is published as')
    await expect(retag(name, 'nothing', ['v9.0.0'])).rejects.toThrow('does not exist')
  })

  test('an index goes to another repository with every blob mounted, and what refers to it is listed there', async () => {
    const [from, to, image] = [aRepository(), aRepository(), anIndex('1.0.0')]
    await push(from, image, 'dev')
    const signature = await aSignature(from, image)
    const { copies } = await retag(from, 'dev', [`${HOST}/${to}:v1.0.0`])
    expect(copies[0]?.transferred()).toMatchObject({ sent: 0, bytes: 0, mounted: 18 })
    expect(await digestBehind(to, 'v1.0.0')).toBe(image.digest)
    const { client } = subject()
    expect(await client.referrers({ registry: HOST, repository: to }, image.digest)).toMatchObject([
      { digest: signature },
    ])
    expect((await retag(from, 'dev', [`${HOST}/${to}:v1.0.0`])).changes).toEqual([])
  })

  /** Pushes a referrer as a client does: with the fallback tag, where the registry does not list it itself. */
  async function aSignature(repository: string, image: Artifact): Promise<string> {
    const [config, payload] = [Buffer.from('{}'), Buffer.from('signed')]
    const entry = (bytes: Buffer, mediaType: string): object => ({
      mediaType,
      digest: digestOf(bytes),
      size: bytes.length,
    })
    const mediaType = 'application/vnd.oci.image.manifest.v1+json'
    const manifest = Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType,
        artifactType: 'application/vnd.example.signature',
        config: entry(config, 'application/vnd.oci.empty.v1+json'),
        layers: [entry(payload, 'application/vnd.example.signature')],
        subject: entry(image.bytes, image.mediaType),
      }),
    )
    for (const blob of [config, payload]) await upload(repository, blob)
    const type = { 'content-type': mediaType }
    const put = await send('PUT', `/v2/${repository}/manifests/${digestOf(manifest)}`, type, manifest)
    expect(put.status).toBe(201)
    if (put.headers.has('oci-subject')) return digestOf(manifest)
    const list = { schemaVersion: 2, mediaType: image.mediaType, manifests: [entry(manifest, mediaType)] }
    const tag = image.digest.replace(':', '-')
    const bytes = Buffer.from(JSON.stringify(list))
    const listed = await send('PUT', `/v2/${repository}/manifests/${tag}`, { 'content-type': image.mediaType }, bytes)
    expect(listed.status).toBe(201)
    return digestOf(manifest)
  }
}
