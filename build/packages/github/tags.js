import { UserError } from '../plan/index.js'
import { branchHead, createRef, moveRef, peel, tagCommit, tagObject } from './refs.js'
import { fullName } from './repository.js'
import { settling } from './settling.js'
/**
 * The change that makes an annotated tag on a commit; null where it is there.
 *
 * @throws UserError when it is on another commit (a version tag never moves), or a branch has the same name, which git
 *   would prefer in some places and the tag in others.
 */
export async function createTag(github, repository, { tag, commit, message, isNew = false }, reason) {
  const { owner, repo } = repository
  const [found, branch] = await Promise.all([
    isNew ? null : tagCommit(github, repository, tag),
    branchHead(github, repository, tag),
  ])
  if (found === commit) return null
  if (found !== null) {
    throw new UserError(`Tag ${tag} of ${fullName(repository)} is on commit ${found}, not on ${commit}.`, {
      advice: 'A version tag is never moved. Release the new commit under the next version.',
    })
  }
  if (branch !== null) throw sameName(tag, repository)
  const written = new Map()
  return settling(github, {
    action: 'create',
    subject: `tag ${tag} of ${fullName(repository)}`,
    before: null,
    after: commit,
    reason,
    probe: async () => {
      const object = await tagObject(github, repository, tag)
      return object === null ? null : (written.get(object.sha) ?? peel(github, repository, object))
    },
    act: async () => {
      // Two writes, of which only the second is visible: a tag object that nothing points at is nothing.
      const { data } = await github.request('POST /repos/{owner}/{repo}/git/tags', {
        owner,
        repo,
        tag,
        message,
        object: commit,
        type: 'commit',
      })
      written.set(data.sha, data.object.sha)
      await createRef(github, repository, `refs/tags/${tag}`, data.sha)
    },
  })
}
/**
 * The change that points a floating tag (`v1`, `v1.4`) at a commit; null where it does. A plain tag without a release, so
 * that immutable releases do not lock it.
 *
 * @throws UserError when a branch has the same name, as release lines have (`v1.4`).
 */
export async function floatTag(github, repository, tag, commit, reason) {
  const [before, branch] = await Promise.all([tagCommit(github, repository, tag), branchHead(github, repository, tag)])
  if (before === commit) return null
  if (branch !== null) throw sameName(tag, repository)
  if (before !== null)
    return moveRef(github, repository, { kind: 'tag', name: tag, before, after: commit, force: true }, reason)
  return settling(github, {
    action: 'create',
    subject: `tag ${tag} of ${fullName(repository)}`,
    before: null,
    after: commit,
    reason,
    probe: () => tagCommit(github, repository, tag),
    act: () => createRef(github, repository, `refs/tags/${tag}`, commit),
  })
}
function sameName(name, repository) {
  return new UserError(`${fullName(repository)} has a branch “${name}”; a tag of that name would be ambiguous.`, {
    advice: `Rename the branch, for example to “release-${name.replace(/^v/, '')}”, or use another “tag-prefix” or “floating-tags”.`,
  })
}
