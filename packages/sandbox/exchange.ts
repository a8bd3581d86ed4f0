import type { IncomingHttpHeaders } from 'node:http'

/** One request, its body read whole. */
export interface SandboxRequest {
  readonly service: string
  readonly method: string
  /** The raw pathname: not decoded, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** One answer. An object as body is sent as JSON. */
export interface SandboxResponse {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer | string | object
}

export type Handler = (request: SandboxRequest) => Promise<SandboxResponse>
