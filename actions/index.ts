import type { Action } from '../packages/action/index.ts'

/**
 * Every action of the house by name. An import is dynamic so that a run loads the code of its own action and no other's; the
 * bundler makes a chunk of each.
 */
export const actions: Readonly<Record<string, () => Promise<{ readonly default: Action }>>> = {
  announce: () => import('./announce/action.ts'),
  'gen-bundle': () => import('./gen-bundle/action.ts'),
  'nightly-integration': () => import('./nightly-integration/action.ts'),
  'open-pull-request': () => import('./open-pull-request/action.ts'),
  'release-components': () => import('./release-components/action.ts'),
  'release-plan': () => import('./release-plan/action.ts'),
  'retag-image': () => import('./retag-image/action.ts'),
  'semver-tag': () => import('./semver-tag/action.ts'),
  'submit-bundle': () => import('./submit-bundle/action.ts'),
  'sync-crds': () => import('./sync-crds/action.ts'),
  'update-downstream': () => import('./update-downstream/action.ts'),
  'update-image-refs': () => import('./update-image-refs/action.ts'),
  'update-support-matrix': () => import('./update-support-matrix/action.ts'),
}
