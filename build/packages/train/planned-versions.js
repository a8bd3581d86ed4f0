import { UserError } from '../plan/index.js'
import { dayOf } from './calendar.js'
import { findRelease, releaseRequest } from './find-release.js'
/**
 * The version that each component has in the release that is under way or comes next, by id.
 *
 * @param now RFC 3339.
 * @throws UserError when that release may not begin: a freeze, a component that stands in the way.
 */
export async function plannedVersions(train, world, now) {
  const today = dayOf(now, 'Input “now”')
  const request = releaseRequest({ version: '', line: '', hotfix: false, ignoreFreeze: false, today })
  const { judgement } = await findRelease(train, world, request)
  const [blocker] = judgement.blockedBy.filter(({ step }) => step === 'components')
  if (blocker !== undefined) {
    throw new UserError(blocker.message, {
      advice: `${blocker.advice} Or give “versions”, as somebody decided them; then nothing is asked here.`,
    })
  }
  return new Map([...judgement.members].flatMap(([id, { after }]) => (after === null ? [] : [[id, after]])))
}
