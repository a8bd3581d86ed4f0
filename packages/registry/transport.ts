import { setTimeout } from 'node:timers/promises'
import pLimit, { type LimitFunction } from 'p-limit'
import { ServiceError, UserError } from '../plan/index.ts'
import { type Access, Authorization } from './authorization.ts'
import type { CredentialSource } from './credentials.ts'
import { type EndpointOptions, endpointOf } from './endpoints.ts'
import { connectionFault, readAnswer } from './connection.ts'
import { Patience, patientStream } from './patience.ts'
import { type Answer, describeAnswer, LONGEST_ERROR } from './errors.ts'
import type { Repository } from './reference.ts'
import { isTransient, pauseAfter, RETRY, retryAfter, type RetryPolicy } from './retry.ts'

/** How registries are spoken to; everything that is not deterministic comes in here. */
export interface TransportOptions extends EndpointOptions {
  readonly credentials: CredentialSource
  readonly retry?: RetryPolicy
  /** Ends everything that is under way. */
  readonly signal?: AbortSignal
  /** Told what registries say in `Warning` headers, each text once. */
  readonly onWarning?: (text: string) => void
  /** Told every secret before it is used, so that it can be masked. */
  readonly onSecret?: (secret: string) => void
  readonly sleep?: (milliseconds: number) => Promise<void>
  /** A number from 0 to 1. */
  readonly random?: () => number
  /** Milliseconds since the epoch. */
  readonly now?: () => number
}

/** One request to a repository's API. */
export interface Call {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly repository: Repository
  readonly access: Access
  /** After `/v2/NAME/`, with its query; a whole path from a `Link` header; or the address of an open upload. */
  readonly path: string | URL
  /** Another repository of the same registry that the request reads from; its token must cover both. */
  readonly from?: Repository
  readonly headers?: Readonly<Record<string, string>>
  /** Bytes, or a stream that is made anew for each try; a request with a stream is tried once, apart from a 401. */
  readonly body?: Bytes | (() => AsyncIterable<Bytes>)
  /** Most bytes that are read of a good answer. */
  readonly limit?: number
  /** Further answers to try again on, beside the usual transient ones. */
  readonly isTransient?: (answer: Answer) => boolean
  /** Looks whether trying again is still right; throws when it is not. */
  readonly beforeRetry?: () => Promise<void>
}

export type Bytes = Uint8Array<ArrayBuffer>

/** Requests to one registry at a time; more make a CI runner no faster and a registry unhappy. */
export const CONCURRENCY = 12
/** Milliseconds for one try of one request, its body included; for a streamed body, without a byte of it going on. */
const PATIENCE = 60_000
/** Milliseconds for a registry to hash and store what was streamed to it. */
const STORING = 300_000
const REDIRECTS = 5
const LONGEST_WARNING = 4096

interface Host {
  readonly endpoint: string
  readonly authorization: Authorization
  readonly limit: LimitFunction
}

/** How one request is tried. */
interface Tries {
  readonly registry: string
  readonly isBusy: (answer: Answer) => boolean
  readonly limit?: <T>(work: () => Promise<T>) => Promise<T>
  readonly beforeRetry?: () => Promise<void>
  readonly attempts?: number
}

interface Request {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Bytes | string | (() => AsyncIterable<Bytes>)
}

/** HTTP for registries: endpoints, authorization, redirects, retries, concurrency, size limits. Knows no manifests. */
export class Transport {
  readonly #options: TransportOptions
  readonly #hosts = new Map<string, Host>()
  readonly #warned = new Set<string>()
  readonly #concealed = new Set<string>()

  constructor(options: TransportOptions) {
    this.#options = options
  }

  /** Announces what will be needed of a repository, so that one token covers it. */
  announce({ registry, repository }: Repository, access: Access): void {
    this.#host(registry).authorization.announce(repository, access)
  }

  /**
   * Sends the request until it is answered with something that trying again would not change.
   *
   * @throws UserError when the registry cannot be found or its credentials are missing or wrong.
   * @throws ServiceError when it stays unreachable or busy.
   */
  async send(call: Call): Promise<Answer> {
    const isBusy = (answer: Answer): boolean => isTransient(answer.status) || call.isTransient?.(answer) === true
    const { registry } = call.repository
    const { limit } = this.#host(registry)
    const tries = {
      registry,
      isBusy,
      limit,
      ...(call.beforeRetry && { beforeRetry: call.beforeRetry }),
      ...(typeof call.body === 'function' && { attempts: 1 }),
    }
    return this.#retrying(tries, async () => {
      const patience = new Patience(PATIENCE, this.#options.signal)
      try {
        return await readAnswer(await this.#attempt(call, patience), call.limit ?? LONGEST_ERROR)
      } finally {
        patience.end()
      }
    })
  }

  /**
   * Like `send`, for a body that is too long to be held: a good answer comes as it is, with its body unread. Only what
   * happens before the body is tried again here; a body that is cut is its reader's to ask for again.
   */
  async open(call: Call): Promise<Answer & { readonly stream?: AsyncIterable<Bytes> }> {
    const { registry } = call.repository
    const { limit } = this.#host(registry)
    const isBusy = (answer: Answer): boolean => isTransient(answer.status)
    return this.#retrying({ registry, isBusy, limit }, async () => {
      const patience = new Patience(PATIENCE, this.#options.signal)
      const response = await this.#attempt(call, patience).catch((error: unknown) => {
        patience.end()
        throw error
      })
      const { status, headers } = response
      if (status === 200 || status === 206) {
        return { status, headers, body: new Uint8Array(), stream: patientStream(response, patience, registry) }
      }
      try {
        return await readAnswer(response, LONGEST_ERROR)
      } finally {
        patience.end()
      }
    })
  }

  /**
   * Where an upload goes on: the header `Location`, relative or absolute, with its query.
   *
   * @throws ServiceError when there is none, or it leads from TLS into the clear.
   */
  location({ registry }: Repository, { headers }: Answer, known?: URL): URL {
    const { endpoint } = this.#host(registry)
    const text = headers.get('location')
    if (text === null && known !== undefined) return known
    const url = text !== null && URL.canParse(text, endpoint) ? new URL(text, endpoint) : null
    if (url?.protocol === 'https:' || (url?.protocol === 'http:' && endpoint.startsWith('http:'))) return url
    throw new ServiceError(`${registry} does not say where an upload goes on (“${(text ?? '').slice(0, 200)}”).`)
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return (this.#options.now ?? Date.now)()
  }

  /** Waits as long as the retry policy wants before try number `attempt + 1`. */
  async pause(attempt: number): Promise<void> {
    const { retry = RETRY, random = Math.random } = this.#options
    await this.sleep(pauseAfter(attempt, null, random, retry))
  }

  /** Waits, until the run is cancelled. */
  async sleep(milliseconds: number): Promise<void> {
    const { signal, sleep = (ms: number) => setTimeout(ms, undefined, { signal }) } = this.#options
    await sleep(milliseconds).catch(() => signal?.throwIfAborted())
  }

  async #attempt(call: Call, patience: Patience): Promise<Response> {
    const { registry, repository } = call.repository
    const { endpoint, authorization } = this.#host(registry)
    const { path, headers = {}, body } = call
    // Joined as text: resolved, a path that begins with two slashes would lead to another host.
    const url =
      path instanceof URL ? path : new URL(endpoint + (path.startsWith('/') ? path : `/v2/${repository}/${path}`))
    const request: Request = { method: call.method, headers, ...(body && { body }) }
    // An upload may be continued on another host (a bucket): that one gets no credentials of ours.
    const response = await (url.origin === endpoint
      ? authorization.send(
          repository,
          call.access,
          (header) =>
            this.#fetch(
              url,
              header === null ? request : { ...request, headers: { ...headers, authorization: header } },
              patience,
            ),
          call.from?.repository,
        )
      : this.#fetch(url, request, patience))
    this.#warn(registry, response.headers.get('warning'))
    return response
  }

  #host(registry: string): Host {
    const known = this.#hosts.get(registry)
    if (known !== undefined) return known
    const { credentials, now = Date.now } = this.#options
    const endpoint = endpointOf(registry, this.#options)
    const authorization = new Authorization({
      registry,
      endpoint,
      credentials,
      now,
      onSecret: (secret) => this.#conceal(secret),
      request: async (url, request) => {
        const tries = { registry: url.host, isBusy: ({ status }: Answer) => isTransient(status) }
        const answer = await this.#retrying(tries, async () => {
          const patience = new Patience(PATIENCE, this.#options.signal)
          try {
            const { signal } = patience
            return await readAnswer(await fetch(url.href, { ...request, redirect: 'manual', signal }), LONGEST_ERROR)
          } finally {
            patience.end()
          }
        })
        return { ...answer, problem: answer.status === 200 ? 'an answer without a token' : describeAnswer(answer) }
      },
    })
    const host = { endpoint, authorization, limit: pLimit(CONCURRENCY) }
    this.#hosts.set(registry, host)
    return host
  }

  async #retrying<A extends Answer>(tries: Tries, attempt: () => Promise<A>): Promise<A> {
    const { retry = RETRY, random = Math.random, signal } = this.#options
    const { registry, isBusy, beforeRetry, limit = (work) => work(), attempts = retry.attempts } = tries
    let waited = 0
    for (let count = 1; ; count += 1) {
      // Whoever waits keeps its place: a registry that asks for a pause gets one from all of us.
      const outcome = await limit(async (): Promise<A | 'again'> => {
        signal?.throwIfAborted()
        const answer = await attempt().catch((error: unknown) => {
          signal?.throwIfAborted()
          return connectionFault(error, registry, PATIENCE)
        })
        if (!(answer instanceof ServiceError) && !isBusy(answer)) return answer
        const asked = answer instanceof ServiceError ? null : retryAfter(answer.headers.get('retry-after'), this.now())
        const pause = pauseAfter(count, asked, random, retry)
        if (count >= attempts || waited + pause > retry.budget) {
          if (!(answer instanceof ServiceError)) return answer
          throw answer
        }
        await this.sleep(pause)
        waited += pause
        return 'again'
      })
      if (outcome !== 'again') return outcome
      await beforeRetry?.()
    }
  }

  /** Follows redirects itself: credentials stay with the first request, and no redirect leads from TLS into the clear. */
  async #fetch(url: URL, { method, body, ...request }: Request, patience: Patience): Promise<Response> {
    let at = url
    let { headers } = request
    for (let hops = 0; hops <= REDIRECTS; hops += 1) {
      const response = await fetch(at.href, {
        method,
        headers,
        signal: patience.signal,
        ...(typeof body === 'function'
          ? // With these two, fetch does not keep a second copy of what it sends, in case that it must send it again.
            {
              body: ReadableStream.from(patience.watch(body(), STORING)),
              duplex: 'half',
              window: null,
              redirect: 'error',
            }
          : { redirect: 'manual', ...(body !== undefined && { body }) }),
      })
      const location = response.headers.get('location')
      const moved = [301, 302, 303, 307, 308].includes(response.status)
      if (!moved || location === null) return response
      await response.body?.cancel()
      const next = URL.canParse(location, at.href) ? new URL(location, at) : null
      const isSafe = next?.protocol === 'https:' || (next?.protocol === 'http:' && at.protocol === 'http:')
      const keepsBody = body === undefined || response.status === 307 || response.status === 308
      if (next === null || !isSafe || !keepsBody) {
        throw new UserError(
          `${url.host} redirects ${method} to “${(next?.origin ?? location).slice(0, 200)}”, which is not followed.`,
        )
      }
      at = next
      headers = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization'))
    }
    throw new ServiceError(`${url.host} redirected more than ${REDIRECTS} times.`)
  }

  #conceal(secret: string): void {
    if (secret === '' || this.#concealed.has(secret)) return
    this.#concealed.add(secret)
    this.#options.onSecret?.(secret)
  }

  #warn(registry: string, header: string | null): void {
    // RFC 7234 section 5.5, as the distribution specification uses it: `299 - "text"`.
    const text = /^299 - "((?:[^"\\]|\\.)*)"/.exec((header ?? '').slice(0, LONGEST_WARNING))?.[1]
    if (text === undefined || this.#warned.has(`${registry} ${text}`)) return
    this.#warned.add(`${registry} ${text}`)
    this.#options.onWarning?.(`${registry}: ${text.replace(/\\(.)/g, '$1').replace(/[\p{C}]+/gu, ' ')}`)
  }
}
