import { UserError } from '../../plan/index.js'
import { Git, lastLine } from './git.js'
import { pageOf, readCommit, readRefs } from './read.js'
/** The remote that is tagged, as `git clone` and actions/checkout name it. */
export const REMOTE = 'origin'
/** The newest commits that are told of a repository without a release. */
const MOST_COMMITS = 100
/**
 * A checkout and the repository that it came from: tags and branches are those of the remote, asked for once, so that a
 * checkout without tags does not look like a repository without releases; the commits are the checkout's own.
 */
export class Checkout {
  git
  /** The commit that is checked out. */
  head
  /** The branch that is checked out; null when the head is detached, as for a tag or a pull request. */
  branch
  /** The page of the repository, where the remote's address tells it. */
  url
  #tags
  #branches
  #ancestors = new Answers()
  #lists = new Answers()
  constructor(git, place, refs) {
    this.git = git
    this.head = place.head
    this.branch = place.branch
    this.url = place.url
    this.#tags = refs.tags
    this.#branches = refs.branches
  }
  /**
   * @param path as it was given, for errors.
   * @throws UserError when there is no git checkout, it has no remote `origin` that answers, or it is shallow: then what
   *   it contains cannot be told.
   */
  static async open(directory, path, options) {
    const git = new Git(directory, options)
    const [place, address, refs] = await Promise.all([
      git.run(['rev-parse', '--is-shallow-repository', 'HEAD^{commit}', '--symbolic-full-name', 'HEAD']),
      git.run(['config', '--get', `remote.${REMOTE}.url`]),
      git.run(['ls-remote', '--heads', '--tags', '--', REMOTE]),
    ])
    if (place.code !== 0) {
      throw new UserError(`Input “path”: “${path}” is no git checkout with a commit: ${lastLine(place.stderr)}.`, {
        advice: 'Check the repository out before this step, and give the path from the root of the workspace.',
      })
    }
    if (address.code !== 0) {
      throw new UserError(`Input “path”: the checkout in “${path}” has no remote “${REMOTE}” to push a tag to.`, {
        advice: `Clone the repository, or add the remote: git remote add ${REMOTE} ADDRESS.`,
      })
    }
    if (refs.code !== 0) {
      throw new UserError(`Input “path”: remote “${REMOTE}” of “${path}” does not answer: ${lastLine(refs.stderr)}.`, {
        advice:
          'Check its address and the credentials of the checkout (actions/checkout keeps them unless told not to).',
      })
    }
    const [shallow, head = '', name = ''] = place.stdout.split('\n')
    if (shallow === 'true') {
      throw new UserError(
        `Input “path”: the checkout in “${path}” is shallow: which releases it contains cannot be told.`,
        {
          advice:
            'Check out with “fetch-depth: 0” (with “filter: tree:0” only commits are fetched), or leave “path” out: the API needs no checkout.',
        },
      )
    }
    const branch = name.startsWith('refs/heads/') ? name.slice('refs/heads/'.length) : null
    return new Checkout(git, { head, branch, url: pageOf(address.stdout.trim()) }, readRefs(refs.stdout))
  }
  tags(prefix) {
    return Promise.resolve([...this.#tags.keys()].filter((tag) => tag.startsWith(prefix)))
  }
  /** The commit of a tag that the remote has. */
  commitOf(tag) {
    const found = this.#tags.get(tag)
    if (found === undefined) throw new RangeError(`the remote has no tag ${tag}`)
    return Promise.resolve(found.commit)
  }
  remoteTag(tag) {
    return this.#tags.get(tag) ?? null
  }
  /** Where the remote has a branch; null where it has none of the name. */
  remoteBranch(name) {
    return this.#branches.get(name) ?? null
  }
  contains(head, commit) {
    return this.#ancestors.of(`${commit} ${head}`, () => this.#contains(head, commit))
  }
  /** What `head` has and `ancestor` has not, oldest first; without an ancestor the newest hundred that `head` has. */
  since(ancestor, head) {
    return this.#lists.of(`${ancestor} ${head}`, () => this.#since(ancestor, head))
  }
  /** A commit that the checkout does not have is no ancestor of one that it has whole. */
  async #contains(head, commit) {
    if (head === commit) return true
    const { code, stderr } = await this.git.run(['merge-base', '--is-ancestor', commit, head])
    if (code <= 1) return code === 0
    if (await this.has(commit))
      throw new UserError(`git merge-base failed in ${this.git.directory}: ${lastLine(stderr)}.`)
    return false
  }
  async has(commit) {
    return (await this.git.run(['cat-file', '-e', `${commit}^{commit}`])).code === 0
  }
  async #since(ancestor, head) {
    const range = ancestor === null ? [`--max-count=${MOST_COMMITS}`, head] : [`${ancestor}..${head}`]
    const log = await this.git.read([
      'log',
      '-z',
      '--no-show-signature',
      '--no-color',
      '--encoding=UTF-8',
      '--topo-order',
      '--reverse',
      '--format=%H%n%P%n%aN%n%aE%n%B',
      ...range,
      '--',
    ])
    return log.split('\0').flatMap((record) => (record === '' ? [] : [readCommit(record)]))
  }
  /** @throws UserError when the checkout has no such commit, branch or tag. */
  async resolve(name, what) {
    const { code, stdout } = await this.git.run([
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${name}^{commit}`,
    ])
    if (code === 0) return stdout.trim()
    throw new UserError(`${what}: the checkout has no commit, branch or tag “${name}”.`, {
      advice: 'Check the spelling, and that it was fetched.',
    })
  }
}
/** What was asked once is not asked again: the commits that a name stands for do not change. */
class Answers {
  #known = new Map()
  of(key, ask) {
    const answer = this.#known.get(key) ?? ask()
    this.#known.set(key, answer)
    return answer
  }
}
