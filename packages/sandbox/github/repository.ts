import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readState, writeAtomic, writeState } from '../durable.ts'
import { RefStore } from './git/refs.ts'
import { ObjectStore } from './git/store.ts'
import { type CheckOutcome, newRepositoryState, type PullRequestState, type RepositoryState } from './state.ts'

const SHA = /^[0-9a-f]{40}$/

/** One repository: a bare git repository and a JSON file beside it. */
export class Repository {
  readonly owner: string
  readonly name: string
  readonly gitDirectory: string
  readonly objects: ObjectStore
  readonly refs: RefStore
  readonly state: RepositoryState
  readonly #stateFile: string

  private constructor(directory: string, state: RepositoryState) {
    const [owner = '', name = ''] = state.fullName.split('/')
    this.owner = owner
    this.name = name
    this.state = state
    this.gitDirectory = join(directory, owner, `${name}.git`)
    this.#stateFile = join(directory, owner, `${name}.json`)
    this.objects = new ObjectStore(this.gitDirectory)
    this.refs = new RefStore(this.gitDirectory)
  }

  /** Makes an empty bare repository. It exists once `save` wrote its state: half a creation is no repository. */
  static create(directory: string, state: RepositoryState, alternates: readonly string[] = []): Repository {
    const repository = new Repository(directory, state)
    for (const part of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags']) {
      mkdirSync(join(repository.gitDirectory, part), { recursive: true })
    }
    if (alternates.length > 0) {
      writeAtomic(join(repository.gitDirectory, 'objects/info/alternates'), `${alternates.join('\n')}\n`)
    }
    repository.#configure()
    return repository
  }

  /** Opens the repository of a state file `<owner>/<name>.json`. */
  static open(directory: string, owner: string, name: string): Repository {
    const initial = newRepositoryState({ id: 0, fullName: `${owner}/${name}`, defaultBranch: 'main', createdAt: '' })
    return new Repository(directory, readState(join(directory, owner, `${name}.json`), initial))
  }

  get fullName(): string {
    return this.state.fullName
  }

  save(): void {
    writeState(this.#stateFile, this.state)
  }

  /** Ids are unique in the sandbox and do not depend on what other repositories do. */
  nextId(): number {
    const id = this.state.id * 100_000 + this.state.nextId
    this.state.nextId += 1
    return id
  }

  nextNumber(): number {
    const number = this.state.nextNumber
    this.state.nextNumber += 1
    return number
  }

  pulls(): PullRequestState[] {
    return this.state.issues.filter((issue): issue is PullRequestState => issue.pull !== undefined)
  }

  pull(number: number): PullRequestState | undefined {
    return this.pulls().find((candidate) => candidate.number === number)
  }

  branch(name: string): string | undefined {
    return this.refs.get(`refs/heads/${name}`)
  }

  /** The object that a name means: a full reference, a branch, a tag, HEAD or a commit id, in GitHub's order. */
  resolve(name: string): string | undefined {
    if (name === 'HEAD' || name === '') return this.branch(this.state.defaultBranch)
    return (
      this.refs.get(name.startsWith('refs/') ? name : `refs/${name}`) ??
      this.branch(name) ??
      this.refs.get(`refs/tags/${name}`) ??
      (SHA.test(name) ? name : undefined)
    )
  }

  /** The commit that a name means, or undefined. */
  async resolveCommit(name: string): Promise<string | undefined> {
    const oid = this.resolve(name)
    return oid === undefined ? undefined : this.objects.peel(oid)
  }

  /** What continuous integration says of a commit: one outcome a check. */
  checksOf(sha: string): { name: string; outcome: CheckOutcome }[] {
    const { names, outcome, bySha } = this.state.checks
    return names.map((name) => ({ name, outcome: bySha[sha] ?? outcome }))
  }

  /** Locks the tag of an immutable release against pushes too: git refuses to change a reference that it hides. */
  lockTag(tag: string): void {
    if (!this.state.burntTags.includes(tag)) this.state.burntTags.push(tag)
    this.#configure()
  }

  close(): void {
    this.objects.close()
  }

  #configure(): void {
    const hidden = ['refs/pull', ...this.state.burntTags.map((tag) => `refs/tags/${tag}`)]
    writeAtomic(
      join(this.gitDirectory, 'config'),
      [
        '[core]\n\trepositoryformatversion = 0\n\tbare = true\n',
        // Pushed objects stay loose, so that they are read here without a process.
        '[receive]\n\tunpackLimit = 1000000\n\tautogc = false\n\tdenyDeleteCurrent = refuse\n',
        ...hidden.map((name) => `\thideRefs = ${quoteConfig(name)}\n`),
        '[transfer]\n\tunpackLimit = 1000000\n',
        '[gc]\n\tauto = 0\n',
        '[http]\n\treceivepack = true\n',
        '[uploadpack]\n\tallowAnySHA1InWant = true\n',
      ].join(''),
    )
    writeAtomic(join(this.gitDirectory, 'HEAD'), `ref: refs/heads/${this.state.defaultBranch}\n`)
  }
}

function quoteConfig(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
