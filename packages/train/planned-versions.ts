import { UserError } from '../plan/index.ts'
import type { Version } from '../versions/index.ts'
import { dayOf } from './calendar.ts'
import { findRelease, releaseRequest } from './find-release.ts'
import type { ReleaseWorld } from './release-world.ts'
import type { Train } from './train.ts'

/**
 * The version that each component has in the release that is under way or comes next, by id.
 *
 * @param now RFC 3339.
 * @throws UserError when that release may not begin: a freeze, a component that stands in the way.
 */
export async function plannedVersions(train: Train, world: ReleaseWorld, now: string): Promise<Map<string, Version>> {
  const today = dayOf(now, 'Input “now”')
  const request = releaseRequest({ version: '', line: '', hotfix: false, ignoreFreeze: false, today })
  const { judgement } = await findRelease(train, world, request)
  const blocker = judgement.blockedBy.find(({ step }) => step === 'components')
  if (blocker !== undefined) {
    throw new UserError(blocker.message, {
      advice: `${blocker.advice} Or give “versions”, as somebody decided them; then nothing is asked here.`,
    })
  }
  return new Map(
    [...judgement.members].flatMap(([id, { after }]): [string, Version][] => (after === null ? [] : [[id, after]])),
  )
}
