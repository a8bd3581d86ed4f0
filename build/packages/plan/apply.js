import { ServiceError, UserError } from './errors.js'
/** How long to wait before looking again at something that was written and does not show yet, in milliseconds. */
const SETTLING = [250, 1000, 3000]
/**
 * Applies changes in order, each by probe, act, verify. A change that is found made is left alone, so a run that was
 * killed anywhere is finished by running again.
 *
 * @throws UserError when the subject is neither as planned nor as wanted: somebody else moved it since the plan was made.
 * @throws ServiceError when what was written does not read back.
 */
export async function apply(changes, options = {}) {
  for (const change of changes) {
    options.signal?.throwIfAborted()
    const found = await change.probe()
    if (found === change.after) {
      options.onChange?.(change, 'already')
      continue
    }
    if (found !== change.before) {
      throw new UserError(
        `${change.subject} was ${shown(change.before)} when this run planned to ${change.action} it; now it is ${shown(found)}.`,
        { advice: 'Somebody else changed it in between. Nothing was overwritten; look at it and run again.' },
      )
    }
    await change.act()
    await verify(change, options)
    options.onChange?.(change, 'applied')
  }
}
async function verify(change, options) {
  const sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)))
  let found = await change.probe()
  for (const pause of SETTLING) {
    if (found === change.after) return
    await sleep(pause)
    options.signal?.throwIfAborted()
    found = await change.probe()
  }
  if (found === change.after) return
  throw new ServiceError(`${change.subject} was written as ${shown(change.after)} and reads back as ${shown(found)}.`, {
    advice: 'The service accepted the change and does not show it. Look at it before running again.',
  })
}
function shown(state) {
  return state === null ? 'absent' : `“${state}”`
}
