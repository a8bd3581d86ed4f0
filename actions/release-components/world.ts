import {
  awaitRun,
  conclusionWords,
  createTag,
  dispatchOnce,
  failedJobs,
  type GitHub,
  orAbsent,
  parseRepository,
  readDispatchInterface,
  tagCommit,
  waitingWords,
} from '../../packages/github/index.ts'
import { apply } from '../../packages/plan/index.ts'
import { parseReference, type RegistryClient } from '../../packages/registry/index.ts'
import type { ComponentWorld, ReleaseWorld, Train } from '../../packages/train/index.ts'

export interface Waiting {
  readonly timeoutMs: number
  readonly now: () => number
}

/** GitHub and the registries as releasing components asks for them. */
export function componentWorld(
  train: Train,
  planning: ReleaseWorld,
  github: GitHub,
  registry: RegistryClient,
  waiting: Waiting,
): ComponentWorld {
  const named = (repository: string) => parseRepository(repository, train.file)
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
