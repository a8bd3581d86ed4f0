import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { apply } from '../../../packages/plan/index.ts'
import {
  fallbackTag,
  findCredentials,
  planRetag,
  readRequests,
  type RegistryClient,
  type RetagPlan,
  type RetagPolicy,
} from '../../../packages/registry/index.ts'
import { type Artifact, buildReferrer } from '../../../packages/sandbox/index.ts'
import { anIndex, aRegistry, ROBOT, TOKENS } from './registries.ts'

const STRICT: RetagPolicy = { guard: 'strict', channels: ['stable'] }
const SIGNATURE = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const SBOM = 'application/spdx+json'
const noSleep = { sleep: () => Promise.resolve() }

/** An artifact under a tag that is named after a digest, as cosign writes them: no subject, the payload as its layer. */
function aTagArtifact(...contents: string[]): Artifact {
  const blobs = contents.map((content) => Buffer.from(content))
  const config = Buffer.from('{"rootfs":{}}')
  const sha = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  const mediaType = 'application/vnd.oci.image.manifest.v1+json'
  const listed = (bytes: Buffer, type: string) => ({ mediaType: type, digest: sha(bytes), size: bytes.length })
  const bytes = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType,
      config: listed(config, 'application/vnd.oci.image.config.v1+json'),
      layers: blobs.map((blob) => listed(blob, 'application/vnd.dev.cosign.simplesigning.v1+json')),
    }),
  )
  return { mediaType, digest: sha(bytes), bytes, blobs: [config, ...blobs], manifests: [] }
}

/** A signed image with an SBOM on one of its platforms, and two more registries to bring it to. */
async function aSignedImage() {
  const parts = await aRegistry()
  const { registry, world, client } = parts
  const other = await world.registry('ghcr.io')
  const image = anIndex('1.2.0')
  const [child = image] = image.manifests
  const signature = buildReferrer(image, SIGNATURE, 'signed', { by: 'ci' })
  const sbom = buildReferrer(child, SBOM, 'bill')
  const signedSbom = buildReferrer(sbom, SIGNATURE, 'signed bill')
  registry.push('org/app', ['dev', 'v1.2.0'], image)
  for (const referrer of [signature, sbom, signedSbom]) registry.push('org/app', [], referrer)
  registry.push('org/app', [`${fallbackTag(image.digest)}.sig`], aTagArtifact('old signature'))
  registry.push('org/app', [`${fallbackTag(child.digest)}.att`], aTagArtifact('attestation'))
  const plan = (target: string, policy = STRICT, one: RegistryClient = client()): Promise<RetagPlan> =>
    planRetag(one, readRequests({ source: 'quay.io/org/app:dev', tags: [target], images: [] }), policy, {
      now: () => 0,
    })
  const retag = async (...parameters: Parameters<typeof plan>): Promise<RetagPlan> => {
    const planned = await plan(...parameters)
    if (planned.refusal !== null) throw planned.refusal
    await apply(planned.changes, noSleep)
    return planned
  }
  return { ...parts, other, image, child, signature, sbom, signedSbom, plan, retag }
}

describe('an image brought elsewhere takes along what belongs to it', () => {
  test.each(['quay.io/org/release', 'ghcr.io/org/app'])('to %s', async (to) => {
    const { retag, world, image, child, signature, sbom, signedSbom, client } = await aSignedImage()
    const { changes, findings } = await retag(`${to}:v1.2.0`)
    expect(findings).toEqual([])
    expect(changes.at(-1)?.subject).toBe(`image tag ${to}:v1.2.0`)
    const [host = '', ...path] = to.split('/')
    const target = await world.registry(host)
    const name = path.join('/')
    expect(target.manifest(name, 'v1.2.0')).toEqual(image.bytes)
    expect(target.tags(name)).toEqual(
      [`${fallbackTag(image.digest)}.sig`, `${fallbackTag(child.digest)}.att`, 'v1.2.0'].sort(),
    )
    const there = { registry: host, repository: name }
    for (const [subject, referrer] of [
      [image, signature],
      [child, sbom],
      [sbom, signedSbom],
    ] as const) {
      expect(await client().referrers(there, subject.digest)).toMatchObject([{ digest: referrer.digest }])
      expect(target.manifest(name, referrer.digest)).toEqual(referrer.bytes)
    }
  })

  test('to a registry without referrers API, where the list is written as the specification wants it', async () => {
    const { retag, other, registry, image, signature, client } = await aSignedImage()
    other.configure({ referrers: false })
    await retag('ghcr.io/org/app:v1.2.0')
    const list = (): unknown => JSON.parse(String(other.manifest('org/app', fallbackTag(image.digest))))
    const entry = {
      mediaType: signature.mediaType,
      digest: signature.digest,
      size: signature.bytes.length,
      artifactType: SIGNATURE,
      annotations: { by: 'ci' },
    }
    expect(list()).toEqual({ schemaVersion: 2, mediaType: image.mediaType, manifests: [entry] })
    // One more signature later: the list grows, what it had stays as it was.
    const second = buildReferrer(image, SIGNATURE, 'signed again')
    registry.push('org/app', [], second)
    const { changes } = await retag('ghcr.io/org/app:v1.2.0')
    expect(changes.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      `update referrers of ghcr.io/org/app@${image.digest}`,
    ])
    expect(list()).toMatchObject({ manifests: [entry, { digest: second.digest }] })
    expect((await client().referrers({ registry: 'ghcr.io', repository: 'org/app' }, image.digest)).length).toBe(2)
  })

  test('from a registry without referrers API to one that has it', async () => {
    const { retag, registry, other, image, client } = await aSignedImage()
    await retag('ghcr.io/org/app:v1.2.0')
    registry.configure({ referrers: false })
    other.configure({ referrers: false })
    await retag('ghcr.io/org/app:v1.2.1')
    expect(await client().referrers({ registry: 'ghcr.io', repository: 'org/app' }, image.digest)).toEqual([])
  })

  test('unless it shall not', async () => {
    const { retag, other } = await aSignedImage()
    const { changes } = await retag('ghcr.io/org/app:v1.2.0', { ...STRICT, referrers: false })
    expect(changes).toHaveLength(1)
    expect(other.tags('org/app')).toEqual(['v1.2.0'])
  })

  test('and the second time finds all of it there', async () => {
    const { retag, world } = await aSignedImage()
    await retag('ghcr.io/org/app:v1.2.0')
    const { writes } = world.ledger
    expect((await retag('ghcr.io/org/app:v1.2.0')).changes).toEqual([])
    expect(world.ledger.writes).toBe(writes)
  })

  test('and a signature that grew is replaced, one of somebody else is not', async () => {
    const { retag, registry, other, image } = await aSignedImage()
    await retag('ghcr.io/org/app:v1.2.0')
    const tag = `${fallbackTag(image.digest)}.sig`
    const grown = aTagArtifact('old signature', 'new signature')
    registry.push('org/app', [tag], grown)
    await retag('ghcr.io/org/app:v1.2.0')
    expect(other.digest('org/app', tag)).toBe(grown.digest)

    const foreign = other.push('org/app', [tag], aTagArtifact('their signature'))
    const { findings } = await retag('ghcr.io/org/app:v1.2.0')
    expect(findings.map(({ rule }) => rule)).toEqual(['belonging-differs'])
    expect(other.digest('org/app', tag)).toBe(foreign)
  })

  test('and an image that squats the name of a list of referrers is left, and told', async () => {
    const { plan, registry, image } = await aSignedImage()
    registry.push('org/app', [fallbackTag(image.digest)], image)
    expect((await plan('ghcr.io/org/app:v1.2.0')).findings.map(({ rule }) => rule)).toEqual(['referrers-tag-taken'])
  })
})

describe('the guard of a repository that an image is brought to', () => {
  test('knows the version from where the image comes, and that of the channel from where it goes', async () => {
    const { plan, retag, other, registry } = await aSignedImage()
    other.push('org/app', ['v1.3.0', 'stable'], anIndex('1.3.0'))
    expect((await plan('ghcr.io/org/app:stable')).refusal?.message).toContain('asked to go back to 1.2.0 (tag v1.2.0)')
    registry.push('org/app', ['dev', 'v1.4.0'], anIndex('1.4.0'))
    expect((await retag('ghcr.io/org/app:stable')).changes.at(-1)?.reason).toBe('stable goes from 1.3.0 to 1.4.0')
  })
})

describe('the requests of a cold copy with tokens', () => {
  async function count(target: string, policy: RetagPolicy, sign = false): Promise<string[]> {
    const parts = await aRegistry(TOKENS)
    const other = await parts.world.registry('ghcr.io')
    other.configure(TOKENS)
    const image = anIndex('1.2.0')
    parts.registry.push('org/app', ['dev'], image)
    if (sign) {
      parts.registry.push('org/app', [], buildReferrer(image, SIGNATURE, 'signed'))
      parts.registry.push('org/app', [`${fallbackTag(image.digest)}.sig`], aTagArtifact('signature'))
    }
    const given = { registry: 'ghcr.io', username: 'robot', password: 'secret' }
    const far = findCredentials({ given, environment: {} })
    const credentials: typeof ROBOT = async (repository) => (await ROBOT(repository)) ?? far(repository)
    const requests = readRequests({ source: 'quay.io/org/app:dev', tags: [target], images: [] })
    const planned = await planRetag(parts.client({ credentials }), requests, policy, { now: () => 0 })
    await apply(planned.changes, noSleep)
    return parts.world.requests.lines()
  }
  const bare = { ...STRICT, referrers: false }
  // The sandbox's index has 8 children and 16 blobs, where the measured one has 36: 20 more POSTs, or 60 of all kinds.
  test('within a registry are 37: 57 for an image of 36 blobs', async () => {
    expect(await count('quay.io/org/release:v1.2.0', bare)).toHaveLength(57 - 20)
  })
  test('across registries: 131 for an image of 36 blobs, fewer where one POST is enough', async () => {
    const lines = await count('ghcr.io/org/app:v1.2.0', bare)
    // Of 16 blobs the 8 layers are put by one POST each.
    expect(lines).toHaveLength(131 - 60 - 8)
  })
  test('with a signature and a referrer are 58: 78 for an image of 36 blobs', async () => {
    expect(await count('quay.io/org/release:v1.2.0', STRICT, true)).toHaveLength(78 - 20)
  })
})
