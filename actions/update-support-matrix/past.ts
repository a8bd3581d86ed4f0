import { fileAt, type GitHub, listTags, orAbsent, parseRepository } from '../../packages/github/index.ts'
import type { Past } from '../../packages/matrix/index.ts'

/** The releases of a repository before this one, as GitHub has them. */
export function pastOn(github: GitHub): Past {
  const named = (repository: string) => parseRepository(repository, 'the manifest')
  return {
    async tags(repository) {
      const found = await orAbsent(listTags(github, named(repository), ''))
      return found === null ? [] : [...found.keys()]
    },
    file: (repository, path, tag) => fileAt(github, named(repository), path, `refs/tags/${tag}`),
  }
}
