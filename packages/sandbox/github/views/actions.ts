import { writeTime } from '../github.ts'
import type { Links } from '../links.ts'
import type { Repository } from '../repository.ts'
import { workflowFile, workflowName } from '../runs.ts'
import type { CheckOutcome, RunState, StatusState, WorkflowState } from '../state.ts'
import { minimalRepository } from './repository.ts'
import { simpleUser } from './user.ts'

/** OpenAPI `workflow`. */
export function workflowView(links: Links, repository: Repository, { id, path }: WorkflowState, text: string) {
  const file = workflowFile(path)
  return {
    id,
    node_id: `W_${id}`,
    name: workflowName(text) ?? path,
    path,
    state: 'active',
    created_at: repository.state.createdAt,
    updated_at: repository.state.createdAt,
    url: links.api(`/repos/${repository.fullName}/actions/workflows/${id}`),
    html_url: links.html(`/${repository.fullName}/blob/${repository.state.defaultBranch}/${path}`),
    badge_url: links.html(`/${repository.fullName}/actions/workflows/${file}/badge.svg`),
  }
}

export function runAddresses(links: Links, repository: Repository, run: RunState) {
  return {
    url: links.api(`/repos/${repository.fullName}/actions/runs/${run.id}`),
    html_url: links.html(`/${repository.fullName}/actions/runs/${run.id}`),
  }
}

/** OpenAPI `workflow-run`. */
export async function runView(
  links: Links,
  repository: Repository,
  workflow: WorkflowState,
  run: RunState,
  name: string,
) {
  const { url, html_url } = runAddresses(links, repository, run)
  const commit = await repository.objects.commit(run.sha)
  const suite = suiteId(repository, run.id)
  const actor = simpleUser(links, run.actor)
  return {
    id: run.id,
    name,
    node_id: `WFR_${run.id}`,
    check_suite_id: suite,
    check_suite_node_id: `CS_${suite}`,
    head_branch: run.branch,
    head_sha: run.sha,
    path: run.workflow,
    run_number: run.number,
    run_attempt: run.attempt,
    referenced_workflows: [],
    event: run.event,
    display_title: run.title,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: workflow.id,
    url,
    html_url,
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    run_started_at: run.createdAt,
    actor,
    triggering_actor: actor,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: links.api(`/repos/${repository.fullName}/check-suites/${suite}`),
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: links.api(`/repos/${repository.fullName}/actions/workflows/${workflow.id}`),
    head_commit: {
      id: run.sha,
      tree_id: commit?.tree ?? '',
      message: commit?.message.trimEnd() ?? '',
      timestamp: writeTime(commit?.committer.date ?? new Date(0)),
      author: { name: commit?.author.name ?? '', email: commit?.author.email ?? '' },
      committer: { name: commit?.committer.name ?? '', email: commit?.committer.email ?? '' },
    },
    repository: minimalRepository(links, repository),
    head_repository: minimalRepository(links, repository),
  }
}

/** The one job of a run has the run's id and a digit: a script has no jobs of its own. */
export function jobId(run: RunState): number {
  return run.id * 10 + 1
}

/** OpenAPI `job`. */
export function jobView(links: Links, repository: Repository, run: RunState, name: string) {
  const { url, html_url } = runAddresses(links, repository, run)
  const id = jobId(run)
  const finished = run.status === 'completed' ? run.updatedAt : null
  return {
    id,
    run_id: run.id,
    workflow_name: name,
    head_branch: run.branch,
    run_url: url,
    run_attempt: run.attempt,
    node_id: `CR_${id}`,
    head_sha: run.sha,
    url: links.api(`/repos/${repository.fullName}/actions/jobs/${id}`),
    html_url: `${html_url}/job/${id}`,
    status: run.status,
    conclusion: run.conclusion,
    created_at: run.createdAt,
    started_at: run.createdAt,
    completed_at: finished,
    name: 'release',
    steps: [
      {
        name: 'run',
        status: run.status,
        conclusion: run.conclusion,
        number: 1,
        started_at: run.createdAt,
        completed_at: finished,
      },
    ],
    check_run_url: links.api(`/repos/${repository.fullName}/check-runs/${id}`),
    labels: ['ubuntu-latest'],
    runner_id: 1,
    runner_name: 'sandbox',
    runner_group_id: 1,
    runner_group_name: 'sandbox',
  }
}

/** OpenAPI `check-run`: a scripted check of a commit. Its id is its place among the commit's checks. */
export function checkRunView(
  links: Links,
  repository: Repository,
  sha: string,
  index: number,
  { name, outcome }: { readonly name: string; readonly outcome: CheckOutcome },
) {
  const id = Number.parseInt(sha.slice(0, 9), 16) * 100 + index
  const url = links.api(`/repos/${repository.fullName}/check-runs/${id}`)
  const html = links.html(`/${repository.fullName}/runs/${id}`)
  const pending = outcome === 'pending'
  return {
    id,
    head_sha: sha,
    node_id: `CR_${id}`,
    external_id: '',
    url,
    html_url: html,
    details_url: html,
    status: pending ? 'in_progress' : 'completed',
    conclusion: pending ? null : outcome,
    started_at: repository.state.pushedAt,
    completed_at: pending ? null : repository.state.pushedAt,
    output: { title: null, summary: null, text: null, annotations_count: 0, annotations_url: `${url}/annotations` },
    name,
    check_suite: { id: suiteId(repository, id) },
    app: null,
    pull_requests: [],
  }
}

/** OpenAPI `status`. */
export function statusView(links: Links, repository: Repository, status: StatusState) {
  return {
    url: links.api(`/repos/${repository.fullName}/statuses/${status.sha}`),
    avatar_url: simpleUser(links, status.creator).avatar_url,
    id: status.id,
    node_id: `SC_${status.id}`,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    creator: simpleUser(links, status.creator),
  }
}

function suiteId(repository: Repository, of: number): number {
  return repository.state.id * 10 + (of % 10)
}
