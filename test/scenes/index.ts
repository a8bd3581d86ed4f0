import { announceEverywhere } from './announce.ts'
import { release } from './gen-bundle.ts'
import { acceptedNight, rejectedNight } from './nightly-integration.ts'
import { fromFork, propose } from './open-pull-request.ts'
import { releaseTrain } from './release-components.ts'
import { copySigned, promote, promoteTrain } from './retag-image.ts'
import type { Scene } from './scene.ts'
import { hotfix, promotion, publish } from './semver-tag.ts'
import { submit } from './submit-bundle.ts'
import { copy } from './sync-crds.ts'
import { downstream, trackedPlan, updateMatrix, whereAreWe, writeVersions } from './versions.ts'
import { history, pinImages } from './written-everywhere.ts'

/** Every scene on which the contract is tested; each action has one at least (test/transcripts/contract.test.ts counts). */
export const scenes: readonly Scene[] = [
  promote,
  promoteTrain,
  copySigned,
  publish,
  hotfix,
  promotion,
  release,
  propose,
  fromFork,
  submit,
  copy,
  announceEverywhere,
  writeVersions,
  updateMatrix,
  downstream,
  whereAreWe,
  trackedPlan,
  releaseTrain,
  acceptedNight,
  rejectedNight,
  pinImages,
  history,
]
