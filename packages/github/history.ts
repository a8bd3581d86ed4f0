import type { GitHub } from './client.ts'
import { type CommitInfo, commitsSince, compare, type Comparison, newestCommits } from './commits.ts'
import { listTags, peel, type RefObject } from './refs.ts'
import type { RepositoryName } from './repository.ts'

/**
 * A repository’s tags and how its commits descend from each other, asked for as little as can be: all tags of a prefix
 * in one list, a tag is followed to its commit only when somebody wants to know, no comparison is made twice.
 */
export class RepositoryHistory {
  readonly #github: GitHub
  readonly #repository: RepositoryName
  readonly #objects = new Map<string, RefObject>()
  readonly #commits = new Map<string, Promise<string>>()
  readonly #comparisons = new Map<string, Promise<Comparison | null>>()
  readonly #lists = new Map<string, Promise<CommitInfo[]>>()

  constructor(github: GitHub, repository: RepositoryName) {
    this.#github = github
    this.#repository = repository
  }

  /** Every tag whose name begins so. */
  async tags(prefix: string): Promise<string[]> {
    const found = await listTags(this.#github, this.#repository, prefix)
    for (const [tag, object] of found) this.#objects.set(tag, object)
    return [...found.keys()]
  }

  /** The commit that a tag which was listed leads to. */
  commitOf(tag: string): Promise<string> {
    const object = this.#objects.get(tag)
    if (object === undefined) throw new RangeError(`tag ${tag} was not listed`)
    return remembered(this.#commits, tag, () => peel(this.#github, this.#repository, object))
  }

  /** Whether `commit` is `head` or one of its ancestors. */
  async contains(head: string, commit: string): Promise<boolean> {
    const status = head === commit ? 'identical' : (await this.#compare(commit, head))?.status
    return status === 'ahead' || status === 'identical'
  }

  /** What `head` has and `ancestor` has not, oldest first; without an ancestor the newest hundred that `head` has. */
  since(ancestor: string | null, head: string): Promise<CommitInfo[]> {
    return remembered(this.#lists, `${ancestor} ${head}`, async () => {
      if (ancestor === null) return newestCommits(this.#github, this.#repository, head)
      if (ancestor === head) return []
      const known = await this.#compare(ancestor, head)
      return known === null ? [] : commitsSince(this.#github, this.#repository, ancestor, head, known)
    })
  }

  #compare(base: string, head: string): Promise<Comparison | null> {
    return remembered(this.#comparisons, `${base} ${head}`, () => compare(this.#github, this.#repository, base, head))
  }
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const answer = known.get(key) ?? ask()
  known.set(key, answer)
  return answer
}
