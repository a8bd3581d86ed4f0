import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { buildIndex } from '../../../packages/sandbox/index.ts'
import { aWorld, say, temporaryDirectory } from './worlds.ts'

const IMAGE = { name: 'org/app', version: 'v1.0.0', revision: 'a'.repeat(40), source: 'https://github.com/org/app' }

describe('a world', () => {
  test('tells in its environment where its services are', async () => {
    const world = await aWorld()
    const [ghcr, quay] = [await world.registry('ghcr.io'), await world.registry('quay.io')]
    expect(world.environment()).toEqual({
      GITHUB_API_URL: `${world.github.url}/api/v3`,
      GITHUB_SERVER_URL: world.github.url,
      GITHUB_GRAPHQL_URL: `${world.github.url}/api/graphql`,
      CODEFLARE_REGISTRY_ENDPOINTS: `ghcr.io=${ghcr.url},quay.io=${quay.url}`,
    })
    expect(world.github.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })

  test('has a clock that only a write moves', async () => {
    const world = await aWorld({ start: '2024-03-01T08:00:00Z' })
    expect(world.ledger.now().toISOString()).toBe('2024-03-01T08:00:00.000Z')
    await say(world, 'one')
    await say(world, 'two')
    expect(world.ledger.now().toISOString()).toBe('2024-03-01T08:00:02.000Z')
    expect(world.ledger.subjects).toEqual(['slack message C0000000001', 'slack message C0000000001'])
  })

  test('refuses a start that is no time', async () => {
    await expect(aWorld({ start: 'yesterday' })).rejects.toThrow('start: found "yesterday"')
  })

  test.each(['', '../etc', 'a_b', 'UPPER.io', 'quay.io/org'])('refuses the registry host %o', async (host) => {
    const world = await aWorld()
    expect(() => world.registry(host)).toThrow('registry host')
  })

  test('opens one registry for a host, however often it is asked for', async () => {
    const world = await aWorld()
    const [first, second] = await Promise.all([world.registry('localhost:5000'), world.registry('localhost:5000')])
    expect(first).toBe(second)
  })

  test('is the same after it was closed and opened again, at the same addresses', async () => {
    const directory = await temporaryDirectory()
    const before = await aWorld({ directory, start: '2024-03-01T08:00:00Z' })
    const quay = await before.registry('localhost:5000')
    quay.push('org/app', ['v1.0.0', 'stable'], buildIndex(IMAGE))
    before.slack.addChannel('release')
    await say(before, 'out now')
    const [snapshot, environment] = [await before.snapshot(), before.environment()]
    await before.close()

    const after = await aWorld({ directory, start: '2030-01-01T00:00:00Z' })
    expect(await after.snapshot()).toEqual(snapshot)
    expect(after.environment()).toEqual(environment)
    expect(after.ledger.now().toISOString()).toBe('2024-03-01T08:00:01.000Z')
    expect(after.slack.channels).toEqual({ general: 'C0000000001', release: 'C0000000002' })
    expect((await after.registry('localhost:5000')).digest('org/app', 'stable')).toBe(buildIndex(IMAGE).digest)
  })

  test('gives equal snapshots where the same happened at other ports', async () => {
    const [one, two] = await Promise.all([aWorld(), aWorld()])
    for (const world of [one, two]) await say(world, `see ${world.github.url}/org/app and ${world.slack.webhook}`)
    expect(one.github.url).not.toBe(two.github.url)
    expect(await one.snapshot()).toEqual(await two.snapshot())
    expect(await one.snapshot()).toMatchObject({
      slack: [{ text: 'see http://github/org/app and http://slack/services/T0SANDBOX/B0SANDBOX/sandbox' }],
    })
  })

  test('moves to other addresses when its own are taken, and its snapshot stays the same', async () => {
    const directory = await temporaryDirectory()
    const before = await aWorld({ directory })
    await say(before, `see ${before.github.url}/org/app`)
    const snapshot = await before.snapshot()
    await before.close()
    const squatter = createServer().listen(Number(new URL(before.github.url).port), '127.0.0.1')
    onTestFinished(() => void squatter.close())
    await once(squatter, 'listening')
    const after = await aWorld({ directory })
    expect(after.github.url).not.toBe(before.github.url)
    expect(await after.snapshot()).toEqual(snapshot)
  })

  test('refuses a directory whose state is none of its own', async () => {
    const directory = await temporaryDirectory()
    await writeFile(join(directory, 'world.json'), '[]')
    await expect(aWorld({ directory })).rejects.toThrow('expected a state file of the sandbox')
  })

  test('gives another snapshot where something else happened', async () => {
    const [one, two] = await Promise.all([aWorld(), aWorld()])
    await say(one, 'hello')
    await say(two, 'hello!')
    expect(await one.snapshot()).not.toEqual(await two.snapshot())
  })
})

describe('the request log', () => {
  test('knows what was asked, what was answered, and which request wrote', async () => {
    const world = await aWorld()
    const quay = await world.registry('quay.io')
    await fetch(`${quay.url}/v2/org/app/tags/list?n=5`)
    await say(world, 'hello')
    expect(world.requests.lines()).toEqual([
      'GET registry:quay.io /v2/org/app/tags/list?n=5 404',
      'POST slack /services/T0SANDBOX/B0SANDBOX/sandbox 200 *',
    ])
    world.requests.clear()
    expect(world.requests.all).toEqual([])
  })

  test('tells apart who wrote when requests run at the same time', async () => {
    const world = await aWorld()
    await Promise.all([say(world, 'a'), fetch(`${world.slack.api}auth.test`), say(world, 'b')])
    const requests = world.requests.all
    expect(requests).toHaveLength(3)
    for (const { path, wrote } of requests) expect(wrote).toBe(path.startsWith('/services/'))
  })

  test('keeps no credentials', async () => {
    const world = await aWorld()
    const quay = await world.registry('quay.io')
    const headers = { authorization: 'Basic c2VjcmV0' }
    await fetch(`${quay.url}/v2/`, { headers })
    await fetch(`${world.slack.api}auth.test`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ token: 'secret' }),
    })
    expect(JSON.stringify(world.requests.all)).not.toMatch(/secret|c2VjcmV0|authorization/i)
    expect(world.requests.all).toHaveLength(2)
  })
})
