import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Ledger } from '../ledger.ts'
import { ApiError, validationFailed } from './http.ts'
import { Repository } from './repository.ts'
import { newRepositoryState, type Conclusion, type RepositoryState, type RunStatus } from './state.ts'

/** A reference that moved; `before` and `after` are 40 zeros for none, as in a webhook. */
export interface Push {
  readonly ref: string
  readonly before: string
  readonly after: string
}

/** What a started workflow run is told, and where it writes its log. */
export interface DispatchedRun {
  readonly id: number
  readonly repository: string
  readonly workflow: string
  readonly ref: string
  readonly sha: string
  readonly actor: string
  readonly inputs: Readonly<Record<string, string>>
  /** 1, and one more each time it is run again. */
  readonly attempt: number
  log(line: string): void
}

export type PushReaction = (push: Push) => Promise<void>
export type DispatchScript = (run: DispatchedRun) => Promise<Conclusion>

/** What a workflow does when it is started, and what its runs pass through before. */
export interface ScriptedWorkflow {
  readonly script: DispatchScript
  readonly passes: readonly RunStatus[]
}

/** Which server is played: it decides what a workflow dispatch answers. */
export type ServerKind = 'github.com' | 'ghes-3.19'

export interface GitHubOptions {
  /** Where the repositories live: `<owner>/<name>.git` and `<owner>/<name>.json`. */
  readonly directory: string
  readonly ledger: Ledger
  readonly server?: ServerKind
  /** The login behind each token. Absent: every token is accepted, as `release-manager`. */
  readonly tokens?: Readonly<Record<string, string>>
}

export function writeTime(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z')
}

export const NO_COMMIT = '0'.repeat(40)

/** The requests that a token may make in an hour. */
const HOURLY_LIMIT = 5000

/** A rate limit as GitHub tells it. */
export interface RateLimit {
  readonly limit: number
  readonly used: number
  readonly remaining: number
  /** Seconds since 1970. */
  readonly reset: number
}

/** The repositories of one sandbox and what reacts to them. Everything that survives a restart is in the directory. */
export class GitHub {
  readonly directory: string
  readonly ledger: Ledger
  readonly server: ServerKind
  readonly tokens: Readonly<Record<string, string>> | undefined
  readonly reactions = new Map<string, PushReaction[]>()
  readonly scripts = new Map<string, ScriptedWorkflow>()
  readonly #repositories = new Map<string, Repository>()
  #requests = 0

  constructor(options: GitHubOptions) {
    this.directory = options.directory
    this.ledger = options.ledger
    this.server = options.server ?? 'github.com'
    this.tokens = options.tokens
    for (const owner of existsSync(this.directory) ? readdirSync(this.directory) : []) {
      for (const file of readdirSync(join(this.directory, owner))) {
        if (file.endsWith('.json')) this.#add(Repository.open(this.directory, owner, file.slice(0, -'.json'.length)))
      }
    }
  }

  /** In order of creation. */
  repositories(): Repository[] {
    return [...this.#repositories.values()].sort((left, right) => left.state.id - right.state.id)
  }

  find(fullName: string): Repository | undefined {
    return this.#repositories.get(fullName.toLowerCase())
  }

  /** @throws Error for a repository that a seed names but nobody made. */
  get(fullName: string): Repository {
    const found = this.find(fullName)
    if (found === undefined) throw new Error(`the sandbox has no repository ${fullName}`)
    return found
  }

  /** Makes an empty repository; the caller fills it and then saves it. */
  create(
    fullName: string,
    settings: Partial<RepositoryState> & { readonly defaultBranch: string },
    alternates: readonly string[] = [],
  ): Repository {
    if (!/^[\w.-]+\/[\w.-]+$/.test(fullName) || fullName.split('/').some((part) => /^\.+$/.test(part))) {
      throw new Error(`not the full name of a repository: ${fullName}`)
    }
    if (this.find(fullName) !== undefined) throw new Error(`the sandbox has a repository ${fullName} already`)
    const id = 1 + Math.max(0, ...this.repositories().map((repository) => repository.state.id))
    const createdAt = this.now()
    const state = newRepositoryState({ id, fullName, createdAt, ...settings })
    const repository = Repository.create(this.directory, state, alternates)
    this.#add(repository)
    return repository
  }

  /** Forks a repository: an own bare repository that borrows its parent's objects. An existing fork is given as it is. */
  fork(parent: Repository, owner: string, name: string): { fork: Repository; created: boolean } {
    const existing = this.repositories().find(
      (candidate) => candidate.state.parent === parent.fullName && candidate.owner === owner,
    )
    if (existing !== undefined) return { fork: existing, created: false }
    if (owner === parent.owner) throw new ApiError(403, 'You cannot fork a repository to its own owner.')
    const fullName = `${owner}/${name}`
    if (this.find(fullName) !== undefined) {
      throw validationFailed({ resource: 'Repository', code: 'custom', field: 'name', message: 'name already exists' })
    }
    const { defaultBranch, description } = parent.state
    const objects = (repository: string): string => join(this.directory, `${repository}.git`, 'objects')
    const borrowed = relative(objects(fullName), objects(parent.fullName)).replaceAll('\\', '/')
    const fork = this.create(
      fullName,
      { defaultBranch, description, private: parent.state.private, parent: parent.fullName, collaborators: [owner] },
      [borrowed],
    )
    for (const { name: ref, oid } of [...parent.refs.list('refs/heads/'), ...parent.refs.list('refs/tags/')]) {
      fork.refs.update(ref, oid)
    }
    fork.save()
    return { fork, created: true }
  }

  /** Counts a change that is on disk. Call it once a change, before the answer. */
  record(repository: Repository, what: string): void {
    this.ledger.record(`github ${repository.fullName} ${what}`)
  }

  /** The world's time as GitHub writes it: whole seconds. */
  now(): string {
    return writeTime(this.ledger.now())
  }

  countRequest(): void {
    this.#requests += 1
  }

  /** The limit is told, not enforced: a fault of the world answers 429 when a test wants it. */
  rateLimit(used = this.#requests): RateLimit {
    const reset = Math.floor(this.ledger.now().getTime() / 1000) + 3600
    return { limit: HOURLY_LIMIT, used, remaining: Math.max(0, HOURLY_LIMIT - used), reset }
  }

  close(): void {
    for (const repository of this.#repositories.values()) repository.close()
  }

  #add(repository: Repository): void {
    this.#repositories.set(repository.fullName.toLowerCase(), repository)
  }
}
