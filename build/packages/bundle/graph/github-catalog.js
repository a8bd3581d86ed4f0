import pLimit from 'p-limit'
import { branchHead, fullName, getRepository, listFiles, readBlob } from '../../github/index.js'
import { UserError } from '../../plan/index.js'
/** So many files are asked for at a time. */
const AT_ONCE = 8
/** More open pull requests than this are not looked through; a catalog has some dozens. */
const MOST_PAGES = 5
/**
 * A catalog repository on GitHub, read through trees and blobs: it is never cloned, and of its tens of thousands of files only
 * those of one operator are asked for.
 *
 * @param base the branch with the published bundles; empty for the default branch.
 * @throws UserError when the repository has no such branch.
 */
export async function githubCatalog(github, repository, base = '') {
  const branch = base === '' ? (await getRepository(github, repository)).defaultBranch : base
  const head = await branchHead(github, repository, branch)
  if (head === null) {
    throw new UserError(`Catalog ${fullName(repository)} has no branch “${branch}”.`, {
      advice: 'Correct the name of the repository or of the branch.',
    })
  }
  return {
    published: treeOf(github, repository, head),
    pending: async (operator) => {
      const { owner, repo } = repository
      const pulls = await github.pages(
        (page) =>
          github.request('GET /repos/{owner}/{repo}/pulls', {
            owner,
            repo,
            state: 'open',
            base: branch,
            sort: 'created',
            direction: 'desc',
            per_page: 100,
            page,
          }),
        MOST_PAGES,
      )
      // The catalog’s pipeline writes the operator into the title (`operator NAME (VERSION)`); who proposes it, into the branch.
      const isAbout = (text) =>
        text
          .toLowerCase()
          .split(/[^a-z0-9._-]+/)
          .some((word) => word.includes(operator.toLowerCase()))
      return pulls.flatMap((pull) => {
        const from = pull.head.repo
        // A deleted fork leaves its pull request without a repository.
        if (from === null || !(isAbout(pull.title) || isAbout(pull.head.ref))) return []
        const home = { owner: from.owner.login, repo: from.name }
        return [{ number: pull.number, url: pull.html_url, tree: treeOf(github, home, pull.head.sha) }]
      })
    },
  }
}
function treeOf(github, repository, commit) {
  const limit = pLimit(AT_ONCE)
  return {
    list: async (directory) => {
      const files = await listFiles(github, repository, commit, directory)
      return new Map([...files].map(([path, { blob }]) => [path, blob]))
    },
    read: async (blobs) => {
      const distinct = [...new Set(blobs)]
      const contents = await Promise.all(distinct.map((blob) => limit(() => readBlob(github, repository, blob))))
      return new Map(distinct.map((blob, index) => [blob, contents[index] ?? Buffer.alloc(0)]))
    },
  }
}
