import { UserError } from '../plan/index.js'
import { fullName, parseRepository } from './repository.js'
/**
 * The repository to work on: the one that was named, or the one that runs.
 *
 * @param named the input `repository`; empty for this one.
 * @throws UserError when neither is there (on a laptop, mostly).
 */
export function runPlace(environment, named) {
  const running = environment['GITHUB_REPOSITORY'] ?? ''
  if (named === '' && running === '') {
    throw new UserError('Input “repository” is missing, and there is no GITHUB_REPOSITORY to take it from.', {
      advice: 'Name the repository as OWNER/NAME.',
    })
  }
  const repository = parseRepository(named === '' ? running : named, 'Input “repository”')
  const sha = environment['GITHUB_SHA'] ?? ''
  const isHere = fullName(repository).toLowerCase() === running.toLowerCase()
  if (!isHere || sha === '') return { repository, trigger: null, isTrial: false }
  const { GITHUB_REF: ref = '', GITHUB_REF_NAME: name = '' } = environment
  if (ref.startsWith('refs/pull/')) return { repository, trigger: null, isTrial: true }
  const isBranch = name !== '' && environment['GITHUB_REF_TYPE'] !== 'tag' && !ref.startsWith('refs/tags/')
  return { repository, trigger: { sha, branch: isBranch ? name : null }, isTrial: false }
}
