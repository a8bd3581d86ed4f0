/** Half a second, a second, two, four: past a rolling restart, short of a release manager's patience. */
export const RETRY = { attempts: 5, budget: 120_000, pause: 500, longest: 10_000 }
/** Answers that say “not now”: time-outs, rate limits, and faults of the server's side that pass. */
export function isTransient(status) {
  return status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505)
}
/**
 * Milliseconds to wait before try number `attempt + 1`: what the registry asked for, else growing pauses with full
 * jitter around their mean, so that the jobs of one train do not come back all at once.
 */
export function pauseAfter(attempt, asked, random, policy) {
  const mean = Math.min(policy.pause * 2 ** (attempt - 1), policy.longest)
  return Math.round(Math.max(asked ?? 0, mean * (0.5 + random())))
}
/**
 * The header `Retry-After` in milliseconds from `now`: seconds or an HTTP date (RFC 9110 section 10.2.3). Null where
 * there is none or nothing of that form.
 */
export function retryAfter(header, now) {
  const text = (header ?? '').trim()
  if (/^\d{1,9}(?:\.\d{1,9})?$/.test(text)) return Number(text) * 1000
  if (!/^[A-Z][a-z]{2}/.test(text)) return null
  const date = Date.parse(text)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
