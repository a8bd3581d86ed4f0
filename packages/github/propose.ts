import { type Change, type Finding, UserError } from '../plan/index.ts'
import type { GitHub } from './client.ts'
import { checkSizes, commitFiles, differing, foundDigest, inParts, wantedModes } from './commit-files.ts'
import { type FileEntry, listFiles } from './contents.ts'
import { planFork } from './forks.ts'
import { signOff, viewerLogin } from './identity.ts'
import { autoMerge } from './merging.ts'
import { FollowedPull } from './followed-pull.ts'
import { prepareBranch } from './prepare-branch.ts'
import type { PullRequest } from './pulls.ts'
import { branchHead } from './refs.ts'
import { fullName, getRepository, type MergeMethod, type RepositoryName } from './repository.ts'
import type { LocalFiles } from './workspace-files.ts'

/** What shall be proposed, where and how. */
export interface Proposal {
  readonly repository: RepositoryName
  /** Empty: the default branch. */
  readonly base: string
  readonly branch: string
  /** Empty: the branch is in the repository itself. */
  readonly forkOwner: string
  /** The files as they shall be, told which paths base and branch have, and the files of the base. */
  readonly files: (present: ReadonlySet<string>, base: ReadonlyMap<string, FileEntry>) => Promise<LocalFiles>
  readonly title: string
  readonly body: string
  readonly message: string
  readonly signOff: boolean
  readonly draft: boolean
  readonly labels: readonly string[]
  readonly reviewers: readonly string[]
  readonly autoMerge: MergeMethod | null
}

/** How a proposal stands. */
export interface Proposed {
  readonly state: 'none' | PullRequest['state']
  readonly pull: PullRequest | null
  /** The commit that has the content: the merge commit when merged, else the head of the branch; null when none. */
  readonly commit: string | null
}

export interface ProposalPlan {
  readonly changes: readonly Change[]
  readonly findings: readonly Finding[]
  /** The paths that differ from the base. */
  readonly paths: readonly string[]
  /** As the last look showed it: call it after the changes were applied. */
  readonly outcome: () => Proposed
}

/**
 * What is left to do until the files are proposed as a pull request: fork, branch, one commit, the pull request with its
 * text, labels and reviewers, auto-merge. Asked again, it updates the same pull request or finds nothing to do, also
 * after the merge. One that a person closed stays closed for as long as the same is proposed.
 */
export async function planProposal(github: GitHub, proposal: Proposal): Promise<ProposalPlan> {
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
  const { files, modes: given } = await proposal.files(new Set([...inBase.keys(), ...inBranch.keys()]), inBase)
  const modes = wantedModes(files, given, inBase)
  const paths = differing(files, inBase, modes)
  const nothing = (seen: PullRequest | null, told: readonly Finding[]): ProposalPlan => ({
    changes: [],
    findings: told,
    paths,
    outcome: () => ({ state: seen?.state ?? 'none', pull: seen, commit: seen?.mergeCommit ?? seen?.head ?? null }),
  })
  const former = pull.seen
  if (paths.length === 0) {
    if (former?.state === 'open') return nothing(former, [superfluous(former, base)])
    return nothing(former?.state === 'merged' ? former : null, [])
  }
  checkSizes(files)

  const prepared = await prepareBranch(github, { home, repository, branch, baseHead, head, former, base }, reason)
  const found = prepared.restarts ? inBase : inBranch
  if (former?.state === 'closed' && former.head === head && differing(files, inBranch, modes).length === 0) {
    return nothing(former, [declinedProposal(former, branch)])
  }
  let newest = former?.state === 'open' ? former.head : null
  const findings: Finding[] = []
  const open = new Map([...files].filter(([path]) => differing(files, found, modes).includes(path)))
  const parts = open.size === 0 ? [] : inParts(open)
  // Asked once, and only where something is committed or opened in its name.
  const login = parts.length > 0 || former?.state !== 'open' ? await viewerLogin(github) : null
  if (login === DEFAULT_TOKEN) findings.push(noChecks(proposal))
  const message = parts.length === 0 ? '' : await messageOf(github, proposal, login ?? '')
  const commits = parts.map((part, index) =>
    commitFiles(
      github,
      home,
      {
        branch,
        files: part,
        modes: new Map([...modes].filter(([path]) => part.has(path))),
        before: foundDigest(part, found),
        message: parts.length === 1 ? message : numbered(message, index + 1, parts.length),
      },
      reason,
      (seen) => {
        newest = seen.head
        if (seen.unsigned === true) findings.push(unsigned(branch))
      },
    ),
  )
  const text = { title, body: proposal.body }
  const opened =
    former?.state === 'open' ? pull.retitle(text, reason) : pull.open({ ...text, draft: proposal.draft }, reason)
  const changes = [
    fork?.change ?? null,
    ...prepared.changes,
    ...commits,
    opened,
    pull.label(proposal.labels, reason),
    await pull.requestReviews(proposal.reviewers, reason),
    proposal.autoMerge === null ? null : await autoMerge(github, pull, proposal.autoMerge, reason),
  ]
  return {
    changes: changes.filter((change) => change !== null),
    findings,
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
function checkMerge({ repository, autoMerge: method, draft }: Proposal, allowed: ReadonlySet<MergeMethod>): void {
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
async function messageOf(github: GitHub, proposal: Proposal, login: string): Promise<string> {
  const message = proposal.message.trim()
  if (!proposal.signOff) return message
  const line = await signOff(github, login)
  if (message.includes(line)) return message
  const last = message.split(/\n\s*\n/).at(-1) ?? ''
  const hasTrailers = message.includes('\n\n') && last.split('\n').every((one) => /^[A-Za-z-]+: \S/.test(one))
  return `${message}${hasTrailers ? '\n' : '\n\n'}${line}`
}

/** The first line says which part it is. */
function numbered(message: string, part: number, of: number): string {
  const [headline = '', ...rest] = message.split('\n')
  return [`${headline} (part ${part} of ${of})`, ...rest].join('\n')
}

/** The account of the token that a workflow has by default. */
const DEFAULT_TOKEN = 'github-actions[bot]'

/** docs.github.com, "Triggering a workflow from a workflow": what the default token does starts no other workflow. */
function noChecks({ autoMerge: method }: Proposal): Finding {
  return {
    severity: method === null ? 'info' : 'warning',
    rule: 'checks-do-not-start',
    message: `The default token commits and opens this pull request, so no workflow starts on it${method === null ? '' : ': required checks never report, and it is not merged'}.`,
    advice:
      'Give “token” the token of an app (actions/create-github-app-token). For this one: close the pull request and open it again by hand, which starts its checks; a run by workflow_dispatch does not satisfy them.',
  }
}

function unsigned(branch: string): Finding {
  return {
    severity: 'warning',
    rule: 'commit-unsigned',
    message: `GitHub did not sign the commit on ${branch}: it holds programs or links, and the token is a person’s.`,
    advice: 'Where signatures are required, give “token” the token of an app, or commit those files with git.',
  }
}

function superfluous({ url }: PullRequest, base: string): Finding {
  return {
    severity: 'warning',
    rule: 'pull-request-superfluous',
    message: `${base} has all of the content already, and ${url} is still open.`,
    advice: 'Close it, unless it holds more than this run proposes.',
  }
}

/** What is said of a pull request that a person closed while the same is still proposed. */
export function declinedProposal({ url }: PullRequest, branch: string): Finding {
  return {
    severity: 'warning',
    rule: 'pull-request-declined',
    message: `${url} proposed the same and was closed without being merged; it is not proposed again.`,
    advice: `Reopen it, or delete branch ${branch} to have it proposed anew.`,
  }
}
