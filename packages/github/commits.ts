import { UserError } from '../plan/index.ts'
import { type GitHub, orAbsent } from './client.ts'
import { RequestRefused } from './errors.ts'
import { fullName, type RepositoryName } from './repository.ts'

/** A commit as lists of commits give it. */
export interface CommitInfo {
  readonly sha: string
  readonly message: string
  readonly parents: number
  readonly parentShas: readonly string[]
  /** The login of its author, where the commit is linked to an account. */
  readonly author?: string
  readonly authorName?: string
}

/** Two commits beside each other, seen from the head. */
export interface Comparison {
  /** `ahead`: the base is an ancestor of the head; `behind`: the head is an ancestor of the base. */
  readonly status: 'identical' | 'ahead' | 'behind' | 'diverged'
  readonly aheadBy: number
  /** The first hundred commits that the head has and the base has not, oldest first. */
  readonly commits: readonly CommitInfo[]
}

/**
 * The commit that a branch, a tag or a (shortened) hash stands for.
 *
 * @param what where the name was written, as the error shall name it.
 * @throws UserError when the repository has no such thing.
 */
export async function resolveCommit(
  github: GitHub,
  repository: RepositoryName,
  ref: string,
  what: string,
): Promise<string> {
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
export async function compare(
  github: GitHub,
  repository: RepositoryName,
  base: string,
  head: string,
): Promise<Comparison | null> {
  const found = await orAbsent(comparePage(github, repository, base, head, 1))
  return found === null ? null : { status: found.status, aheadBy: found.ahead_by, commits: found.commits.map(info) }
}

/**
 * What `head` has and `base` has not, oldest first.
 *
 * @param known the comparison, where it was made already: then its commits are not asked for again.
 */
export async function commitsSince(
  github: GitHub,
  repository: RepositoryName,
  base: string,
  head: string,
  known?: Comparison,
): Promise<CommitInfo[]> {
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
export async function newestCommits(
  github: GitHub,
  { owner, repo }: RepositoryName,
  head: string,
): Promise<CommitInfo[]> {
  const { data } = await github.request('GET /repos/{owner}/{repo}/commits', { owner, repo, sha: head, per_page: 100 })
  return data.map(info).reverse()
}

async function comparePage(github: GitHub, { owner, repo }: RepositoryName, base: string, head: string, page: number) {
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

function info(commit: {
  readonly sha: string
  readonly commit: { readonly message: string; readonly author: { readonly name?: string } | null }
  readonly parents: readonly { readonly sha: string }[]
  readonly author: { readonly login?: string } | null
}): CommitInfo {
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
