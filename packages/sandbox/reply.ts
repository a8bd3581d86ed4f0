import type { ServerResponse } from 'node:http'
import type { SandboxResponse } from './exchange.ts'
import type { Fault } from './faults.ts'

/** What a status fault says instead of the service. */
export function substitute(fault: Extract<Fault, { kind: 'status' }>): SandboxResponse {
  return {
    status: fault.status,
    headers: {
      ...fault.headers,
      ...(fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }),
    },
    ...(fault.body === undefined ? {} : { body: fault.body }),
  }
}

/** Sends an answer, dated in the world's time, as far as a fault lets it. */
export function send(reply: ServerResponse, now: Date, response: SandboxResponse, fault?: Fault): void {
  const { body } = response
  const json = typeof body === 'object' && !Buffer.isBuffer(body)
  const bytes = body === undefined ? Buffer.alloc(0) : Buffer.from(json ? JSON.stringify(body) : body)
  // A handler of HEAD gives Content-Length itself: the length of what GET would send.
  const headers: Record<string, string> = {
    date: now.toUTCString(),
    ...(json ? { 'content-type': 'application/json; charset=utf-8' } : {}),
    ...(response.status === 204 || response.status === 304 ? {} : { 'content-length': String(bytes.length) }),
    ...lowerCased(response.headers ?? {}),
  }
  if (fault?.kind === 'wrong-digest') headers['docker-content-digest'] = `sha256:${'0'.repeat(64)}`
  reply.writeHead(response.status, headers)
  if (fault?.kind === 'truncate') {
    const kept = bytes.subarray(0, fault.bytes ?? Math.floor(bytes.length / 2))
    reply.write(kept, () => reply.socket?.destroy())
    return
  }
  reply.end(reply.req.method === 'HEAD' ? undefined : bytes)
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
