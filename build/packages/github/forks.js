import { ServiceError, UserError } from '../plan/index.js'
import { orAbsent } from './client.js'
import { viewerLogin } from './identity.js'
import { fullName, getRepository } from './repository.js'
import { settling } from './settling.js'
/** How long a new fork is waited for: GitHub copies it in the background. */
const PAUSES = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000]
/**
 * The fork of a repository that belongs to an owner.
 *
 * @throws UserError when the owner has another repository of that name.
 */
export async function planFork(github, parent, owner, reason) {
  if (owner.toLowerCase() === parent.owner.toLowerCase()) {
    throw new UserError(`Input “fork-owner”: ${fullName(parent)} belongs to “${owner}” itself.`, {
      advice: 'Leave “fork-owner” out to work in the repository itself, or name the owner of a fork.',
    })
  }
  const fork = { owner, repo: parent.repo }
  const parentOf = async () => {
    const found = await orAbsent(getRepository(github, fork))
    return found === null ? null : (found.parent ?? 'not a fork')
  }
  const found = await parentOf()
  if (found?.toLowerCase() === fullName(parent).toLowerCase()) return { fork, change: null }
  if (found !== null) {
    throw new UserError(
      `${fullName(fork)} is ${found === 'not a fork' ? found : `a fork of ${found}`}, not a fork of ${fullName(parent)}.`,
      {
        advice: 'Rename it, or name another “fork-owner”.',
      },
    )
  }
  const change = settling(github, {
    action: 'create',
    subject: `fork ${fullName(fork)}`,
    before: null,
    after: fullName(parent),
    reason,
    probe: parentOf,
    act: async () => {
      // Without an organization GitHub forks to the token's own account, whatever owner was meant.
      const own = (await viewerLogin(github)).toLowerCase() === owner.toLowerCase()
      await github.request('POST /repos/{owner}/{repo}/forks', {
        owner: parent.owner,
        repo: parent.repo,
        ...(!own && { organization: owner }),
      })
      for (const pause of PAUSES) {
        if ((await parentOf()) !== null) return
        await github.sleep(pause)
      }
      throw new ServiceError(`GitHub has not made the fork ${fullName(fork)} within a minute.`, {
        advice: 'Run again a little later.',
      })
    },
  })
  return { fork, change }
}
