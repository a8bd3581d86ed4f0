import { type ProposalPlan, reportProposal } from '../../packages/github/index.ts'
import { type DownstreamEdit, reportMatrix, reportReferences } from '../../packages/matrix/index.ts'
import { type Finding, heading, type Report } from '../../packages/plan/index.ts'
import type { Downstream } from '../../packages/train/index.ts'

/** One downstream repository: what a release changes in it, and the pull request that proposes it. */
export interface DownstreamUpdate {
  readonly downstream: Downstream
  readonly edit: DownstreamEdit
  readonly proposal: ProposalPlan
}

/** An item of the output `pull-requests`. */
export function pullRequestOf({ downstream: { name, repository }, proposal }: DownstreamUpdate) {
  const { state, pull, commit } = proposal.outcome()
  return {
    name,
    repository,
    number: pull?.number ?? null,
    url: pull?.url ?? null,
    state,
    sha: commit,
    files: proposal.paths,
  }
}

/** What does not fit, in its files and in its pull request. */
export function findingsOf({ edit, proposal }: DownstreamUpdate): Finding[] {
  return [...edit.findings, ...proposal.findings]
}

/** What a release manager reads of it. */
export function reportOf({ downstream, edit: { references, matrix }, proposal }: DownstreamUpdate): Report {
  return [
    heading(`${downstream.name} (${downstream.repository})`),
    ...reportProposal(proposal),
    ...(references === null ? [] : reportReferences(references, [])),
    ...(matrix === null ? [] : reportMatrix(matrix, downstream.matrix?.section ?? '')),
  ]
}
