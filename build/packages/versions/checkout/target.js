import { UserError } from '../../plan/index.js'
import { REMOTE } from './checkout.js'
/**
 * The commit of a checkout that is to be released: the one that was named, else the one that is checked out.
 *
 * @param environment of the run: its branch stands in for a detached head on the commit of the run.
 * @throws UserError when it is the trial merge of a pull request, or not on the branch as the remote has it: a commit that
 *   only a tag leads to would be found by nobody.
 */
export async function checkoutTarget(checkout, named, environment) {
  const { GITHUB_SHA: sha, GITHUB_REF: ref = '', GITHUB_REF_NAME: name, GITHUB_REF_TYPE: type } = environment
  const isRun = checkout.head === sha
  if (named === '' && isRun && ref.startsWith('refs/pull/')) {
    throw new UserError('This run is for a pull request: its commit is a trial merge that no branch will have.', {
      advice: 'Run on a push or by hand, or name the commit as “target”.',
    })
  }
  const target = named === '' ? checkout.head : await checkout.resolve(named, 'Input “target”')
  const branch = checkout.branch ?? (isRun && type === 'branch' && name !== undefined ? name : null)
  if (branch === null) return { target, branch }
  const pushed = checkout.remoteBranch(branch)
  if (pushed === null) {
    throw new UserError(`Remote “${REMOTE}” has no branch ${branch}, which is checked out.`, {
      advice: `Push it first: git push ${REMOTE} ${branch}. A tag alone would keep commits that no branch has.`,
    })
  }
  // Somebody may have pushed since the checkout was made: then what was fetched stands for the branch.
  const fetched = `refs/remotes/${REMOTE}/${branch}`
  const head =
    pushed === target || (await checkout.has(pushed)) ? pushed : await checkout.resolve(fetched, `Branch ${branch}`)
  if (!(await checkout.contains(head, target))) {
    throw new UserError(`Commit ${target} is not on branch ${branch} of remote “${REMOTE}” (${head}).`, {
      advice: `Push it first, or check out the branch that has it: git fetch ${REMOTE}.`,
    })
  }
  return { target, branch }
}
