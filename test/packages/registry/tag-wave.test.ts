import { describe, expect, test } from 'vitest'
import { apply, ReportedError, ServiceError, UserError } from '../../../packages/plan/index.ts'
import { planRetag, readRequests, type RetagPlan, type RetagPolicy } from '../../../packages/registry/index.ts'
import { anIndex, aRegistry, ROBOT, TOKENS } from './registries.ts'

const STRICT: RetagPolicy = { guard: 'strict', channels: ['stable'] }
const noSleep = { sleep: () => Promise.resolve() }

/** A train of images, each published as v1.1.0, with `stable` at v1.0.0, and a way to move `stable` of all of them. */
async function aTrain(count = 3, tags = 'stable') {
  const parts = await aRegistry()
  const names = Array.from({ length: count }, (_, index) => `org/app-${index}`)
  const versions = names.map((name) => ({ old: anIndex('1.0.0', { name }), next: anIndex('1.1.0', { name }) }))
  for (const [index, name] of names.entries()) {
    const { old, next } = versions[index] ?? { old: anIndex(''), next: anIndex('') }
    parts.registry.push(name, ['v1.0.0', 'stable'], old)
    parts.registry.push(name, ['v1.1.0', 'tested'], next)
  }
  const images = names.map((name) => `quay.io/${name}:tested => ${tags}`)
  const promote = async (): Promise<RetagPlan> => {
    const requests = readRequests({ source: '', tags: [], images })
    const planned = await planRetag(parts.client(), requests, STRICT, { now: () => parts.clock.now })
    if (planned.refusal !== null) throw planned.refusal
    await apply(planned.changes, noSleep)
    return planned
  }
  const shows = (): (string | undefined)[] => names.map((name) => parts.registry.digest(name, 'stable'))
  return {
    ...parts,
    names,
    promote,
    shows,
    old: versions.map(({ old }) => old.digest),
    next: versions.map(({ next }) => next.digest),
  }
}

async function failureOf(run: Promise<unknown>): Promise<ReportedError> {
  const error: unknown = await run.catch((thrown: unknown) => thrown)
  if (error instanceof ReportedError) return error
  throw error
}

describe('the channel tags of a train', () => {
  test('move together, each with its own change in the plan and its own look before and after', async () => {
    const { promote, shows, next, world, names } = await aTrain()
    const { changes } = await promote()
    expect(changes.map(({ subject }) => subject)).toEqual(names.map((name) => `image tag quay.io/${name}:stable`))
    expect(shows()).toEqual(next)
    const lines = world.requests.lines().filter((line) => line.includes('/stable '))
    const [firstPut, lastPut] = [
      lines.findIndex((line) => line.startsWith('PUT')),
      lines.findLastIndex((line) => line.startsWith('PUT')),
    ]
    const heads = lines.map((line, index) => ({ line, index })).filter(({ line }) => line.startsWith('HEAD'))
    expect(heads.filter(({ index }) => index < firstPut)).toHaveLength(3)
    expect(heads.filter(({ index }) => index > lastPut)).toHaveLength(3)
  })

  test('are put back when one of them fails, and the error says of each where it is', async () => {
    const { promote, shows, old, next, world } = await aTrain()
    const denied = { errors: [{ code: 'DENIED', message: 'no push for you' }] }
    world.faults.add({
      method: 'PUT',
      path: /app-1\/manifests\/stable/,
      fault: { kind: 'status', status: 403, body: denied },
    })
    const error = await failureOf(promote())
    expect(error).toBeInstanceOf(UserError)
    expect(error.message).toBe(
      [
        '1 of 3 tags could not be moved:',
        '- quay.io/org/app-1:stable: quay.io does not allow to write quay.io/org/app-1:stable (status 403, DENIED: no push for you).',
        'What is where now:',
        `- quay.io/org/app-0:stable: put back to ${old[0]}`,
        `- quay.io/org/app-1:stable: still at ${old[1]}`,
        `- quay.io/org/app-2:stable: put back to ${old[2]}`,
      ].join('\n'),
    )
    expect(shows()).toEqual(old)
    world.faults.clear()
    await promote()
    expect(shows()).toEqual(next)
  })

  test('leave the version tags of the same run where they belong', async () => {
    const { promote, registry, world, next, shows, old } = await aTrain(2, 'v1.1.1 stable')
    world.faults.add({
      method: 'PUT',
      path: /app-0\/manifests\/stable/,
      times: Infinity,
      fault: { kind: 'status', status: 500 },
    })
    const error = await failureOf(promote())
    expect(error).toBeInstanceOf(ServiceError)
    expect(error.message).toContain(
      `- quay.io/org/app-0:v1.1.1: at ${next[0]}\n- quay.io/org/app-1:v1.1.1: at ${next[1]}\n`,
    )
    expect(registry.digest('org/app-0', 'v1.1.1')).toBe(next[0])
    expect(shows()).toEqual(old)
  })

  test('that are new have nowhere to be put back to, and are named', async () => {
    const { client, registry, world, old } = await aTrain(1)
    registry.push('org/lib', ['v1.0.0'], anIndex('1.0.0', { name: 'org/lib' }))
    const images = ['quay.io/org/lib:v1.0.0 => stable', 'quay.io/org/app-0:tested => stable']
    const planned = await planRetag(client(), readRequests({ source: '', tags: [], images }), STRICT, { now: () => 0 })
    world.faults.add({ method: 'PUT', path: /app-0\/manifests\/stable/, fault: { kind: 'status', status: 403 } })
    const { message } = await failureOf(apply(planned.changes, noSleep))
    const created = registry.digest('org/lib', 'stable') ?? ''
    expect(message).toContain(`- quay.io/org/lib:stable: new, at ${created}; delete it by hand`)
    expect(registry.digest('org/app-0', 'stable')).toBe(old[0])
  })

  test('that cannot be put back are named with both digests', async () => {
    const { promote, shows, old, next, world } = await aTrain(2)
    world.faults.add(
      { method: 'PUT', path: /app-1\/manifests\/stable/, fault: { kind: 'status', status: 403 } },
      { method: 'PUT', path: /app-0\/manifests\/stable/, nth: 2, fault: { kind: 'status', status: 403 } },
    )
    const { message } = await failureOf(promote())
    expect(message).toContain(
      `- quay.io/org/app-0:stable: NOT put back from ${next[0]} to ${old[0]} (quay.io does not allow`,
    )
    expect(shows()).toEqual([next[0], old[1]])
  })

  test('that somebody else moved since are left to them when the others are put back', async () => {
    const { promote, registry, world, old } = await aTrain(2)
    const theirs = anIndex('9.0.0', { name: 'org/app-0' })
    world.faults.add(
      { method: 'PUT', path: /app-1\/manifests\/stable/, fault: { kind: 'status', status: 403 } },
      {
        method: 'HEAD',
        path: /app-0\/manifests\/stable/,
        nth: 2,
        fault: { kind: 'delay', wait: () => Promise.resolve(void registry.push('org/app-0', ['stable'], theirs)) },
      },
    )
    const { message } = await failureOf(promote())
    expect(message).toContain(`quay.io/org/app-0:stable was written as`)
    expect(message).toContain(`- quay.io/org/app-0:stable: at ${theirs.digest}`)
    expect(registry.digest('org/app-0', 'stable')).toBe(theirs.digest)
    expect(registry.digest('org/app-1', 'stable')).toBe(old[1])
  })

  test('are not touched when a version tag before them fails', async () => {
    const { promote, shows, old, world } = await aTrain(2, 'v1.1.1 stable')
    world.faults.add({ method: 'PUT', path: /app-0\/manifests\/v1\.1\.1/, fault: { kind: 'status', status: 403 } })
    expect((await failureOf(promote())).message).toContain('1 of 2 tags could not be moved')
    expect(shows()).toEqual(old)
  })

  test('end right by running again, after a kill behind each single write', async () => {
    const { promote, shows, old, next, registry, world, names } = await aTrain(3, 'v1.1.1 stable')
    for (let writes = 1; writes <= 6; writes += 1) {
      for (const name of names) registry.push(name, ['stable'], anIndex('1.0.0', { name }))
      expect(shows()).toEqual(old)
      // Everything after that write is cut off, as a dying process would.
      world.faults.add({ method: 'PUT', nth: writes + 1, times: Infinity, fault: { kind: 'reset', when: 'before' } })
      await promote().catch(() => undefined)
      world.faults.clear()
      await promote()
      expect(shows()).toEqual(next)
    }
  })
})

describe('several tags of one image', () => {
  async function aRelease(multiTag: boolean) {
    const parts = await aRegistry({ ...TOKENS, multiTag })
    const image = anIndex('1.2.0')
    parts.registry.push('org/app', ['dev'], image)
    const run = async (tags = ['v1.2.0', 'v1.2', 'v1.2.1']): Promise<RetagPlan> => {
      const requests = readRequests({ source: 'quay.io/org/app:dev', tags, images: [] })
      const planned = await planRetag(parts.client({ credentials: ROBOT }), requests, STRICT, { now: () => 0 })
      await apply(planned.changes, noSleep)
      return planned
    }
    return { ...parts, run, image }
  }

  test('are written with one PUT where the registry takes it: seven requests', async () => {
    const { run, registry, requests, image } = await aRelease(true)
    const { changes } = await run()
    expect(requests()).toHaveLength(7)
    expect(changes).toHaveLength(3)
    expect(['v1.2.0', 'v1.2', 'v1.2.1'].map((tag) => registry.digest('org/app', tag))).toEqual([
      image.digest,
      image.digest,
      image.digest,
    ])
  })

  test('are written one by one where it is of the older kind, which is not tried out: nine requests', async () => {
    const { run, registry, requests } = await aRelease(false)
    await run()
    expect(requests()).toHaveLength(9)
    expect(registry.tags('org/app')).toEqual(['dev', 'v1.2', 'v1.2.0', 'v1.2.1'])
  })

  test('are written one by one where a registry ignores that there are several', async () => {
    const { run, registry, world } = await aRelease(true)
    const ignored = { kind: 'status', status: 201, headers: {} } as const
    world.faults.add({ method: 'PUT', path: /tag=/, fault: ignored })
    await run()
    expect(registry.tags('org/app')).toEqual(['dev', 'v1.2', 'v1.2.0', 'v1.2.1'])
  })

  test('of which one moved in between are not written at all with that PUT', async () => {
    const { registry, client, image, clock, world } = await aRelease(true)
    const requests = readRequests({ source: 'quay.io/org/app:dev', tags: ['v1.2.0', 'v1.2.1'], images: [] })
    const planned = await planRetag(client({ credentials: ROBOT }), requests, STRICT, { now: () => clock.now })
    const theirs = registry.push('org/app', ['v1.2.1'], anIndex('6.6.6'))
    clock.now += 5000
    const error = await failureOf(apply(planned.changes, noSleep))
    expect(error.message).toContain(`now it is “${theirs}”`)
    expect(registry.digest('org/app', 'v1.2.1')).toBe(theirs)
    expect(image.digest).not.toBe(theirs)
    expect(world.ledger.writes).toBe(0)
  })
})

test('stable of 100 images costs four requests an image where it is new, and one 401 and five tokens', async () => {
  const { registry, client, requests, world } = await aRegistry(TOKENS)
  const names = Array.from({ length: 100 }, (_, index) => `org/app-${index}`)
  for (const name of names) registry.push(name, ['v1.0.0'], anIndex('1.0.0', { name, attestations: false }))
  const images = names.map((name) => `quay.io/${name}:v1.0.0 => stable`)
  const planned = await planRetag(
    client({ credentials: ROBOT }),
    readRequests({ source: '', tags: [], images }),
    STRICT,
    { now: () => 0 },
  )
  await apply(planned.changes, noSleep)
  expect(requests()).toHaveLength(400 + 1 + 5)
  expect(world.requests.all.filter(({ path }) => path === '/token')).toHaveLength(5)
})
