import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { buildImage, buildIndex, buildReferrer, describe as descriptorOf } from '../../../packages/sandbox/index.ts'
import { aRegistry, digest, INDEX, MANIFEST } from './registries.ts'

const OPTIONS = { name: 'org/app', version: 'v1.0.0', revision: 'a'.repeat(40), source: 'https://github.com/org/app' }
const parse = (bytes: Buffer): unknown => JSON.parse(bytes.toString('utf8'))

describe('a synthetic index', () => {
  test('lists four architectures, then an attestation for each', () => {
    const index = buildIndex(OPTIONS)
    expect(parse(index.bytes)).toMatchObject({
      schemaVersion: 2,
      mediaType: INDEX,
      manifests: [
        { mediaType: MANIFEST, platform: { os: 'linux', architecture: 'amd64' } },
        { mediaType: MANIFEST, platform: { os: 'linux', architecture: 'arm64' } },
        { mediaType: MANIFEST, platform: { os: 'linux', architecture: 'ppc64le' } },
        { mediaType: MANIFEST, platform: { os: 'linux', architecture: 's390x' } },
        ...index.manifests.slice(0, 4).map((image) => ({
          platform: { os: 'unknown', architecture: 'unknown' },
          annotations: {
            'vnd.docker.reference.digest': image.digest,
            'vnd.docker.reference.type': 'attestation-manifest',
          },
        })),
      ],
    })
    expect(index.manifests).toHaveLength(8)
  })

  test('has the same bytes for the same inputs, and others for others', () => {
    expect(buildIndex(OPTIONS).digest).toBe(buildIndex({ ...OPTIONS }).digest)
    const others = [
      { ...OPTIONS, name: 'org/other' },
      { ...OPTIONS, version: 'v1.0.1' },
      { ...OPTIONS, revision: 'b'.repeat(40) },
      { ...OPTIONS, source: 'https://example.com' },
      { ...OPTIONS, content: 'more' },
      { ...OPTIONS, attestations: false },
    ].map((options) => buildIndex(options).digest)
    expect(new Set([buildIndex(OPTIONS).digest, ...others]).size).toBe(others.length + 1)
  })

  test('can be pushed without HTTP and pulled with it, down to each layer', async () => {
    const { ask, registry } = await aRegistry()
    const index = buildIndex(OPTIONS)
    expect(registry.push('org/app', ['v1.0.0', 'dev'], index)).toBe(index.digest)
    expect(registry.tags('org/app')).toEqual(['dev', 'v1.0.0'])
    expect(registry.manifest('org/app', 'dev')).toEqual(index.bytes)
    expect((await ask('GET', '/v2/org/app/manifests/dev')).text).toBe(index.bytes.toString('utf8'))
    for (const child of index.manifests) {
      expect((await ask('HEAD', `/v2/org/app/manifests/${child.digest}`)).status).toBe(200)
      for (const blob of child.blobs) {
        expect((await ask('GET', `/v2/org/app/blobs/${digest(blob)}`)).text).toBe(blob.toString('utf8'))
      }
    }
  })

  test('is no write of the ledger when it is pushed without HTTP', async () => {
    const { registry, ask } = await aRegistry()
    const before = registry.snapshot()
    registry.push('org/app', ['v1'], buildIndex(OPTIONS))
    expect(before).toEqual({})
    expect(Object.keys(registry.snapshot())).toEqual(['org/app'])
    expect((await ask('GET', '/v2/org/app/tags/list')).status).toBe(200)
  })
})

describe('a synthetic image', () => {
  test('carries its version, revision and source as labels', () => {
    const [config = Buffer.alloc(0)] = buildImage(OPTIONS).blobs
    expect(parse(config)).toMatchObject({
      architecture: 'amd64',
      config: {
        Labels: {
          'org.opencontainers.image.revision': 'a'.repeat(40),
          'org.opencontainers.image.source': 'https://github.com/org/app',
          'org.opencontainers.image.version': 'v1.0.0',
        },
      },
    })
  })

  test('has a layer that tar can read', async () => {
    const [, layer = Buffer.alloc(0)] = buildImage(OPTIONS).blobs
    const reading = promisify(execFile)('tar', ['-xOf', '-', 'release'])
    reading.child.stdin?.end(layer)
    expect((await reading).stdout).toBe('org/app v1.0.0 linux/amd64\n')
  })
})

test('a referrer names its subject and is listed by the registry', async () => {
  const { ask, registry } = await aRegistry()
  const image = buildImage(OPTIONS)
  const sbom = buildReferrer(image, 'application/spdx+json', '{"spdx":1}', { 'org.example.tool': 'syft' })
  registry.push('org/app', ['v1'], image)
  registry.push('org/app', [], sbom)
  expect(parse(sbom.bytes)).toMatchObject({ subject: descriptorOf(image), artifactType: 'application/spdx+json' })
  const { text } = await ask('GET', `/v2/org/app/referrers/${image.digest}`)
  expect(JSON.parse(text)).toMatchObject({
    manifests: [
      { digest: sbom.digest, artifactType: 'application/spdx+json', annotations: { 'org.example.tool': 'syft' } },
    ],
  })
})
