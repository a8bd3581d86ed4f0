import { runOnRunner, useProxyOf } from '../packages/action/index.js'
import { UserError } from '../packages/plan/index.js'
import { actions } from './index.js'
/** What each entry in `dist/` calls with its own name. */
export async function main(name) {
  const load = actions[name]
  if (load === undefined) throw new Error(`There is no action “${name}”.`)
  const { default: action } = await load()
  await useProxyOf(process.env)
  const cancelled = new AbortController()
  // The runner sends SIGINT, then SIGTERM 7.5 s later, then kills: stop between two changes, never within one.
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => cancelled.abort(new UserError(`Cancelled (${signal}).`, { advice: CANCELLED })))
  process.exitCode = await runOnRunner(action, process.env, (text) => process.stdout.write(text), cancelled.signal)
}
const CANCELLED = 'What was done stands and nothing is half done. Run again to go on from there.'
