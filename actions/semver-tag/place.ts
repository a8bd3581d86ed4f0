import type { ReleasePlan, ReleaseWish } from '../../packages/github/index.ts'
import type { Change } from '../../packages/plan/index.ts'
import type { History, Newcomer } from '../../packages/versions/index.ts'

/** A tag to be made, which is not there yet. */
interface TagWish {
  readonly tag: string
  readonly commit: string
  readonly message: string
}

/** Where the tag is made: on GitHub through its API, or in a checkout with git. */
export interface Place {
  readonly history: History
  /** The commit to release. */
  readonly target: string
  /** The branch that it is on; null where none is known. */
  readonly branch: string | null
  /** The page of the repository; null where none is known. */
  readonly url: string | null
  createTag(wish: TagWish, reason: string): Promise<Change | null>
  floatTag(tag: string, commit: string, reason: string): Promise<Change | null>
  planRelease(wish: ReleaseWish, reason: string): Promise<ReleasePlan>
  newcomers(wish: { tag: string; commit: string; previousTag: string }): Promise<readonly Newcomer[]>
}

export interface PlaceInputs {
  readonly repository: string
  readonly target: string
  readonly path: string
  readonly release: 'none' | 'draft' | 'published'
  readonly token: string
}
