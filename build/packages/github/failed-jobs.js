import { stripVTControlCharacters } from 'node:util'
import { RequestRefused, RequestUnanswered } from './errors.js'
/** Enough to see an error with what led to it. */
const LINES = 30
/** Jobs of one run that are looked into: what a matrix fails with is most often the same. */
const JOBS = 3
/** The jobs that the last attempt of a run failed with. It tells what it can: a log that cannot be had is no failure. */
export async function failedJobs(github, repository, run) {
  const { owner, repo } = repository
  const jobs = await optional(
    github.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs', {
      owner,
      repo,
      run_id: run,
      filter: 'latest',
      per_page: 100,
    }),
  )
  const failed = (jobs?.data.jobs ?? []).filter(
    ({ conclusion }) => conclusion !== null && !['success', 'skipped', 'neutral'].includes(conclusion),
  )
  return Promise.all(
    failed.slice(0, JOBS).map(async ({ id, name, html_url: url, steps }) => ({
      name,
      url: url ?? '',
      step: steps?.find(({ conclusion }) => conclusion === 'failure')?.name ?? null,
      tail: await logTail(github, repository, Number(id)),
    })),
  )
}
async function logTail(github, { owner, repo }, job) {
  const log = await optional(
    github.request('GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs', { owner, repo, job_id: job }),
  )
  const text = log?.data
  if (typeof text !== 'string') return []
  const lines = stripVTControlCharacters(text)
    .split(/\r?\n/)
    // Each line begins with its time; the runner's own marks are for its page.
    .map((line) => line.replace(/^\uFEFF?\d{4}-\d\d-\d\dT[\d:.]+Z /, '').replace(/^##\[(?:group|endgroup)\]/, ''))
    .filter((line) => line.trim() !== '')
  return lines.slice(-LINES).map((line) => (line.length > 300 ? `${line.slice(0, 299)}…` : line))
}
async function optional(answer) {
  try {
    return await answer
  } catch (error) {
    if (error instanceof RequestRefused || error instanceof RequestUnanswered) return null
    throw error
  }
}
