import pLimit from 'p-limit'
import { ServiceError } from '../plan/index.ts'
import type { AnswerCache } from './answer-cache.ts'
import { type Answer, type RequestLine, unanswered } from './errors.ts'
import { exchange, type Received } from './exchange.ts'
import { limitedFor, LONGEST_WAIT_MS, WritePace } from './limits.ts'

export interface TransportOptions {
  /** Ends every request and every wait. */
  readonly signal?: AbortSignal | undefined
  /** Told what is waited for, and why. */
  readonly log: (line: string) => void
  readonly sleep: (milliseconds: number) => Promise<void>
  /** How long one answer may take. */
  readonly timeoutMs: number
  /** Answers of earlier runs. */
  readonly cache?: AnswerCache | undefined
}

/** A request whose answer may be kept and repeated. */
export interface Outgoing {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export type Transport = (request: Outgoing) => Promise<Received>

/** Attempts at a request that may be repeated, the first one included. */
const ATTEMPTS = 4
/** Requests under way at once; GitHub allows a hundred for everybody who uses the token. */
const CONCURRENT = 10
/** Answers kept for conditional requests, and the largest that is worth keeping. */
const KEPT = 200
const LARGEST_KEPT = 1024 * 1024

/**
 * Requests as GitHub asks for them: an answer that we have is asked for with `If-None-Match` (a 304 costs nothing),
 * rate limits are waited out, writes go one at a time. A read that fails or arrives cut off is repeated; a write never
 * is, unless GitHub said that it was not carried out: whoever writes has to look first (`settling`).
 *
 * @throws RequestUnanswered when no whole answer came.
 * @throws ServiceError when a rate limit lasts too long to wait for.
 */
export function createTransport(options: TransportOptions): Transport {
  const pace = new WritePace(options.sleep, () => performance.now())
  const limit = pLimit(CONCURRENT)
  const kept = new Map<string, Received>()

  return async (request) => {
    const line = lineOf(request)
    const reads = line.method === 'GET' || line.method === 'HEAD'
    const repeatable = reads || isQuery(line, request)
    const key = `${request.url} ${request.headers['accept'] ?? ''}`
    const known = line.method === 'GET' ? (kept.get(key) ?? fromCache(options.cache, key)) : undefined
    const etag = known?.headers['etag']
    const conditional =
      etag === undefined ? request : { ...request, headers: { ...request.headers, 'if-none-match': etag } }
    const send = () => receive(conditional, options)

    for (let attempt = 1; ; attempt += 1) {
      const received = await (repeatable ? limit(send) : pace.run(send)).catch((error: unknown) => {
        options.signal?.throwIfAborted()
        return error instanceof Error ? error : new Error(String(error))
      })
      if (received instanceof Error) {
        if (!repeatable || attempt === ATTEMPTS) throw unanswered(line, words(received), received)
        await options.sleep(backoff(attempt))
        continue
      }
      const answer = read(received)
      const wait = limitedFor(answer, attempt)
      if (wait !== null) {
        if (wait > LONGEST_WAIT_MS || attempt > ATTEMPTS) throw exhausted(line, wait)
        options.log(`GitHub’s rate limit: waiting ${Math.ceil(wait / 1000)} s before ${line.method} ${line.path}.`)
        await options.sleep(wait)
        continue
      }
      if (received.status >= 500) {
        if (!repeatable || attempt === ATTEMPTS) throw unanswered(line, `status ${received.status}`, undefined)
        await options.sleep(Math.max(backoff(attempt), retryAfter(answer)))
        continue
      }
      const answered = received.status === 304 && known !== undefined ? known : received
      keep(kept, key, line, answered, options.cache)
      return answered
    }
  }
}

/** What a request is called in errors: without the query, and with the path that GitHub's reference has. */
export function lineOf({ method, url }: Pick<Outgoing, 'method' | 'url'>): RequestLine {
  return { method, path: new URL(url, 'https://github.invalid').pathname.replace(/^\/api\/v3(?=\/)/, '') }
}

async function receive({ url, ...request }: Outgoing, { signal, timeoutMs }: TransportOptions): Promise<Received> {
  const timeout = AbortSignal.timeout(timeoutMs)
  return exchange(url, { ...request, signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]) })
}

function read({ status, headers, bytes }: Received): Answer {
  const graphQlLimit = status === 200 && bytes.length < 4096 && bytes.includes('"RATE_LIMITED"')
  return {
    status: graphQlLimit ? 429 : status,
    headers,
    data: status < 400 ? null : bytes.subarray(0, 4096).toString('utf8'),
  }
}

function fromCache(cache: AnswerCache | undefined, key: string): Received | undefined {
  const found = cache?.get(key)
  return found === undefined ? undefined : { status: 200, headers: found.headers, bytes: found.bytes }
}

function keep(
  kept: Map<string, Received>,
  key: string,
  line: RequestLine,
  received: Received,
  cache: AnswerCache | undefined,
): void {
  const { etag } = received.headers
  if (line.method !== 'GET' || received.status !== 200 || etag === undefined) return
  if (received.bytes.length > LARGEST_KEPT) return
  cache?.keep(key, { etag, headers: received.headers, bytes: received.bytes })
  kept.delete(key)
  kept.set(key, received)
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
}

/** A POST that only reads: a GraphQL query (ours all begin with the word), and notes that GitHub writes but does not keep. */
function isQuery({ path }: RequestLine, { body }: Outgoing): boolean {
  if (path.endsWith('/releases/generate-notes')) return true
  return path.endsWith('/graphql') && body?.includes('"query":"query ') === true
}

/** One, two, four seconds and up to a half more, so that those who were refused together do not return together. */
function backoff(attempt: number): number {
  return 1000 * 2 ** (attempt - 1) * (1 + Math.random() / 2)
}

function retryAfter({ headers }: Answer): number {
  const seconds = Number(headers['retry-after'] ?? 0)
  return Number.isNaN(seconds) ? 0 : Math.min(seconds * 1000, 60_000)
}

function words(error: Error): string {
  return error.cause instanceof Error && error.cause.name === 'TimeoutError' ? 'no answer in time' : error.message
}

function exhausted({ method, path }: RequestLine, wait: number): ServiceError {
  return new ServiceError(
    `GitHub’s rate limit is used up (${method} ${path}); it is free again in ${Math.ceil(wait / 60_000)} min.`,
    {
      advice: 'Run again then. The default token has 1,000 requests an hour and repository; an app’s token has more.',
    },
  )
}
