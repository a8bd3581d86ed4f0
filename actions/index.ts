import type { Action } from '../packages/action/index.ts'

/**
 * Every action of the house by name. An import is dynamic so that a run loads the code of its own action and no other's; the
 * bundler makes a chunk of each.
 */
export const actions: Readonly<Record<string, () => Promise<{ readonly default: Action }>>> = {
  'retag-image': () => import('./retag-image/action.ts'),
}
