import type { Night, Payload, PayloadImage } from '../record.ts'

/** One component that differs from an earlier payload. */
export interface ComponentChange {
  readonly component: string
  readonly before: PayloadImage | null
  readonly after: PayloadImage
  /** Compares the two commits on GitHub; null where the images do not say what they were built from. */
  readonly compare: string | null
}

/** The payloads of a history by their ids. */
export function payloadsOf(nights: readonly Night[]): ReadonlyMap<string, Payload> {
  return new Map(nights.map(({ payload }) => [payload.id, payload]))
}

/** What moved from one payload to another; everything where there is none before. */
export function changesBetween(before: Payload | undefined, after: Payload, serverUrl: string): ComponentChange[] {
  const known = new Map(before?.images.map((image) => [image.component, image]))
  return after.images.flatMap((image) => {
    const former = known.get(image.component) ?? null
    if (former?.digest === image.digest) return []
    return [{ component: image.component, before: former, after: image, compare: compareUrl(former, image, serverUrl) }]
  })
}

function compareUrl(before: PayloadImage | null, after: PayloadImage, serverUrl: string): string | null {
  const { repository } = after
  const commits = [before?.revision, after.revision]
  const isKnown =
    repository !== null &&
    /^[\w.-]+\/[\w.-]+$/.test(repository) &&
    commits.every((commit) => /^[0-9a-f]{7,64}$/.test(commit ?? '')) &&
    commits[0] !== commits[1]
  return isKnown ? `${serverUrl}/${repository}/compare/${commits.join('...')}` : null
}
