import { execFile } from 'node:child_process'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { buildImage, type World } from '../../../packages/sandbox/index.ts'
import { digest } from './registries.ts'
import { aWorld, say, temporaryDirectory } from './worlds.ts'

const IMAGE = buildImage({
  name: 'org/app',
  version: 'v1.0.0',
  revision: 'a'.repeat(40),
  source: 'https://example.org',
})

/** Says three things, each once: what is there already is not said again. */
async function sayAll(world: World): Promise<void> {
  for (const text of ['one', 'two', 'three']) {
    if (world.slack.messages.every((message) => message.text !== text)) await say(world, text)
  }
}

/** Pushes an image over HTTP, blob by blob, whatever is there already. */
async function pushAll(world: World): Promise<void> {
  const { url } = await world.registry('quay.io')
  const put = (path: string, method: string, body: Uint8Array, type: string): Promise<Response> =>
    fetch(`${url}/v2/org/app/${path}`, { method, body: new Uint8Array(body), headers: { 'content-type': type } })
  for (const blob of IMAGE.blobs) await put(`blobs/uploads/?digest=${digest(blob)}`, 'POST', blob, 'text/plain')
  for (const tag of ['v1.0.0', 'stable']) await put(`manifests/${tag}`, 'PUT', IMAGE.bytes, IMAGE.mediaType)
}

describe('a world that crashes after its n-th write', () => {
  test('has the write on disk and gives no answer', async () => {
    const directory = await temporaryDirectory()
    let acted = 0
    const world = await aWorld({ directory, crash: { afterWrite: 2, act: () => (acted += 1) } })
    expect(await say(world, 'one')).toBe(200)
    await expect(say(world, 'two')).rejects.toThrow('fetch failed')
    expect(acted).toBe(1)
    expect(world.requests.lines().at(-1)).toBe('POST slack /services/T0SANDBOX/B0SANDBOX/sandbox lost *')
    await world.close()

    const reopened = await aWorld({ directory })
    expect(reopened.slack.messages.map(({ text }) => text)).toEqual(['one', 'two'])
    expect(reopened.ledger.writes).toBe(2)
  })

  test('answers nobody afterwards, on no service, and writes nothing more', async () => {
    const world = await aWorld({ crash: { afterWrite: 1, act: () => undefined } })
    const quay = await world.registry('quay.io')
    await expect(say(world, 'one')).rejects.toThrow('fetch failed')
    for (const url of [quay.url, world.github.url, world.slack.api]) {
      await expect(fetch(url)).rejects.toThrow('fetch failed')
    }
    await expect(say(world, 'two')).rejects.toThrow('fetch failed')
    expect(world.ledger.writes).toBe(1)
    expect(() => world.ledger.record('one more')).toThrow('crashed on purpose')
    await expect(fetch((await world.registry('ghcr.io')).url)).rejects.toThrow('fetch failed')
  })

  test('counts the writes of this process only', async () => {
    const directory = await temporaryDirectory()
    const first = await aWorld({ directory })
    await say(first, 'one')
    await first.close()
    const second = await aWorld({ directory, crash: { afterWrite: 2, act: () => undefined } })
    expect(await say(second, 'two')).toBe(200)
    await expect(say(second, 'three')).rejects.toThrow('fetch failed')
  })

  test.each([
    ['messages', sayAll, 3],
    ['an image', pushAll, 4],
  ])('ends, run again, where an uninterrupted world ends: %s', async (_, work, writes) => {
    const uninterrupted = await aWorld()
    await work(uninterrupted)
    expect(uninterrupted.ledger.writes).toBe(writes)
    for (let afterWrite = 1; afterWrite <= writes; afterWrite += 1) {
      const directory = await temporaryDirectory()
      const crashing = await aWorld({ directory, crash: { afterWrite, act: () => undefined } })
      await expect(work(crashing)).rejects.toThrow('fetch failed')
      await crashing.close()
      const resumed = await aWorld({ directory })
      await work(resumed)
      expect(await resumed.snapshot()).toEqual(await uninterrupted.snapshot())
    }
  })

  test('stops even when what it was to do fails', async () => {
    const world = await aWorld({
      crash: {
        afterWrite: 1,
        act: () => {
          throw new Error('no')
        },
      },
    })
    await expect(say(world, 'one')).rejects.toThrow('fetch failed')
    await expect(say(world, 'two')).rejects.toThrow('fetch failed')
  })

  test('can take the whole process with it', async () => {
    const directory = await temporaryDirectory()
    const program = `
      import { openWorld } from ${JSON.stringify(new URL('../../../packages/sandbox/index.ts', import.meta.url).href)}
      const [directory] = process.argv.slice(1)
      const world = await openWorld({ directory, crash: { afterWrite: 2, act: () => process.exit(137) } })
      for (const text of ['one', 'two', 'three']) {
        await fetch(world.slack.webhook, { method: 'POST', body: JSON.stringify({ text }) })
      }`
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', program, directory])
    await expect(run).rejects.toMatchObject({ code: 137 })
    const reopened = await aWorld({ directory })
    expect(reopened.slack.messages.map(({ text }) => text)).toEqual(['one', 'two'])
  })

  test('forgets the half line that a kill can leave in the ledger', async () => {
    const directory = await temporaryDirectory()
    const before = await aWorld({ directory })
    await say(before, 'one')
    await before.close()
    await appendFile(join(directory, 'ledger.jsonl'), '"slack mess')
    const after = await aWorld({ directory })
    await say(after, 'two')
    await after.close()
    expect((await aWorld({ directory })).ledger.subjects).toEqual(Array(2).fill('slack message C0000000001'))
  })
})
