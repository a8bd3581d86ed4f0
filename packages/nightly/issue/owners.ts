import {
  changedPaths,
  type GitHub,
  isAssignable,
  ownersOf,
  parseRepository,
  readCodeowners,
  type RepositoryName,
} from '../../github/index.ts'
import type { CulpritComponent, Night } from '../record.ts'

/** More people than this do not feel that they are meant. */
const MOST = 3

/**
 * Who is asked to look: the owners of what the culprit's commits changed, as CODEOWNERS of its repository names them, those
 * first who own most of it. Teams cannot be assigned, and whoever may not be assigned here is left out. Empty where
 * anything of it cannot be read.
 */
export async function assigneesOf(github: GitHub, repository: RepositoryName, { culprit }: Night): Promise<string[]> {
  const owned = new Map<string, number>()
  for (const component of culprit?.components ?? []) {
    for (const login of await ownersOfChange(github, component)) owned.set(login, (owned.get(login) ?? 0) + 1)
  }
  const byShare = [...owned].sort(([a, files], [b, more]) => more - files || (a < b ? -1 : 1)).map(([login]) => login)
  const assigned: string[] = []
  for (const login of byShare) {
    if (assigned.length < MOST && (await isAssignable(github, repository, login))) assigned.push(login)
  }
  return assigned
}

/** One login for each changed file that it owns. */
async function ownersOfChange(github: GitHub, { repository, commits }: CulpritComponent): Promise<string[]> {
  if (repository === null || commits.before === null || commits.after === null) return []
  const place = parseRepository(repository, 'culprit')
  const rules = await readCodeowners(github, place, commits.after)
  if (rules === null) return []
  const paths = (await changedPaths(github, place, commits.before, commits.after)) ?? []
  const owners = paths.flatMap((path) => [...new Set(ownersOf(rules, path))])
  return owners.flatMap((owner) => /^@([\w-]+)$/.exec(owner)?.[1] ?? [])
}
