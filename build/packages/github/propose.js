import { UserError } from '../plan/index.js'
import { commitFiles, checkFiles, differing, filesDigest, wantedDigest } from './commit-files.js'
import { listFiles } from './contents.js'
import { planFork } from './forks.js'
import { signOff } from './identity.js'
import { autoMerge } from './merging.js'
import { FollowedPull } from './followed-pull.js'
import { prepareBranch } from './prepare-branch.js'
import { branchHead } from './refs.js'
import { fullName, getRepository } from './repository.js'
/**
 * What is left to do until the files are proposed as a pull request: fork, branch, one commit, the pull request with its
 * text, labels and reviewers, auto-merge. Asked again, it updates the same pull request or finds nothing to do, also
 * after the merge. One that a person closed stays closed for as long as the same is proposed.
 */
export async function planProposal(github, proposal) {
  const { repository, branch, title } = proposal
  const { defaultBranch, mergeMethods } = await getRepository(github, repository)
  checkMerge(proposal, mergeMethods)
  const base = proposal.base === '' ? defaultBranch : proposal.base
  const reason = `to propose: ${title}`
  const fork = proposal.forkOwner === '' ? null : await planFork(github, repository, proposal.forkOwner, reason)
  const home = fork?.fork ?? repository
  if (fork === null && base === branch) {
    throw new UserError(`Input “branch”: “${branch}” is the base of the pull request itself.`, {
      advice: 'Name a branch of its own.',
    })
  }
  const baseHead = await branchHead(github, repository, base)
  if (baseHead === null) {
    throw new UserError(`Input “base”: ${fullName(repository)} has no branch “${base}”.`, {
      advice: 'Correct “base”, or leave it out for the default branch.',
    })
  }
  const isForkThere = fork === null || fork.change === null
  const [pull, head, inBase] = await Promise.all([
    FollowedPull.find(github, { repository, base, headOwner: home.owner, branch }),
    isForkThere ? branchHead(github, home, branch) : null,
    listFiles(github, repository, baseHead),
  ])
  const inBranch = head === null ? inBase : await listFiles(github, home, head)
  const { files, programs } = await proposal.files(new Set([...inBase.keys(), ...inBranch.keys()]))
  const paths = differing(files, inBase)
  const nothing = (seen, findings) => ({
    changes: [],
    findings,
    paths,
    outcome: () => ({ state: seen?.state ?? 'none', pull: seen, commit: seen?.mergeCommit ?? seen?.head ?? null }),
  })
  const former = pull.seen
  if (paths.length === 0) {
    if (former?.state === 'open') return nothing(former, [superfluous(former, base)])
    return nothing(former?.state === 'merged' ? former : null, [])
  }
  checkFiles(files, inBase, repository, programs)
  const prepared = await prepareBranch(github, { home, repository, branch, baseHead, head, former, base }, reason)
  const found = prepared.restarts ? inBase : inBranch
  if (former?.state === 'closed' && former.head === head && differing(files, inBranch).length === 0) {
    return nothing(former, [declined(former, branch)])
  }
  let newest = former?.state === 'open' ? former.head : null
  const before = filesDigest(files.keys(), (path) => found.get(path)?.blob)
  const commit =
    before === wantedDigest(files)
      ? null
      : commitFiles(
          github,
          home,
          { branch, files, before, message: await messageOf(github, proposal) },
          reason,
          (seen) => (newest = seen),
        )
  const text = { title, body: proposal.body }
  const opened =
    former?.state === 'open' ? pull.retitle(text, reason) : pull.open({ ...text, draft: proposal.draft }, reason)
  const changes = [
    fork?.change ?? null,
    ...prepared.changes,
    commit,
    opened,
    pull.label(proposal.labels, reason),
    await pull.requestReviews(proposal.reviewers, reason),
    proposal.autoMerge === null ? null : autoMerge(github, pull, proposal.autoMerge, reason),
  ]
  return {
    changes: changes.filter((change) => change !== null),
    findings: [],
    paths,
    outcome: () => {
      const seen = pull.seen
      const ours = seen !== null && (former === null || former.state === 'open' || seen.number !== former.number)
      if (!ours) return { state: 'none', pull: null, commit: null }
      return { state: seen.state, pull: seen, commit: seen.mergeCommit ?? newest ?? seen.head }
    },
  }
}
/** What GitHub would refuse after the pull request was opened. */
function checkMerge({ repository, autoMerge: method, draft }, allowed) {
  if (method === null) return
  if (draft) {
    throw new UserError('Inputs “draft” and “auto-merge” contradict each other: a draft is not merged.', {
      advice: 'Give one of them.',
    })
  }
  if (allowed.has(method)) return
  throw new UserError(`Input “auto-merge”: ${fullName(repository)} does not allow “${method}”.`, {
    advice: `It allows: ${[...allowed].join(', ')}.`,
  })
}
/** The message with the sign-off that the DCO asks for (developercertificate.org), as a trailer. */
async function messageOf(github, proposal) {
  const message = proposal.message.trim()
  if (!proposal.signOff) return message
  const line = await signOff(github)
  if (message.includes(line)) return message
  const last = message.split(/\n\s*\n/).at(-1) ?? ''
  const hasTrailers = message.includes('\n\n') && last.split('\n').every((one) => /^[A-Za-z-]+: \S/.test(one))
  return `${message}${hasTrailers ? '\n' : '\n\n'}${line}`
}
function superfluous({ url }, base) {
  return {
    severity: 'warning',
    rule: 'pull-request-superfluous',
    message: `${base} has all of the content already, and ${url} is still open.`,
    advice: 'Close it, unless it holds more than this run proposes.',
  }
}
function declined({ url }, branch) {
  return {
    severity: 'warning',
    rule: 'pull-request-declined',
    message: `${url} proposed the same and was closed without being merged; it is not proposed again.`,
    advice: `Reopen it, or delete branch ${branch} to have it proposed anew.`,
  }
}
