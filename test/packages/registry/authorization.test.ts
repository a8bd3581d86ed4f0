import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { describe, expect, onTestFinished, test } from 'vitest'
import { UserError } from '../../../packages/plan/index.ts'
import { Authorization } from '../../../packages/registry/authorization.ts'
import { findCredentials, RegistryClient, type TransportOptions } from '../../../packages/registry/index.ts'
import { anIndex, aRegistry, REPOSITORY, ROBOT, TOKENS } from './registries.ts'

const TAG = { ...REPOSITORY, tag: 'v1.0.0' }
const as = (username: string, password: string): TransportOptions['credentials'] =>
  findCredentials({ given: { registry: 'quay.io', username, password }, environment: {} })

describe('a registry with tokens', () => {
  test('costs one turned-away request and one token, whatever is asked of it afterwards', async () => {
    const { registry, client, requests } = await aRegistry(TOKENS)
    registry.push('org/app', ['v1.0.0'], anIndex('1.0.0'))
    registry.push('org/lib', ['v1.0.0'], anIndex('1.0.0', { name: 'org/lib' }))
    const lib = { registry: 'quay.io', repository: 'org/lib' }
    const one = client({ credentials: ROBOT })
    one.announce(REPOSITORY, 'pull,push')
    one.announce(lib, 'pull')
    await Promise.all([one.head(TAG), one.tags(REPOSITORY), one.head({ ...lib, tag: 'v1.0.0' })])
    expect(requests().sort()).toEqual([
      'GET /token?service=quay.io&scope=repository%3Aorg%2Fapp%3Apull%2Cpush&scope=repository%3Aorg%2Flib%3Apull 200',
      'GET /v2/org/app/tags/list?n=1000 200',
      'HEAD /v2/org/app/manifests/v1.0.0 200',
      'HEAD /v2/org/app/manifests/v1.0.0 401',
      'HEAD /v2/org/lib/manifests/v1.0.0 200',
    ])
  })

  test('is asked for another token when a repository joins later', async () => {
    const { registry, client, requests } = await aRegistry(TOKENS)
    registry.push('org/app', ['v1.0.0'], anIndex('1.0.0'))
    const one = client()
    await one.head(TAG)
    await one.head({ registry: 'quay.io', repository: 'org/lib', tag: 'v1' })
    expect(requests().filter((line) => line.startsWith('GET /token'))).toHaveLength(2)
  })

  test('gets its token renewed before it ends, by the client’s clock', async () => {
    const { registry, client, clock, requests } = await aRegistry(TOKENS)
    registry.push('org/app', ['v1.0.0'], anIndex('1.0.0'))
    const one = client()
    await one.head(TAG)
    clock.now = 284_000
    await one.head(TAG)
    expect(requests()).toHaveLength(4)
    clock.now = 286_000
    await one.head(TAG)
    expect(requests().slice(4)).toEqual([
      expect.stringMatching(/^GET \/token/),
      'HEAD /v2/org/app/manifests/v1.0.0 200',
    ])
  })

  test('whose token ends in the middle of the work is shown a new one, and the body arrives whole', async () => {
    const { registry, world, client, requests } = await aRegistry({
      auth: { scheme: 'token', users: { robot: 'secret' }, expiresIn: 2 },
    })
    const image = anIndex('1.0.0')
    registry.push('org/app', ['dev'], image)
    const one = client({ credentials: ROBOT })
    one.announce(REPOSITORY, 'pull,push')
    const manifest = await one.get({ ...REPOSITORY, tag: 'dev' })
    world.ledger.record('time passes')
    world.ledger.record('time passes')
    if (manifest === null) throw new Error('the manifest was pushed')
    await one.put(TAG, manifest)
    expect(requests().slice(3)).toEqual([
      'PUT /v2/org/app/manifests/v1.0.0 401',
      expect.stringMatching(/^GET \/token/),
      'PUT /v2/org/app/manifests/v1.0.0 201 *',
    ])
    expect(registry.manifest('org/app', 'v1.0.0')).toEqual(image.bytes)
  })

  test('tells a wrong password from a missing right', async () => {
    const { registry, client } = await aRegistry(TOKENS)
    registry.push('org/app', ['dev'], anIndex('1.0.0'))
    const wrong = client({ credentials: as('robot', 'guess') })
    await expect(wrong.head(TAG)).rejects.toThrow('does not accept the credentials of user “robot”')
    const anonymous = client()
    const manifest = await anonymous.get({ ...REPOSITORY, tag: 'dev' })
    if (manifest === null) throw new Error('the manifest was pushed')
    await expect(anonymous.put(TAG, manifest)).rejects.toThrow('does not allow to write quay.io/org/app:v1.0.0')
    expect(registry.tags('org/app')).toEqual(['dev'])
  })

  test('never sees a secret in an error, and every secret is announced for masking', async () => {
    const { client } = await aRegistry(TOKENS)
    const secrets: string[] = []
    const one = client({ credentials: as('robot', 'hunter2'), onSecret: (secret) => void secrets.push(secret) })
    const error: unknown = await one.head(TAG).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect(JSON.stringify(error) + String(error)).not.toContain('hunter2')
    expect(secrets).toEqual(['hunter2'])
  })

  test('trades an identity token for access tokens', async () => {
    const seen: string[] = []
    const host = await aServer((message, reply, body) => {
      seen.push(`${message.method} ${message.url} ${message.headers.authorization ?? '-'} ${body}`)
      if (message.url === '/token') return void reply.end(JSON.stringify({ access_token: 'fresh' }))
      if (message.headers.authorization === 'Bearer fresh') return void reply.writeHead(404).end()
      reply
        .writeHead(401, { 'www-authenticate': `Bearer realm="http://${message.headers.host}/token",service="s"` })
        .end()
    })
    const one = clientOf(host, { credentials: () => Promise.resolve({ kind: 'identity', token: 'refresh' }) })
    await one.head(TAG)
    expect(seen).toEqual([
      'HEAD /v2/org/app/manifests/v1.0.0 - ',
      'POST /token - grant_type=refresh_token&client_id=codeflare-actions&refresh_token=refresh&service=s&scope=repository%3Aorg%2Fapp%3Apull',
      'HEAD /v2/org/app/manifests/v1.0.0 Bearer fresh ',
    ])
  })
})

describe('a registry with user name and password', () => {
  const BASIC = { auth: { scheme: 'basic', users: { robot: 'secret' }, anonymousPull: false } } as const

  test('is shown them after it asked, and then with each request', async () => {
    const { client, requests } = await aRegistry(BASIC)
    const one = client({ credentials: ROBOT })
    await one.head(TAG)
    await one.head(TAG)
    expect(requests().map((line) => line.split(' ').at(-1))).toEqual(['401', '404', '404'])
  })

  test('refuses wrong ones, and missing ones are asked for', async () => {
    const { client } = await aRegistry(BASIC)
    await expect(client().head(TAG)).rejects.toThrow('none were found')
    await expect(client({ credentials: as('robot', 'guess') }).head(TAG)).rejects.toThrow('does not allow')
  })
})

describe('credentials', () => {
  test('do not follow a redirect, not even to the same host', async () => {
    const seen: string[] = []
    const host = await aServer((message, reply) => {
      seen.push(`${message.url} ${message.headers.authorization ?? '-'}`)
      if (message.url === '/elsewhere') return void reply.writeHead(404).end()
      if (message.headers.authorization === undefined) {
        return void reply.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end()
      }
      reply.writeHead(307, { location: '/elsewhere' }).end()
    })
    const one = clientOf(host, {
      credentials: () => Promise.resolve({ kind: 'password', username: 'u', password: 'p' }),
    })
    expect(await one.head(TAG)).toBeNull()
    expect(seen).toEqual(['/v2/org/app/manifests/v1.0.0 -', '/v2/org/app/manifests/v1.0.0 Basic dTpw', '/elsewhere -'])
  })

  test('do not follow the link to a next page to another host', async () => {
    let strays = 0
    const stray = await aServer((_, reply) => {
      strays += 1
      reply.end('{}')
    })
    const seen: string[] = []
    const host = await aServer((message, reply) => {
      seen.push(message.url ?? '')
      const headers = { link: `<${stray}//${stray.slice('http://'.length)}/next>; rel="next"` }
      reply.writeHead(200, seen.length === 1 ? headers : {}).end('{"tags":[]}')
    })
    await clientOf(host, { credentials: ROBOT }).tags(REPOSITORY)
    expect(seen).toHaveLength(2)
    expect(strays).toBe(0)
  })

  test('are not sent to a realm in the clear that a registry on TLS names', async () => {
    let asked = 0
    const authorization = new Authorization({
      registry: 'quay.io',
      endpoint: 'https://quay.io',
      credentials: ROBOT,
      now: () => 0,
      onSecret: () => {},
      request: () => Promise.resolve({ status: 200, body: Buffer.from('{}'), problem: String((asked += 1)) }),
    })
    const turnedAway = (): Promise<Response> =>
      Promise.resolve(
        new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer realm="http://evil.example.com/"' } }),
      )
    await expect(authorization.send('org/app', 'pull', turnedAway)).rejects.toThrow('as the place of its tokens')
    expect(asked).toBe(0)
  })
})

async function aServer(
  answer: (message: IncomingMessage, reply: ServerResponse, body: string) => void,
): Promise<string> {
  const server = createServer((message, reply) => {
    const chunks: Buffer[] = []
    message.on('data', (chunk: Buffer) => chunks.push(chunk))
    message.on('end', () => answer(message, reply, Buffer.concat(chunks).toString()))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return `http://127.0.0.1:${address.port}`
}

function clientOf(endpoint: string, options: Pick<TransportOptions, 'credentials'>): RegistryClient {
  return new RegistryClient({ endpoints: new Map([['quay.io', endpoint]]), sleep: () => Promise.resolve(), ...options })
}
