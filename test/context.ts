import type { Context, Log } from '../packages/action/index.ts'

const nothing = (): void => undefined

/** A log that nobody reads. */
export const silentLog: Log = {
  info: nothing,
  debug: nothing,
  warning: nothing,
  mask: nothing,
  group: (_title, body) => body(),
}

/** What an action is given that runs in a test's own process. */
export function quietContext(
  environment: Context['environment'],
  workspace: string,
  signal = new AbortController().signal,
): Context {
  return { environment, workspace, signal, now: () => new Date(), log: silentLog }
}
