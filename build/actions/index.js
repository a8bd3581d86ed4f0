/**
 * Every action of the house by name. An import is dynamic so that a run loads the code of its own action and no other's; the
 * bundler makes a chunk of each.
 */
export const actions = {
  announce: () => import('./announce/action.js'),
  'gen-bundle': () => import('./gen-bundle/action.js'),
  'open-pull-request': () => import('./open-pull-request/action.js'),
  'release-components': () => import('./release-components/action.js'),
  'release-plan': () => import('./release-plan/action.js'),
  'retag-image': () => import('./retag-image/action.js'),
  'semver-tag': () => import('./semver-tag/action.js'),
  'sync-crds': () => import('./sync-crds/action.js'),
  'update-image-refs': () => import('./update-image-refs/action.js'),
  'update-support-matrix': () => import('./update-support-matrix/action.js'),
}
