import { createHash } from 'node:crypto'
import { type Change, UserError } from '../plan/index.ts'
import type { GitHub } from './client.ts'
import { type FileSet, filesDigest, wantedDigest } from './commit-files.ts'
import { listFiles } from './contents.ts'
import { RequestRefused } from './errors.ts'
import type { Identity } from './identity.ts'
import { branchHead, createRef } from './refs.ts'
import { fullName, type RepositoryName } from './repository.ts'
import { settling } from './settling.ts'

/** A branch that shall be one commit ahead of a commit of the parent repository, and nothing else. */
export interface OneCommit {
  readonly branch: string
  /** Where the branch is: the repository or a fork of it. */
  readonly home: RepositoryName
  readonly repository: RepositoryName
  /** The branch of the repository that `parent` is the head of. */
  readonly base: string
  readonly parent: string
  readonly files: FileSet
  /** The directory that all the files are in, and that is looked at for them. */
  readonly directory: string
  readonly message: string
  readonly author: Identity
}

/**
 * The change that makes a branch exactly one commit: created, or swapped at once for the one that was there, so that a pull request
 * from it never stands without content. Its date is the parent’s, so that two runs make the same commit.
 *
 * @param head where the branch is; null where it is not.
 * @param seen told the head of the branch at each look.
 * @throws UserError when the fork lags behind and cannot be brought up to date.
 */
export async function oneCommit(
  github: GitHub,
  wanted: OneCommit,
  reason: string,
  seen: (head: string | null) => void,
): Promise<Change | null> {
  const { home, branch, parent, files } = wanted
  const probe = async (): Promise<string | null> => {
    const head = await branchHead(github, home, branch)
    seen(head)
    return head === null ? null : describe(await readCommit(github, home, head), await digestAt(github, wanted, head))
  }
  const after = describe({ ...wanted, parents: [parent] }, wantedDigest(files))
  const before = await probe()
  if (before === after) return null
  const count = files.size === 1 ? '1 file' : `${files.size} files`
  return settling(github, {
    action: before === null ? 'create' : 'update',
    subject: `branch ${branch} of ${fullName(home)}: one commit of ${count} on ${parent.slice(0, 12)}`,
    before,
    after,
    reason,
    probe,
    act: async () => {
      const tree = await inFork(github, wanted, () => writeTree(github, wanted))
      const sha = await writeCommit(github, wanted, tree)
      const head = await branchHead(github, home, branch)
      if (head === null) await createRef(github, home, `refs/heads/${branch}`, sha)
      else await swapRef(github, home, branch, sha)
      seen(sha)
    },
  })
}

interface CommitParts {
  readonly parents: readonly string[]
  readonly message: string
  readonly author: Identity
}

/** What a commit says and where it stands, in one notation for the one that is and the one that shall be. */
function describe({ parents, message, author }: CommitParts, digest: string): string {
  const text = createHash('sha256').update(`${author.name} <${author.email}>\n${message.trim()}`).digest('hex')
  return `${digest} ${text.slice(0, 12)} on ${parents.map((parent) => parent.slice(0, 12)).join(', ') || 'nothing'}`
}

async function digestAt(github: GitHub, { home, directory, files }: OneCommit, commit: string): Promise<string> {
  const found = await listFiles(github, home, commit, directory)
  return filesDigest(new Set([...files.keys(), ...found.keys()]), (path) => found.get(path)?.blob)
}

/** A commit as git has it. @throws RequestRefused when the repository has none of that name. */
export async function readCommit(github: GitHub, { owner, repo }: RepositoryName, commit_sha: string) {
  const { data } = await github.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
    owner,
    repo,
    commit_sha,
  })
  return {
    tree: data.tree.sha,
    parents: data.parents.map(({ sha }) => sha),
    message: data.message,
    author: { name: data.author.name, email: data.author.email },
    date: data.committer.date,
  }
}

async function writeTree(github: GitHub, { home, repository, parent, files }: OneCommit): Promise<string> {
  const { owner, repo } = home
  const { tree: base_tree } = await readCommit(github, repository, parent)
  const tree = await Promise.all(
    [...files].map(async ([path, content]) => {
      const entry = { path, mode: '100644', type: 'blob' } as const
      if (content === null) return { ...entry, sha: null }
      const text = content.toString('utf8')
      if (Buffer.from(text).equals(content)) return { ...entry, content: text }
      const { data } = await github.request('POST /repos/{owner}/{repo}/git/blobs', {
        owner,
        repo,
        content: content.toString('base64'),
        encoding: 'base64',
      })
      return { ...entry, sha: data.sha }
    }),
  )
  const { data } = await github.request('POST /repos/{owner}/{repo}/git/trees', { owner, repo, base_tree, tree })
  return data.sha
}

async function writeCommit(github: GitHub, wanted: OneCommit, tree: string): Promise<string> {
  const { home, repository, parent, message, author } = wanted
  const { date } = await readCommit(github, repository, parent)
  const { data } = await github.request('POST /repos/{owner}/{repo}/git/commits', {
    owner: home.owner,
    repo: home.repo,
    message,
    tree,
    parents: [parent],
    author: { ...author, date },
    committer: { ...author, date },
  })
  return data.sha
}

async function swapRef(github: GitHub, { owner, repo }: RepositoryName, branch: string, sha: string): Promise<void> {
  await github.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
    owner,
    repo,
    ref: `heads/${branch}`,
    sha,
    force: true,
  })
}

/** A fork may not have the newest commit of its parent yet; then it is brought up to date first. */
async function inFork<T>(github: GitHub, { home, repository, base }: OneCommit, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const isMissing = error instanceof RequestRefused && (error.status === 404 || error.status === 422)
    if (!isMissing || home === repository) throw error
    const { owner, repo } = home
    try {
      await github.request('POST /repos/{owner}/{repo}/merge-upstream', { owner, repo, branch: base })
    } catch (refused) {
      if (!(refused instanceof RequestRefused) || (refused.status !== 409 && refused.status !== 422)) throw refused
      throw new UserError(
        `${fullName(home)} lags behind ${fullName(repository)} and cannot be brought up to date: ${refused.message}`,
        {
          advice: `Make branch “${base}” of the fork equal to its parent’s (“Sync fork” on its page), and run again.`,
          cause: refused,
        },
      )
    }
    return write()
  }
}
