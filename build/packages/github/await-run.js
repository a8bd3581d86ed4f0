import { ServiceError } from '../plan/index.js'
import { RequestRefused, RequestUnanswered } from './errors.js'
import { fullName } from './repository.js'
import { getRun, tokenEnded, waitingWords } from './workflow-runs.js'
/** Looks in a row without an answer, each of which was tried several times, before GitHub counts as gone. */
const PATIENCE = 5
/**
 * Waits until a run has ended, whatever it waits for itself: a runner, its concurrency group, an approval. A run that is run
 * again meanwhile is followed. Asks less and less often, at least twice a minute, and conditionally: what has not changed
 * counts nothing.
 *
 * @throws UserError when the run is gone or the token ended. @throws ServiceError when the time is up.
 */
export async function awaitRun(github, repository, { id, url }, { timeoutMs, now, onChange = () => undefined }) {
  const start = now()
  let last = null
  let unanswered = 0
  for (let pause = 1_000; ; pause = Math.min(30_000, pause * 1.5)) {
    const seen = await look(github, repository, id)
    if (seen instanceof RequestUnanswered) {
      unanswered += 1
      if (unanswered === PATIENCE) throw seen
    } else {
      unanswered = 0
      // One that was just made does not show everywhere yet.
      if (seen === null && last !== null) throw gone(repository, url)
      if (seen !== null && (seen.status !== last?.status || seen.attempt !== last.attempt)) onChange(seen)
      last = seen ?? last
      if (seen?.status === 'completed') return seen
    }
    if (now() - start + pause > timeoutMs) {
      if (last === null) throw gone(repository, url)
      throw late(last, repository, timeoutMs)
    }
    await github.sleep(pause)
  }
}
async function look(github, repository, id) {
  try {
    return await getRun(github, repository, id)
  } catch (error) {
    if (error instanceof RequestUnanswered) return error
    if (error instanceof RequestRefused && error.status === 401) throw tokenEnded(repository, error)
    throw error
  }
}
function late(run, repository, timeoutMs) {
  const minutes = Math.round(timeoutMs / 60_000)
  return new ServiceError(
    `${run.url} of ${fullName(repository)} did not end within ${minutes} min; it is ${run.status}.`,
    {
      advice: `${waitingWords(run) ?? 'Look what it does.'} It goes on by itself: run this again to go on waiting, or give more “timeout-minutes”.`,
    },
  )
}
function gone(repository, url) {
  return new ServiceError(`The run ${url} of ${fullName(repository)} is not there any more.`, {
    advice: 'Somebody deleted it. Run again: what it released is found, the rest is started anew.',
  })
}
