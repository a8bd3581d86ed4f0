import pLimit from 'p-limit'
import { ServiceError } from '../plan/index.js'
import { unanswered } from './errors.js'
import { limitedFor, LONGEST_WAIT_MS, WritePace } from './limits.js'
/** Attempts at a request that may be repeated, the first one included. */
const ATTEMPTS = 4
/** Requests under way at once; GitHub allows a hundred for everybody who uses the token. */
const CONCURRENT = 10
/** Answers kept for conditional requests, and the largest that is worth keeping. */
const KEPT = 200
const LARGEST_KEPT = 1024 * 1024
/**
 * `fetch` as GitHub asks to be used: an answer that we have is asked for with `If-None-Match` (a 304 costs nothing),
 * rate limits are waited out, writes go one at a time. A read that fails or arrives cut off is repeated; a write never
 * is, unless GitHub said that it was not carried out: whoever writes has to look first (`settling`).
 *
 * @throws RequestUnanswered when no whole answer came.
 * @throws ServiceError when a rate limit lasts too long to wait for.
 */
export function createTransport(options) {
  const pace = new WritePace(options.sleep, () => performance.now())
  const limit = pLimit(CONCURRENT)
  const kept = new Map()
  return async (url, init) => {
    const line = { method: init.method ?? 'GET', path: new URL(url).pathname.replace(/^\/api\/v3(?=\/)/, '') }
    const reads = line.method === 'GET' || line.method === 'HEAD'
    const repeatable = reads || isQuery(line, init)
    const headers = new Headers(init.headers)
    const key = `${url} ${headers.get('accept') ?? ''}`
    const known = line.method === 'GET' ? kept.get(key) : undefined
    const etag = known?.headers.get('etag')
    if (typeof etag === 'string') headers.set('if-none-match', etag)
    const send = () => receive(url, { ...init, headers }, options)
    for (let attempt = 1; ; attempt += 1) {
      const received = await (repeatable ? limit(send) : pace.run(send)).catch((error) => {
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
      if (received.status === 304 && known !== undefined) return response(known)
      keep(kept, key, line, received)
      return response(received)
    }
  }
}
/** One attempt, its body read whole: a body that is cut off rejects here and not in somebody's parser. */
async function receive(url, init, { signal, timeoutMs }) {
  const timeout = AbortSignal.timeout(timeoutMs)
  const answer = await fetch(url, {
    ...init,
    signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
  })
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}
function read({ status, headers, bytes }) {
  const graphQlLimit = status === 200 && bytes.length < 4096 && bytes.includes('"RATE_LIMITED"')
  return {
    status: graphQlLimit ? 429 : status,
    headers: Object.fromEntries(headers),
    data: status < 400 ? null : bytes.subarray(0, 4096).toString('utf8'),
  }
}
function response({ status, headers, bytes }) {
  return new Response(status === 204 || status === 205 || status === 304 ? null : bytes, { status, headers })
}
function keep(kept, key, line, received) {
  if (line.method !== 'GET' || received.status !== 200 || !received.headers.has('etag')) return
  if (received.bytes.length > LARGEST_KEPT) return
  kept.delete(key)
  kept.set(key, received)
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
}
/** A POST that only reads: a GraphQL query (ours all begin with the word), and notes that GitHub writes but does not keep. */
function isQuery({ path }, { body }) {
  if (path.endsWith('/releases/generate-notes')) return true
  return path.endsWith('/graphql') && typeof body === 'string' && body.includes('"query":"query ')
}
/** One, two, four seconds and up to a half more, so that those who were refused together do not return together. */
function backoff(attempt) {
  return 1000 * 2 ** (attempt - 1) * (1 + Math.random() / 2)
}
function retryAfter({ headers }) {
  const seconds = Number(headers['retry-after'] ?? 0)
  return Number.isNaN(seconds) ? 0 : Math.min(seconds * 1000, 60_000)
}
function words(error) {
  if (error.name === 'TimeoutError') return 'no answer in time'
  return error.cause instanceof Error ? error.cause.message : error.message
}
function exhausted({ method, path }, wait) {
  return new ServiceError(
    `GitHub’s rate limit is used up (${method} ${path}); it is free again in ${Math.ceil(wait / 60_000)} min.`,
    {
      advice: 'Run again then. The default token has 1,000 requests an hour and repository; an app’s token has more.',
    },
  )
}
