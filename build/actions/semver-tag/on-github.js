import {
  branchHead,
  createTag,
  firstContributions,
  floatTag,
  fullName,
  getRepository,
  GitHub,
  planRelease,
  RepositoryHistory,
  resolveCommit,
  runPlace,
} from '../../packages/github/index.js'
import { UserError } from '../../packages/plan/index.js'
/**
 * A repository on GitHub, through its API.
 *
 * @throws UserError when the target is not one to release.
 */
export async function onGitHub(inputs, { environment, log, signal }) {
  const run = runPlace(environment, inputs.repository)
  const { repository, trigger } = run
  const github = new GitHub({ token: inputs.token, environment, signal, log: (told) => log.info(told) })
  const history = new RepositoryHistory(github, repository)
  const target = await targetOf(github, run, inputs.target)
  if (inputs.target !== '' && trigger?.branch != null) {
    const head = (await branchHead(github, repository, trigger.branch)) ?? trigger.sha
    if (!(await history.contains(head, target))) {
      throw new UserError(
        `Input “target”: ${inputs.target} (${target}) is not on branch ${trigger.branch} (${head}).`,
        {
          advice: 'Run on the branch that has the commit.',
        },
      )
    }
  }
  return {
    history,
    target,
    branch: trigger?.branch ?? null,
    url: `${github.serverUrl}/${fullName(repository)}`,
    createTag: (wish, reason) => createTag(github, repository, { ...wish, isNew: true }, reason),
    floatTag: (tag, commit, reason) => floatTag(github, repository, tag, commit, reason),
    planRelease: (wish, reason) => planRelease(github, repository, wish, reason),
    async newcomers(wish) {
      const found = await firstContributions(github, repository, wish)
      if (found === null) log.info('The token may not ask GitHub who contributed for the first time; left out.')
      return found ?? []
    },
  }
}
/** The commit to release. A trial merge of a pull request is none: no branch will ever have it. */
async function targetOf(github, { repository, trigger, isTrial }, named) {
  if (named !== '') return resolveCommit(github, repository, named, 'Input “target”')
  if (isTrial) {
    throw new UserError('This run is for a pull request: its commit is a trial merge that no branch will have.', {
      advice: 'Run on a push or by hand, or name the commit as “target”.',
    })
  }
  if (trigger !== null) return trigger.sha
  const { defaultBranch } = await getRepository(github, repository)
  return resolveCommit(github, repository, defaultBranch, 'The default branch')
}
