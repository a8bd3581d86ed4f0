import { UserError } from '../plan/index.js'
import { orAbsent } from './client.js'
import { RequestRefused } from './errors.js'
import { fullName } from './repository.js'
/** The newest runs of a workflow that somebody or something dispatched, newest first. */
export async function dispatchedRuns(github, { owner, repo }, workflow) {
  const { data } = await github.request('GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', {
    owner,
    repo,
    workflow_id: workflow,
    event: 'workflow_dispatch',
    per_page: 50,
  })
  return data.workflow_runs.map(view)
}
/** Null where there is no such run, or it does not show yet. */
export async function getRun(github, { owner, repo }, id) {
  const found = await orAbsent(
    github.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}', { owner, repo, run_id: id }),
  )
  return found === null ? null : view(found.data)
}
/** Asks for the end of a run; one that has ended already stays as it is. */
export async function cancelRun(github, { owner, repo }, id) {
  try {
    await github.request('POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel', { owner, repo, run_id: id })
  } catch (error) {
    if (!(error instanceof RequestRefused) || error.status !== 409) throw error
  }
}
/** What GitHub's list of conclusions means for somebody who waits, as the rest of “the run …”. */
export function conclusionWords({ conclusion }) {
  return conclusion === null ? 'has not ended' : (WORDS[conclusion] ?? `ended as “${conclusion}”`)
}
/** Docs.github.com, REST "List workflow runs for a repository", `conclusion`; `startup_failure` is only seen in practice. */
const WORDS = {
  success: 'succeeded',
  failure: 'failed',
  cancelled: 'was cancelled, by a person or by a newer run of its concurrency group',
  timed_out: 'took longer than it may (“timeout-minutes”) and was ended',
  startup_failure: 'could not start: its workflow file is not valid, or an action or runner that it names is not there',
  action_required: 'waits for a maintainer’s approval that it may run at all',
  stale: 'was given up by GitHub: it was not taken up for two weeks',
  skipped: 'was skipped: no “if:” of its jobs was true',
  neutral: 'ended without a verdict',
}
/** What a run that has not ended waits for, as a sentence with its next step; null while it just works. */
export function waitingWords({ status, url }) {
  switch (status) {
    case 'waiting':
      return `It waits for an approval (an environment’s reviewers, or a wait timer): give it at ${url}.`
    case 'pending':
      return 'It waits for another run of its concurrency group. Look what that one does.'
    case 'requested':
    case 'queued':
      return 'It waits for a runner. Look whether there is one with the labels that “runs-on” names.'
    default:
      return null
  }
}
/** For a token that was good and is not any more, in the middle of a wait. */
export function tokenEnded(repository, cause) {
  return new UserError(`The token ended while a run of ${fullName(repository)} was waited for.`, {
    advice:
      'An app’s token lasts an hour. What was started goes on by itself: run this again with a new token, and it waits for the same runs, starts none twice and goes on from there.',
    cause,
  })
}
function view(run) {
  const attempt = Number(run.run_attempt ?? 1)
  return {
    id: Number(run.id),
    url: attempt > 1 ? `${run.html_url}/attempts/${attempt}` : run.html_url,
    title: run.display_title,
    status: run.status ?? 'queued',
    conclusion: run.conclusion,
    ref: run.head_branch ?? '',
    commit: run.head_sha,
    attempt,
  }
}
