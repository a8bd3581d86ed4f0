import { RequestUnanswered } from './errors.js'
/** How often a write whose answer was lost is tried, the first attempt included. */
const ATTEMPTS = 3
/**
 * A change whose write may be answered by silence: a reset connection, a 502, an answer cut off. Then it is not known
 * whether it happened, so it is looked at before it is asked for again, and never made twice.
 */
export function settling(github, change) {
  return {
    ...change,
    act: async () => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await change.act()
        } catch (error) {
          if (!(error instanceof RequestUnanswered) || attempt === ATTEMPTS) throw error
          await github.sleep(1000 * attempt)
          const found = await change.probe()
          if (found === change.after) return
          if (found !== change.before) throw error
        }
      }
    },
  }
}
