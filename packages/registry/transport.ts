import { setTimeout } from 'node:timers/promises'
import pLimit, { type LimitFunction } from 'p-limit'
import { ServiceError, UserError } from '../plan/index.ts'
import { type Access, Authorization } from './authorization.ts'
import type { CredentialSource } from './credentials.ts'
import { type EndpointOptions, endpointOf } from './endpoints.ts'
import { connectionFault, readAnswer } from './connection.ts'
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
  readonly method: 'GET' | 'HEAD' | 'PUT'
  readonly repository: Repository
  readonly access: Access
  /** After `/v2/NAME/`, with its query; or a whole path from a `Link` header. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array<ArrayBuffer>
  /** Most bytes that are read of a good answer. */
  readonly limit?: number
  /** Further answers to try again on, beside the usual transient ones. */
  readonly isTransient?: (answer: Answer) => boolean
}

/** Requests to one registry at a time; more make a CI runner no faster and a registry unhappy. */
const CONCURRENCY = 6
/** Milliseconds for one try of one request, its body included. */
const PATIENCE = 60_000
const REDIRECTS = 5
const LONGEST_WARNING = 4096

interface Host {
  readonly endpoint: string
  readonly authorization: Authorization
  readonly limit: LimitFunction
}

interface Request {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array<ArrayBuffer> | string
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
    const { registry, repository } = call.repository
    const host = this.#host(registry)
    const path = call.path.startsWith('/') ? call.path : `/v2/${repository}/${call.path}`
    // Joined as text: resolved, a path that begins with two slashes would lead to another host.
    const url = new URL(host.endpoint + path)
    const isBusy = (answer: Answer): boolean => isTransient(answer.status) || call.isTransient?.(answer) === true
    return host.limit(() =>
      this.#retrying(registry, isBusy, async (signal) => {
        const request: Request = {
          method: call.method,
          headers: call.headers ?? {},
          ...(call.body && { body: call.body }),
        }
        const response = await host.authorization.send(repository, call.access, (header) =>
          this.#fetch(
            url,
            header === null ? request : { ...request, headers: { ...request.headers, authorization: header } },
            signal,
          ),
        )
        this.#warn(registry, response.headers.get('warning'))
        return readAnswer(response, call.limit ?? LONGEST_ERROR)
      }),
    )
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
        const answer = await this.#retrying(
          url.host,
          ({ status }) => isTransient(status),
          async (signal) =>
            readAnswer(await fetch(url.href, { ...request, redirect: 'manual', signal }), LONGEST_ERROR),
        )
        return { ...answer, problem: answer.status === 200 ? 'an answer without a token' : describeAnswer(answer) }
      },
    })
    const host = { endpoint, authorization, limit: pLimit(CONCURRENCY) }
    this.#hosts.set(registry, host)
    return host
  }

  async #retrying(
    name: string,
    isBusy: (answer: Answer) => boolean,
    attempt: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> {
    const { retry = RETRY, random = Math.random, now = Date.now, signal } = this.#options
    const sleep = this.#options.sleep ?? ((ms: number) => setTimeout(ms, undefined, { signal }))
    let waited = 0
    for (let tries = 1; ; tries += 1) {
      signal?.throwIfAborted()
      const patience = AbortSignal.timeout(PATIENCE)
      const outcome = await attempt(signal === undefined ? patience : AbortSignal.any([signal, patience])).catch(
        (error: unknown) => {
          signal?.throwIfAborted()
          return connectionFault(error, name, PATIENCE)
        },
      )
      if (!(outcome instanceof ServiceError) && !isBusy(outcome)) return outcome
      const asked = outcome instanceof ServiceError ? null : retryAfter(outcome.headers.get('retry-after'), now())
      const pause = pauseAfter(tries, asked, random, retry)
      if (tries >= retry.attempts || waited + pause > retry.budget) {
        if (!(outcome instanceof ServiceError)) return outcome
        throw outcome
      }
      await sleep(pause).catch(() => signal?.throwIfAborted())
      waited += pause
    }
  }

  /** Follows redirects itself: credentials stay with the first request, and no redirect leads from TLS into the clear. */
  async #fetch(url: URL, request: Request, signal: AbortSignal): Promise<Response> {
    let at = url
    let { headers } = request
    for (let hops = 0; hops <= REDIRECTS; hops += 1) {
      const response = await fetch(at.href, { ...request, headers, redirect: 'manual', signal })
      const location = response.headers.get('location')
      const moved = [301, 302, 303, 307, 308].includes(response.status)
      if (!moved || location === null) return response
      await response.body?.cancel()
      const next = URL.canParse(location, at.href) ? new URL(location, at) : null
      const isSafe = next?.protocol === 'https:' || (next?.protocol === 'http:' && at.protocol === 'http:')
      const keepsBody = request.body === undefined || response.status === 307 || response.status === 308
      if (next === null || !isSafe || !keepsBody) {
        throw new UserError(
          `${url.host} redirects ${request.method} to “${(next?.origin ?? location).slice(0, 200)}”, which is not followed.`,
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
