import { commitsSince, compare, newestCommits } from './commits.js'
import { listTags, peel } from './refs.js'
/**
 * A repository’s tags and how its commits descend from each other, asked for as little as can be: all tags of a prefix
 * in one list, a tag is followed to its commit only when somebody wants to know, no comparison is made twice.
 */
export class RepositoryHistory {
  #github
  #repository
  #objects = new Map()
  #commits = new Map()
  #comparisons = new Map()
  #lists = new Map()
  constructor(github, repository) {
    this.#github = github
    this.#repository = repository
  }
  /** Every tag whose name begins so. */
  async tags(prefix) {
    const found = await listTags(this.#github, this.#repository, prefix)
    for (const [tag, object] of found) this.#objects.set(tag, object)
    return [...found.keys()]
  }
  /** The commit that a tag which was listed leads to. */
  commitOf(tag) {
    const object = this.#objects.get(tag)
    if (object === undefined) throw new RangeError(`tag ${tag} was not listed`)
    return remembered(this.#commits, tag, () => peel(this.#github, this.#repository, object))
  }
  /** Whether `commit` is `head` or one of its ancestors. */
  async contains(head, commit) {
    const status = head === commit ? 'identical' : (await this.#compare(commit, head))?.status
    return status === 'ahead' || status === 'identical'
  }
  /** What `head` has and `ancestor` has not, oldest first; without an ancestor the newest hundred that `head` has. */
  since(ancestor, head) {
    return remembered(this.#lists, `${ancestor} ${head}`, async () => {
      if (ancestor === null) return newestCommits(this.#github, this.#repository, head)
      if (ancestor === head) return []
      const known = await this.#compare(ancestor, head)
      return known === null ? [] : commitsSince(this.#github, this.#repository, ancestor, head, known)
    })
  }
  #compare(base, head) {
    return remembered(this.#comparisons, `${base} ${head}`, () => compare(this.#github, this.#repository, base, head))
  }
}
function remembered(known, key, ask) {
  const answer = known.get(key) ?? ask()
  known.set(key, answer)
  return answer
}
