import type { Handler } from '../exchange.ts'
import { findEntry } from './git/tree.ts'
import { type DispatchScript, GitHub, type GitHubOptions, NO_COMMIT, type PushReaction } from './github.ts'
import { createHandler } from './handler.ts'
import { announcePush } from './pushes.ts'
import type { Repository } from './repository.ts'
import { advanceRun, endRun, runAgain, scriptKey } from './runs.ts'
import { Seeding } from './seed.ts'
import { type RepositorySnapshot, takeSnapshot } from './snapshot.ts'
import type { RunState } from './state.ts'

export type { DispatchedRun, DispatchScript, GitHubOptions, Push, PushReaction } from './github.ts'
export type { CommitSeed, PullRequestSeed, ReleaseSeed, RepositorySeed, TagSeed } from './seed.ts'
export type { CheckOutcome, Conclusion, MergeMethod } from './state.ts'

/** A GitHub of one's own: repositories in a directory, served by a handler, seeded without HTTP. */
export class GitHubSandbox extends Seeding {
  /** REST at /api/v3, GraphQL at /api/graphql, git at /owner/name and /owner/name.git. */
  readonly handler: Handler
  readonly #github: GitHub

  constructor(github: GitHub) {
    super(github)
    this.#github = github
    this.handler = createHandler(github)
  }

  /** Calls back for every reference that moves, however it is moved; the answer to the push waits for it. */
  onPush(fullName: string, reaction: PushReaction): void {
    const key = fullName.toLowerCase()
    this.#github.reactions.set(key, [...(this.#github.reactions.get(key) ?? []), reaction])
  }

  /**
   * Says what a workflow does when it is dispatched; without a script a run succeeds. A run is queued when it is made and
   * moves one step each time it is looked at: the first look sees it queued, the second in progress and executes the
   * script to its end, the third sees the conclusion. Nothing runs between two requests.
   */
  onDispatch(
    fullName: string,
    workflowFile: string,
    script: DispatchScript,
    /** Statuses that its runs have before they are queued: an approval (`waiting`), a concurrency group (`pending`). */
    passes: readonly ('requested' | 'waiting' | 'pending')[] = [],
  ): void {
    this.#github.scripts.set(scriptKey({ fullName }, workflowFile), { script, passes })
  }

  /** The runs of a repository, oldest first. */
  runs(fullName: string): readonly Readonly<RunState>[] {
    return this.#github.get(fullName).state.runs
  }

  /** Somebody runs a completed run again, on its page. */
  rerun(fullName: string, id: number): void {
    const repository = this.#github.get(fullName)
    runAgain(this.#github, repository, this.#runOf(repository, id))
  }

  /** Somebody cancels a run, or a newer one takes its place in the queue of their concurrency group. */
  cancelRun(fullName: string, id: number): void {
    const repository = this.#github.get(fullName)
    endRun(this.#github, repository, this.#runOf(repository, id), 'cancelled')
  }

  /** Tells the reactions of each repository of its default branch, as if just pushed: CI catches up after a crash. */
  async replayPushes(): Promise<void> {
    for (const repository of this.#github.repositories()) {
      const ref = `refs/heads/${repository.state.defaultBranch}`
      const after = repository.refs.get(ref)
      if (after !== undefined) await announcePush(this.#github, repository, { ref, before: NO_COMMIT, after })
    }
  }

  /** Executes every run that is not completed, as if somebody had kept looking. */
  async settleRuns(): Promise<void> {
    for (const repository of this.#github.repositories()) {
      for (const run of repository.state.runs) {
        while (run.status !== 'completed') await advanceRun(this.#github, repository, run)
      }
    }
  }

  #runOf(repository: Repository, id: number): RunState {
    const run = repository.state.runs.find((candidate) => candidate.id === id)
    if (run === undefined) throw new Error(`the sandbox has no run ${id} in ${repository.fullName}`)
    return run
  }

  /** The bytes of a file at a branch, tag or commit; undefined when there is none. */
  async readFile(fullName: string, ref: string, path: string): Promise<Buffer | undefined> {
    const { objects } = this.#github.get(fullName)
    const commit = await this.resolve(fullName, ref)
    const tree = commit === undefined ? undefined : (await objects.commit(commit))?.tree
    const entry = tree === undefined ? undefined : await findEntry(objects, tree, path)
    return entry === undefined ? undefined : objects.blob(entry.oid)
  }

  /** The commit behind a branch, tag or commit id. */
  async resolve(fullName: string, ref: string): Promise<string | undefined> {
    return this.#github.get(fullName).resolveCommit(ref)
  }

  /** The full names of all repositories, in order of creation. */
  repositories(): string[] {
    return this.#github.repositories().map(({ fullName }) => fullName)
  }

  /** What a user would compare of two worlds: no ids, dates or hosts. */
  async snapshot(): Promise<Record<string, RepositorySnapshot>> {
    return takeSnapshot(this.#github)
  }

  /** Ends the git processes that read packed objects. */
  async close(): Promise<void> {
    this.#github.close()
  }
}

/** Opens the GitHub of a directory, which may be new; what was there before goes on where it was. */
export async function openGitHub(options: GitHubOptions): Promise<GitHubSandbox> {
  return new GitHubSandbox(new GitHub(options))
}
