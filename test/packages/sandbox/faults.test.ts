import { describe, expect, test } from 'vitest'
import type { Fault, FaultRule, World } from '../../../packages/sandbox/index.ts'
import { buildImage } from '../../../packages/sandbox/index.ts'
import { aWorld, say } from './worlds.ts'

async function faulty(fault: Fault, rule: Omit<FaultRule, 'fault'> = {}): Promise<World> {
  const world = await aWorld()
  world.faults.add({ ...rule, fault })
  return world
}

describe('a fault', () => {
  test('of status answers instead of the service, which does nothing', async () => {
    const world = await faulty({ kind: 'status', status: 429, retryAfter: 7, body: { message: 'slow down' } })
    const response = await fetch(world.slack.webhook, { method: 'POST', body: '{"text":"hi"}' })
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
    expect(await response.json()).toEqual({ message: 'slow down' })
    expect(world.slack.messages).toEqual([])
    expect(world.requests.all).toMatchObject([{ status: 429, wrote: false }])
  })

  test('of a reset before leaves nothing written', async () => {
    const world = await faulty({ kind: 'reset', when: 'before' })
    await expect(say(world, 'hi')).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
    expect([world.slack.messages.length, world.ledger.writes]).toEqual([0, 0])
  })

  test('of a reset after loses the answer of a write that happened', async () => {
    const world = await faulty({ kind: 'reset', when: 'after' })
    await expect(say(world, 'hi')).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
    expect(world.slack.messages).toMatchObject([{ text: 'hi' }])
    expect(world.requests.all).toMatchObject([{ status: 0, wrote: true }])
  })

  test('of truncation breaks off a body whose length was promised', async () => {
    const world = await faulty({ kind: 'truncate', bytes: 3 })
    const response = await fetch(`${world.slack.api}auth.test`)
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow('terminated')
  })

  test('of delay holds the answer until it is let go', async () => {
    const gate = Promise.withResolvers<void>()
    const world = await faulty({ kind: 'delay', wait: () => gate.promise })
    let answered = false
    const answer = say(world, 'late').finally(() => (answered = true))
    expect(await say(world, 'in time')).toBe(200)
    expect([answered, world.slack.messages.length]).toEqual([false, 1])
    gate.resolve()
    expect(await answer).toBe(200)
    expect(world.slack.messages.map(({ text }) => text)).toEqual(['in time', 'late'])
  })

  test('of delay, in milliseconds, only comes later', async () => {
    const world = await faulty({ kind: 'delay', wait: 1 })
    expect(await say(world, 'hi')).toBe(200)
  })

  test('of delay does not keep a world from closing', async () => {
    const world = await faulty({ kind: 'delay', wait: () => new Promise<void>(() => undefined) })
    const answer = say(world, 'never')
    await expect.poll(() => world.faults.hits).toBe(1)
    await world.close()
    await expect(answer).rejects.toThrow('fetch failed')
    expect(world.slack.messages).toEqual([])
  })

  test('of a wrong digest contradicts the body', async () => {
    const world = await faulty({ kind: 'wrong-digest' }, { service: 'registry:quay.io' })
    const quay = await world.registry('quay.io')
    const image = buildImage({ name: 'org/app', version: '1', revision: 'b'.repeat(40), source: 'x' })
    quay.push('org/app', ['v1'], image)
    const head = (): Promise<string | null> =>
      fetch(`${quay.url}/v2/org/app/manifests/v1`, { method: 'HEAD' }).then(({ headers }) =>
        headers.get('docker-content-digest'),
      )
    expect(await head()).toBe(`sha256:${'0'.repeat(64)}`)
    expect(await head()).toBe(image.digest)
  })
})

describe('a rule', () => {
  const answer: Fault = { kind: 'status', status: 503 }

  test('hits the first match once unless told otherwise', async () => {
    const world = await faulty(answer)
    expect([await say(world, 'a'), await say(world, 'b')]).toEqual([503, 200])
    expect(world.faults.hits).toBe(1)
  })

  test('hits from the n-th match on, so many times', async () => {
    const world = await faulty(answer, { nth: 2, times: 2 })
    const statuses = []
    for (const text of ['a', 'b', 'c', 'd']) statuses.push(await say(world, text))
    expect(statuses).toEqual([200, 503, 503, 200])
  })

  test('hits every match when its times are infinite, until it is cleared', async () => {
    const world = await faulty(answer, { times: Number.POSITIVE_INFINITY })
    expect([await say(world, 'a'), await say(world, 'b')]).toEqual([503, 503])
    world.faults.clear()
    expect(await say(world, 'c')).toBe(200)
  })

  test('matches by service, method and path with query, all of them', async () => {
    const world = await faulty(answer, { service: 'slack', method: 'GET', path: /auth\.test\?x=1$/g, times: 9 })
    const status = (url: string, method = 'GET'): Promise<number> => fetch(url, { method }).then((r) => r.status)
    expect(await status(`${world.slack.api}auth.test?x=1`)).toBe(503)
    expect(await status(`${world.slack.api}auth.test?x=1`)).toBe(503)
    expect(await status(`${world.slack.api}auth.test?x=1`, 'POST')).toBe(200)
    expect(await status(`${world.slack.api}auth.test`)).toBe(200)
    expect(await status(`${world.github.url}/auth.test?x=1`)).not.toBe(503)
    expect(world.faults.hits).toBe(2)
  })

  test('that comes first wins, and the others count the match all the same', async () => {
    const world = await aWorld()
    world.faults.add({ fault: answer }, { nth: 2, fault: { kind: 'status', status: 500 } })
    expect([await say(world, 'a'), await say(world, 'b'), await say(world, 'c')]).toEqual([503, 500, 200])
  })
})
