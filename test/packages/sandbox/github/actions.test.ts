import { describe, expect, test } from 'vitest'
import { type Answer, anApp, type Hub, type HubOptions } from './githubs.ts'

const ACTIONS = '/repos/acme/app/actions'
const RELEASE = `name: "Release it"
run-name: Release \${{ inputs.version }} (\${{ github.event.inputs.id }})
on:
  workflow_dispatch:
    inputs:
      version:
        description: Which one
        required: true
        default: '0.1.0'
      id: { description: flow style }
      force:
        type: boolean
  repository_dispatch:
`

async function anAppWithWorkflows(options: HubOptions = {}): Promise<Hub> {
  const hub = await anApp(options)
  await hub.github.commit('acme/app', 'main', {
    message: 'ci',
    files: {
      '.github/workflows/release.yml': RELEASE,
      '.github/workflows/ci.yaml': 'on: push\n',
      '.github/workflows/README.md': 'x',
    },
  })
  return hub
}

function dispatch(hub: Hub, body: object = {}, headers = {}, workflow = 'release.yml'): Promise<Answer> {
  return hub.ask('POST', `${ACTIONS}/workflows/${workflow}/dispatches`, { ref: 'main', ...body }, headers)
}

describe('workflows', () => {
  test('are the files of the default branch, found by id or by file name', async () => {
    const hub = await anAppWithWorkflows()
    const all = await hub.ask('GET', `${ACTIONS}/workflows`)
    expect(all.body).toMatchObject({
      total_count: 2,
      workflows: [
        { name: '.github/workflows/ci.yaml', path: '.github/workflows/ci.yaml' },
        { name: 'Release it', path: '.github/workflows/release.yml' },
      ],
    })
    const id = String(all.get('workflows.1.id'))
    expect((await hub.ask('GET', `${ACTIONS}/workflows/${id}`)).body).toEqual(
      (await hub.ask('GET', `${ACTIONS}/workflows/release.yml`)).body,
    )
    expect((await hub.ask('GET', `${ACTIONS}/workflows/gone.yml`)).status).toBe(404)
  })
})

describe('a dispatch', () => {
  test('gives the id of its run when it is asked to, and always with the new API version', async () => {
    const hub = await anAppWithWorkflows()
    expect(await dispatch(hub)).toMatchObject({ status: 204, body: undefined })
    const started = await dispatch(hub, { return_run_details: true })
    expect(started.status).toBe(200)
    const id = String(started.get('workflow_run_id'))
    expect(started.body).toMatchObject({
      run_url: `${hub.url}/api/v3/repos/acme/app/actions/runs/${id}`,
      html_url: `${hub.url}/acme/app/actions/runs/${id}`,
    })
    expect((await dispatch(hub, {}, { 'x-github-api-version': '2026-03-10' })).status).toBe(200)
    expect((await dispatch(hub, {}, { 'x-github-api-version': '1999-01-01' })).status).toBe(400)
  })

  test('gives no id on an older GitHub Enterprise Server; the run is found by its name', async () => {
    const hub = await anAppWithWorkflows({ server: 'ghes-3.19' })
    expect((await dispatch(hub, { return_run_details: true, inputs: { version: '1.0.0', id: 'abc' } })).status).toBe(
      204,
    )
    const runs = await hub.ask('GET', `${ACTIONS}/workflows/release.yml/runs?event=workflow_dispatch&branch=main`)
    expect(runs.get('workflow_runs.0.display_title')).toBe('Release 1.0.0 (abc)')
    const inputs = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`i${index}`, 'x']))
    expect((await dispatch(hub, { inputs })).get('message')).toBe('you may only define up to 10 inputs')
  })

  test.each([
    ['a branch that is not there', { ref: 'gone' }, 'release.yml', 422, 'No ref found for: gone'],
    ['a workflow that cannot be dispatched', {}, 'ci.yaml', 422, "Workflow does not have 'workflow_dispatch' trigger"],
    ['a workflow that is not there', {}, 'gone.yml', 404, 'Not Found'],
    [
      'an input that is not declared',
      { inputs: { versoin: '1' } },
      'release.yml',
      422,
      'Unexpected inputs provided: ["versoin"]',
    ],
    ['an input that is an object', { inputs: { a: {} } }, 'release.yml', 422, "For 'inputs/a'"],
  ])('is refused for %s', async (_what, body, workflow, status, message) => {
    const hub = await anAppWithWorkflows()
    const refused = await dispatch(hub, body, {}, workflow)
    expect(refused.status).toBe(status)
    expect(refused.text('message')).toContain(message)
    expect(hub.ledger.writes).toBe(0)
  })

  test('by repository event starts the workflows that listen', async () => {
    const hub = await anAppWithWorkflows()
    const sent = await hub.ask('POST', '/repos/acme/app/dispatches', { event_type: 'go', client_payload: { a: 1 } })
    expect(sent.status).toBe(204)
    const runs = await hub.ask('GET', `${ACTIONS}/runs?event=repository_dispatch`)
    expect(runs.body).toMatchObject({ total_count: 1, workflow_runs: [{ path: '.github/workflows/release.yml' }] })
  })
})

describe('a run', () => {
  test('is queued, then in progress while its script runs to the end, then completed', async () => {
    const hub = await anAppWithWorkflows()
    const told: unknown[] = []
    hub.github.onDispatch('acme/app', 'release.yml', async (run) => {
      told.push(run.inputs, run.ref, run.actor)
      run.log('cannot find version 1.2')
      await hub.github.tag('acme/app', 'v1.2.0')
      return 'failure'
    })
    const id = String(
      (await dispatch(hub, { return_run_details: true, inputs: { version: '1.2', force: true } })).get(
        'workflow_run_id',
      ),
    )
    const look = async (): Promise<unknown[]> => {
      const run = await hub.ask('GET', `${ACTIONS}/runs/${id}`)
      return [run.get('status'), run.get('conclusion')]
    }
    expect(told).toEqual([])
    expect([await look(), await look(), await look(), await look()]).toEqual([
      ['queued', null],
      ['in_progress', null],
      ['completed', 'failure'],
      ['completed', 'failure'],
    ])
    expect(told).toEqual([{ version: '1.2', id: '', force: 'true' }, 'main', 'release-manager'])
    expect(await hub.github.resolve('acme/app', 'v1.2.0')).toBeDefined()

    const jobs = await hub.ask('GET', `${ACTIONS}/runs/${id}/jobs`)
    expect(jobs.body).toMatchObject({
      total_count: 1,
      jobs: [{ status: 'completed', conclusion: 'failure', workflow_name: 'Release it' }],
    })
    const logs = await hub.ask('GET', `${ACTIONS}/jobs/${String(jobs.get('jobs.0.id'))}/logs`)
    expect(logs.status).toBe(302)
    const text = await (await fetch(logs.headers.get('location') ?? '')).text()
    expect(text).toMatch(/^\S+Z cannot find version 1\.2\n$/)
  })

  test('is listed newest first and by event, branch, status and time', async () => {
    const hub = await anAppWithWorkflows()
    await hub.github.branch('acme/app', 'release-1.0', 'main')
    await dispatch(hub)
    const between = hub.ledger.now().toISOString()
    await dispatch(hub, { ref: 'release-1.0' })
    const found = async (query: string): Promise<unknown> => {
      const runs = await hub.ask('GET', `${ACTIONS}/runs?${query}`)
      return [runs.get('total_count'), runs.get('workflow_runs.0.head_branch')]
    }
    expect(await found('status=queued')).toEqual([2, 'release-1.0'])
    expect(await found('status=in_progress&branch=main')).toEqual([1, 'main'])
    expect(await found('event=push')).toEqual([0, undefined])
    expect(await found(`created=>=${between}`)).toEqual([1, 'release-1.0'])
    expect(await found(`created=<${between}`)).toEqual([1, 'main'])
    expect(await found(`created=2024-01-15..*`)).toEqual([2, 'release-1.0'])
    expect(await found('created=2024-01-15')).toEqual([2, 'release-1.0'])
  })

  test('without a script succeeds; settling finishes all of them', async () => {
    const hub = await anAppWithWorkflows()
    await dispatch(hub)
    await dispatch(hub)
    await hub.github.settleRuns()
    expect((await hub.ask('GET', `${ACTIONS}/runs?status=success`)).get('total_count')).toBe(2)
  })

  test('passes through what it is said to wait for, and may be run again', async () => {
    const hub = await anAppWithWorkflows()
    hub.github.onDispatch('acme/app', 'release.yml', async ({ attempt }) => (attempt === 1 ? 'timed_out' : 'success'), [
      'requested',
      'waiting',
      'pending',
    ])
    const id = Number((await dispatch(hub, { return_run_details: true })).get('workflow_run_id'))
    const seen: unknown[] = []
    const look = async (): Promise<void> => {
      const run = await hub.ask('GET', `${ACTIONS}/runs/${id}`)
      seen.push(run.get('conclusion') ?? run.get('status'), run.get('run_attempt'))
    }
    for (let count = 0; count < 6; count += 1) await look()
    expect(seen).toEqual(
      [
        ['requested', 1],
        ['waiting', 1],
        ['pending', 1],
        ['queued', 1],
        ['in_progress', 1],
        ['timed_out', 1],
      ].flat(),
    )
    hub.github.rerun('acme/app', id)
    await hub.github.settleRuns()
    expect(hub.github.runs('acme/app')).toMatchObject([{ attempt: 2, conclusion: 'success' }])
  })

  test('ends when it is cancelled, and its script does not run', async () => {
    const hub = await anAppWithWorkflows()
    let executed = 0
    hub.github.onDispatch('acme/app', 'release.yml', async () => {
      executed += 1
      return 'success'
    })
    const id = String((await dispatch(hub, { return_run_details: true })).get('workflow_run_id'))
    expect((await hub.ask('POST', `${ACTIONS}/runs/${id}/cancel`)).status).toBe(202)
    await hub.github.settleRuns()
    expect((await hub.ask('GET', `${ACTIONS}/runs/${id}`)).get('conclusion')).toBe('cancelled')
    expect(executed).toBe(0)
    expect((await hub.ask('POST', `${ACTIONS}/runs/${id}/cancel`)).status).toBe(409)
  })

  test('executes its script once, however many look', async () => {
    const hub = await anAppWithWorkflows()
    let executed = 0
    hub.github.onDispatch('acme/app', 'release.yml', async () => {
      executed += 1
      await Promise.all([hub.ask('GET', '/user'), hub.ask('GET', '/user')])
      return 'success'
    })
    const id = String((await dispatch(hub, { return_run_details: true })).get('workflow_run_id'))
    await hub.ask('GET', `${ACTIONS}/runs/${id}`)
    await Promise.all(Array.from({ length: 5 }, () => hub.ask('GET', `${ACTIONS}/runs/${id}`)))
    expect(executed).toBe(1)
  })
})
