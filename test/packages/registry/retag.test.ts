import fc from 'fast-check'
import semver from 'semver'
import { describe, expect, test } from 'vitest'
import { apply, ServiceError, UserError } from '../../../packages/plan/index.ts'
import {
  displacedBy,
  movementsOf,
  parseReference,
  planRetag,
  readRequests,
  type RegistryClient,
  type RetagPlan,
  type RetagPolicy,
} from '../../../packages/registry/index.ts'
import { type Artifact, buildImage, buildReferrer } from '../../../packages/sandbox/index.ts'
import { anIndex, aRegistry, REPOSITORY, ROBOT, TOKENS } from './registries.ts'

const STRICT: RetagPolicy = { guard: 'strict', channels: ['stable'] }
const noSleep = { sleep: () => Promise.resolve() }

function plan(
  client: RegistryClient,
  source: string,
  tags: string[],
  policy = STRICT,
  now = (): number => 0,
): Promise<RetagPlan> {
  return planRetag(client, readRequests({ source: `quay.io/org/app${source}`, tags, images: [] }), policy, { now })
}

async function retag(...parameters: Parameters<typeof plan>): Promise<RetagPlan> {
  const planned = await plan(...parameters)
  if (planned.refusal !== null) throw planned.refusal
  await apply(planned.changes, noSleep)
  return planned
}

describe('moving tags within a repository', () => {
  test('points version and channel at the very bytes that were tested, versions first', async () => {
    const { client, registry, world } = await aRegistry()
    const image = anIndex('1.2.0')
    const signature = buildReferrer(image, 'application/vnd.dev.cosign.simplesigning.v1+json', 'signed')
    registry.push('org/app', ['dev'], image)
    registry.push('org/app', [], signature)
    const one = client()
    const { changes } = await retag(one, ':dev', ['stable', 'v1.2.0'])
    expect(
      changes.map(({ action, subject, before, after, reason }) => ({ action, subject, before, after, reason })),
    ).toEqual([
      {
        action: 'create',
        subject: 'image tag quay.io/org/app:v1.2.0',
        before: null,
        after: image.digest,
        reason: 'points at what quay.io/org/app:dev holds',
      },
      {
        action: 'create',
        subject: 'image tag quay.io/org/app:stable',
        before: null,
        after: image.digest,
        reason: 'stable starts at 1.2.0',
      },
    ])
    for (const tag of ['v1.2.0', 'stable']) expect(registry.manifest('org/app', tag)).toEqual(image.bytes)
    // What refers to the digest is found through every tag of it.
    expect(await one.referrers(REPOSITORY, image.digest)).toMatchObject([{ digest: signature.digest }])
    expect(world.ledger.writes).toBe(2)
  })

  test('finds nothing to do the second time, and says what is there', async () => {
    const { client, registry, world } = await aRegistry()
    registry.push('org/app', ['dev'], anIndex('1.2.0'))
    const first = await retag(client(), ':dev', ['stable', 'v1.2.0'])
    const second = await retag(client(), ':dev', ['stable', 'v1.2.0'])
    expect(second.changes).toEqual([])
    expect(movementsOf(second)).toEqual(
      movementsOf(first).map(({ reference, after }) => ({ reference, before: after, after, moved: false })),
    )
    expect(world.ledger.writes).toBe(2)
  })

  test('takes a source by digest, and a single image as well as an index', async () => {
    const { client, registry } = await aRegistry()
    const image = buildImage({ name: 'org/app', version: '1.0.0', revision: '0', source: 's' })
    registry.push('org/app', ['dev'], image)
    await retag(client(), `@${image.digest}`, ['v1.0.0'])
    expect(registry.digest('org/app', 'v1.0.0')).toBe(image.digest)
  })

  test('records what was displaced', async () => {
    const { client, registry } = await aRegistry()
    const [old, image] = [anIndex('1.1.0'), anIndex('1.2.0')]
    registry.push('org/app', ['v1.1.0', 'stable'], old)
    registry.push('org/app', ['v1.2.0'], image)
    const moved = await retag(client(), ':v1.2.0', ['stable'])
    expect(displacedBy(moved)).toEqual([{ reference: 'quay.io/org/app:stable', digest: old.digest }])
    expect(moved.changes[0]?.reason).toBe('stable goes from 1.1.0 to 1.2.0')
  })

  test('of an image that does not exist is refused, whatever the tag', async () => {
    const { client, registry, world } = await aRegistry()
    registry.push('org/app', ['dev'], anIndex('1.2.0'))
    await expect(plan(client(), ':nothing', ['v1.0.0'])).rejects.toThrow(
      'quay.io/org/app:nothing does not exist in the registry',
    )
    await expect(plan(client(), `@sha256:${'0'.repeat(64)}`, ['v1.0.0'])).rejects.toThrow(UserError)
    const images = ['one', 'dev', 'two'].map((tag) => `quay.io/org/app:${tag} => new-${tag}`)
    await expect(planRetag(client(), readRequests({ source: '', tags: [], images }), STRICT)).rejects.toThrow(
      'quay.io/org/app:one, quay.io/org/app:two do not exist',
    )
    expect(world.ledger.writes).toBe(0)
  })
})

describe('the requests of a cold run with tokens', () => {
  async function withTokens() {
    const parts = await aRegistry(TOKENS)
    parts.registry.push('org/app', ['dev', 'v1.2.0'], anIndex('1.2.0'))
    parts.registry.push('org/app', ['v1.1.0', 'stable'], anIndex('1.1.0'))
    const lines = async (source: string, tags: string[]): Promise<string[]> => {
      parts.world.requests.clear()
      await retag(parts.client({ credentials: ROBOT }), source, tags, STRICT, () => parts.clock.now)
      return parts.requests().map((line) => line.replace('/v2/org/app/manifests/', '').replace(/\?\S+/, ''))
    }
    return { ...parts, lines }
  }

  test('are five for a version tag', async () => {
    const { lines } = await withTokens()
    expect(await lines(':dev', ['v1.3.0'])).toEqual([
      'GET dev 401',
      'GET /token 200',
      'GET dev 200',
      'HEAD v1.3.0 404',
      'PUT v1.3.0 201 *',
    ])
  })

  test('are four when there is nothing to do, none of them a PUT', async () => {
    const { lines } = await withTokens()
    expect(await lines(':dev', ['v1.2.0'])).toEqual(['GET dev 401', 'GET /token 200', 'GET dev 200', 'HEAD v1.2.0 200'])
  })

  test('are nine for three version tags', async () => {
    const { lines } = await withTokens()
    expect(await lines(':dev', ['v1.3.0', 'v1.3.1', 'v1.3.2'])).toHaveLength(9)
  })

  test('are two more for a channel tag’s guard, and one to see that it won', async () => {
    const { lines } = await withTokens()
    expect(await lines(':v1.2.0', ['stable'])).toEqual([
      'GET v1.2.0 401',
      'GET /token 200',
      'GET v1.2.0 200',
      'HEAD stable 200',
      'GET /v2/org/app/tags/list 200',
      'HEAD v1.1.0 200',
      'PUT stable 201 *',
      'HEAD stable 200',
    ])
  })

  test('are one more a tag when the plan is old by the time it is applied', async () => {
    const { registry, client, clock, requests, world } = await withTokens()
    const planned = await plan(client({ credentials: ROBOT }), ':dev', ['v1.3.0'], STRICT, () => clock.now)
    clock.now += 2000
    await apply(planned.changes, noSleep)
    expect(requests()).toHaveLength(6)
    expect(registry.tags('org/app')).toContain('v1.3.0')
    expect(world.ledger.writes).toBe(1)
  })

  test('are four an image and one token for a batch', async () => {
    const { registry, client, clock, requests } = await aRegistry(TOKENS)
    const names = Array.from({ length: 15 }, (_, index) => `org/app-${index}`)
    for (const name of names) registry.push(name, ['v1.0.0'], anIndex('1.0.0', { name }))
    const images = names.map((name) => `quay.io/${name}:v1.0.0 => stable`)
    const planned = await planRetag(
      client({ credentials: ROBOT }),
      readRequests({ source: '', tags: [], images }),
      STRICT,
      { now: () => clock.now },
    )
    await apply(planned.changes, noSleep)
    expect(requests()).toHaveLength(2 + 4 * names.length)
    expect(names.map((name) => registry.tags(name))).toEqual(names.map(() => ['stable', 'v1.0.0']))
  })
})

describe('the guard', () => {
  /** A repository whose tags were pushed as given: versions by their own number, other tags by the version they show. */
  async function aHistory(...tags: (string | [tag: string, version: string])[]) {
    const parts = await aRegistry()
    const images = new Map<string, Artifact>()
    for (const entry of tags) {
      const [tag, version] = typeof entry === 'string' ? [entry, entry.replace(/^v/, '')] : entry
      const image = images.get(version) ?? anIndex(version, { attestations: false })
      images.set(version, image)
      parts.registry.push('org/app', [tag], image)
    }
    return { ...parts, one: parts.client(), digestOf: (version: string) => images.get(version)?.digest ?? '' }
  }

  test('keeps a published version, shows both digests, and writes nothing at all', async () => {
    const { one, world, digestOf } = await aHistory('v1.2.0', ['dev', '1.3.0'])
    const planned = await plan(one, ':dev', ['v1.2.0', 'v1.3.0', 'nightly'])
    expect(planned.changes).toEqual([])
    expect(planned.refusal?.message).toBe(
      `quay.io/org/app: v1.2.0 is a version and is published as ${digestOf('1.2.0')}; it was asked to become ${digestOf('1.3.0')}.`,
    )
    expect(movementsOf(planned).every(({ moved }) => !moved)).toBe(true)
    expect(displacedBy(planned)).toEqual([])
    expect(world.ledger.writes).toBe(0)
  })

  test('lets dev go wherever it is sent', async () => {
    const { one, registry, digestOf } = await aHistory(['dev', '1.3.0'], 'v1.2.0')
    await retag(one, ':v1.2.0', ['dev'])
    expect(registry.digest('org/app', 'dev')).toBe(digestOf('1.2.0'))
  })

  test('does not let a hotfix of an older line take stable back', async () => {
    const { one } = await aHistory('v1.2.0', 'v1.2.1', 'v1.3.0', ['stable', '1.3.0'])
    const planned = await plan(one, ':v1.2.1', ['stable'])
    expect(planned.refusal?.message).toContain(
      'stable shows 1.3.0 (tag v1.3.0) and was asked to go back to 1.2.1 (tag v1.2.1)',
    )
  })

  test('does not show a pre-release, unless the same digest is a release as well', async () => {
    const { one, registry, digestOf } = await aHistory('v1.2.0', ['v1.3.0-rc.1', '1.3.0'], ['stable', '1.2.0'])
    expect((await plan(one, ':v1.3.0-rc.1', ['stable'])).refusal?.message).toContain('is a pre-release')
    await retag(one, ':v1.3.0-rc.1', ['v1.3.0', 'stable'])
    expect(registry.digest('org/app', 'stable')).toBe(digestOf('1.3.0'))
  })

  test('finds the version of a source that is given by digest or by another tag', async () => {
    const { one, digestOf } = await aHistory('v1.2.0', 'v1.3.0', ['stable', '1.2.0'], ['tested', '1.3.0'])
    for (const source of [':tested', `@${digestOf('1.3.0')}`]) {
      expect((await plan(one, source, ['stable'])).changes[0]?.reason).toBe('stable goes from 1.2.0 to 1.3.0')
    }
  })

  test('reads the highest version of a digest that has several', async () => {
    const { one } = await aHistory(['v1.2.0', '1'], ['v1.4.0', '1'], ['stable', '1'], 'v1.3.0')
    expect((await plan(one, ':v1.3.0', ['stable'])).refusal?.message).toContain('stable shows 1.4.0')
  })

  test('falls back to the label where stable was built instead of promoted, and refuses where that is missing too', async () => {
    const { one, registry } = await aHistory('v1.3.0', ['stable', '1.2.0'])
    expect((await plan(one, ':v1.3.0', ['stable'])).changes[0]?.reason).toBe('stable goes from 1.2.0 to 1.3.0')
    registry.push('org/app', ['stable'], anIndex('main'))
    const planned = await plan(one, ':v1.3.0', ['stable'])
    expect(planned.refusal?.message).toContain('whether 1.3.0 is newer cannot be told')
    expect(planned.refusal?.advice).toContain('guard: off')
  })

  test('reads the label of a single image', async () => {
    const { one, registry } = await aHistory('v1.3.0')
    registry.push('org/app', ['stable'], buildImage({ name: 'org/app', version: '1.4.0', revision: '0', source: 's' }))
    expect((await plan(one, ':v1.3.0', ['stable'])).refusal?.message).toContain(
      'stable shows 1.4.0 (label org.opencontainers.image.version)',
    )
  })

  test('turned off moves everything', async () => {
    const { one, registry, digestOf } = await aHistory('v1.2.0', 'v1.3.0', ['stable', '1.3.0'])
    await retag(one, ':v1.2.0', ['stable', 'v1.3.0'], { ...STRICT, guard: 'off' })
    expect(registry.digest('org/app', 'stable')).toBe(digestOf('1.2.0'))
    expect(registry.digest('org/app', 'v1.3.0')).toBe(digestOf('1.2.0'))
  })

  test('refuses a whole batch for one of its tags, and lists every refusal', async () => {
    const { one, world, registry } = await aHistory('v1.2.0', 'v1.3.0', ['stable', '1.3.0'])
    registry.push('org/lib', ['v1.0.0'], anIndex('1.0.0', { name: 'org/lib' }))
    const images = ['quay.io/org/lib:v1.0.0 => stable', 'quay.io/org/app:v1.2.0 => stable v1.3.0']
    const planned = await planRetag(one, readRequests({ source: '', tags: [], images }), STRICT)
    expect(planned.changes).toEqual([])
    expect(planned.refusal?.message).toContain('2 of 3 tags must not move')
    expect(world.ledger.writes).toBe(0)
  })

  test('lets stable rise only, in every history', async () => {
    const version = fc
      .tuple(fc.nat(2), fc.nat(2), fc.option(fc.constant('-rc.1')))
      .map(([a, b, c]) => `v1.${a}.${b}${c ?? ''}`)
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(version, { minLength: 1, maxLength: 6 }), async (versions) => {
        const { one, registry, client } = await aHistory(...versions)
        let shown: string | undefined
        for (const tag of versions) {
          const planned = await plan(client(), `:${tag}`, ['stable'])
          await apply(planned.changes, noSleep)
          const digest = registry.digest('org/app', 'stable')
          const now = versions.find((other) => registry.digest('org/app', other) === digest)
          const releases = (shown === undefined ? [tag] : [shown, tag]).filter((text) => !text.includes('-'))
          const wanted = releases.sort(semver.compare).at(-1)
          expect(now).toBe(wanted)
          shown = now
        }
        expect(await one.tags(REPOSITORY)).toHaveLength(versions.length + (shown === undefined ? 0 : 1))
      }),
      { numRuns: 15 },
    )
  })
})

describe('somebody else', () => {
  test('who made the version tag in between is not overwritten', async () => {
    const { client, registry, clock } = await aRegistry()
    registry.push('org/app', ['dev'], anIndex('1.2.0'))
    const planned = await plan(client(), ':dev', ['v1.2.0'], STRICT, () => clock.now)
    const other = registry.push('org/app', ['v1.2.0'], anIndex('6.6.6'))
    clock.now += 60_000
    const error: unknown = await apply(planned.changes, noSleep).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect(String(error)).toContain(`now it is “${other}”`)
    expect(registry.digest('org/app', 'v1.2.0')).toBe(other)
  })

  test('who made the same move in between has done our work', async () => {
    const { client, registry, clock, world } = await aRegistry()
    const image = anIndex('1.2.0')
    registry.push('org/app', ['dev'], image)
    const planned = await plan(client(), ':dev', ['v1.2.0'], STRICT, () => clock.now)
    registry.push('org/app', ['v1.2.0'], image)
    clock.now += 60_000
    await apply(planned.changes, noSleep)
    expect(world.ledger.writes).toBe(0)
  })

  test('who moves stable right after us wins, and the error says with what', async () => {
    const { client, registry, world } = await aRegistry()
    const newer = anIndex('1.3.0')
    registry.push('org/app', ['v1.2.0'], anIndex('1.2.0'))
    const planned = await plan(client(), ':v1.2.0', ['stable'])
    world.faults.add({
      method: 'HEAD',
      path: /stable/,
      fault: { kind: 'delay', wait: () => Promise.resolve(void registry.push('org/app', ['stable'], newer)) },
    })
    await expect(apply(planned.changes, noSleep)).rejects.toThrow(`a moment later points at ${newer.digest}`)
  })
})

describe('every fault, at every request', () => {
  const FAULTS = {
    'a rate limit': { kind: 'status', status: 429, retryAfter: 1 },
    'a server error': { kind: 'status', status: 500 },
    'a reset before the work': { kind: 'reset', when: 'before' },
    'a reset after the work': { kind: 'reset', when: 'after' },
    'a truncated body': { kind: 'truncate' },
    'a wrong digest': { kind: 'wrong-digest' },
    'a load balancer’s page': { kind: 'status', status: 200, body: 'Healthcheck requested' },
    'a right withdrawn': { kind: 'status', status: 403 },
  } as const

  test.each(Object.entries(FAULTS))(
    '%s ends right, or as a failure with nothing wrong written; the next run ends right',
    async (_, fault) => {
      // One more than a run has requests, so that the sweep is known to be whole.
      for (let nth = 1; nth <= 12; nth += 1) {
        const { client, registry, world } = await aRegistry(TOKENS)
        const [old, image] = [anIndex('1.1.0'), anIndex('1.2.0')]
        registry.push('org/app', ['v1.1.0', 'stable'], old)
        registry.push('org/app', ['dev'], image)
        const run = (): Promise<RetagPlan> => retag(client({ credentials: ROBOT }), ':dev', ['v1.2.0', 'stable'])
        world.faults.add({ nth, fault })
        const outcome = await run().catch((thrown: unknown) => thrown)
        if (nth === 12) expect(world.faults.hits).toBe(0)
        const failed = outcome instanceof UserError || outcome instanceof ServiceError
        if (outcome instanceof Error && !failed) throw outcome
        const state = (): (string | undefined)[] => ['v1.2.0', 'stable'].map((tag) => registry.digest('org/app', tag))
        if (failed) {
          expect([undefined, image.digest]).toContain(state()[0])
          expect([old.digest, image.digest]).toContain(state()[1])
        } else expect(state()).toEqual([image.digest, image.digest])
        world.faults.clear()
        await run()
        expect(state()).toEqual([image.digest, image.digest])
      }
    },
  )
})

test('a reference without tag and digest cannot be looked at', async () => {
  const { client } = await aRegistry()
  await expect(client().head(parseReference('quay.io/org/app'))).rejects.toThrow('neither a tag nor a digest')
})
