import { announceEverywhere } from './announce.ts'
import { fromFork, propose } from './open-pull-request.ts'
import { releaseTrain } from './release-components.ts'
import { copySigned, promote, promoteTrain } from './retag-image.ts'
import type { Scene } from './scene.ts'
import { hotfix, promotion, publish } from './semver-tag.ts'
import { copy } from './sync-crds.ts'
import { updateMatrix, whereAreWe, writeVersions } from './versions.ts'
import { history, pinImages } from './written-everywhere.ts'

/** Every scene on which the contract is tested; each action has one at least (test/transcripts/contract.test.ts counts). */
export const scenes: readonly Scene[] = [
  promote,
  promoteTrain,
  copySigned,
  publish,
  hotfix,
  promotion,
  propose,
  fromFork,
  copy,
  announceEverywhere,
  writeVersions,
  updateMatrix,
  whereAreWe,
  releaseTrain,
  pinImages,
  history,
]
