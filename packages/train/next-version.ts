import { UserError } from '../plan/index.ts'
import { decideVersion, type ReleaseLine, TagTemplate, type Version, type VersionDecision } from '../versions/index.ts'
import type { ReleaseWorld } from './release-world.ts'
import type { Component } from './train.ts'

/** From where a component is to be released, and as what where somebody decided. */
export interface NextRequest {
  /** The commit to be released. */
  readonly head: string
  readonly version: Version | null
  readonly line: ReleaseLine | null
  /** The component's releases, highest first. */
  readonly releases: readonly Version[]
}

/**
 * The version that a component gets next.
 *
 * @throws UserError when the version asked for cannot be, or the tags contradict each other.
 */
export async function nextVersion(
  world: Pick<ReleaseWorld, 'history'>,
  { id, repository, tag }: Component,
  { head, version, line, releases }: NextRequest,
): Promise<VersionDecision> {
  const history = world.history(repository)
  const template = new TagTemplate(tag, `tag of ${id}`)
  const request = { version, bump: 'auto', prereleaseId: 'rc', line, template, target: head } as const
  try {
    return await decideVersion(request, history)
  } catch (error) {
    const [highest] = releases
    if (!(error instanceof UserError) || version !== null || line !== null || highest === undefined) throw error
    if (await history.contains(head, await history.commitOf(template.format(highest)))) throw error
    // A hotfix on its line took the patch that this branch would have come to: what is released from here is a minor.
    return decideVersion({ ...request, bump: 'minor' }, history)
  }
}
