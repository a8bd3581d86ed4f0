import type { SandboxResponse } from '../../exchange.ts'
import { isObject } from '../../json.ts'
import { checkInputs, dispatchInputs } from '../dispatch-inputs.ts'
import { ApiError, notFound, paginate } from '../http.ts'
import type { Repository } from '../repository.ts'
import { type InRepository, param, reading, type Route, type SignedCall, writing } from '../router.ts'
import { advanceRun, endRun, findWorkflow, startRun, workflowName, workflows, workflowText } from '../runs.ts'
import type { RunState, WorkflowState } from '../state.ts'
import { jobId, jobView, runAddresses, runView, workflowView } from '../views/actions.ts'

/** GitHub's limit on the inputs of one dispatch; GitHub Enterprise Server 3.19 allows ten. */
const MOST_INPUTS = { 'github.com': 25, 'ghes-3.19': 10 } as const

export const actionRoutes: readonly Route[] = [
  reading('/actions/workflows', async ({ github, request, links, repository }) => {
    const all = await workflows(github, repository)
    const { items, headers } = paginate(request, links.origin, all)
    const views = []
    for (const item of items)
      views.push(workflowView(links, repository, item, await workflowText(repository, item.path)))
    return { status: 200, headers, body: { total_count: all.length, workflows: views } }
  }),

  reading('/actions/workflows/{workflow}', async (call) => {
    const workflow = await workflowOf(call)
    const text = await workflowText(call.repository, workflow.path)
    return { status: 200, body: workflowView(call.links, call.repository, workflow, text) }
  }),

  writing('POST', '/actions/workflows/{workflow}/dispatches', dispatchWorkflow),

  reading('/actions/workflows/{workflow}/runs', async (call) => {
    const { path } = await workflowOf(call)
    return listRuns(call, (run) => run.workflow === path)
  }),

  reading('/actions/runs', (call) => listRuns(call, () => true)),

  reading('/actions/runs/{id}', async (call) => {
    const run = runOf(call)
    const body = await view(call, run)
    await advanceRun(call.github, call.repository, run)
    return { status: 200, body }
  }),

  writing('POST', '/actions/runs/{id}/cancel', async (call) => {
    const run = runOf(call)
    if (run.status === 'completed') throw new ApiError(409, 'Cannot cancel a workflow run that is completed.')
    endRun(call.github, call.repository, run, 'cancelled')
    call.github.record(call.repository, `cancel run ${run.number} of ${run.workflow}`)
    return { status: 202, body: {} }
  }),

  reading('/actions/runs/{id}/jobs', async (call) => {
    const run = runOf(call)
    const text = await workflowText(call.repository, run.workflow)
    // A run that never began has no jobs.
    const began = run.conclusion === null || !['startup_failure', 'action_required', 'stale'].includes(run.conclusion)
    const jobs = began ? [jobView(call.links, call.repository, run, workflowName(text) ?? run.workflow)] : []
    return { status: 200, body: { total_count: jobs.length, jobs } }
  }),

  reading('/actions/jobs/{id}/logs', async (call) => {
    const path = `/_logs/${call.repository.fullName}/${param(call, 'id')}`
    if (!call.repository.state.runs.some((run) => String(jobId(run)) === param(call, 'id'))) throw notFound()
    return { status: 302, headers: { location: call.links.html(path) } }
  }),

  writing('POST', '/dispatches', async (call) => {
    const { github, repository, body, login } = call
    const event = body.string('event_type')
    if (event.length > 100) throw new ApiError(422, 'Invalid request.\n\nevent_type is too long.')
    const payload = body.record('client_payload') ?? {}
    const count = Object.keys(payload).length
    if (count > 10) throw new ApiError(422, `No more than 10 properties are allowed; ${count} were supplied.`)
    for (const workflow of await workflows(github, repository)) {
      if (!/\brepository_dispatch\b/.test(await workflowText(repository, workflow.path))) continue
      const ref = repository.state.defaultBranch
      const inputs = { event_type: event, client_payload: JSON.stringify(payload) }
      await startRun(github, repository, { workflow, event: 'repository_dispatch', ref, actor: login, inputs })
    }
    github.record(repository, `repository dispatch ${event}`)
    return { status: 204 }
  }),
]

/** The plain text of a job's log at `/_logs/{owner}/{repo}/{job}`, or undefined for other paths. */
export function jobLog(find: (fullName: string) => Repository | undefined, path: string): SandboxResponse | undefined {
  const match = /^\/_logs\/([^/]+\/[^/]+)\/(\d+)$/.exec(path)
  const run = find(match?.[1] ?? '')?.state.runs.find((candidate) => String(jobId(candidate)) === match?.[2])
  if (run === undefined) return undefined
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: run.log }
}

async function dispatchWorkflow(call: InRepository<SignedCall>): Promise<SandboxResponse> {
  const { github, request, links, repository, body, login } = call
  const workflow = await workflowOf(call)
  const ref = body.string('ref')
  const text = await workflowText(repository, workflow.path)
  if (text !== '' && !/\bworkflow_dispatch\b/.test(text)) {
    throw new ApiError(422, "Workflow does not have 'workflow_dispatch' trigger")
  }
  const inputs = inputStrings(body.record('inputs') ?? {})
  const most = MOST_INPUTS[github.server]
  if (Object.keys(inputs).length > most) throw new ApiError(422, `you may only define up to ${most} inputs`)
  const declared = dispatchInputs(text)
  const checked = declared === undefined ? { inputs } : checkInputs(declared, inputs)
  if ('refusal' in checked) throw new ApiError(422, checked.refusal)
  const start = { workflow, event: 'workflow_dispatch', ref, actor: login, inputs: checked.inputs } as const
  const run = await startRun(github, repository, start)
  github.record(repository, `dispatch ${workflow.path} on ${ref}`)
  const wanted = body.boolean('return_run_details') ?? request.headers['x-github-api-version'] === '2026-03-10'
  // GitHub Enterprise Server tells the run's id from version 3.21 on.
  if (!wanted || github.server === 'ghes-3.19') return { status: 204 }
  const { url, html_url } = runAddresses(links, repository, run)
  return { status: 200, body: { workflow_run_id: run.id, run_url: url, html_url } }
}

function inputStrings(inputs: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => {
      if (typeof value === 'string') return [name, value]
      if (typeof value === 'boolean' || typeof value === 'number') return [name, String(value)]
      throw new ApiError(
        422,
        `Invalid request.\n\nFor 'inputs/${name}', ${isObject(value) ? 'an object' : 'that'} is not a string.`,
      )
    }),
  )
}

async function listRuns(call: InRepository, test: (run: RunState) => boolean): Promise<SandboxResponse> {
  const { github, request, links, repository } = call
  const { query } = request
  const filters: ((run: RunState) => boolean)[] = [
    test,
    matches(query.get('event'), ({ event }) => event),
    matches(query.get('branch'), ({ branch }) => branch),
    matches(query.get('head_sha'), ({ sha }) => sha),
    matches(query.get('actor'), ({ actor }) => actor),
    created(query.get('created')),
    (run) =>
      query.get('status') === null || query.get('status') === run.status || query.get('status') === run.conclusion,
  ]
  const found = repository.state.runs.filter((run) => filters.every((filter) => filter(run))).reverse()
  const { items, headers } = paginate(request, links.origin, found)
  const views = []
  for (const run of items) views.push(await view(call, run))
  for (const run of items) await advanceRun(github, repository, run)
  return { status: 200, headers, body: { total_count: found.length, workflow_runs: views } }
}

function matches(wanted: string | null, of: (run: RunState) => string): (run: RunState) => boolean {
  return (run) => wanted === null || of(run) === wanted
}

/** `created`: a date, `>=date`, `<date` or `date..date`, in GitHub's search syntax. */
function created(text: string | null): (run: RunState) => boolean {
  if (text === null) return () => true
  const range = /^(.*?)\.\.(.*)$/.exec(text)
  const [, sign = '', date = ''] = /^([<>]=?)?(.*)$/.exec(text) ?? []
  const limit = (value: string): number => Date.parse(value)
  return ({ createdAt }) => {
    const time = Math.floor(Date.parse(createdAt) / 1000) * 1000
    if (range !== null) {
      const [, from = '', to = ''] = range
      return (from === '*' || time >= limit(from)) && (to === '*' || time <= limit(to))
    }
    if (sign === '>=') return time >= limit(date)
    if (sign === '>') return time > limit(date)
    if (sign === '<=') return time <= limit(date)
    if (sign === '<') return time < limit(date)
    return createdAt.startsWith(date)
  }
}

async function view({ github, links, repository }: InRepository, run: RunState) {
  const workflow: WorkflowState = (await findWorkflow(github, repository, run.workflow)) ?? {
    id: 0,
    path: run.workflow,
  }
  const name = workflowName(await workflowText(repository, run.workflow)) ?? run.workflow
  return runView(links, repository, workflow, run, name)
}

async function workflowOf(call: InRepository): Promise<WorkflowState> {
  const found = await findWorkflow(call.github, call.repository, param(call, 'workflow'))
  if (found === undefined) throw notFound()
  return found
}

function runOf(call: InRepository): RunState {
  const id = param(call, 'id')
  const found = call.repository.state.runs.find((run) => String(run.id) === id)
  if (found === undefined) throw notFound()
  return found
}
