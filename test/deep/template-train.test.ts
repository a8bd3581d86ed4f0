/**
 * A whole release of CodeFlare by the templates alone, against the embedded world: operator-release dispatches each component's
 * component-release, which runs as its template says; its pull request is merged; operator-publish; the catalog merges;
 * promote-stable. Only the building of images is stood in for (test/workflows/executor/stand-ins.ts).
 */
import { describe, expect, it } from 'vitest'
import type { Trigger } from '../workflows/executor/executor.ts'
import {
  aTrain,
  CATALOG,
  INSTASCALE,
  jobsOf,
  MCAD,
  OPERATOR,
  SDK,
  template,
  type TrainWorld,
  WORKLOADS,
} from '../workflows/train-world.ts'

const COMPONENTS = [MCAD, INSTASCALE, SDK]

/** The stack once its components have the template as their release workflow. */
const adopted = (manifest: string): string =>
  manifest.replaceAll(/^( +workflow): .*$/gm, '$1: component-release.yml').replaceAll(/^ +workflow-inputs: .*\n/gm, '')

/** Components have the template as their release workflow, and CI has built their heads. */
async function installed(train: TrainWorld): Promise<void> {
  const { world, run, digest } = train
  for (const repository of COMPONENTS) {
    await world.github.commit(repository, 'main', {
      message: 'ci: release by the template',
      files: { ['.github/workflows/component-release.yml']: template('component-release') },
    })
    world.github.onDispatch(repository, 'component-release.yml', async (started) => {
      const { ref, sha, inputs } = started
      const done = await run('component-release', repository, { ref: `refs/heads/${ref}`, sha, inputs })
      started.log(done.log)
      return done.conclusion
    })
    const built = await run('dev-image', repository, { event: 'push' })
    expect(built.conclusion, built.log).toBe('success')
  }
  // The operator's own image is published where its manifest says; its files named another organization.
  const params = 'config/manager/params.env'
  const text = (await world.github.readFile(OPERATOR, 'main', params))?.toString() ?? ''
  await world.github.commit(OPERATOR, 'main', {
    message: 'fix: the image that we publish',
    files: { [params]: text.replace('quay.io/opendatahub/', 'quay.io/project-codeflare/') },
  })
  const built = await run('dev-image', OPERATOR, { event: 'push' })
  expect(built.conclusion, built.log).toBe('success')
  expect(await digest('codeflare-operator', 'dev')).toMatch(/^sha256:/)
}

/** The number of the first of a list of pull requests, as the API prints it. */
function firstNumber(pulls: string): number {
  return Number(/"number":\s*(\d+)/.exec(pulls)?.[1])
}

/** Merges the pull request of a branch as its reviewers would, and gives the event that GitHub then sends. */
async function merged({ world }: TrainWorld, branch: string, base = 'main'): Promise<Partial<Trigger>> {
  const answer = await fetch(`${world.github.url}/api/v3/repos/${OPERATOR}/pulls?head=project-codeflare:${branch}`)
  const number = firstNumber(await answer.text())
  const sha = await world.github.mergePullRequest(OPERATOR, number, { method: 'squash' })
  const head = { ref: branch, repo: { full_name: OPERATOR } }
  return {
    event: 'pull_request',
    ref: `refs/heads/${base}`,
    sha,
    payload: { pull_request: { number, merged: true, merge_commit_sha: sha, head, base: { ref: base } } },
  }
}

async function catalogMerges({ world }: TrainWorld): Promise<void> {
  const answer = await fetch(`${world.github.url}/api/v3/repos/${CATALOG}/pulls`)
  await world.github.mergePullRequest(CATALOG, firstNumber(await answer.text()))
}

describe('a release by the templates', () => {
  it('goes from the components to downstream, each template once, and then has nothing left to do', async () => {
    const train = await aTrain(adopted)
    const { world, run, digest } = train
    await installed(train)
    const before = world.ledger.writes

    const dry = await run('operator-release', OPERATOR, { inputs: { 'dry-run': true } })
    expect(dry.conclusion, dry.log).toBe('success')
    expect(jobsOf(dry)).toEqual(['plan: success', 'components: success', 'integration: skipped', 'propose: skipped'])
    expect(world.ledger.writes).toBe(before)

    const release = await run('operator-release', OPERATOR)
    expect(release.conclusion, release.log).toBe('success')
    expect(jobsOf(release)).toEqual([
      'plan: success',
      'components: success',
      'integration: success',
      'propose: success',
    ])
    expect(release.jobs.map(({ environment }) => environment)).toEqual(['', 'release', '', 'release'])
    const version = release.jobs[0]?.outputs['version'] ?? ''
    const branch = `release/${version}`
    expect(await world.github.resolve(OPERATOR, branch)).toMatch(/^[0-9a-f]{40}$/)
    expect(await world.github.resolve(MCAD, 'refs/tags/v1.41.0')).toMatch(/^[0-9a-f]{40}$/)

    // It stops at its last step, says why, and goes on from there when it is started again.
    const merge = await merged(train, branch)
    const fault = { kind: 'status', status: 403 } as const
    const path = /community-operators-prod\/pulls/
    world.faults.add({ service: 'github', method: 'POST', path, times: Number.POSITIVE_INFINITY, fault })
    const stopped = await run('operator-publish', OPERATOR, merge)
    expect(jobsOf(stopped)).toEqual(['plan: success', 'image: success', 'publish: failure'])
    expect(world.faults.hits).toBeGreaterThan(0)
    expect(await world.github.resolve(OPERATOR, `refs/tags/${version}`)).toBe(merge.sha)
    world.faults.clear()
    const resumed = { inputs: { version, commit: merge.sha ?? '' } }
    const publish = await run('operator-publish', OPERATOR, resumed)
    expect(publish.conclusion, publish.log).toBe('success')
    expect(jobsOf(publish)).toEqual(['plan: success', 'image: success', 'publish: success'])
    expect(publish.log).not.toContain('pushed sha256:')
    expect(await world.github.resolve(OPERATOR, `refs/tags/${version}`)).toBe(merge.sha)
    expect(await digest('codeflare-operator', version)).toMatch(/^sha256:/)
    expect(await digest('codeflare-operator', 'stable')).not.toBe(await digest('codeflare-operator', version))

    const waiting = await run('promote-stable', OPERATOR, { event: 'schedule' })
    expect(jobsOf(waiting)).toEqual(['plan: success', 'stable: skipped', 'announce: skipped', 'downstream: skipped'])
    await catalogMerges(train)
    const promote = await run('promote-stable', OPERATOR, { event: 'schedule' })
    expect(promote.conclusion, promote.log).toBe('success')
    expect(jobsOf(promote)).toEqual(['plan: success', 'stable: success', 'announce: success', 'downstream: success'])
    expect(await digest('codeflare-operator', 'stable')).toBe(await digest('codeflare-operator', version))
    expect(await digest('mcad-controller', 'stable')).toBe(await digest('mcad-controller', 'v1.41.0'))
    expect(world.slack.messages).toHaveLength(1)

    // Everything once more: nothing is written.
    const writes = world.ledger.writes
    const event = { event: 'pull_request', ref: 'refs/heads/main' }
    const again = await run('operator-publish', OPERATOR, resumed)
    expect(again.conclusion, again.log).toBe('success')
    await run('operator-publish', OPERATOR, { ...event, payload: { pull_request: { merged: false } } })
    await run('promote-stable', OPERATOR, { event: 'schedule' })
    expect(world.ledger.writes).toBe(writes)
    expect(world.github.repositories()).toContain(WORKLOADS)
  })

  it('takes a hotfix of a component through its release branches, and nothing else', async () => {
    const train = await aTrain(adopted)
    const { world, run, digest } = train
    await installed(train)
    const { github } = world
    await github.branch(MCAD, 'release-1.40', 'v1.40.0')
    const fix = await github.commit(MCAD, 'release-1.40', {
      message: 'fix: a leak in the queue',
      files: { 'pkg/controller/queuejob/leak.go': 'package queuejob\n' },
    })
    const onLine = { event: 'push', ref: 'refs/heads/release-1.40', sha: fix }
    const built = await run('dev-image', MCAD, onLine)
    expect(built.conclusion, built.log).toBe('success')
    const released = await run('component-release', MCAD, { ...onLine, event: 'workflow_dispatch' })
    expect(released.conclusion, released.log).toBe('success')
    expect(await github.resolve(MCAD, 'refs/tags/v1.40.1')).toBe(fix)

    await github.branch(OPERATOR, 'release-1.2', 'v1.2.0')
    const params = 'config/manager/params.env'
    const text = (await github.readFile(OPERATOR, 'release-1.2', params))?.toString() ?? ''
    await github.commit(OPERATOR, 'release-1.2', {
      message: 'fix: the image that we publish',
      files: { [params]: text.replace('quay.io/opendatahub/', 'quay.io/project-codeflare/') },
    })
    const hotfix = await run('hotfix', OPERATOR, { inputs: { branch: 'release-1.2' } })
    expect(hotfix.conclusion, hotfix.log).toBe('success')
    expect(jobsOf(hotfix)).toEqual(['plan: success', 'components: skipped', 'integration: success', 'propose: success'])
    expect(hotfix.jobs[0]?.outputs['version']).toBe('v1.2.1')
    expect(hotfix.jobs[0]?.outputs['version-list']).toContain(
      'mcad=v1.40.1\ninstascale=v0.4.0\nsdk=v0.14.0\nkuberay=v1.0.0',
    )

    const publish = await run('operator-publish', OPERATOR, await merged(train, 'release/v1.2.1', 'release-1.2'))
    expect(publish.conclusion, publish.log).toBe('success')
    const tagged = await github.resolve(OPERATOR, 'refs/tags/v1.2.1')
    expect(await github.resolve(OPERATOR, 'refs/heads/release-1.2')).toBe(tagged)
    expect(await digest('codeflare-operator', 'v1.2.1')).toBe(await digest('codeflare-operator', `dev-${tagged}`))

    const wrong = await run('hotfix', OPERATOR, { inputs: { branch: 'main' } })
    expect(wrong.conclusion).toBe('failure')
    expect(wrong.log).toContain('“main” is no release branch')
  })
})
