import { type Change, UserError } from '../plan/index.ts'
import type { RegistryClient } from './client.ts'
import { matchesDigest } from './digest.ts'
import type { Manifest } from './manifest.ts'
import { formatReference, type TagReference } from './reference.ts'
import type { TagKind } from './version-tag.ts'

/** A tag as it was seen, and the image that it shall point at. */
export interface TagMove {
  readonly target: TagReference
  readonly kind: TagKind
  readonly before: string | null
  /** When `before` was read, in milliseconds. */
  readonly seenAt: number
  readonly manifest: Manifest
  readonly reason: string
}

/**
 * For how long a look at a tag is as good as another one, in milliseconds. Registries know no conditional PUT (they ignore
 * `If-Match`), so between looking and writing there is always a gap; a second is the size of that gap on a slow day.
 */
const FRESH = 1000

/** The change that points one tag at one manifest, byte for byte. */
export function tagChange(client: RegistryClient, move: TagMove, now: () => number): Change {
  const { target, kind, before, manifest, reason } = move
  const name = formatReference(target)
  let isWritten = false
  /** What was seen or confirmed last; serves one probe, and only while it is fresh. */
  let seen: { readonly digest: string | null; readonly at: number } | null = { digest: before, at: move.seenAt }
  return {
    action: before === null ? 'create' : 'move',
    subject: `image tag ${name}`,
    before,
    after: manifest.digest,
    reason,
    async probe() {
      const known = seen
      seen = null
      if (known !== null && now() - known.at < FRESH) return known.digest
      const found = (await client.head(target))?.digest ?? null
      // The same bytes under another algorithm's name are the same image.
      if (found !== null && matchesDigest(manifest.bytes, found)) return manifest.digest
      if (isWritten && found !== before) {
        throw new UserError(`${name} was written as ${manifest.digest} and a moment later points at ${found}.`, {
          advice:
            'Another run moved the same tag; that one won. Let only one job at a time move it (“concurrency:”), and look which image should stay.',
        })
      }
      return found
    },
    async act() {
      const { confirmed } = await client.put(target, manifest)
      isWritten = true
      // The registry's 201 with the digest is the reading back; a channel tag, which others move too, is looked at again.
      if (confirmed && kind !== 'channel') seen = { digest: manifest.digest, at: now() }
    },
  }
}
