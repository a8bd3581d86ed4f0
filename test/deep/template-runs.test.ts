/** The templates run, against the embedded world, as GitHub would run them (executor/). */
import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../packages/sandbox/index.ts'
import {
  aTrain,
  CATALOG,
  jobsOf,
  MCAD,
  OPERATOR,
  ranSteps,
  SDK,
  type TrainWorld,
  WORKLOADS,
} from '../workflows/train-world.ts'

const push = { event: 'push' }

describe('dev-image and component-release', () => {
  it('build a merge once, point dev at it, and release that same image', async () => {
    const { world, run, head, digest } = await aTrain()
    const sha = await head(MCAD)
    const built = await run('dev-image', MCAD, push)
    expect(built.conclusion, built.log).toBe('success')
    const image = await digest('mcad-controller', `dev-${sha}`)
    expect(await digest('mcad-controller', 'dev')).toBe(image)
    expect(ranSteps(built)).toContain('Build and push')

    const again = await run('dev-image', MCAD, push)
    expect(again.conclusion, again.log).toBe('success')
    expect(ranSteps(again)).not.toContain('Build and push')

    const dry = await run('component-release', MCAD, { inputs: { 'dry-run': true } })
    expect(dry.conclusion, dry.log).toBe('success')
    expect(dry.log).toContain('mcad-controller:v1.41.0')
    expect(await digest('mcad-controller', 'v1.41.0')).toBeUndefined()
    const writes = world.ledger.writes
    const released = await run('component-release', MCAD, { inputs: { 'correlation-id': 'codeflare/mcad/v1.41.0' } })
    expect(released.conclusion, released.log).toBe('success')
    expect(released.jobs.map(({ environment }) => environment)).toEqual(['release'])
    expect(await world.github.resolve(MCAD, 'refs/tags/v1.41.0')).toBe(sha)
    expect(await digest('mcad-controller', 'v1.41.0')).toBe(image)
    expect(world.ledger.writes).toBeGreaterThan(writes)

    const after = world.ledger.writes
    expect((await run('component-release', MCAD)).conclusion).toBe('success')
    expect(world.ledger.writes).toBe(after)
  })

  it('refuse to tag a commit whose image is not built', async () => {
    const { world, run } = await aTrain()
    const done = await run('component-release', MCAD, { inputs: { version: 'v1.41.0' } })
    expect(done.conclusion).toBe('failure')
    expect(done.log).toMatch(/dev-[0-9a-f]{40} does not exist in the registry/)
    expect(await world.github.resolve(MCAD, 'refs/tags/v1.41.0')).toBeUndefined()
    expect(world.ledger.writes).toBe(0)
  })

  it('leave dev alone on a release branch', async () => {
    const { world, run, digest } = await aTrain()
    const before = await digest('mcad-controller', 'dev')
    await world.github.branch(MCAD, 'release-1.40', 'v1.40.0')
    const sha = await world.github.commit(MCAD, 'release-1.40', { message: 'fix: a leak', files: { 'leak.go': 'x\n' } })
    const built = await run('dev-image', MCAD, { event: 'push', ref: 'refs/heads/release-1.40', sha })
    expect(built.conclusion, built.log).toBe('success')
    expect(await digest('mcad-controller', `dev-${sha}`)).toMatch(/^sha256:/)
    expect(await digest('mcad-controller', 'dev')).toBe(before)
  })
})

/** v1.3.0 is tagged, its images are out, and the bundle is proposed to the catalog. */
async function published({ world }: TrainWorld): Promise<number> {
  const { github } = world
  const quay = await world.registry('quay.io')
  const edited = async (path: string, ...edits: readonly (readonly [string, string])[]): Promise<string> => {
    const text = (await github.readFile(OPERATOR, 'main', path))?.toString() ?? ''
    return edits.reduce((all, [from, to]) => all.replaceAll(from, to), text)
  }
  const [operator, mcad] = [['v1.2.0', 'v1.3.0'] as const, ['v1.40.0', 'v1.41.0'] as const]
  await github.commit(OPERATOR, 'main', {
    message: 'chore(release): v1.3.0',
    files: {
      'config/manager/params.env': await edited('config/manager/params.env', operator),
      Makefile: await edited('Makefile', mcad, ['KUBERAY_VERSION ?= v1.0.0', 'KUBERAY_VERSION ?= v1.1.0']),
      'go.mod': await edited('go.mod', mcad, ['ray-operator v1.0.0', 'ray-operator v1.1.0']),
      'config/crd/mcad/kustomization.yaml': await edited('config/crd/mcad/kustomization.yaml', mcad),
      'README.md': await edited('README.md', operator, mcad, ['v0.14.0', 'v0.15.0'], ['v1.0.0', 'v1.1.0']),
    },
  })
  const released = [
    [MCAD, 'v1.41.0', 'mcad-controller'],
    [SDK, 'v0.15.0', 'notebook'],
    [OPERATOR, 'v1.3.0', 'codeflare-operator'],
  ] as const
  for (const [repository, tag, image] of released) {
    await github.release(repository, { tag, body: '1.3.0 1.41.0 0.4.0 0.15.0 1.1.0 0.6.0' })
    const revision = (await github.resolve(repository, tag)) ?? ''
    const name = `project-codeflare/${image}`
    quay.push(name, [tag], buildIndex({ name, version: tag, revision, source: `https://github.com/${repository}` }))
  }
  const head = 'codeflare-operator-1.3.0'
  await github.commit(CATALOG, head, {
    message: 'operator codeflare-operator (1.3.0)',
    files: { 'operators/codeflare-operator/1.3.0/metadata/annotations.yaml': 'annotations: {}\n' },
  })
  return github.pullRequest(CATALOG, { title: 'operator codeflare-operator (1.3.0)', head })
}

describe('promote-stable', () => {
  it('does nothing before the catalog has merged, then stable, announcement and downstream in that order', async () => {
    const train = await aTrain()
    const { world, run, digest } = train
    const proposal = await published(train)
    const stable = await digest('codeflare-operator', 'stable')

    const early = await run('promote-stable', OPERATOR, { event: 'schedule' })
    expect(jobsOf(early)).toEqual(['plan: success', 'stable: skipped', 'announce: skipped', 'downstream: skipped'])
    expect(await digest('codeflare-operator', 'stable')).toBe(stable)
    expect(world.ledger.writes).toBe(0)

    await world.github.mergePullRequest(CATALOG, proposal)
    const done = await run('promote-stable', OPERATOR, { event: 'schedule' })
    expect(done.conclusion, done.log).toBe('success')
    expect(jobsOf(done)).toEqual(['plan: success', 'stable: success', 'announce: success', 'downstream: success'])
    for (const [image, tag] of [
      ['codeflare-operator', 'v1.3.0'],
      ['mcad-controller', 'v1.41.0'],
      ['instascale-controller', 'v0.4.0'],
      ['notebook', 'v0.15.0'],
    ] as const) {
      expect(await digest(image, 'stable'), image).toBe(await digest(image, tag))
    }
    expect(world.slack.messages).toHaveLength(1)
    expect(world.slack.messages[0]?.text).toContain('CodeFlare Stack v1.3.0')
    expect(world.mail.mails.map(({ subject }) => subject)).toEqual(['CodeFlare Stack v1.3.0'])
    const open = world.github.repositories().filter((name) => name === 'release-manager/distributed-workloads')
    expect(open).toEqual(['release-manager/distributed-workloads'])
    const file = 'codeflare-stack/base/params.env'
    const proposed = await world.github.readFile('release-manager/distributed-workloads', 'release/v1.3.0', file)
    expect(proposed?.toString()).toContain('codeflare-operator:v1.3.0')
    expect((await world.github.readFile(WORKLOADS, 'main', file))?.toString()).toContain('codeflare-operator:v1.2.0')

    const writes = world.ledger.writes
    const again = await run('promote-stable', OPERATOR, { event: 'schedule' })
    expect(again.conclusion, again.log).toBe('success')
    expect(jobsOf(again)).toEqual(['plan: success', 'stable: skipped', 'announce: skipped', 'downstream: success'])
    expect(world.ledger.writes).toBe(writes)
    expect(world.slack.messages).toHaveLength(1)
  })

  it('does not announce what could not be promoted, and finishes when run again', async () => {
    const train = await aTrain()
    const { world, run, digest } = train
    await world.github.mergePullRequest(CATALOG, await published(train))
    // Every write of the registry fails: the first run's stable job ends red.
    for (let nth = 1; nth <= 20; nth += 1) {
      world.faults.add({ service: 'registry:quay.io', method: 'PUT', nth, fault: { kind: 'status', status: 403 } })
    }
    const failed = await run('promote-stable', OPERATOR, { event: 'schedule' })
    expect(jobsOf(failed)).toEqual(['plan: success', 'stable: failure', 'announce: skipped', 'downstream: skipped'])
    expect(world.slack.messages).toEqual([])
    world.faults.clear()
    const done = await run('promote-stable', OPERATOR, { event: 'schedule' })
    expect(jobsOf(done)).toEqual(['plan: success', 'stable: success', 'announce: success', 'downstream: success'])
    expect(await digest('notebook', 'stable')).toBe(await digest('notebook', 'v0.15.0'))
  })
})

/** A workflow of one job with one step. */
const withStep = (step: string, inputs: Readonly<Record<string, string>>): string =>
  [
    'name: Own',
    'on: { workflow_dispatch: }',
    'jobs:',
    '  own:',
    '    runs-on: ubuntu-24.04',
    '    steps:',
    '      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd',
    '        with: { persist-credentials: false }',
    `      - uses: project-codeflare/actions/${step}@v1`,
    '        with:',
    ...Object.entries(inputs).map(([name, value]) => `          ${name}: ${value}`),
  ].join('\n')

describe('actions made of ours', () => {
  it('component-release refuses before it tags, then releases in one step, once', async () => {
    const { world, run, runText, head, digest } = await aTrain()
    const text = withStep('component-release', {
      image: 'quay.io/project-codeflare/mcad-controller',
      username: '${{ vars.QUAY_USERNAME }}',
      password: '${{ secrets.QUAY_TOKEN }}',
    })
    const early = await runText(text, MCAD)
    expect(early.conclusion).toBe('failure')
    expect(world.ledger.writes).toBe(0)
    await run('dev-image', MCAD, push)
    const done = await runText(text, MCAD)
    expect(done.conclusion, done.log).toBe('success')
    const sha = await head(MCAD)
    expect(await world.github.resolve(MCAD, 'refs/tags/v1.41.0')).toBe(sha)
    expect(await digest('mcad-controller', 'v1.41.0')).toBe(await digest('mcad-controller', `dev-${sha}`))
    const writes = world.ledger.writes
    expect((await runText(text, MCAD)).conclusion).toBe('success')
    expect(world.ledger.writes).toBe(writes)
  })

  it('promote-stable waits for the catalog, then does all three in one step, once', async () => {
    const train = await aTrain()
    const { world, runText, digest } = train
    const proposal = await published(train)
    const text = withStep('promote-stable', {
      title: 'CodeFlare Stack',
      username: '${{ vars.QUAY_USERNAME }}',
      password: '${{ secrets.QUAY_TOKEN }}',
      'slack-token': '${{ secrets.SLACK_TOKEN }}',
      'slack-channel': '${{ vars.SLACK_CHANNEL }}',
      'downstream-token': '${{ secrets.RELEASE_TOKEN }}',
      'fork-owner': '${{ vars.FORK_OWNER }}',
    })
    const early = await runText(text, OPERATOR)
    expect(early.conclusion, early.log).toBe('success')
    expect(world.ledger.writes).toBe(0)
    await world.github.mergePullRequest(CATALOG, proposal)
    const done = await runText(text, OPERATOR)
    expect(done.conclusion, done.log).toBe('success')
    expect(await digest('notebook', 'stable')).toBe(await digest('notebook', 'v0.15.0'))
    expect(world.slack.messages).toHaveLength(1)
    const fork = 'release-manager/distributed-workloads'
    const readme = await world.github.readFile(fork, 'release/v1.3.0', 'README.md')
    expect(readme?.toString()).toContain('[v1.3.0]')
    const writes = world.ledger.writes
    const again = await runText(text, OPERATOR)
    expect(again.conclusion, again.log).toBe('success')
    expect(world.ledger.writes).toBe(writes)
  })
})

describe('the smaller templates', () => {
  it('nightly-integration tests the dev images by digest, remembers the night, and finds it done when started again', async () => {
    const { world, run } = await aTrain()
    const byDigest = '[[ "$IMAGE_MCAD" == quay.io/project-codeflare/mcad-controller@sha256:* ]]'
    const vars = { DEPLOY_COMMAND: byDigest, TEST_COMMAND: 'test -n "$IMAGE_OPERATOR"', RESET_COMMAND: '' }
    const night = await run('nightly-integration', OPERATOR, { event: 'schedule' }, { vars })
    expect(night.conclusion, night.log).toBe('success')
    expect(night.log).toContain('t1: test …')
    expect(night.jobs[0]?.steps.at(-1)?.outputs['verdict']).toBe('accepted')
    expect(await world.github.resolve(OPERATOR, 'refs/heads/nightly-history')).toMatch(/^[0-9a-f]{40}$/)
    const writes = world.ledger.writes
    const again = await run('nightly-integration', OPERATOR, { event: 'schedule' }, { vars })
    expect(again.jobs[0]?.steps.at(-1)?.outputs['verdict']).toBe('accepted')
    expect(again.log).not.toContain('t1: test …')
    expect(world.ledger.writes).toBe(writes)
  })

  it('release-status tells and writes nothing', async () => {
    const { world, run } = await aTrain()
    const done = await run('release-status', OPERATOR, { event: 'schedule' })
    expect(done.conclusion, done.log).toBe('success')
    expect(world.ledger.writes).toBe(0)
  })

  it('support-matrix-check is red on the matrix of v1.2.0, line by line, and misses no link in the one that adopt-dependency writes', async () => {
    const { world, run } = await aTrain()
    // As it was in v1.2.0: rows are missing, a link is dead.
    const real = await run('support-matrix-check', OPERATOR, push)
    expect(real.conclusion).toBe('failure')
    expect(real.log).toContain('file=README.md,line=15,col=34::The matrix links KubeRay v1.0.0; opendatahub-io/kuberay')
    // The pull request that adopts KubeRay brings it in order.
    await run('adopt-dependency', OPERATOR, { event: 'schedule' })
    const sha = (await world.github.resolve(OPERATOR, 'adopt/kuberay')) ?? ''
    const mended = await run('support-matrix-check', OPERATOR, { event: 'pull_request', sha })
    expect(mended.log).not.toContain('dead-link')
  })

  it('adopt-dependency proposes KubeRay v1.1.0 once', async () => {
    const { world, run } = await aTrain()
    const done = await run('adopt-dependency', OPERATOR, { event: 'schedule' })
    expect(done.conclusion, done.log).toBe('success')
    const makefile = await world.github.readFile(OPERATOR, 'adopt/kuberay', 'Makefile')
    expect(makefile?.toString()).toContain('KUBERAY_VERSION ?= v1.1.0')
    const readme = await world.github.readFile(OPERATOR, 'adopt/kuberay', 'README.md')
    expect(readme?.toString()).toMatch(/KubeRay\s+\| \[v1\.1\.0\]/)
    const writes = world.ledger.writes
    expect((await run('adopt-dependency', OPERATOR, { event: 'schedule' })).conclusion).toBe('success')
    expect(world.ledger.writes).toBe(writes)
  })

  it('sync-crds mends an edited copy by a pull request, and refuses one in a pull request', async () => {
    const { world, run } = await aTrain()
    const first = await run('sync-crds', OPERATOR, { event: 'schedule' })
    expect(first.conclusion, first.log).toBe('success')
    expect(await world.github.resolve(OPERATOR, 'refs/heads/sync-crds')).toMatch(/^[0-9a-f]{40}$/)
    const sha = (await world.github.resolve(OPERATOR, 'sync-crds')) ?? ''
    const clean = await run('sync-crds', OPERATOR, { event: 'pull_request', sha })
    expect(clean.conclusion, clean.log).toBe('success')
    const copy = (await world.github.readFile(OPERATOR, sha, 'config/crd/crd-appwrapper.yml'))?.toString() ?? ''
    const edited = await world.github.commit(OPERATOR, 'sync-crds', {
      message: 'fix: by hand',
      files: { 'config/crd/crd-appwrapper.yml': copy.replace('scope: Namespaced', 'scope: Cluster') },
    })
    const refused = await run('sync-crds', OPERATOR, { event: 'pull_request', sha: edited })
    expect(jobsOf(refused)).toEqual(['check: failure', 'sync: skipped'])
    expect(refused.log).toContain('crd-appwrapper.yml')
  })

  it('component-pr gives the tests the dev images of what is above, and is red when they are', async () => {
    const { world, run } = await aTrain()
    const commit = (files: Record<string, string>): Promise<string> =>
      world.github.commit(MCAD, 'change', { message: 'feat: a change', files })
    const passing = 'test:\n\t@echo unit\ntest-e2e:\n\t@echo with "$$DEV_IMAGES"\n'
    const event = 'pull_request'
    const done = await run('component-pr', MCAD, { event, sha: await commit({ Makefile: passing }) })
    expect(done.conclusion, done.log).toBe('success')
    expect(done.log).toContain('with mcad=quay.io/project-codeflare/mcad-controller:dev')
    const failing = await run('component-pr', MCAD, { event, sha: await commit({ Makefile: `${passing}\t@false\n` }) })
    expect(jobsOf(failing)).toEqual(['unit: success', 'e2e: failure'])
  })
})
