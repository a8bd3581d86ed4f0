import { UserError } from '../plan/index.js'
import { orAbsent } from './client.js'
import { RequestRefused } from './errors.js'
import { fullName } from './repository.js'
import { settling } from './settling.js'
/** The commit that a branch is at; null where there is no such branch. */
export async function branchHead(github, repository, branch) {
  return (await getRef(github, repository, `heads/${branch}`))?.sha ?? null
}
/** The commit that a tag leads to, through annotated tags; null where there is no such tag. */
export async function tagCommit(github, repository, tag) {
  const found = await tagObject(github, repository, tag)
  return found === null ? null : peel(github, repository, found)
}
/** What a tag points at: a commit, or the object of an annotated tag; null where there is no such tag. */
export function tagObject(github, repository, tag) {
  return getRef(github, repository, `tags/${tag}`)
}
/**
 * All tags whose name begins so, with what they point at: one request however many there are, since GitHub does not cut
 * this list into pages (a server that does is followed).
 */
export async function listTags(github, { owner, repo }, prefix) {
  const found = await github.pages((page) =>
    github.request('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', {
      owner,
      repo,
      ref: `tags/${prefix}`,
      ...(page > 1 && { page }),
    }),
  )
  return new Map(found.map(({ ref, object }) => [ref.slice('refs/tags/'.length), object]))
}
/** Follows annotated tags (a tag may tag a tag) to the commit. */
export async function peel(github, { owner, repo }, object) {
  let at = object
  for (let depth = 0; at.type === 'tag' && depth < 10; depth += 1) {
    const { data } = await github.request('GET /repos/{owner}/{repo}/git/tags/{tag_sha}', {
      owner,
      repo,
      tag_sha: at.sha,
    })
    at = data.object
  }
  return at.sha
}
/** The change that makes a branch, which is not there, at a commit. */
export function createBranch(github, repository, branch, commit, reason) {
  return settling(github, {
    action: 'create',
    subject: `branch ${branch} of ${fullName(repository)}`,
    before: null,
    after: commit,
    reason,
    probe: () => branchHead(github, repository, branch),
    act: () => createRef(github, repository, `refs/heads/${branch}`, commit),
  })
}
/** Moves a branch or a tag that is known to be at `before`. A branch is forced only when the caller knows that nothing is lost. */
export function moveRef(github, repository, { kind, name, before, after, force }, reason) {
  const { owner, repo } = repository
  const ref = `${kind === 'branch' ? 'heads' : 'tags'}/${name}`
  return settling(github, {
    action: 'move',
    subject: `${kind} ${name} of ${fullName(repository)}`,
    before,
    after,
    reason,
    probe: () => (kind === 'branch' ? branchHead : tagCommit)(github, repository, name),
    act: async () => {
      await github.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', { owner, repo, ref, sha: after, force })
    },
  })
}
/** @throws UserError when the name is reserved, most often by an immutable release that was deleted. */
export async function createRef(github, repository, ref, sha) {
  const { owner, repo } = repository
  try {
    await github.request('POST /repos/{owner}/{repo}/git/refs', { owner, repo, ref, sha })
  } catch (error) {
    if (!(error instanceof RequestRefused) || !/rule violations|immutable/i.test(error.message)) throw error
    const name = ref.replace(/^refs\/(?:heads|tags)\//, '')
    const burnt = ref.startsWith('refs/tags/') && (await makesReleasesImmutable(github, repository))
    throw new UserError(`GitHub does not let “${name}” be created in ${owner}/${repo}: ${error.message}`, {
      advice: burnt
        ? 'Releases are immutable here, so most likely one had this tag once: such a name is burnt for ever, even after the release was deleted. Take the next version.'
        : 'A ruleset of the repository or the organization restricts it: let the account of the token bypass it, or take another name. (Had an immutable release this tag once, it is burnt for ever.)',
      cause: error,
    })
  }
}
/** GitHub says the same of a restricted name and of a burnt one; this setting tells them apart, where it may be read. */
async function makesReleasesImmutable(github, { owner, repo }) {
  try {
    const { data } = await github.request('GET /repos/{owner}/{repo}/immutable-releases', { owner, repo })
    return data.enabled
  } catch (error) {
    if (error instanceof RequestRefused) return false
    throw error
  }
}
async function getRef(github, { owner, repo }, ref) {
  const found = await orAbsent(github.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { owner, repo, ref }))
  return found === null ? null : found.data.object
}
