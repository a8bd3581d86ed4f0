import {
  awaitRun,
  conclusionWords,
  createTag,
  dispatchOnce,
  failedJobs,
  orAbsent,
  parseRepository,
  readDispatchInterface,
  tagCommit,
  waitingWords,
} from '../../packages/github/index.js'
import { apply } from '../../packages/plan/index.js'
import { parseReference } from '../../packages/registry/index.js'
/** GitHub and the registries as releasing components asks for them. */
export function componentWorld(train, planning, github, registry, waiting) {
  const named = (repository) => parseRepository(repository, train.file)
  return {
    planning,
    tagCommit: (repository, tag) => tagCommit(github, named(repository), tag),
    async releasePage(repository, tag) {
      const place = { ...named(repository), tag }
      const found = await orAbsent(github.request('GET /repos/{owner}/{repo}/releases/tags/{tag}', place))
      return found === null || found.data.draft ? null : found.data.html_url
    },
    async digest(image, tag) {
      return (await registry.head(parseReference(`${image}:${tag}`, train.file)))?.digest ?? null
    },
    workflow: (repository, file, ref) => readDispatchInterface(github, named(repository), file, ref),
    start: (repository, wish) => dispatchOnce(github, named(repository), wish),
    async ended(repository, run, told) {
      const ended = await awaitRun(github, named(repository), run, {
        ...waiting,
        onChange: (seen) => {
          const attempt = seen.attempt > 1 ? `, attempt ${seen.attempt}` : ''
          if (seen.status !== 'completed')
            told(`${seen.status.replace('_', ' ')}${attempt}. ${waitingWords(seen) ?? ''}`.trimEnd())
        },
      })
      return { id: ended.id, url: ended.url, conclusion: ended.conclusion ?? '', words: conclusionWords(ended) }
    },
    failures: (repository, { id }) => failedJobs(github, named(repository), id),
    async createTag(repository, tag, commit) {
      const wish = { tag, commit, message: `Release ${tag}` }
      const change = await createTag(github, named(repository), wish, `release ${tag}`)
      if (change !== null) await apply([change], { sleep: github.sleep })
    },
  }
}
