import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { once } from 'node:events'
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'
import type { Handler, SandboxRequest } from './exchange.ts'
import type { Fault } from './faults.ts'
import { WorldStopped, writeScope } from './ledger.ts'
import { send, substitute } from './reply.ts'
import type { LoggedRequest } from './requests.ts'

export type { Handler, SandboxRequest, SandboxResponse } from './exchange.ts'

/** A service that listens on loopback. */
export interface Service {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly url: string
  readonly port: number
  /** Destroys every connection, now and from now on; the port stays taken until `close`. */
  stop(): void
  /** Ends the server and waits for the handlers that still run. */
  close(): Promise<void>
}

/** How a service is part of a world. */
export interface ServiceHooks {
  readonly fault: (request: SandboxRequest) => Fault | undefined
  readonly log: (request: LoggedRequest) => void
  /** The time in the Date header. */
  readonly now: () => Date
}

export interface ServiceOptions extends ServiceHooks {
  /** The name in the request log and in fault rules. */
  readonly name: string
  readonly handler: Handler
  /** The port to prefer; another free one is taken when it is not to be had. */
  readonly port?: number | undefined
}

/** More than any body of the rehearsal, less than what would hurt a laptop. */
const LARGEST_BODY = 256 * 1024 * 1024

/** Starts one loopback HTTP server in front of a handler. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const sockets = new Set<Socket>()
  const running = new Set<Promise<void>>()
  let stopped = false
  const ended = Promise.withResolvers<void>()
  const life: Life = { ended: ended.promise, isOver: () => stopped }

  const server = createServer((message, reply) => {
    const work = answer(options, life, message, reply).finally(() => running.delete(work))
    running.add(work)
  })
  server.keepAliveTimeout = 60_000
  server.on('connection', (socket) => {
    if (stopped) return void socket.destroy()
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const port = await listen(server, options.port)

  function stop(): void {
    stopped = true
    ended.resolve()
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    stop,
    async close() {
      const closed = server.listening ? once(server, 'close') : Promise.resolve()
      server.close()
      stop()
      await Promise.all([closed, ...running])
      // A client of this process keeps connections; one turn of the event loop tells it that these are gone, before a
      // reopened world answers at the same address.
      await turn()
    },
  }
}

/** Listens on loopback, on the preferred port when it is free. */
export async function listen(
  server: { listen(port: number, host: string): unknown; address(): string | AddressInfo | null } & NodeJS.EventEmitter,
  preferred?: number,
): Promise<number> {
  try {
    server.listen(preferred ?? 0, '127.0.0.1')
    await once(server, 'listening')
  } catch (error) {
    if (preferred === undefined) throw error
    return listen(server)
  }
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

/** Whether the service still answers; what a request waits for ends with it. */
interface Life {
  readonly ended: Promise<void>
  readonly isOver: () => boolean
}

async function answer(
  options: ServiceOptions,
  life: Life,
  message: IncomingMessage,
  reply: ServerResponse,
): Promise<void> {
  const scope = { wrote: false }
  const [path, query] = split(message.url ?? '/')
  const method = message.method ?? 'GET'
  let status = 0
  try {
    const body = await readBody(message)
    const request: SandboxRequest = {
      service: options.name,
      method,
      path,
      query: new URLSearchParams(query),
      headers: message.headers,
      body,
    }
    const fault = options.fault(request)
    if (fault?.kind === 'reset' && fault.when === 'before') return void message.socket.resetAndDestroy()
    if (fault?.kind === 'delay') await Promise.race([waitFor(fault), life.ended])
    if (life.isOver()) throw new WorldStopped()
    const response =
      fault?.kind === 'status' ? substitute(fault) : await writeScope.run(scope, () => options.handler(request))
    if (fault?.kind === 'reset') return void message.socket.resetAndDestroy()
    status = response.status
    send(reply, options.now(), response, fault)
  } catch (error) {
    if (error instanceof WorldStopped || message.socket.destroyed) {
      message.socket.destroy()
      return
    }
    status = 500
    // The sandbox's own bug: loud, with its stack, so that a test shows where.
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    send(reply, options.now(), { status, body: { message: `sandbox bug: ${text}` } })
  } finally {
    options.log({ service: options.name, method, path, query, status, wrote: scope.wrote })
  }
}

/** Waits as a fault says. */
export async function waitFor({ wait }: Extract<Fault, { kind: 'delay' }>): Promise<void> {
  if (typeof wait === 'number') await sleep(wait, undefined, { ref: false })
  else await wait()
}

function split(url: string): [path: string, query: string] {
  const mark = url.indexOf('?')
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)]
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of message) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('the request was decoded')
    length += chunk.length
    if (length > LARGEST_BODY) throw new RangeError(`the body is longer than ${LARGEST_BODY} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}
