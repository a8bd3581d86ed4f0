import { parseReference, planRetag, type RegistryClient, type RetagPlan } from '../../registry/index.ts'
import type { Payload } from '../record.ts'
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
  const images = tags.length === 0 ? [] : payload.images
  const requests = images.map((image) => {
    const source = parseReference(pinned(image))
    return { source, targets: tags.map((tag) => ({ registry: source.registry, repository: source.repository, tag })) }
  })
  return planRetag(registry, requests, { guard: 'strict', channels })
}
