import { type FileEdits, writeFilesCommit } from './changes.ts'
import { commitDate } from './git/history.ts'
import type { Signature } from './git/object.ts'
import type { GitHub } from './github.ts'
import { userSignature } from './identity.ts'
import { mergePull, settleAutoMerges } from './merging.ts'
import { openPull } from './pulls.ts'
import { announcePush, changeRef } from './pushes.ts'
import { createRelease, type MakeLatest } from './releases.ts'
import { copyClone, readClone } from './local-clone.ts'
import type { Repository } from './repository.ts'
import type { CheckOutcome, MergeMethod } from './state.ts'

/** Who made the seeded commits when nobody is named. */
const SEEDER = 'maintainer'

export interface RepositorySeed {
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly executables?: readonly string[]
  readonly message?: string
  /** Default: main. */
  readonly defaultBranch?: string
  readonly private?: boolean
  readonly description?: string
  /** Who may write; absent: everybody who is signed in. */
  readonly collaborators?: readonly string[]
  /** Default: true. */
  readonly allowAutoMerge?: boolean
  readonly immutableReleases?: boolean
  /** Categories of its discussions; none: they are off. */
  readonly discussionCategories?: readonly string[]
  /** The names of the checks that run on each commit (default `ci`). */
  readonly checks?: readonly string[]
}

export interface CommitSeed extends FileEdits {
  readonly message: string
  /** A login, or a whole identity. */
  readonly author?: string | { readonly name: string; readonly email: string }
  /** Counts as a write of the ledger, as if somebody had pushed while the world was watched. */
  readonly counted?: boolean
}

export interface TagSeed {
  /** A branch, tag or commit (default: the default branch). */
  readonly target?: string
  /** Makes the tag an annotated one. */
  readonly message?: string
}

export interface ReleaseSeed {
  readonly tag: string
  readonly name?: string
  readonly body?: string
  readonly target?: string
  readonly draft?: boolean
  readonly prerelease?: boolean
  readonly makeLatest?: MakeLatest
  readonly author?: string
}

export interface PullRequestSeed {
  readonly title: string
  readonly head: string
  /** Default: the default branch. */
  readonly base?: string
  readonly body?: string
  readonly draft?: boolean
  readonly author?: string
}

/** Writes into the sandbox without HTTP. Nothing here counts as a write unless it is asked for. */
export class Seeding {
  readonly #github: GitHub

  constructor(github: GitHub) {
    this.#github = github
  }

  has(fullName: string): boolean {
    return this.#github.find(fullName) !== undefined
  }

  /** Creates a repository with one commit, or an empty one when no files are given. */
  async createRepository(fullName: string, seed: RepositorySeed = {}): Promise<void> {
    const {
      files,
      executables,
      message = 'Initial commit',
      defaultBranch = 'main',
      collaborators,
      checks,
      discussionCategories = [],
      ...settings
    } = seed
    const repository = this.#github.create(fullName, {
      defaultBranch,
      ...settings,
      discussionCategories: [...discussionCategories],
      ...(collaborators === undefined ? {} : { collaborators: [...collaborators] }),
      ...(checks === undefined ? {} : { checks: { names: [...checks], outcome: 'success', bySha: {} } }),
    })
    if (files !== undefined) {
      const author = this.#signature()
      const oid = await writeFilesCommit(repository, {
        files,
        executables,
        parents: [],
        message,
        author,
        committer: author,
      })
      repository.refs.update(`refs/heads/${defaultBranch}`, oid)
    }
    repository.save()
  }

  /** Copies objects, branches and tags of a local clone, bare or not, which is only read. */
  async importRepository(fullName: string, clone: string, seed: Omit<RepositorySeed, 'files'> = {}): Promise<void> {
    const source = await readClone(clone)
    await this.createRepository(fullName, { defaultBranch: source.head, ...seed })
    copyClone(source, this.#github.get(fullName))
  }

  /** Forks a repository, as its page does. */
  fork(fullName: string, owner: string): void {
    const parent = this.#github.get(fullName)
    this.#github.fork(parent, owner, parent.fullName.split('/')[1] ?? '')
  }

  /** Commits onto a branch, which is made (from the default branch) when it is missing. Gives the commit's id. */
  async commit(fullName: string, branch: string, seed: CommitSeed): Promise<string> {
    const repository = this.#github.get(fullName)
    const parent = repository.branch(branch) ?? (await repository.resolveCommit('HEAD'))
    const parents = parent === undefined ? [] : [parent]
    const date = await commitDate(repository.objects, parents, this.#github.ledger.now())
    const author = this.#signature(seed.author, date)
    const oid = await writeFilesCommit(repository, {
      ...seed,
      parents,
      author,
      committer: author,
    })
    await this.#move(repository, `refs/heads/${branch}`, oid, seed.counted ?? false)
    return oid
  }

  /** Points a branch at a commit, tag or other branch, whatever was there. */
  async branch(fullName: string, name: string, from: string): Promise<void> {
    const repository = this.#github.get(fullName)
    await this.#move(repository, `refs/heads/${name}`, await this.#commitOf(repository, from), false)
  }

  /** Makes a tag, a lightweight one without a message. Gives the id that the reference has. */
  async tag(fullName: string, name: string, seed: TagSeed = {}): Promise<string> {
    const repository = this.#github.get(fullName)
    const commit = await this.#commitOf(repository, seed.target ?? 'HEAD')
    const message = seed.message === undefined ? undefined : `${seed.message.trimEnd()}\n`
    const oid =
      message === undefined
        ? commit
        : repository.objects.writeTag({
            object: commit,
            type: 'commit',
            name,
            tagger: this.#signature(),
            message,
          })
    await this.#move(repository, `refs/tags/${name}`, oid, false)
    return oid
  }

  /** Makes a release, and its tag when it is missing and the release no draft. Gives the release's id. */
  async release(fullName: string, seed: ReleaseSeed): Promise<number> {
    const repository = this.#github.get(fullName)
    const { release, push } = await createRelease(this.#github, repository, { author: SEEDER, ...seed })
    if (push !== undefined) await announcePush(this.#github, repository, push)
    return release.id
  }

  /** Opens a pull request; gives its number. */
  async pullRequest(fullName: string, seed: PullRequestSeed): Promise<number> {
    const repository = this.#github.get(fullName)
    const issue = await openPull(this.#github, repository, {
      title: seed.title,
      body: seed.body ?? null,
      user: seed.author ?? SEEDER,
      base: seed.base ?? repository.state.defaultBranch,
      head: seed.head,
      draft: seed.draft ?? false,
      maintainerCanModify: true,
    })
    return issue.number
  }

  /** Merges a pull request as its reviewers would; gives the commit that did it. */
  async mergePullRequest(
    fullName: string,
    number: number,
    options: { readonly method?: MergeMethod; readonly by?: string; readonly counted?: boolean } = {},
  ): Promise<string> {
    const repository = this.#github.get(fullName)
    const issue = repository.pull(number)
    if (issue === undefined) throw new Error(`the sandbox has no pull request ${fullName}#${number}`)
    const wish = { method: options.method ?? 'merge', by: options.by ?? SEEDER }
    const { sha, push } = await mergePull(this.#github, repository, issue, wish)
    if (options.counted === true) this.#github.record(repository, `merge pull request #${number}`)
    await announcePush(this.#github, repository, push)
    return sha
  }

  /** Requires checks on a branch before a pull request into it can be merged, and its merge queue instead of a person. */
  protectBranch(
    fullName: string,
    branch: string,
    protection: { readonly requiredChecks: readonly string[]; readonly mergeQueue?: boolean },
  ): void {
    const repository = this.#github.get(fullName)
    const { requiredChecks, mergeQueue = false } = protection
    repository.state.protection[branch] = { requiredChecks: [...requiredChecks], mergeQueue }
    repository.save()
  }

  /**
   * Says what continuous integration comes to: on one commit, or on every commit that has no outcome of its own. Pull
   * requests with auto-merge that waited for it are merged.
   */
  async setChecks(fullName: string, outcome: CheckOutcome, sha?: string): Promise<void> {
    const repository = this.#github.get(fullName)
    if (sha === undefined) repository.state.checks.outcome = outcome
    else repository.state.checks.bySha[sha] = outcome
    repository.save()
    await settleAutoMerges(this.#github, repository)
  }

  setImmutableReleases(fullName: string, enabled: boolean): void {
    const repository = this.#github.get(fullName)
    repository.state.immutableReleases = enabled
    repository.save()
  }

  #signature(author?: CommitSeed['author'], date = this.#github.ledger.now()): Signature {
    return typeof author === 'object' ? { ...author, date } : userSignature(author ?? SEEDER, date)
  }

  async #commitOf(repository: Repository, name: string): Promise<string> {
    const commit = await repository.resolveCommit(name)
    if (commit === undefined) throw new Error(`the sandbox has no ${name} in ${repository.fullName}`)
    return commit
  }

  async #move(repository: Repository, ref: string, oid: string, counted: boolean): Promise<void> {
    const changed = await changeRef(this.#github, repository, { ref, oid })
    if ('refused' in changed) throw new Error(`${ref} of ${repository.fullName} cannot be set: ${changed.refused}`)
    if (counted) this.#github.record(repository, `push ${ref}`)
    await announcePush(this.#github, repository, changed.push)
  }
}
