import { UserError } from '../plan/index.ts'
import type { BesideVersion, MatrixPlace, Train, WrittenVersion } from '../train/index.ts'

/**
 * The repository that is checked out, `OWNER/NAME`: the input `repository`, else the one that the workflow runs in.
 *
 * @throws UserError where neither says so.
 */
export function checkedOut(given: string, environment: Readonly<Record<string, string | undefined>>): string {
  const repository = given === '' ? (environment['GITHUB_REPOSITORY'] ?? '') : given
  if (/^[^/\s]+\/[^/\s]+$/.test(repository)) return repository
  const what = given === '' ? 'GITHUB_REPOSITORY' : 'Input “repository”'
  throw new UserError(`${what} is “${repository}”; which repository is checked out cannot be told.`, {
    advice: 'Give “repository: OWNER/NAME”.',
  })
}

/** What a train knows of one repository: a component's, or one that is told of releases afterwards. */
export interface KnownRepository {
  readonly name: string
  /** `OWNER/NAME` */
  readonly repository: string
  readonly versions: readonly WrittenVersion[]
  readonly beside: readonly BesideVersion[]
  readonly matrix: MatrixPlace | null
}

/**
 * The repository that a run works in, as the train knows it. A fork goes by the name of what it was forked from, so that
 * the pull request's branch can be prepared there.
 *
 * @param repository `GITHUB_REPOSITORY`.
 * @throws UserError when the train knows no such repository.
 */
export function knownRepository(train: Train, repository: string): KnownRepository {
  const all: readonly KnownRepository[] = [...train.components, ...train.downstream]
  const same = (one: KnownRepository) => one.repository.toLowerCase() === repository.toLowerCase()
  const forked = all.filter((one) => nameOf(one.repository) === nameOf(repository))
  const found = all.find(same) ?? (forked.length === 1 ? forked[0] : undefined)
  if (found !== undefined) return found
  throw new UserError(
    `${train.file}: the repository “${repository}” is no component and not downstream of this train.`,
    {
      file: train.file,
      advice: `It knows ${all.map((one) => one.repository).join(', ')}. Add the repository, or run where one of these is checked out.`,
    },
  )
}

const nameOf = (repository: string): string => (repository.split('/')[1] ?? '').toLowerCase()
