import { UserError } from '../plan/index.js'
import { orAbsent } from './client.js'
import { RequestRefused } from './errors.js'
import { fullName } from './repository.js'
/**
 * The commit that a branch, a tag or a (shortened) hash stands for.
 *
 * @param what where the name was written, as the error shall name it.
 * @throws UserError when the repository has no such thing.
 */
export async function resolveCommit(github, repository, ref, what) {
  const { owner, repo } = repository
  try {
    const { data } = await github.request('GET /repos/{owner}/{repo}/commits/{ref}', { owner, repo, ref, per_page: 1 })
    return data.sha
  } catch (error) {
    if (!(error instanceof RequestRefused) || (error.status !== 404 && error.status !== 422)) throw error
    throw new UserError(`${what}: ${fullName(repository)} has no commit, branch or tag “${ref}”.`, {
      advice: 'Check the spelling, and that it was pushed.',
      cause: error,
    })
  }
}
/** How two commits relate; null when one is missing or they share no history. */
export async function compare(github, repository, base, head) {
  const found = await orAbsent(comparePage(github, repository, base, head, 1))
  return found === null ? null : { status: found.status, aheadBy: found.ahead_by, commits: found.commits.map(info) }
}
/**
 * What `head` has and `base` has not, oldest first.
 *
 * @param known the comparison, where it was made already: then its commits are not asked for again.
 */
export async function commitsSince(github, repository, base, head, known) {
  const first = known ?? (await compare(github, repository, base, head))
  const pages = Math.ceil((first?.aheadBy ?? 0) / 100)
  const rest = await Promise.all(
    Array.from({ length: Math.max(0, pages - 1) }, (_, index) =>
      comparePage(github, repository, base, head, index + 2),
    ),
  )
  return [...(first?.commits ?? []), ...rest.flatMap(({ commits }) => commits.map(info))]
}
/** The newest hundred commits reachable from `head`, oldest first: for a repository without a release. */
export async function newestCommits(github, { owner, repo }, head) {
  const { data } = await github.request('GET /repos/{owner}/{repo}/commits', { owner, repo, sha: head, per_page: 100 })
  return data.map(info).reverse()
}
async function comparePage(github, { owner, repo }, base, head, page) {
  const basehead = `${base}...${head}`
  const { data } = await github.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
    owner,
    repo,
    basehead,
    per_page: 100,
    page,
  })
  return data
}
function info(commit) {
  const login = commit.author?.login
  const name = commit.commit.author?.name
  return {
    sha: commit.sha,
    message: commit.commit.message,
    parents: commit.parents.length,
    parentShas: commit.parents.map((parent) => parent.sha),
    ...(login !== undefined && { author: login }),
    ...(name !== undefined && { authorName: name }),
  }
}
