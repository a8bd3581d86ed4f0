import { describe, expect, it } from 'vitest'
import {
  awaitRun,
  type DispatchWish,
  dispatchOnce,
  failedJobs,
  type GitHubOptions,
  parseDispatchInterface,
  type RunWait,
} from '../../../packages/github/index.ts'
import { ServiceError, UserError } from '../../../packages/plan/index.ts'
import { openGitHub } from '../../../packages/sandbox/github/index.ts'
import type { Conclusion } from '../../../packages/sandbox/index.ts'
import { aWorld, NAME, OPERATOR, type Scene } from './worlds.ts'

const NAMED = `name: Release
run-name: Release \${{ inputs.version }} (\${{ inputs.correlation-id }})
on:
  workflow_dispatch:
    inputs:
      version: { required: true }
      correlation-id:
        default: ''
`
const WISH: DispatchWish = {
  workflow: 'release.yml',
  ref: 'main',
  inputs: { version: 'v1.4.1', 'correlation-id': 'train/app/v1.4.1' },
  correlation: 'train/app/v1.4.1',
  isNamed: true,
}
const PATIENT: RunWait = { timeoutMs: 60_000, now: () => 0 }

async function aReleasable(
  { conclusion = 'success', text = NAMED }: { conclusion?: Conclusion; text?: string } = {},
  options: Partial<GitHubOptions> = {},
): Promise<Scene> {
  const scene = await aWorld(options)
  await scene.world.github.commit(NAME, 'main', { message: 'ci', files: { '.github/workflows/release.yml': text } })
  scene.world.github.onDispatch(NAME, 'release.yml', async (run) => {
    run.log('\u001B[36;1mmake release\u001B[0m')
    run.log('##[error]no such target')
    return conclusion
  })
  scene.world.requests.clear()
  return scene
}

const dispatches = ({ world }: Scene): number =>
  world.requests.all.filter(({ method, path }) => method === 'POST' && path.endsWith('/dispatches')).length

describe('a dispatch', () => {
  it('knows its run from the answer', async () => {
    const scene = await aReleasable()
    const run = await dispatchOnce(scene.github, OPERATOR, WISH)
    expect(run).toMatchObject({ adopted: false, url: expect.stringContaining(`/actions/runs/${run.id}`) as unknown })
    expect(scene.world.github.runs(NAME)).toMatchObject([{ id: run.id, inputs: WISH.inputs }])
  })

  it('adopts the run of an earlier attempt', async () => {
    const scene = await aReleasable()
    const first = await dispatchOnce(scene.github, OPERATOR, WISH)
    expect(await dispatchOnce(scene.github, OPERATOR, WISH)).toEqual({ ...first, adopted: true })
    expect(dispatches(scene)).toBe(1)
  })

  it('takes neither a run that has ended nor one for a version that begins alike', async () => {
    const scene = await aReleasable()
    const other = {
      ...WISH,
      inputs: { version: 'v1.4.10', 'correlation-id': 'train/app/v1.4.10' },
      correlation: 'train/app/v1.4.10',
    }
    await dispatchOnce(scene.github, OPERATOR, other)
    const mine = await dispatchOnce(scene.github, OPERATOR, WISH)
    expect(mine.adopted).toBe(false)
    await scene.world.github.settleRuns()
    expect(await dispatchOnce(scene.github, OPERATOR, WISH)).toMatchObject({ adopted: false })
    expect(dispatches(scene)).toBe(3)
  })

  it('without a name of its own waits for whatever runs on the same branch', async () => {
    const scene = await aReleasable({ text: NAMED.replace(/^run-name.*\n/m, '') })
    const first = await dispatchOnce(scene.github, OPERATOR, { ...WISH, isNamed: false })
    expect(await dispatchOnce(scene.github, OPERATOR, { ...WISH, isNamed: false })).toMatchObject({
      id: first.id,
      adopted: true,
    })
  })

  it('whose answer was lost is found and not repeated', async () => {
    const scene = await aReleasable()
    scene.world.faults.add({ method: 'POST', path: /dispatches$/, fault: { kind: 'reset', when: 'after' } })
    const run = await dispatchOnce(scene.github, OPERATOR, WISH)
    expect(scene.world.github.runs(NAME).map(({ id }) => id)).toEqual([run.id])
    expect(dispatches(scene)).toBe(1)
  })

  it('that never arrived is repeated', async () => {
    const scene = await aReleasable()
    scene.world.faults.add({ method: 'POST', path: /dispatches$/, fault: { kind: 'reset', when: 'before' } })
    const run = await dispatchOnce(scene.github, OPERATOR, WISH)
    expect(scene.world.github.runs(NAME).map(({ id }) => id)).toEqual([run.id])
  })

  it('of two that ask at the same moment, one is ended and both follow the other', async () => {
    const scene = await aReleasable()
    scene.world.github.onDispatch(NAME, 'release.yml', async () => 'success', ['pending', 'waiting', 'pending'])
    // Both have looked and seen nothing before either has started one.
    const bothLooked = Promise.withResolvers<void>()
    let looks = 0
    const wait = async (): Promise<void> => {
      looks += 1
      if (looks === 2) bothLooked.resolve()
      await bothLooked.promise
    }
    scene.world.faults.add({ method: 'GET', path: /release\.yml\/runs/, times: 2, fault: { kind: 'delay', wait } })
    const other = await aClient(scene)
    const [one, two] = await Promise.all([
      dispatchOnce(scene.github, OPERATOR, WISH),
      dispatchOnce(other, OPERATOR, WISH),
    ])
    expect(one.id).toBe(two.id)
    const conclusions = scene.world.github.runs(NAME).map(({ id, conclusion }) => [id === one.id, conclusion])
    expect(conclusions).toHaveLength(2)
    expect(conclusions).toContainEqual([false, 'cancelled'])
    expect(conclusions).toContainEqual([true, null])
  })

  it.each<[string, Partial<DispatchWish>, RegExp, RegExp]>([
    ['no such workflow', { workflow: 'gone.yml' }, /There is no workflow gone\.yml/, /actions: write/],
    ['no such ref', { ref: 'gone' }, /does not start release\.yml .* on gone/, /workflow_dispatch/],
    ['an input that it does not take', { inputs: { vresion: '1' } }, /Unexpected inputs provided/, /workflow-inputs/],
  ])('is refused in words for %s', async (_, wish, message, advice) => {
    const scene = await aReleasable()
    const error: unknown = await dispatchOnce(scene.github, OPERATOR, { ...WISH, ...wish }).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(UserError)
    expect(error).toMatchObject({
      message: expect.stringMatching(message) as unknown,
      advice: expect.stringMatching(advice) as unknown,
    })
  })

  it('names the permission that a token lacks', async () => {
    const scene = await aReleasable()
    scene.world.faults.add({
      method: 'POST',
      fault: { kind: 'status', status: 403, body: { message: 'Resource not accessible by integration' } },
    })
    await expect(dispatchOnce(scene.github, OPERATOR, WISH)).rejects.toMatchObject({
      advice: expect.stringContaining('“actions: write”') as unknown,
    })
  })
})

describe('on a server that tells no run', () => {
  it('finds it by its name', async () => {
    const scene = await aReleasable()
    // As GitHub Enterprise Server before 3.21 answers: accepted, and nothing else.
    scene.world.faults.add({ method: 'POST', path: /dispatches$/, fault: { kind: 'status', status: 204 } })
    const started = dispatchOnce(scene.github, OPERATOR, WISH)
    await expect(started).rejects.toThrow('accepted the start of release.yml')
    expect(scene.waits.length).toBeGreaterThan(5)
  })

  it('and shows it only after a while', async () => {
    const scene = await aReleasable()
    const github = await aClient(scene, async () => {
      if (scene.world.github.runs(NAME).length === 0) await dispatchByHand(scene)
    })
    scene.world.faults.add({ method: 'POST', path: /dispatches$/, fault: { kind: 'status', status: 204 } })
    const run = await dispatchOnce(github, OPERATOR, WISH)
    expect(scene.world.github.runs(NAME).map(({ id }) => id)).toEqual([run.id])
  })

  it('is told by the sandbox as version 3.19 does it', async () => {
    const scene = await aReleasable()
    const directory = `${scene.world.directory}/ghes`
    const ghes = await openGitHub({ directory, ledger: scene.world.ledger, server: 'ghes-3.19' })
    await ghes.createRepository(NAME, { files: { '.github/workflows/release.yml': NAMED } })
    const answer = await ghes.handler({
      service: 'github',
      method: 'POST',
      path: `/api/v3/repos/${NAME}/actions/workflows/release.yml/dispatches`,
      query: new URLSearchParams(),
      headers: { authorization: 'Bearer x', host: 'ghes' },
      body: Buffer.from(JSON.stringify({ ref: 'main', inputs: WISH.inputs, return_run_details: true })),
    })
    expect(answer.status).toBe(204)
    expect(ghes.runs(NAME)).toMatchObject([{ title: 'Release v1.4.1 (train/app/v1.4.1)' }])
    await ghes.close()
  })
})

describe('a run', () => {
  it('is waited for through everything that it waits for', async () => {
    const scene = await aReleasable()
    scene.world.github.onDispatch(NAME, 'release.yml', async () => 'success', ['requested', 'waiting', 'pending'])
    const run = await dispatchOnce(scene.github, OPERATOR, WISH)
    const seen: string[] = []
    const ended = await awaitRun(scene.github, OPERATOR, run, {
      ...PATIENT,
      onChange: ({ status }) => void seen.push(status),
    })
    // The look for a rival has moved it on by one.
    expect(seen).toEqual(['waiting', 'pending', 'queued', 'in_progress', 'completed'])
    expect(ended).toMatchObject({ conclusion: 'success', attempt: 1 })
  })

  it('that is run again is followed to the end of that attempt', async () => {
    const scene = await aReleasable()
    scene.world.github.onDispatch(NAME, 'release.yml', async ({ attempt }) => (attempt === 1 ? 'failure' : 'success'))
    const run = await dispatchOnce(scene.github, OPERATOR, WISH)
    await scene.world.github.settleRuns()
    scene.world.github.rerun(NAME, run.id)
    const again = await dispatchOnce(scene.github, OPERATOR, WISH)
    expect(again).toMatchObject({ id: run.id, adopted: true })
    const ended = await awaitRun(scene.github, OPERATOR, again, PATIENT)
    expect(ended).toMatchObject({
      conclusion: 'success',
      attempt: 2,
      url: expect.stringMatching(/\/attempts\/2$/) as unknown,
    })
  })

  it('outlasts an outage of GitHub', async () => {
    const scene = await aReleasable()
    const run = await dispatchOnce(scene.github, OPERATOR, WISH)
    scene.world.faults.add({
      method: 'GET',
      path: /actions\/runs\/\d+$/,
      times: 8,
      fault: { kind: 'status', status: 502 },
    })
    expect(await awaitRun(scene.github, OPERATOR, run, PATIENT)).toMatchObject({ conclusion: 'success' })
  })

  it('says what to do when the token ends before it', async () => {
    const scene = await aReleasable()
    const run = await dispatchOnce(scene.github, OPERATOR, WISH)
    scene.world.faults.add({
      method: 'GET',
      path: /actions\/runs\/\d+$/,
      fault: { kind: 'status', status: 401, body: { message: 'Bad credentials' } },
    })
    const error: unknown = await awaitRun(scene.github, OPERATOR, run, PATIENT).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect(error).toMatchObject({
      message: `The token ended while a run of ${NAME} was waited for.`,
      advice: expect.stringContaining('run this again with a new token') as unknown,
    })
  })

  it('that takes too long is told with what it waits for', async () => {
    const scene = await aReleasable()
    scene.world.github.onDispatch(
      NAME,
      'release.yml',
      async () => 'success',
      Array.from({ length: 9 }, () => 'waiting' as const),
    )
    const run = await dispatchOnce(scene.github, OPERATOR, WISH)
    let time = 0
    const error: unknown = await awaitRun(scene.github, OPERATOR, run, {
      timeoutMs: 60_000,
      now: () => (time += 20_000),
    }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ServiceError)
    expect(error).toMatchObject({
      message: expect.stringContaining('did not end within 1 min; it is waiting') as unknown,
      advice: expect.stringContaining('approval') as unknown,
    })
  })

  it('that failed is told with the end of its log', async () => {
    const scene = await aReleasable({ conclusion: 'failure' })
    const run = await dispatchOnce(scene.github, OPERATOR, WISH)
    await awaitRun(scene.github, OPERATOR, run, PATIENT)
    expect(await failedJobs(scene.github, OPERATOR, run.id)).toEqual([
      {
        name: 'release',
        url: expect.stringContaining(`/actions/runs/${run.id}/job/`) as unknown,
        step: 'run',
        tail: ['make release', '##[error]no such target'],
      },
    ])
  })

  it('whose log cannot be had is told all the same', async () => {
    const scene = await aReleasable({ conclusion: 'failure' })
    const run = await dispatchOnce(scene.github, OPERATOR, WISH)
    await awaitRun(scene.github, OPERATOR, run, PATIENT)
    scene.world.faults.add({ path: /\/logs$/, fault: { kind: 'status', status: 410 } })
    expect(await failedJobs(scene.github, OPERATOR, run.id)).toMatchObject([{ name: 'release', tail: [] }])
  })
})

describe('what a workflow takes', () => {
  it.each<[string, string, object]>([
    ['a word', 'on: workflow_dispatch', { inputs: new Map() }],
    ['a list', 'on: [push, workflow_dispatch]', { inputs: new Map() }],
    ['no details', 'on:\n  workflow_dispatch:\n', { inputs: new Map() }],
    ['another trigger', 'on: push', { inputs: null }],
    ['nothing', '', { inputs: null }],
    ['no YAML', 'on: [', { inputs: null }],
    [
      'inputs',
      'run-name: A\non:\n  workflow_dispatch:\n    inputs:\n      a: { required: true }\n      b: { required: true, default: x }\n      c:\n',
      {
        inputs: new Map([
          ['a', { required: true }],
          ['b', { required: false }],
          ['c', { required: false }],
        ]),
        runName: 'A',
      },
    ],
  ])('is read from %s', async (_, text, expected) => {
    expect(await parseDispatchInterface(text)).toMatchObject(expected)
  })
})

async function aClient({ world }: Scene, sleep: () => Promise<void> = () => Promise.resolve()) {
  const { GitHub } = await import('../../../packages/github/index.ts')
  return new GitHub({ token: 'ghs_other', environment: world.environment(), sleep })
}

/** What a run looks like that was accepted and is not told. */
async function dispatchByHand({ world }: Scene): Promise<void> {
  world.faults.clear()
  const url = `${world.environment()['GITHUB_API_URL']}/repos/${NAME}/actions/workflows/release.yml/dispatches`
  const body = JSON.stringify({ ref: 'main', inputs: WISH.inputs })
  await fetch(url, { method: 'POST', headers: { authorization: 'Bearer x' }, body })
}
