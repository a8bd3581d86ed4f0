import { deliveredTo, githubRefs } from '../../packages/announce/index.js'
import { readLock } from '../../packages/crds/index.js'
import { branchHead, orAbsent, parseRepository, RepositoryHistory } from '../../packages/github/index.js'
import { parseReference } from '../../packages/registry/index.js'
import { dayOf, findMember } from '../../packages/train/index.js'
/** GitHub and the registries as planning asks for them; nothing is asked for twice. */
export function releaseWorld(train, github, registry) {
  const named = (repository) => parseRepository(repository, train.file)
  const histories = new Map()
  const contents = remembering(async (repository, path, ref) => {
    const place = { ...named(repository), path, ref }
    return (await orAbsent(github.request('GET /repos/{owner}/{repo}/contents/{path}', place)))?.data ?? null
  })
  const bytes = async (repository, path, ref) => {
    const found = await contents(repository, path, ref)
    return isFile(found) ? Buffer.from(found.content, 'base64') : null
  }
  return {
    history(repository) {
      const known = histories.get(repository) ?? listingOnce(new RepositoryHistory(github, named(repository)))
      histories.set(repository, known)
      return known
    },
    head: remembering((repository, branch) => branchHead(github, named(repository), branch)),
    file: async (repository, path, ref) => (await bytes(repository, path, ref))?.toString('utf8') ?? null,
    hasDirectory: async (repository, path, ref) => Array.isArray(await contents(repository, path, ref)),
    published: remembering((repository, tag) => published(github, named(repository), tag)),
    pullRequests: remembering((repository) => pullRequests(github, named(repository))),
    async digest(image, tag) {
      return (await registry.head(parseReference(`${image}:${tag}`, train.file)))?.digest ?? null
    },
    async copiedFrom(repository, { from, path, to }, ref) {
      const file = `${to.replace(/\/$/, '')}/crds.lock.yaml`
      const { crds } = readLock(await bytes(repository, file, ref), file)
      const owner = findMember(train, from, train.file).repository.toLowerCase()
      const copied = [...crds.values()].filter(
        (one) => one.repository.toLowerCase() === owner && (one.path === path || one.path.startsWith(`${path}/`)),
      )
      const [first, ...others] = new Set(copied.map((one) => one.ref))
      return others.length === 0 ? (first ?? null) : null
    },
    // The key that the action announce takes when it is given none. Refs are only listed, so no commit is needed.
    announced: (repository, tag) => deliveredTo(githubRefs(github, named(repository), ''), `${repository}@${tag}`),
  }
}
async function published(github, place, tag) {
  const found = await orAbsent(github.request('GET /repos/{owner}/{repo}/releases/tags/{tag}', { ...place, tag }))
  if (found === null || found.data.draft) return null
  const { html_url: url, published_at: at, created_at: made, body } = found.data
  return { url, publishedOn: dayOf(at ?? made, `release ${tag}`), notes: body ?? '' }
}
async function pullRequests(github, place) {
  const newest = { ...place, state: 'all', sort: 'created', direction: 'desc', per_page: 100 }
  const found = await orAbsent(github.request('GET /repos/{owner}/{repo}/pulls', newest))
  return (found?.data ?? []).map(({ title, head, html_url: url, state, merged_at: mergedAt }) => ({
    title,
    branch: head.ref,
    url,
    state: mergedAt !== null ? 'merged' : state === 'open' ? 'open' : 'closed',
  }))
}
/** A file as the contents of a repository show it: up to 1 MB, in base64. */
function isFile(data) {
  const isObject = typeof data === 'object' && data !== null
  return (
    isObject &&
    'content' in data &&
    typeof data.content === 'string' &&
    'encoding' in data &&
    data.encoding === 'base64'
  )
}
/** A history that is asked only once; a repository that is not there has none. */
function listingOnce(history) {
  return {
    tags: remembering(async (prefix) => (await orAbsent(history.tags(prefix))) ?? []),
    commitOf: (tag) => history.commitOf(tag),
    contains: (head, commit) => history.contains(head, commit),
    since: remembering((ancestor, head) => history.since(ancestor, head)),
  }
}
function remembering(ask) {
  const known = new Map()
  return (...given) => {
    const key = JSON.stringify(given)
    const answer = known.get(key) ?? ask(...given)
    known.set(key, answer)
    return answer
  }
}
