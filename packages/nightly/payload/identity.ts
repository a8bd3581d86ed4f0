import { createHash } from 'node:crypto'
import type { Payload, PayloadImage } from '../record.ts'

/** A payload of images: ordered by component, named by the hash of names and digests, whatever tags led to them. */
export function payloadOf(images: readonly PayloadImage[]): Payload {
  const ordered = [...images].sort((one, other) => (one.component < other.component ? -1 : 1))
  const named = ordered.map(({ component, reference, digest }) => `${component} ${nameOf(reference)}@${digest}\n`)
  return { id: createHash('sha256').update(named.join('')).digest('hex'), images: ordered }
}

/** An image as commands and people get it: by digest, never by tag. */
export function pinned({ reference, digest }: Pick<PayloadImage, 'reference' | 'digest'>): string {
  return `${nameOf(reference)}@${digest}`
}

/** A reference without tag and digest: `quay.io/project-codeflare/instascale`. */
export function nameOf(reference: string): string {
  const [named = ''] = reference.split('@')
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  return colon < 0 ? named : named.slice(0, colon)
}

/** As people compare payloads: the first twelve digits. */
export function shortId(id: string): string {
  return id.slice(0, 12)
}
