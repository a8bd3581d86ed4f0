import { createServer } from 'node:http'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { apply, ReportedError } from '../../../packages/plan/index.ts'
import { planRetag, readRequests, RegistryClient } from '../../../packages/registry/index.ts'
import { anIndex, aRegistry } from './registries.ts'

/** What one request costs by the clock of both runs: less than half of the time in which a run must have looked and written. */
const TICK = 400

/**
 * Lets two runs do what they do to `stable` in a given order, one request at a time: each speaks to the registry through
 * a door of its own, which opens when it is that run's turn. Whatever else they ask is not held up.
 */
class Order {
  readonly #turns: string[]
  readonly #waiting = new Map<string, () => void>()
  readonly #ended = new Set<string>()
  readonly clock = { now: 0 }

  constructor(turns: string) {
    this.#turns = turns.split('')
  }

  async pass<T>(run: string, request: () => Promise<T>): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting.set(run, resolve)
    this.#next()
    await promise
    try {
      return await request()
    } finally {
      this.clock.now += TICK
      this.#turns.shift()
      this.#next()
    }
  }

  end(run: string): void {
    this.#ended.add(run)
    this.#next()
  }

  #next(): void {
    while (this.#turns[0] !== undefined && this.#ended.has(this.#turns[0])) this.#turns.shift()
    // When all turns are used up, whoever is left goes on alone.
    const run = this.#turns[0] ?? [...this.#waiting.keys()][0]
    if (run === undefined) return
    const open = this.#waiting.get(run)
    this.#waiting.delete(run)
    open?.()
  }
}

/** A way to a registry on which requests for `stable` wait for their turn. */
async function aDoor(target: string, run: string, order: Order): Promise<string> {
  const server = createServer((message, reply) => {
    const forward = async (): Promise<void> => {
      const chunks: Buffer[] = []
      for await (const chunk of message) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
      const headers = { accept: message.headers.accept ?? '*/*', 'content-type': message.headers['content-type'] ?? '' }
      const method = message.method ?? 'GET'
      const send = (): Promise<Response> =>
        fetch(new URL(message.url ?? '/', target), {
          method,
          headers,
          ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
        })
      const answer = await (message.url?.endsWith('/stable') === true ? order.pass(run, send) : send())
      const body = await answer.bytes()
      reply.writeHead(answer.status, Object.fromEntries(answer.headers))
      reply.end(method === 'HEAD' ? undefined : body)
    }
    forward().catch(() => message.socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the door has no port')
  return `http://127.0.0.1:${address.port}`
}

/** All words of so many of each letter. */
function words(newer: number, older: number): string[] {
  if (newer === 0) return ['O'.repeat(older)]
  if (older === 0) return ['N'.repeat(newer)]
  return [...words(newer - 1, older).map((rest) => `N${rest}`), ...words(newer, older - 1).map((rest) => `O${rest}`)]
}

test('of two releases that race for stable the newer one wins in every interleaving, or a run fails loudly', async () => {
  const { registry } = await aRegistry()
  const [first, older, newer] = [anIndex('1.2.0'), anIndex('1.2.1'), anIndex('1.3.0')]
  registry.push('org/app', ['v1.2.0'], first)
  registry.push('org/app', ['v1.2.1'], older)
  registry.push('org/app', ['v1.3.0'], newer)
  const ends = { newer: 0, loud: 0 }
  // A run does three things to stable (look, write, look), the older one a fourth: it looks again right before it writes.
  for (const word of words(3, 4)) {
    registry.push('org/app', ['stable'], first)
    const order = new Order(word)
    const run = async (name: string, tag: string): Promise<ReportedError | null> => {
      const client = new RegistryClient({
        credentials: () => Promise.resolve(null),
        endpoints: new Map([['quay.io', await aDoor(registry.url, name, order)]]),
        sleep: () => Promise.resolve(),
        now: () => order.clock.now,
      })
      const requests = readRequests({ source: `quay.io/org/app:${tag}`, tags: ['stable'], images: [] })
      try {
        const policy = { guard: 'strict', channels: ['stable'] } as const
        const plan = await planRetag(client, requests, policy, { now: () => order.clock.now })
        if (plan.refusal !== null) throw plan.refusal
        await apply(plan.changes, { sleep: () => Promise.resolve() })
        return null
      } catch (error) {
        if (error instanceof ReportedError) return error
        throw error
      } finally {
        order.end(name)
      }
    }
    const failures = await Promise.all([run('N', 'v1.3.0'), run('O', 'v1.2.1')])
    const shown = registry.digest('org/app', 'stable')
    if (failures.every((failure) => failure === null)) {
      expect(shown, `${word}: nobody complained`).toBe(newer.digest)
      ends.newer += 1
    } else ends.loud += 1
    expect([newer.digest, older.digest], word).toContain(shown)
  }
  // Both ends happen, so that neither is what the test is blind to.
  expect(ends.newer).toBeGreaterThan(0)
  expect(ends.loud).toBeGreaterThan(0)
})
