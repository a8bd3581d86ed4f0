import { describe, expect, test } from 'vitest'
import releaseComponents from '../../actions/release-components/action.ts'
import { renderMarkdown } from '../../packages/action/index.ts'
import { ReportedError, UserError } from '../../packages/plan/index.ts'
import { buildIndex, type Conclusion, type DispatchedRun } from '../../packages/sandbox/index.ts'
import { aJob, type Job, steps } from './jobs.ts'

const OPERATOR = 'project-codeflare/codeflare-operator'
const [MCAD, INSTASCALE, SDK] = ['acme/mcad', 'acme/instascale', 'acme/sdk']

const MANIFEST = `train: codeflare
title: CodeFlare Stack
components:
  operator: { name: CodeFlare Operator, repository: ${OPERATOR}, leads: true, depends-on: [mcad, instascale, sdk] }
  mcad:
    name: MCAD
    repository: ${MCAD}
    workflow: release.yml
    images: [{ name: quay.io/acme/mcad, channels: [dev] }]
  instascale:
    name: InstaScale
    repository: ${INSTASCALE}
    workflow: release.yml
    depends-on: [mcad]
  sdk: { name: SDK, repository: ${SDK}, workflow: release.yml }
`

const WORKFLOW = `name: Release
run-name: Release \${{ inputs.version }} (\${{ inputs.correlation-id }})
on:
  workflow_dispatch:
    inputs:
      version: { required: true }
      commit:
      correlation-id:
`

const VERSIONS = { versions: 'mcad=v1.1.0\ninstascale=v0.2.0\nsdk=v2.0.0' }

interface Situation {
  readonly manifest?: string
  readonly workflow?: string
  /** What the run of a component comes to, instead of releasing it. */
  readonly instead?: Readonly<Record<string, (run: DispatchedRun, job: Job) => Promise<Conclusion>>>
}

/** Three components with something to release; InstaScale needs MCAD, the SDK needs nobody. */
async function aTrain({ manifest = MANIFEST, workflow = WORKFLOW, instead = {} }: Situation = {}): Promise<Job> {
  const job = await aJob(releaseComponents, OPERATOR, { sleep: () => Promise.resolve() })
  const { github } = job.world
  await job.world.registry('quay.io')
  await github.createRepository(OPERATOR, { files: { 'release-train.yaml': manifest } })
  for (const [repository, tag] of [
    [MCAD, 'v1.0.0'],
    [INSTASCALE, 'v0.1.0'],
    [SDK, 'v1.9.0'],
  ] as const) {
    await github.createRepository(repository, { files: { '.github/workflows/release.yml': workflow } })
    await github.release(repository, { tag })
    await github.commit(repository, 'main', { message: 'feat: more', files: { more: 'x' } })
    github.onDispatch(repository, 'release.yml', (run) => (instead[repository] ?? release)(run, job))
  }
  await job.checkout({ 'release-train.yaml': manifest })
  job.world.requests.clear()
  return job
}

/** What a release workflow does. */
async function release({ repository, inputs }: DispatchedRun, job: Job): Promise<Conclusion> {
  const { version: tag = inputs['release-version'] ?? '', commit: target = 'main' } = inputs
  const { github } = job.world
  if ((await github.resolve(repository, `refs/tags/${tag}`)) === undefined)
    await github.release(repository, { tag, target })
  if (repository === MCAD) await push(job, tag)
  return 'success'
}

async function push({ world }: Job, tag: string): Promise<void> {
  const registry = await world.registry('quay.io')
  const source = { name: 'acme/mcad', version: tag, revision: '0'.repeat(40), source: 'https://example.com' }
  registry.push('acme/mcad', [tag], buildIndex(source))
}

const failing = async (job: Job, inputs: Readonly<Record<string, string>> = VERSIONS): Promise<ReportedError> => {
  const error: unknown = await job.run(inputs).catch((thrown: unknown) => thrown)
  if (error instanceof ReportedError) return error
  throw new Error(`expected a ReportedError, found ${JSON.stringify(error)}`)
}
const dispatched = ({ world }: Job): string[] =>
  world.requests.all.filter(({ path }) => path.endsWith('/dispatches')).map(({ path }) => path.split('/')[5] ?? '')
const json = (text: string | undefined): unknown => JSON.parse(text ?? '')

describe('release-components', () => {
  test('releases what needs nobody first, side by side, and then what needs it', async () => {
    const begun: string[] = []
    const noting = async (run: DispatchedRun, job: Job): Promise<Conclusion> => {
      begun.push(run.repository)
      return release(run, job)
    }
    const job = await aTrain({ instead: { [MCAD]: noting, [INSTASCALE]: noting, [SDK]: noting } })
    const done = await job.run(VERSIONS)
    expect(steps(done)).toEqual([
      `run release v1.1.0 of ${MCAD}`,
      `run release v2.0.0 of ${SDK}`,
      `run release v0.2.0 of ${INSTASCALE}`,
    ])
    expect(begun.at(-1)).toBe(INSTASCALE)
    expect(json(done.outputs['versions'])).toEqual({ mcad: 'v1.1.0', sdk: 'v2.0.0', instascale: 'v0.2.0' })
    expect(json(done.outputs['runs'])).toMatchObject([
      { component: 'mcad', repository: MCAD, conclusion: 'success' },
      { component: 'sdk', conclusion: 'success' },
      { component: 'instascale', conclusion: 'success' },
    ])
    expect(json(done.outputs['released'])).toMatchObject([
      { component: 'mcad', version: 'v1.1.0', images: [{ reference: 'quay.io/acme/mcad:v1.1.0' }] },
      { component: 'sdk', version: 'v2.0.0', images: [] },
      { component: 'instascale', commit: await job.world.github.resolve(INSTASCALE, 'v0.2.0') },
    ])
  })

  test('skips what is released, and starts nothing the second time', async () => {
    const job = await aTrain()
    await job.run({ ...VERSIONS, components: 'mcad' })
    expect(dispatched(job)).toEqual(['mcad'])
    await job.run(VERSIONS)
    expect(dispatched(job).toSorted()).toEqual(['instascale', 'mcad', 'sdk'])
    const again = await job.run(VERSIONS)
    expect(again).toMatchObject({ changed: false, plan: [] })
    expect(dispatched(job)).toHaveLength(3)
    expect(renderMarkdown(again.report)).toContain('All 3 are released.')
  })

  test('asks for little', async () => {
    const job = await aTrain()
    await job.run(VERSIONS)
    const asked = job.world.requests.all.filter(({ service }) => service === 'github')
    expect(asked.length).toBeLessThanOrEqual(3 * 16)
  })

  test('gives the workflow the commit that was planned, whatever is merged meanwhile', async () => {
    const job = await aTrain({
      instead: {
        [SDK]: async (run, of) => {
          await of.world.github.commit(SDK, 'main', { message: 'feat: too late', files: { late: 'x' } })
          return release(run, of)
        },
      },
    })
    const planned = await job.world.github.resolve(SDK, 'main')
    const done = await job.run({ ...VERSIONS, components: 'sdk' })
    expect(await job.world.github.resolve(SDK, 'v2.0.0')).toBe(planned)
    expect(done.findings).toEqual([])
  })

  test('says so when a workflow took the branch instead', async () => {
    const workflow = WORKFLOW.replace('      commit:\n', '')
    const job = await aTrain({
      workflow,
      instead: {
        [SDK]: async (run, of) => {
          await of.world.github.commit(SDK, 'main', { message: 'feat: too late', files: { late: 'x' } })
          return release(run, of)
        },
      },
    })
    const done = await job.run({ ...VERSIONS, components: 'sdk' })
    expect(done.findings).toMatchObject([{ severity: 'warning', rule: 'other-commit' }])
  })

  describe('when a run fails', () => {
    const broken = async (run: DispatchedRun): Promise<Conclusion> => {
      for (let line = 1; line <= 40; line += 1) run.log(`line ${line}`)
      run.log('##[error]undefined: quota')
      return 'failure'
    }

    test('shows job, step, link and the end of the log; holds back what needs it and finishes the others', async () => {
      const job = await aTrain({ instead: { [MCAD]: broken } })
      const error = await failing(job)
      expect(error.message).toMatch(
        /^MCAD v1\.1\.0: its run failed in job “release”, step “run”: \S+\/actions\/runs\/\d+\/job\/\d+; missing: tag, GitHub release, quay\.io\/acme\/mcad:v1\.1\.0\. Held back, because they depend on it: InstaScale v0\.2\.0\. Released: SDK v2\.0\.0\.$/,
      )
      expect(error.advice).toContain('What was released is found then and not released again.')
      const shown = renderMarkdown(error.report)
      expect(shown).toContain('undefined: quota')
      expect(shown).toContain('line 40')
      expect(shown).not.toContain('line 9\n')
      expect(dispatched(job).toSorted()).toEqual(['mcad', 'sdk'])
    })

    test('goes on from there once it is mended', async () => {
      let isMended = false
      const job = await aTrain({ instead: { [MCAD]: (run, of) => (isMended ? release(run, of) : broken(run)) } })
      await failing(job)
      isMended = true
      const done = await job.run(VERSIONS)
      expect(steps(done)).toEqual([`run release v1.1.0 of ${MCAD}`, `run release v0.2.0 of ${INSTASCALE}`])
      expect(dispatched(job).toSorted()).toEqual(['instascale', 'mcad', 'mcad', 'sdk'])
    })

    test('follows the attempt that a person has started', async () => {
      let attempts = 0
      const job = await aTrain({
        instead: {
          [MCAD]: (run, of) => {
            attempts = run.attempt
            return run.attempt === 1 ? broken(run) : release(run, of)
          },
        },
      })
      await failing(job, { ...VERSIONS, components: 'mcad' })
      const [run] = job.world.github.runs(MCAD)
      job.world.github.rerun(MCAD, run?.id ?? 0)
      const done = await job.run({ ...VERSIONS, components: 'mcad' })
      expect([attempts, dispatched(job)]).toEqual([2, ['mcad']])
      expect(json(done.outputs['runs'])).toMatchObject([{ id: run?.id, conclusion: 'success' }])
    })

    test.each<[Conclusion, RegExp, RegExp]>([
      ['failure', /its run failed/, /Mend it there/],
      ['cancelled', /was cancelled, by a person or by a newer run/, /queue: max/],
      ['timed_out', /took longer than it may/, /what took so long/],
      ['startup_failure', /could not start/, /Mend the workflow file/],
      ['action_required', /waits for a maintainer’s approval/, /Approve it/],
      ['stale', /was given up by GitHub/, /run this again/],
      ['skipped', /was skipped/, /“if:”/],
      ['neutral', /ended without a verdict/, /run this again/],
    ])('as %s, it is no release, and says what to do', async (conclusion, message, advice) => {
      const job = await aTrain({ instead: { [SDK]: async () => conclusion } })
      const error = await failing(job, { ...VERSIONS, components: 'sdk' })
      expect(error.message).toMatch(message)
      expect(error.advice).toMatch(advice)
    })

    test('after everything was there, it is a warning', async () => {
      const job = await aTrain({
        instead: {
          [SDK]: async (run, of) => {
            await release(run, of)
            return 'failure'
          },
        },
      })
      const done = await job.run({ ...VERSIONS, components: 'sdk' })
      expect(done.findings).toMatchObject([{ severity: 'warning', rule: 'run-failed-after-release' }])
      expect(json(done.outputs['runs'])).toMatchObject([{ conclusion: 'failure' }])
    })
  })

  test('takes no success for a release when an image is missing', async () => {
    const job = await aTrain({
      instead: {
        [MCAD]: async ({ inputs }, { world }) => {
          await world.github.release(MCAD, { tag: inputs['version'] ?? '' })
          return 'success'
        },
      },
    })
    const error = await failing(job, { ...VERSIONS, components: 'mcad' })
    expect(error.message).toMatch(
      /^MCAD v1\.1\.0: its run succeeded \(\S+\); missing: quay\.io\/acme\/mcad:v1\.1\.0\.$/,
    )
  })

  test('finishes a release that stopped half-way', async () => {
    const job = await aTrain()
    await job.world.github.release(MCAD, { tag: 'v1.1.0' })
    const done = await job.run({ ...VERSIONS, components: 'mcad' })
    expect(done.plan).toMatchObject([
      {
        before: 'begun, without quay.io/acme/mcad:v1.1.0',
        after: 'released',
        reason: expect.stringContaining('to finish what was begun') as unknown,
      },
    ])
    expect(json(done.outputs['released'])).toMatchObject([{ component: 'mcad' }])
  })

  test('does not wait where it shall not, and goes on the next time', async () => {
    const job = await aTrain()
    const first = await job.run({ ...VERSIONS, wait: 'false' })
    expect(steps(first)).toEqual([`run release v1.1.0 of ${MCAD}`, `run release v2.0.0 of ${SDK}`])
    expect(json(first.outputs['runs'])).toMatchObject([{ component: 'mcad', conclusion: null }, { conclusion: null }])
    expect(first.findings).toMatchObject([
      { rule: 'begun-later', message: expect.stringContaining('InstaScale v0.2.0') as unknown },
    ])
    await job.world.github.settleRuns()
    const second = await job.run({ ...VERSIONS, wait: 'false' })
    expect(steps(second)).toEqual([`run release v0.2.0 of ${INSTASCALE}`])
  })

  test('of two trains at once, each component is released once', async () => {
    const job = await aTrain()
    for (const repository of [MCAD, INSTASCALE, SDK])
      job.world.github.onDispatch(repository, 'release.yml', (run) => release(run, job), [
        'pending',
        'waiting',
        'pending',
      ])
    const [one, two] = await Promise.all([job.run(VERSIONS), job.run(VERSIONS)])
    expect(json(one.outputs['released'])).toEqual(json(two.outputs['released']))
    for (const repository of [MCAD, INSTASCALE, SDK]) {
      const ended = job.world.github.runs(repository).map(({ conclusion }) => conclusion)
      expect(
        ended.filter((conclusion) => conclusion === 'success'),
        repository,
      ).toHaveLength(1)
    }
  })

  test('releases a patch from the branch of its line', async () => {
    const job = await aTrain()
    const { github } = job.world
    await github.branch(MCAD, 'release-1.0', 'v1.0.0')
    const fix = await github.commit(MCAD, 'release-1.0', { message: 'fix: leak', files: { fix: 'x' } })
    const hotfix = { components: 'mcad', versions: 'mcad=v1.0.1' }
    await job.run(hotfix)
    expect(await github.resolve(MCAD, 'v1.0.1')).toBe(fix)
    const branch = await failing(job, { components: 'sdk', versions: 'sdk=v2.0.0', ref: 'gone' })
    expect(branch.message).toContain('has no branch “gone”')
  })

  test('tags a component whose release is only a tag, and waits for what is built from it', async () => {
    const job = await aTrain({
      manifest: MANIFEST.replace(`    repository: ${MCAD}\n    workflow: release.yml\n`, `    repository: ${MCAD}\n`),
    })
    job.world.github.onPush(MCAD, async ({ ref }) => {
      if (ref === 'refs/tags/v1.1.0') await push(job, 'v1.1.0')
    })
    const done = await job.run({ ...VERSIONS, components: 'mcad' })
    expect(steps(done)).toEqual([`create tag v1.1.0 of ${MCAD}`])
    expect(json(done.outputs['released'])).toMatchObject([{ component: 'mcad', version: 'v1.1.0' }])
  })

  test('gives a workflow with other inputs what the manifest says', async () => {
    const manifest = MANIFEST.replace(
      `sdk: { name: SDK, repository: ${SDK}, workflow: release.yml }`,
      `sdk: { name: SDK, repository: ${SDK}, workflow: release.yml, workflow-inputs: ['release-version={tag}', is-latest=true] }`,
    )
    const workflow =
      'on:\n  workflow_dispatch:\n    inputs:\n      release-version: { required: true }\n      is-latest:\n'
    const job = await aTrain({ manifest, workflow })
    await job.run({ ...VERSIONS, components: 'sdk' })
    expect(job.world.github.runs(SDK)).toMatchObject([{ inputs: { 'release-version': 'v2.0.0', 'is-latest': 'true' } }])
  })

  test('finds the versions itself, and is held up by a freeze then', async () => {
    const job = await aTrain()
    const done = await job.run({ 'dry-run': 'true' }).catch((error: unknown) => error)
    // Nothing was released of the operator yet: the components' own commits decide.
    expect(done).toMatchObject({
      outputs: { versions: JSON.stringify({ mcad: 'v1.1.0', sdk: 'v1.10.0', instascale: 'v0.2.0' }) },
    })
    const calendar = 'calendar: { sprint-weeks: 3, first-day: 2024-01-01, freeze-days: 2 }\n'
    await job.checkout({ 'release-train.yaml': MANIFEST + calendar })
    const error = await failing(job, { now: '2024-01-20' })
    expect(error.message).toBe('Sprint 1 is frozen until 2024-01-21.')
    expect(error.advice).toContain('Or give “versions”')
    expect(job.writes()).toEqual([])
  })

  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['a component that is none', { components: 'mcda' }, /“mcda” is no component of the train/],
    ['a version that is none', { versions: 'sdk=v.0.0.7' }, /“v\.0\.0\.7” is not a semantic version/],
    ['a channel', { versions: 'sdk=stable' }, /“stable” moves; a release names explicit versions/],
    ['a component without a version', { versions: 'sdk=v2.0.0' }, /No version is given for MCAD, InstaScale/],
    ['a version below the last', { components: 'sdk', versions: 'sdk=v1.8.0' }, /1\.8\.0/],
    ['a time that is none', { 'timeout-minutes': '0' }, /“timeout-minutes” is “0”/],
  ])('refuses %s before anything is begun', async (_, inputs, message) => {
    const job = await aTrain()
    const error = await failing(job, { ...VERSIONS, ...inputs })
    expect(error).toBeInstanceOf(UserError)
    expect(error.message).toMatch(message)
    expect(error.advice).not.toBe('')
    expect(job.writes()).toEqual([])
  })

  test('refuses a version that would burn: the same commit once more', async () => {
    const job = await aTrain()
    await job.run({ ...VERSIONS, components: 'sdk' })
    const error = await failing(job, { components: 'sdk', versions: 'sdk=v2.0.1' })
    expect(error.message).toBe('SDK: v2.0.1 would be the same commit as v2.0.0: nothing is new on branch main.')
    expect(error.advice).toContain('Keep v2.0.0 in this release.')
  })

  test('refuses a version whose tag is on a commit of somebody else', async () => {
    const job = await aTrain()
    const { github } = job.world
    await github.branch(SDK, 'other', 'v1.9.0')
    await github.commit(SDK, 'other', { message: 'stray', files: { stray: 'x' } })
    await github.tag(SDK, 'v2.0.0', { target: 'other' })
    const error = await failing(job, { ...VERSIONS, components: 'sdk' })
    expect(error.message).toMatch(/^SDK: tag v2\.0\.0 is on commit [0-9a-f]{12}, which branch main does not have\.$/)
  })

  test.each<[string, string, RegExp, RegExp]>([
    ['cannot be started', 'on: push\n', /cannot be started/, /Add that trigger/],
    ['takes no version', 'on: workflow_dispatch\n', /takes no version/, /input “version”/],
    [
      'wants what nobody gives',
      'on:\n  workflow_dispatch:\n    inputs:\n      version:\n      quay-org: { required: true }\n',
      /requires the input “quay-org”/,
      /workflow-inputs/,
    ],
  ])('refuses a workflow that %s', async (_, workflow, message, advice) => {
    const job = await aTrain({ workflow })
    const error = await failing(job)
    expect(error.message).toMatch(message)
    expect(error.advice).toMatch(advice)
    expect(job.writes()).toEqual([])
  })

  test('refuses a workflow that is not there, and an input that it does not have', async () => {
    const gone = await aTrain({ manifest: MANIFEST.replaceAll('release.yml', 'gone.yml') })
    expect((await failing(gone)).message).toMatch(
      /^MCAD: there is no \.github\/workflows\/gone\.yml of acme\/mcad on main\.$/,
    )
    const manifest = MANIFEST.replace(
      'workflow: release.yml }',
      'workflow: release.yml, workflow-inputs: [verison=1] }',
    )
    const wrong = await aTrain({ manifest })
    const error = await failing(wrong)
    expect(error.message).toMatch(/has no input “verison”/)
    expect(error.advice).toContain('Its inputs are: version, commit, correlation-id')
  })

  test('says what goes on when the token ends in the middle', async () => {
    const job = await aTrain()
    job.world.faults.add({
      path: /actions\/runs\/\d+$/,
      times: 99,
      fault: { kind: 'status', status: 401, body: { message: 'Bad credentials' } },
    })
    const error = await failing(job, { ...VERSIONS, components: 'sdk' })
    expect(error.message).toContain(`The token ended while a run of ${SDK} was waited for.`)
    job.world.faults.clear()
    const done = await job.run({ ...VERSIONS, components: 'sdk' })
    expect(json(done.outputs['released'])).toMatchObject([{ component: 'sdk' }])
    expect(dispatched(job)).toEqual(['sdk'])
  })

  test('a dry run starts nothing', async () => {
    const job = await aTrain()
    const planned = await job.run({ ...VERSIONS, 'dry-run': 'true' })
    expect(planned).toMatchObject({ changed: true, outputs: { released: '[]', runs: '[]' } })
    expect(job.writes()).toEqual([])
    expect(renderMarkdown(planned.report)).toContain('▶️ to be released by release.yml')
  })
})
