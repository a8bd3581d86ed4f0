import { setTimeout as pause } from 'node:timers/promises'
import { ServiceError } from '../plan/index.js'
import { DeliveryInDoubt } from './channel.js'
const ATTEMPTS = 3
const TIMEOUT = 30_000
/** A longer `Retry-After` is for another run. */
const LONGEST_WAIT = 60_000
/**
 * One request. A rate limit is waited for and asked again, as nothing happened; so is a question (GET) that failed on
 * the way. A redirect is not followed: it would carry a credential to an address that nobody gave.
 *
 * @throws DeliveryInDoubt when a POST got no whole answer.
 * @throws ServiceError when a GET did not, in three attempts.
 */
export async function requestHttp(request, { signal, sleep = pauseFor }) {
  for (let attempt = 1; ; attempt += 1) {
    const last = attempt === ATTEMPTS
    try {
      const timeout = AbortSignal.timeout(TIMEOUT)
      const response = await fetch(request.url, {
        method: request.method,
        headers: request.headers,
        redirect: 'manual',
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
        ...(request.body !== undefined && { body: request.body }),
      })
      const text = await response.text()
      if (!last && response.status === 429) await sleep(retryAfter(response.headers.get('retry-after')))
      else if (!last && response.status >= 500 && request.method === 'GET') await sleep(1000 * attempt)
      else return { status: response.status, text, at: timeOf(response.headers.get('date')) }
    } catch (error) {
      signal?.throwIfAborted()
      const code = codeOf(error)
      if (request.method === 'POST') throw lost(request.service, code)
      if (last) throw unreachable(request.service, code)
      await sleep(1000 * attempt)
    }
  }
}
/** Only the code of a network error is told: its message and cause can hold the address. */
function lost(service, code) {
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return unreachable(service, code)
  return new DeliveryInDoubt(`${service} gave no answer (${code}): the message was delivered, or was not.`, {
    advice: 'Look into the channel, then run again; see “in-doubt” in the README of announce.',
  })
}
function unreachable(service, code) {
  return new ServiceError(`${service} cannot be reached (${code}).`, {
    advice: 'Check the address and the runner’s network, then run again; nothing was delivered.',
  })
}
function codeOf(error) {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code
    if (at.name === 'TimeoutError') return 'no answer within 30 s'
  }
  return 'connection lost'
}
function retryAfter(header) {
  const seconds = Number(header ?? '')
  return Math.min(Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 1000, LONGEST_WAIT)
}
function timeOf(header) {
  const time = new Date(header ?? '')
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}
async function pauseFor(milliseconds) {
  await pause(milliseconds)
}
