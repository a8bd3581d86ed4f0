/**
 * A whole release of CodeFlare by the templates alone, against the embedded world: operator-release dispatches each component's
 * component-release, which runs as its template says; its pull request is merged; operator-publish; the catalog merges;
 * promote-stable. Only the building of images is stood in for (test/workflows/executor/stand-ins.ts).
 */
import { describe, expect, it } from 'vitest'
import { actions } from '../../actions/index.ts'
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

const NEEDED = ['release-components', 'gen-bundle', 'submit-bundle', 'nightly-integration']
const missing = NEEDED.filter((name) => !(name in actions))

/** The release workflow of each component, by the name that the manifest gives it. */
const WORKFLOWS = [
  [MCAD, 'mcad-release.yml'],
  [INSTASCALE, 'go.yml'],
  [SDK, 'release.yaml'],
] as const

/** Components have the template as their release workflow, and CI has built their heads. */
async function installed(train: TrainWorld): Promise<void> {
  const { world, run, digest } = train
  for (const [repository, file] of WORKFLOWS) {
    await world.github.commit(repository, 'main', {
      message: 'ci: release by the template',
      files: { [`.github/workflows/${file}`]: template('component-release') },
    })
    world.github.onDispatch(repository, file, async ({ ref, sha, inputs, log }) => {
      const done = await run('component-release', repository, { ref: `refs/heads/${ref}`, sha, inputs })
      log(done.log)
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

/** Merges the pull request of a branch as its reviewers would, and gives the event that GitHub then sends. */
async function merged({ world }: TrainWorld, branch: string, base = 'main'): Promise<Partial<Trigger>> {
  const answer = await fetch(`${world.github.url}/api/v3/repos/${OPERATOR}/pulls?head=project-codeflare:${branch}`)
  const [pull]: readonly { readonly number: number }[] = JSON.parse(await answer.text())
  const number = pull?.number ?? 0
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
  const [pull]: readonly { readonly number: number }[] = JSON.parse(await answer.text())
  await world.github.mergePullRequest(CATALOG, pull?.number ?? 0)
}

describe.skipIf(missing.length > 0)(`a release by the templates (needs ${NEEDED.join(', ')})`, () => {
  it('goes from the components to downstream, each template once, and then has nothing left to do', async () => {
    const train = await aTrain()
    const { world, run, digest } = train
    await installed(train)

    const dry = await run('operator-release', OPERATOR, { inputs: { 'dry-run': true, 'ignore-freeze': true } })
    expect(dry.conclusion, dry.log).toBe('success')
    expect(jobsOf(dry)).toEqual(['plan: success', 'components: success', 'integration: skipped', 'propose: skipped'])
    expect(world.ledger.writes).toBe(0)

    const frozen = await run('operator-release', OPERATOR)
    expect(frozen.conclusion).toBe('failure')
    expect(frozen.log).toContain('is frozen until')
    expect(world.ledger.writes).toBe(0)

    const release = await run('operator-release', OPERATOR, { inputs: { 'ignore-freeze': true } })
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

    const publish = await run('operator-publish', OPERATOR, await merged(train, branch))
    expect(publish.conclusion, publish.log).toBe('success')
    expect(jobsOf(publish)).toEqual(['plan: success', 'image: success', 'publish: success'])
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
    const commit = (await world.github.resolve(OPERATOR, `refs/tags/${version}`)) ?? ''
    const again = await run('operator-publish', OPERATOR, { inputs: { version, commit } })
    expect(again.conclusion, again.log).toBe('success')
    await run('operator-publish', OPERATOR, { ...event, payload: { pull_request: { merged: false } } })
    await run('promote-stable', OPERATOR, { event: 'schedule' })
    expect(world.ledger.writes).toBe(writes)
    expect(world.github.repositories()).toContain(WORKLOADS)
  })
})
