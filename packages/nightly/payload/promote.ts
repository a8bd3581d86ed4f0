import { parseReference, planRetag, type RegistryClient, type RetagPlan } from '../../registry/index.ts'
import type { HistoryRecord, Night, Payload } from '../record.ts'
import { pinned } from './identity.ts'

/**
 * Plans tags for every image of a payload that was tested together: `nightly` shows the newest that was accepted, and keeps
 * its digests from the registry's garbage collection while they are the baseline.
 *
 * @param tags bare tags; they get the guard of `retag-image`: a version does not move, a channel not backwards.
 */
export function planPromotion(
  registry: RegistryClient,
  payload: Payload,
  tags: readonly string[],
  channels: readonly string[],
): Promise<RetagPlan> {
  const requests = payload.images.map((image) => {
    const source = parseReference(pinned(image))
    return { source, targets: tags.map((tag) => ({ registry: source.registry, repository: source.repository, tag })) }
  })
  return planRetag(registry, requests, { guard: 'strict', channels })
}

/**
 * The night that tested and accepted exactly these digests together; null when none did. What a release asks before it
 * promotes them: other components of that night's payload do not matter, other digests of these do.
 *
 * @param digests by component.
 */
export function acceptedTogether(
  records: readonly HistoryRecord[],
  digests: ReadonlyMap<string, string>,
): Night | null {
  return (
    records
      .filter((record) => record.record === 'night')
      .findLast(
        ({ verdict, payload }) =>
          verdict === 'accepted' &&
          [...digests].every(([component, digest]) =>
            payload.images.some((image) => image.component === component && image.digest === digest),
          ),
      ) ?? null
  )
}
