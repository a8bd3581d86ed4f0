import { UserError } from '../plan/index.js'
import { decideVersion, TagTemplate } from '../versions/index.js'
/**
 * The version that a component gets next.
 *
 * @throws UserError when the version asked for cannot be, or the tags contradict each other.
 */
export async function nextVersion(world, { id, repository, tag }, { head, version, line, releases }) {
  const history = world.history(repository)
  const template = new TagTemplate(tag, `tag of ${id}`)
  const request = { version, bump: 'auto', prereleaseId: 'rc', line, template, target: head }
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
