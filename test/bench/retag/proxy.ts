import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** What went through since it was last asked. */
export interface Traffic {
  readonly requests: readonly string[]
  /** Bytes that were sent as blobs. */
  readonly blobBytes: number
}

/** A registry as it is met on the internet: some milliseconds away, and with tokens in front. */
export interface Proxy {
  /** `127.0.0.1:PORT`. */
  readonly host: string
  delay: number
  take(): Traffic
  close(): void
}

const USER = `Basic ${Buffer.from('robot:secret').toString('base64')}`

/** Counts and delays requests for a registry, and asks for tokens whose scopes it checks. */
export async function startProxy(target: string): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  let requests: string[] = []
  let blobBytes = 0
  let host = ''

  async function answer(message: IncomingMessage, reply: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = message
    const at = new URL(url, target)
    requests.push(`${method} ${at.pathname}`)
    if (proxy.delay > 0) await sleep(proxy.delay)
    if (at.pathname === '/token') {
      message.resume()
      if (message.headers.authorization !== USER) return void reply.writeHead(401).end()
      const scopes = at.searchParams.getAll('scope').flatMap((scope) => scope.split(' '))
      const token = Buffer.from(scopes.join(' ')).toString('base64url')
      reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ token, expires_in: 300 }))
      return
    }
    const wanted = scopeOf(method, at)
    if (!isGranted(message.headers.authorization, wanted)) {
      message.resume()
      const scope = wanted.length === 0 ? '' : `,scope="${wanted.join(' ')}"`
      const challenge = `Bearer realm="http://${host}/token",service="bench"${scope}`
      reply.writeHead(401, { 'www-authenticate': challenge, 'content-type': 'application/json' })
      reply.end('{"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}')
      return
    }
    const { authorization: _, ...headers } = message.headers
    const onward = request(at, { method, headers: { ...headers, host: new URL(target).host }, agent })
    message.on('data', (piece: Buffer) => {
      if (at.pathname.includes('/blobs/uploads/')) blobBytes += piece.length
    })
    message.pipe(onward)
    onward.on('response', (from) => {
      reply.writeHead(from.statusCode ?? 502, from.headers)
      from.pipe(reply)
    })
    onward.on('error', () => message.socket.destroy())
  }

  const server = createServer((message, reply) => {
    answer(message, reply).catch(() => message.socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  host = `127.0.0.1:${address.port}`
  const proxy: Proxy = {
    host,
    delay: 0,
    take() {
      const taken = { requests, blobBytes }
      requests = []
      blobBytes = 0
      return taken
    },
    close() {
      server.closeAllConnections()
      server.close()
      agent.destroy()
    },
  }
  return proxy
}

function scopeOf(method: string, at: URL): string[] {
  const [, name] = /^\/v2\/(.+?)\/(?:manifests|blobs|tags|referrers)\//.exec(at.pathname) ?? []
  if (name === undefined) return []
  const from = at.searchParams.get('from')
  const own = `repository:${name}:${method === 'GET' || method === 'HEAD' ? 'pull' : 'pull,push'}`
  return from === null || from === name ? [own] : [own, `repository:${from}:pull`]
}

function isGranted(header: string | undefined, wanted: readonly string[]): boolean {
  const [, token] = /^Bearer (.+)$/.exec(header ?? '') ?? []
  if (token === undefined) return false
  const scopes = Buffer.from(token, 'base64url').toString('utf8').split(' ')
  return wanted.every((scope) => {
    const [, name = '', actions = ''] = scope.split(':')
    return actions.split(',').every((action) =>
      scopes.some((granted) => {
        const [, of, allowed = ''] = granted.split(':')
        return of === name && (allowed === '*' || allowed.split(',').includes(action))
      }),
    )
  })
}
