import { type GitHub, parseRepository, tagCommit } from '../packages/github/index.ts'

/** Asks GitHub whether a repository that the manifest names has a tag. */
export function tagExistsOn(github: GitHub): (repository: string, tag: string) => Promise<boolean> {
  return async (repository, tag) => (await tagCommit(github, parseRepository(repository, 'repository'), tag)) !== null
}
