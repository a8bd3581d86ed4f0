import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apply } from '../../packages/plan/index.ts'
import {
  findCredentials,
  planRetag,
  readRequests,
  RegistryClient,
  type RetagPlan,
} from '../../packages/registry/index.ts'
import { type Artifact, buildIndex } from '../../packages/sandbox/index.ts'

/** Debian's package `docker-registry` (`apt-get install docker-registry`): distribution/distribution 2.8. */
const PROGRAM = 'docker-registry'
const INSTALLED = isInstalled()
/** `secret`, as `htpasswd -B -C 4` writes it. */
const BCRYPT_SECRET = '$2b$04$2r6e2DAorgngYZK524KS6.8YgcitXGoacCLQNNZHPv8NyWHdK3gZm'

describe.skipIf(!INSTALLED)(`a real registry (${PROGRAM}${INSTALLED ? '' : ': not installed'})`, () => {
  let directory = ''
  let endpoint = ''
  let stop = (): Promise<void> => Promise.resolve()

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'docker-registry-'))
    const port = await freePort()
    endpoint = `http://127.0.0.1:${port}`
    await writeFile(join(directory, 'htpasswd'), `robot:${BCRYPT_SECRET}\n`)
    await writeFile(
      join(directory, 'config.yml'),
      `version: 0.1
log: { level: error }
storage: { filesystem: { rootdirectory: ${JSON.stringify(join(directory, 'storage'))} } }
http: { addr: '127.0.0.1:${port}' }
auth: { htpasswd: { realm: registry, path: ${JSON.stringify(join(directory, 'htpasswd'))} } }
`,
    )
    const server = spawn(PROGRAM, ['serve', join(directory, 'config.yml')], { stdio: 'ignore' })
    const ended = once(server, 'exit')
    stop = async () => {
      server.kill()
      await ended
      await rm(directory, { recursive: true, force: true })
    }
    await until(async () => (await fetch(`${endpoint}/v2/`)).status === 401)
  })
  afterAll(() => stop())

  function client(): RegistryClient {
    const given = { registry: 'registry.example.com', username: 'robot', password: 'secret' }
    return new RegistryClient({
      credentials: findCredentials({ given, environment: {} }),
      endpoints: new Map([['registry.example.com', endpoint]]),
    })
  }

  async function retag(source: string, tags: string[]): Promise<RetagPlan> {
    const requests = readRequests({ source: `registry.example.com/org/app${source}`, tags, images: [] })
    const plan = await planRetag(client(), requests, { guard: 'strict', channels: ['stable'] })
    if (plan.refusal !== null) throw plan.refusal
    await apply(plan.changes)
    return plan
  }

  const authorization = `Basic ${Buffer.from('robot:secret').toString('base64')}`

  /** Pushes an index by plain HTTP, so that nothing of the client under test is used. */
  async function push(artifact: Artifact, tag: string): Promise<void> {
    const send = async (method: string, url: URL, type: string, body?: Buffer): Promise<Response> => {
      const headers = { authorization, 'content-type': type }
      const answer = await fetch(url.href, { method, headers, ...(body && { body: new Uint8Array(body) }) })
      expect([201, 202]).toContain(answer.status)
      return answer
    }
    for (const [manifest, name] of [
      ...artifact.manifests.map((child) => [child, child.digest] as const),
      [artifact, tag] as const,
    ]) {
      for (const blob of manifest.blobs) {
        const opened = await send('POST', new URL('/v2/org/app/blobs/uploads/', endpoint), 'application/octet-stream')
        const at = new URL(opened.headers.get('location') ?? '', endpoint)
        at.searchParams.set('digest', `sha256:${createHash('sha256').update(blob).digest('hex')}`)
        await send('PUT', at, 'application/octet-stream', blob)
      }
      await send('PUT', new URL(`/v2/org/app/manifests/${name}`, endpoint), manifest.mediaType, manifest.bytes)
    }
  }

  const anIndex = (version: string): Artifact =>
    buildIndex({ name: 'org/app', version, revision: '0'.repeat(40), source: 'https://example.com/app' })

  async function digestBehind(tag: string): Promise<string | null> {
    const headers = { authorization, accept: 'application/vnd.oci.image.index.v1+json' }
    const answer = await fetch(`${endpoint}/v2/org/app/manifests/${tag}`, { headers })
    return answer.ok
      ? `sha256:${createHash('sha256')
          .update(await answer.bytes())
          .digest('hex')}`
      : null
  }

  test('takes an index from dev to its version and to stable, byte for byte, and refuses to go back', async () => {
    const [one, two] = [anIndex('1.0.0'), anIndex('1.1.0')]
    await push(one, 'dev')
    await retag(':dev', ['v1.0.0', 'stable'])
    await push(two, 'dev')
    const second = await retag(':dev', ['v1.1.0', 'stable'])
    expect(second.changes.map(({ reason }) => reason).at(-1)).toBe('stable goes from 1.0.0 to 1.1.0')
    expect(await Promise.all(['v1.0.0', 'v1.1.0', 'stable'].map(digestBehind))).toEqual([
      one.digest,
      two.digest,
      two.digest,
    ])

    expect((await retag(`@${two.digest}`, ['v1.1.0', 'stable'])).changes).toEqual([])
    await expect(retag(':v1.0.0', ['stable'])).rejects.toThrow('asked to go back to 1.0.0')
    await expect(retag(':v1.0.0', ['v1.1.0'])).rejects.toThrow('is published as')
    expect(await digestBehind('stable')).toBe(two.digest)
    // No referrers API in this version, and no fallback tag: nothing refers to it.
    expect(await client().referrers({ registry: 'registry.example.com', repository: 'org/app' }, two.digest)).toEqual(
      [],
    )
  })

  test('says what does not exist', async () => {
    await expect(retag(':nothing', ['v9.0.0'])).rejects.toThrow('does not exist')
    expect(await client().tags({ registry: 'registry.example.com', repository: 'org/nothing' })).toEqual([])
  })
})

function isInstalled(): boolean {
  try {
    execFileSync(PROGRAM, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('there is no free port')
  return address.port
}

async function until(isReady: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await isReady().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${PROGRAM} did not start within ten seconds`)
}
