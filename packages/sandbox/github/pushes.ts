import { type GitHub, NO_COMMIT, type Push } from './github.ts'
import type { RefRefusal } from './git/refs.ts'
import { followPush } from './pull-tracking.ts'
import type { Repository } from './repository.ts'

/** One change of one reference. */
export interface RefChange {
  readonly ref: string
  /** Where it shall point; `null` deletes it. */
  readonly oid: string | null
  /** Where it must be now; `null` for nowhere; absent for wherever it is. */
  readonly expected?: string | null
}

export type RefChanged = { readonly push: Push } | { readonly refused: RefRefusal }

/**
 * Changes a reference and everything that GitHub derives from it at once (the pull requests on it), and saves. The
 * caller records the write, then announces the push.
 */
export async function changeRef(github: GitHub, repository: Repository, change: RefChange): Promise<RefChanged> {
  const before = repository.refs.get(change.ref) ?? NO_COMMIT
  const refused =
    change.oid === null
      ? repository.refs.delete(change.ref)
      : repository.refs.update(change.ref, change.oid, change.expected)
  if (refused !== undefined) return { refused }
  const push = { ref: change.ref, before, after: change.oid ?? NO_COMMIT }
  await followRef(github, repository, push)
  return { push }
}

/** What GitHub does by itself when a reference has moved: dates, pull requests. Saves the repository. */
export async function followRef(github: GitHub, repository: Repository, push: Push): Promise<void> {
  repository.state.pushedAt = github.now()
  await followPush(github, repository, push)
  repository.save()
}

/** Tells the reactions of a repository (its continuous integration) what was pushed, and waits until they are done. */
export async function announcePush(github: GitHub, repository: Repository, push: Push): Promise<void> {
  for (const reaction of github.reactions.get(repository.fullName.toLowerCase()) ?? []) await reaction(push)
}
