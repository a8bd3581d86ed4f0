import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import announce from '../../actions/announce/action.ts'
import genBundle from '../../actions/gen-bundle/action.ts'
import openPullRequest from '../../actions/open-pull-request/action.ts'
import releaseComponents from '../../actions/release-components/action.ts'
import releasePlan from '../../actions/release-plan/action.ts'
import retagImage from '../../actions/retag-image/action.ts'
import semverTag from '../../actions/semver-tag/action.ts'
import submitBundle from '../../actions/submit-bundle/action.ts'
import syncCrds from '../../actions/sync-crds/action.ts'
import updateImageRefs from '../../actions/update-image-refs/action.ts'
import updateSupportMatrix from '../../actions/update-support-matrix/action.ts'
import { type Action, type Execution, renderMarkdown } from '../../packages/action/index.ts'
import { findExample } from '../../packages/cli/rehearsal/example.ts'
import { furnish } from '../../packages/cli/rehearsal/furnish.ts'
import { readWorldFile } from '../../packages/cli/rehearsal/world-file.ts'
import { buildIndex } from '../../packages/sandbox/index.ts'
import { parseManifest } from '../../packages/train/index.ts'
import { aJob, type Job, steps } from '../actions/jobs.ts'
import { testedAtNight } from '../actions/nights.ts'
import { announceEverywhere } from '../scenes/announce.ts'
import { publishedBundle, RENDERED } from '../scenes/gen-bundle.ts'
import { releaseTrain } from '../scenes/release-components.ts'
import type { Scene } from '../scenes/scene.ts'
import { below, bundleFiles, CATALOG, submit } from '../scenes/submit-bundle.ts'

// What went wrong in the public history of CodeFlare's releases, each as the actions meet it now: a refusal before harm, or
// a clean recovery. The rules themselves are tested where they live.

const OPERATOR = 'project-codeflare/codeflare-operator'
const MCAD = 'project-codeflare/multi-cluster-app-dispatcher'
const SDK = 'project-codeflare/codeflare-sdk'
const WORKLOADS = 'opendatahub-io/distributed-workloads'
const README = 'README.md'
const NOW = { now: '2024-04-05T09:00:00Z' }

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const original = (repository: string, path: string): string =>
  text(`examples/codeflare/repositories/${repository}/${path}`)

/** The whole world of CodeFlare v1.2.0, and files of `repository` as its checkout. */
async function codeflare(action: Action, repository: string, ...files: readonly string[]): Promise<Job> {
  const { directory, manifest } = await findExample('codeflare')
  const file = await readWorldFile(directory)
  const job = await aJob(action, repository, { start: file.now })
  await furnish(job.world, file, parseManifest(manifest, 'release-train.yaml'), manifest)
  await job.checkout({
    'release-train.yaml': manifest,
    ...Object.fromEntries(files.map((path) => [path, original(repository, path)])),
  })
  return job
}

/** A job in the scene of an action, and what the scene's step gives it. */
async function inScene(action: Action, scene: Scene): Promise<{ job: Job; given: Readonly<Record<string, string>> }> {
  const job = await aJob(action, OPERATOR, { sleep: () => Promise.resolve() })
  const furnished = await scene.furnish(job.world)
  if (!job.world.github.has(OPERATOR)) await job.world.github.createRepository(OPERATOR, { files: { [README]: 'x\n' } })
  scene.script?.(job.world)
  await job.checkout(
    Object.fromEntries(Object.entries(furnished.files ?? {}).map(([path, content]) => [path, content.toString()])),
  )
  return { job, given: furnished.with }
}

const rules = ({ findings }: Execution): string[] => findings.map(({ rule }) => rule)
const messages = ({ findings }: Execution): string => findings.map(({ message }) => message).join('\n')
const json = (value: string | undefined): unknown => JSON.parse(value ?? '')
const imageOf = (name: string, version: string) =>
  buildIndex({ name, version, revision: 'a'.repeat(40), source: `https://github.com/${OPERATOR}` })

describe('the components', () => {
  test('the train watched the newest run, which was another and green: now it follows its own', async () => {
    const { job, given } = await inScene(releaseComponents, releaseTrain)
    const { github } = job.world
    github.onDispatch(MCAD, 'release.yml', async ({ inputs }) => {
      if (inputs['version'] !== 'v1.41.0') return 'success'
      // Somebody starts the workflow as well: their run is the newest one, and passes.
      await fetch(`${github.url}/api/v3/repos/${MCAD}/actions/workflows/release.yml/dispatches`, {
        method: 'POST',
        headers: { authorization: 'token somebody' },
        body: JSON.stringify({ ref: 'main', inputs: { version: 'v9.9.9' } }),
      })
      return 'failure'
    })
    await expect(job.run(given)).rejects.toThrow(/^Multi-Cluster App Dispatcher v1\.41\.0: its run failed/)
    expect(github.runs(MCAD)).toHaveLength(2)
    expect(github.runs('project-codeflare/instascale')).toEqual([])
  })

  test('“already exists” ended a run that died half-way for good: now the same command finishes it', async () => {
    const { job, given } = await inScene(releaseComponents, releaseTrain)
    const { github } = job.world
    github.onDispatch('project-codeflare/instascale', 'release.yml', () => Promise.resolve('failure'))
    await expect(job.run(given)).rejects.toThrow(/^InstaScale v0\.5\.0: its run failed/)
    releaseTrain.script?.(job.world)
    await job.run(given)
    expect(github.runs(MCAD)).toHaveLength(1)
    expect(await github.resolve('project-codeflare/instascale', 'v0.5.0')).toBeDefined()
    expect((await job.run(given)).changed).toBe(false)
  })

  test('MCAD v1.39.0 and v1.40.0 are one commit: now a version that nothing is new in is refused', async () => {
    const { job, given } = await inScene(releaseComponents, releaseTrain)
    await job.run({ ...given, components: 'mcad' })
    await expect(job.run({ components: 'mcad', versions: 'mcad=v1.42.0' })).rejects.toThrow(
      'Multi-Cluster App Dispatcher: v1.42.0 would be the same commit as v1.41.0: nothing is new on branch main.',
    )
    expect(await job.world.github.resolve(MCAD, 'v1.42.0')).toBeUndefined()
  })

  test('the SDK has a tag vv0.14.1: now it is named and does not count', async () => {
    const job = await codeflare(semverTag, SDK)
    const next = await job.run({ bump: 'auto', 'dry-run': 'true' })
    expect(next.outputs).toMatchObject({ tag: 'v0.15.0', 'previous-tag': 'v0.14.0' })
    expect(messages(next)).toContain('vv0.14.1')
    await expect(job.run({ version: 'vv0.14.1' })).rejects.toThrow('“vv0.14.1” is not a semantic version')
  })
})

describe('the tag', () => {
  test('it was cut from the head of the branch an hour later: now it is on the commit that was merged', async () => {
    const job = await codeflare(semverTag, OPERATOR)
    const merged = (await job.world.github.resolve(OPERATOR, 'main')) ?? ''
    const later = await job.world.github.commit(OPERATOR, 'main', { message: 'feat: later', files: { later: 'x\n' } })
    await job.run({ version: 'v1.3.0', target: merged, release: 'published' })
    expect(await job.world.github.resolve(OPERATOR, 'v1.3.0')).toBe(merged)
    await expect(job.run({ version: 'v1.3.0', target: later })).rejects.toThrow(`v1.3.0 exists on commit ${merged}`)
  })

  test('a hotfix got the notes of the newest release: now they begin at the release before it on its line', async () => {
    const job = await codeflare(semverTag, OPERATOR)
    const { github } = job.world
    await github.branch(OPERATOR, 'release-1.2', 'v1.2.0')
    await github.release(OPERATOR, { tag: 'v1.3.0', body: 'Notes of v1.3.0.' })
    await github.commit(OPERATOR, 'release-1.2', { message: 'fix: a critical leak', files: { fix: 'x\n' } })
    const { outputs } = await job.run({ release: 'published' }, { GITHUB_REF_NAME: 'release-1.2' })
    expect(outputs).toMatchObject({ tag: 'v1.2.1', 'previous-tag': 'v1.2.0' })
    const { releases = [] } = (await github.snapshot())[OPERATOR] ?? {}
    const notes = JSON.stringify(releases.filter((one) => 'tag' in one && one.tag === 'v1.2.1'))
    expect(notes).toContain('a critical leak')
    expect(notes).not.toContain('limits of the manager are configurable')
  })

  test('v0.2.0, a human typed v.0.0.7: now every action refuses it and offers v0.0.7', async () => {
    const job = await codeflare(updateImageRefs, OPERATOR, 'Makefile', 'go.mod', README)
    const typed = { versions: 'instascale=v.0.0.7' }
    const refused = { message: expect.stringContaining('“v.0.0.7”') as unknown, advice: 'Write “v0.0.7”.' }
    await expect(job.run(typed)).rejects.toMatchObject(refused)
    await expect(job.step(updateSupportMatrix, typed)).rejects.toMatchObject(refused)
    await expect(job.step(releaseComponents, typed)).rejects.toMatchObject(refused)
    await expect(job.step(semverTag, { version: 'v.0.0.7' })).rejects.toMatchObject(refused)
    expect(job.writes()).toEqual([])
  })

  test('the next sed did not match v.0.0.7 and changed nothing, exit 0: now it is replaced', async () => {
    const broken = original(OPERATOR, 'Makefile').replace(
      'INSTASCALE_VERSION ?= v0.4.0',
      'INSTASCALE_VERSION ?= v.0.0.7',
    )
    const job = await codeflare(updateImageRefs, OPERATOR, 'go.mod')
    await job.checkout({ Makefile: broken })
    await job.run({ versions: 'instascale=v0.4.0' })
    expect(await job.read('Makefile')).toBe(original(OPERATOR, 'Makefile'))
  })
})

describe('the image', () => {
  test('v0.0.5 shipped the MCAD before, built ahead of the edits: now nothing is tagged before they are merged', async () => {
    const job = await codeflare(releasePlan, OPERATOR)
    const { github } = job.world
    const quay = await job.world.registry('quay.io')
    for (const [repository, tag, image] of [
      [MCAD, 'v1.41.0', 'project-codeflare/mcad-controller'],
      [SDK, 'v0.15.0', 'project-codeflare/notebook'],
    ] as const) {
      await github.release(repository, { tag })
      quay.push(image, [tag], imageOf(image, tag))
    }
    const plan = await job.run({ ...NOW, version: 'v1.3.0' })
    expect(plan.outputs).toMatchObject({ stage: 'references', next: 'references' })
    expect(renderMarkdown(plan.report)).toContain('`MCAD_VERSION` says v1.40.0, not v1.41.0')
  })

  test('stable was a rebuild with a digest of its own and one architecture: now it is the release’s digest, whole', async () => {
    const job = await aJob(retagImage, OPERATOR)
    await job.world.github.createRepository(OPERATOR, { files: { [README]: 'The operator\n' } })
    const quay = await job.world.registry('quay.io')
    const tested = imageOf('org/app', 'v1.3.0')
    quay.push('org/app', ['v1.3.0'], tested)
    const { outputs } = await job.run({ source: 'quay.io/org/app:v1.3.0', tags: 'stable' })
    expect([quay.digest('org/app', 'stable'), outputs['digest']]).toEqual([tested.digest, tested.digest])
    expect(outputs['platforms']?.split(',')).toHaveLength(4)
    quay.push('org/app', ['rebuilt'], imageOf('org/app', 'v1.3.0, once more'))
    const rebuilt = await job.run({ source: 'quay.io/org/app:rebuilt', tags: 'v1.3.0' })
    expect(rebuilt.refusal).toBeDefined()
    expect(quay.digest('org/app', 'v1.3.0')).toBe(tested.digest)
  })

  test('stable moved when the image was built: now not before the catalog has merged, and too early is told', async () => {
    const job = await codeflare(releasePlan, OPERATOR)
    const { github } = job.world
    await github.release(OPERATOR, { tag: 'v1.3.0', body: '1.3.0 1.40.0 0.4.0 0.14.0 1.0.0 0.6.0' })
    const quay = await job.world.registry('quay.io')
    quay.push(OPERATOR, ['v1.3.0', 'stable'], imageOf(OPERATOR, 'v1.3.0'))
    const early = await job.run({ ...NOW, version: 'v1.3.0' })
    const told = `quay.io/${OPERATOR}:stable has moved before the catalog merged 1.3.0.`
    expect(early.outputs).toMatchObject({ stage: 'catalog', next: 'catalog' })
    expect(messages(early)).toContain(told)
    const head = 'codeflare-operator-1.3.0'
    await github.commit(CATALOG, head, { message: 'operator', files: publishedBundle('1.3.0', '1.2.0') })
    const number = await github.pullRequest(CATALOG, { title: 'operator codeflare-operator (1.3.0)', head })
    const waiting = await job.run({ ...NOW, version: 'v1.3.0' })
    // Nothing is left of step 6, and still nobody is told before the catalog has it.
    expect(waiting.outputs).toMatchObject({ stage: 'announce', next: '' })
    expect(json(waiting.outputs['blocked-by'])).toMatchObject([
      { message: `${CATALOG} has not merged the bundle yet.` },
    ])
    expect(messages(waiting)).toContain(told)
    await github.mergePullRequest(CATALOG, number)
    expect((await job.run({ ...NOW, version: 'v1.3.0' })).outputs['next']).toBe('announce')
  })
})

describe('the support matrix', () => {
  const matrixJob = (...more: readonly string[]): Promise<Job> =>
    codeflare(updateSupportMatrix, OPERATOR, README, ...more)

  test('v1.0.1 names KubeRay v0.0.0-dev behind a dead link: now neither is written, and both are found', async () => {
    const job = await matrixJob()
    await expect(job.run({ versions: 'kuberay=v0.0.0-dev' })).rejects.toThrow(
      '“v0.0.0-dev” stands for “not released yet”; it cannot be released.',
    )
    const { refusal } = await job.run({ versions: 'kuberay=v1.9.0', sources: 'false' })
    expect(refusal?.message).toContain('ray-project/kuberay has no tag “v1.9.0”.')
    expect(await job.read(README)).toBe(original(OPERATOR, README))
    await job.checkout({
      [README]: original(OPERATOR, README).replace(
        /^(\| KubeRay +\| ).*$/m,
        '$1[v0.0.0-dev](https://github.com/ray-project/kuberay/releases/tag/v0.0.0-dev) |',
      ),
    })
    const found = await job.run({ mode: 'check', sources: 'false' })
    expect(found.refusal).toBeDefined()
    expect(rules(found)).toContain('dead-link')
    expect(messages(found)).toContain('v0.0.0-dev')
  })

  test('v1.3.1, a hotfix, silently took KubeRay from v1.1.0 back to v1.0.0: now somebody has to say so', async () => {
    const job = await matrixJob()
    await job.run({ versions: 'kuberay=v1.1.0', sources: 'false' })
    const { refusal } = await job.run({ versions: 'kuberay=v1.0.0', sources: 'false' })
    expect(refusal).toMatchObject({
      message: 'KubeRay would go back from v1.1.0 to v1.0.0 (the input “versions”).',
      advice: 'If that is meant, name “kuberay” in the input “downgrades”.',
    })
    const meant = await job.run({ versions: 'kuberay=v1.0.0', sources: 'false', downgrades: 'kuberay' })
    expect(meant.refusal).toBeUndefined()
  })

  test('v1.3.0 lists components that were removed: now the check names them, and writing takes them out', async () => {
    const job = await matrixJob()
    const removed = original(OPERATOR, README).replace(/^\| InstaScale/m, '| Gone Component | v0.1.0 |\n$&')
    await job.checkout({ [README]: removed })
    expect(messages(await job.run({ mode: 'check', sources: 'false' }))).toContain(
      'The matrix lists “Gone Component”, which is not part of the train.',
    )
    await job.run({ versions: 'sdk=v0.14.0', sources: 'false' })
    expect(await job.read(README)).not.toContain('Gone Component')
  })

  test('the TorchX row never existed: now the check misses it, and writing adds it under the SDK', async () => {
    const job = await matrixJob()
    expect(messages(await job.run({ mode: 'check', sources: 'false' }))).toContain('TorchX has no row in the matrix.')
    const { outputs } = await job.run({ versions: 'sdk=v0.14.0, torchx=v0.6.0', sources: 'false' })
    const rows = (outputs['matrix'] ?? '').split('\n').map((line) => line.split('|')[1]?.trim())
    expect(rows.indexOf('TorchX')).toBe(rows.indexOf('CodeFlare-SDK') + 1)
  })

  test('README and the effective go.mod said different versions in 26 of 34 releases: now that is refused', async () => {
    const job = await matrixJob('Makefile', 'config/manager/params.env', 'config/crd/mcad/kustomization.yaml')
    const replaced = `${original(OPERATOR, 'go.mod')}\nreplace github.com/ray-project/kuberay/ray-operator => github.com/ray-project/kuberay/ray-operator v1.1.0\n`
    await job.checkout({ 'go.mod': replaced })
    const check = await job.run({ mode: 'check' })
    expect(check.refusal).toBeDefined()
    expect(messages(check)).toMatch(/says KubeRay v1\.0\.0; go\.mod:\d+ .*says v1\.1\.0\./)
  })
})

describe('the CRDs', () => {
  test('the pattern *.yaml missed crd-*.yml in 33 release commits: now they are found, updated and in the commit', async () => {
    const job = await codeflare(syncCrds, OPERATOR, 'config/crd/crd-appwrapper.yml', 'config/crd/kustomization.yaml')
    const { github } = job.world
    await github.release(MCAD, { tag: 'v1.41.0' })
    const { outputs } = await job.run({ sources: `${MCAD}@v1.41.0:config/crd/bases`, destination: 'config/crd' })
    expect(json(outputs['updated'])).toMatchObject([{ file: 'config/crd/crd-appwrapper.yml', ref: 'v1.41.0' }])
    const pull = await job.step(openPullRequest, { branch: 'release/v1.3.0', title: 'Release', paths: 'config/crd' })
    expect(pull.outputs['state']).toBe('open')
    const committed = await github.readFile(OPERATOR, 'release/v1.3.0', 'config/crd/crd-appwrapper.yml')
    expect(committed?.toString()).toContain('jitterInSeconds')
  })
})

describe('the bundle', () => {
  const GIVEN = {
    package: 'codeflare-operator',
    manifests: 'rendered.yaml',
    'created-at': '2024-03-12T09:00:00Z',
    catalog: CATALOG,
  }

  async function bundleJob(rendered = RENDERED): Promise<Job> {
    const job = await aJob(genBundle, OPERATOR)
    await job.world.github.createRepository(OPERATOR, { files: { [README]: 'The operator\n' } })
    await job.world.github.createRepository(CATALOG, {
      files: {
        'operators/codeflare-operator/ci.yaml': 'updateGraph: replaces-mode\nreviewers:\n  - sutaakar\n',
        ...publishedBundle('0.2.0', null),
        // Nobody tagged it.
        ...publishedBundle('0.2.1', '0.2.0'),
      },
    })
    const quay = await job.world.registry('quay.io')
    quay.push(OPERATOR, ['v0.2.2'], imageOf(OPERATOR, 'v0.2.2'))
    await job.checkout({ 'rendered.yaml': rendered })
    return job
  }

  test('0.2.1 was published without a tag: now the next one replaces it all the same, and another 0.2.1 is refused', async () => {
    const job = await bundleJob()
    const image = { image: `quay.io/${OPERATOR}:v0.2.2` }
    const next = await job.run({ ...GIVEN, ...image, version: '0.2.2' })
    expect(next.outputs['replaces']).toBe('codeflare-operator.v0.2.1')
    await job.run({ ...GIVEN, ...image, version: '0.2.1' })
    await expect(job.step(submitBundle, {})).rejects.toThrow(/0\.2\.1 is published in .* with other content/)
    expect(job.writes()).toEqual([])
  })

  test('the catalog merged before the operator had its tag: now the plan says so, and goes on once the commit is tagged', async () => {
    const job = await codeflare(releasePlan, OPERATOR)
    const { github } = job.world
    await github.commit(CATALOG, 'main', { message: 'operator', files: publishedBundle('1.3.0', '1.2.0') })
    const published = `${CATALOG} has published codeflare-operator 1.3.0, but there is no tag v1.3.0.`
    const before = await job.run({ ...NOW, version: 'v1.3.0' })
    expect(before.outputs).toMatchObject({ stage: 'components', next: 'components' })
    expect(messages(before)).toContain(published)
    await job.checkout({ 'matrix.md': '1.40.0 0.4.0 0.14.0 1.0.0 0.6.0\n' })
    await job.step(semverTag, { version: 'v1.3.0', release: 'published', 'notes-prepend-file': 'matrix.md' })
    const tagged = await job.run({ ...NOW, version: 'v1.3.0' })
    expect(messages(tagged)).not.toContain(published)
    expect(tagged.outputs).toMatchObject({ stage: 'tag', next: 'tag' })
    const quay = await job.world.registry('quay.io')
    quay.push(OPERATOR, ['v1.3.0'], imageOf(OPERATOR, 'v1.3.0'))
    expect((await job.run({ ...NOW, version: 'v1.3.0' })).outputs['next']).toBe('stable')
  })

  test('1.1.0 had empty alm-examples, and a reviewer asked for them for 17 days: now it is told before the proposal', async () => {
    const crd = original(MCAD, 'config/crd/bases/quota.codeflare.dev_quotasubtrees.yaml').replace(/^---\n/, '')
    const job = await bundleJob(`${crd.trimEnd()}\n---\n${RENDERED}`)
    const given = { ...GIVEN, version: '0.2.2', image: `quay.io/${OPERATOR}:v0.2.2` }
    const empty = await job.run(given)
    expect(messages(empty)).toMatch(/Kind=QuotaSubtree: provided API should have an example annotation/)
    const sample = 'apiVersion: quota.codeflare.dev/v1alpha1\nkind: QuotaSubtree\nmetadata:\n  name: sample\nspec: {}\n'
    await job.checkout({ 'rendered.yaml': `${crd.trimEnd()}\n---\n${sample}---\n${RENDERED}` })
    expect(messages(await job.run(given))).not.toContain('example annotation')
  })

  test('all 38 bundles had mutable images and a replaces typed by hand: now digests, the channel’s head, and as many channels as wanted', async () => {
    const job = await bundleJob()
    const { outputs } = await job.run({
      ...GIVEN,
      version: '0.2.2',
      image: `quay.io/${OPERATOR}:v0.2.2`,
      channels: 'alpha, stable-0.2',
      'default-channel': 'alpha',
    })
    const quay = await job.world.registry('quay.io')
    expect(json(outputs['related-images'])).toEqual([
      { name: 'manager', image: `quay.io/${OPERATOR}@${quay.digest(OPERATOR, 'v0.2.2')}` },
    ])
    expect(await job.read('bundle/metadata/annotations.yaml')).toContain('channels.v1: alpha,stable-0.2\n')
    expect(outputs['replaces']).toBe('codeflare-operator.v0.2.1')
  })

  test('a bundle that installs by tags is told as one before it is proposed, a wrong replaces is refused', async () => {
    const { job, given } = await inScene(submitBundle, submit)
    await job.checkout(below('bundle', bundleFiles('1.3.0', '1.1.0')))
    const dangling = await job.run(given)
    expect(dangling.refusal?.message).toContain('dangling bundles: codeflare-operator.v1.2.0')
    const mutable = Object.fromEntries(
      Object.entries(bundleFiles('1.3.0', '1.2.0')).map(([path, content]) => [
        path,
        content.replace(/@sha256:0{64}/, ':v1.3.0'),
      ]),
    )
    await job.checkout(below('bundle', mutable))
    const told = await job.run({ ...given, 'dry-run': 'true' })
    expect(messages(told)).toContain(`The bundle installs images by tags that may move: quay.io/${OPERATOR}:v1.3.0.`)
  })
})

describe('the pull requests', () => {
  test('v1.0.1’s took 122 minutes and the run waited 60: now nobody waits, and the merge is found later', async () => {
    const job = await codeflare(openPullRequest, OPERATOR)
    await job.checkout({ 'docs/new.md': 'new\n' })
    const given = { branch: 'release/v1.3.0', title: 'Release v1.3.0', paths: 'docs/new.md' }
    const opened = await job.run(given)
    expect(opened.outputs['state']).toBe('open')
    const number = Number(opened.outputs['pull-request-number'])
    const merged = await job.world.github.mergePullRequest(OPERATOR, number)
    expect((await job.run(given)).outputs).toMatchObject({ state: 'merged', sha: merged, changed: 'false' })
  })
})

describe('downstream', () => {
  test('v0.2.3, a widened sed wrote a version over the names of an ImageStream: now only the image and its tag move', async () => {
    const path = 'codeflare-stack/base/codeflare-notebook-imagestream.yaml'
    const job = await codeflare(updateImageRefs, WORKLOADS, 'codeflare-stack/base/params.env')
    const fixture = (name: string): string => text(`test/fixtures/matrix/imagestream/${name}.yaml`)
    await job.checkout({ [path]: fixture('before-v0.2.2') })
    expect(steps(await job.run({ versions: 'sdk=v0.7.1' }))).toEqual([`update file ${path}`])
    expect(await job.read(path)).toBe(fixture('repaired-v0.2.3'))
    await job.checkout({ [path]: fixture('corrupted-v0.2.3') })
    await expect(job.run({ versions: 'sdk=v0.8.0' })).rejects.toThrow('was not found (form imagestream)')
    expect(await job.read(path)).toBe(fixture('corrupted-v0.2.3'))
  })
})

describe('the announcement', () => {
  test('it was never automated, and a script that dies tells twice or never: now once, however often it runs', async () => {
    const { job, given } = await inScene(announce, announceEverywhere)
    const { mail, slack } = job.world
    const inputs = { ...given, 'smtp-url': mail.url }
    const environment = { GITHUB_REF_NAME: 'v1.3.0', GITHUB_REF_TYPE: 'tag', SLACK_API_URL: slack.api }
    expect((await job.run(inputs, environment)).changed).toBe(true)
    expect((await job.run(inputs, environment)).changed).toBe(false)
    expect(mail.mails).toHaveLength(1)
  })
})

describe('the calendar', () => {
  test('nobody noticed that no nightly ran: now the plan says which nights are missing since the last', async () => {
    const job = await codeflare(releasePlan, OPERATOR)
    await testedAtNight(job, OPERATOR)
    const late = await job.run({ now: '2024-04-12T09:00:00Z' })
    expect(late.findings).toContainEqual(
      expect.objectContaining({ rule: 'nightly-missed', file: '.github/workflows/nightly.yml' }),
    )
  })

  test('KubeRay’s deadline was met once in five: now the plan says by when, and that it has passed', async () => {
    const job = await codeflare(releasePlan, OPERATOR)
    expect(json((await job.run(NOW)).outputs['adoptions'])).toMatchObject([
      { id: 'kuberay', tag: 'v1.1.0', state: 'due' },
    ])
    const late = await job.run({ now: '2024-06-01' })
    expect(messages(late)).toMatch(/KubeRay 1\.1\.0 was to be adopted by 2024-/)
  })
})
