/** The longest that a rate limit is waited for; a run that would stand still for longer is better started again. */
export const LONGEST_WAIT_MS = 20 * 60_000
/**
 * How long a rate-limited request has to wait, in milliseconds; null when the answer is none. GitHub says it with 429
 * or 403 and, in this order of trust, `Retry-After`, an exhausted `X-RateLimit-Remaining` with its reset, or only the
 * words of the message (docs.github.com, "Rate limits for the REST API", "Handle rate limit errors appropriately").
 *
 * @param attempt counted from 1, for the limits that name no time: a minute, then twice as long each time.
 */
export function limitedFor(answer, attempt) {
  if (answer.status !== 403 && answer.status !== 429) return null
  const { 'retry-after': after, 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset, date } = answer.headers
  // GitHub's own clock, so that a runner's wrong one does not matter.
  const now = Date.parse(String(date))
  if (after !== undefined) {
    const wait = /^\d+$/.test(String(after)) ? Number(after) * 1000 : Date.parse(String(after)) - now
    if (!Number.isNaN(wait)) return Math.max(0, wait)
  }
  if (String(remaining) === '0' && !Number.isNaN(now)) return Math.max(0, Number(reset) * 1000 - now) + 1000
  const words = JSON.stringify(answer.data ?? '')
  return answer.status === 429 || /secondary rate limit|abuse detection/i.test(words)
    ? 60_000 * 2 ** (attempt - 1)
    : null
}
/**
 * Lets writes through one at a time and at most 80 in any minute, GitHub's limit on creating content. A run with few
 * writes never waits, one with many is slowed down instead of being locked out.
 */
export class WritePace {
  #sleep
  #now
  #starts = []
  #last = Promise.resolve()
  constructor(sleep, now) {
    this.#sleep = sleep
    this.#now = now
  }
  run(write) {
    const turn = this.#last.then(async () => {
      const eightieth = this.#starts.at(-80)
      if (eightieth !== undefined) await this.#sleep(Math.max(0, eightieth + 60_000 - this.#now()))
      this.#starts.push(this.#now())
      return write()
    })
    this.#last = turn.catch(() => undefined)
    return turn
  }
}
