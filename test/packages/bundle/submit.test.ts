import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { planSubmission, readLocalBundle, type SubmissionRequest } from '../../../packages/bundle/index.ts'
import { branchHead, GitHub, listFiles, readBlob, readCommit } from '../../../packages/github/index.ts'
import { apply, Workspace } from '../../../packages/plan/index.ts'
import { openWorld, type World } from '../../../packages/sandbox/index.ts'
import { publishedBundle } from '../../scenes/gen-bundle.ts'
import { below, bundleFiles, CATALOG } from '../../scenes/submit-bundle.ts'

const [owner = '', repo = ''] = CATALOG.split('/')
const UPSTREAM = { owner, repo }
const FORK = { owner: 'release-manager', repo }
const DIRECTORY = 'operators/codeflare-operator/1.3.0'
const CI = 'updateGraph: replaces-mode\nreviewers:\n  - sutaakar\n'

interface Scene {
  readonly world: World
  readonly github: GitHub
  submit(bundle?: Readonly<Record<string, string>>, more?: Partial<SubmissionRequest>): Promise<Told>
}

interface Told {
  readonly changes: number
  readonly state: string
  readonly sha: string | null
  readonly rules: readonly string[]
  readonly refusal: string | undefined
}

/** A catalog with two published bundles of the operator, and a fork of it. */
async function aCatalog(ci = CI, { fork = true, collaborators = ['catalog-bot'] } = {}): Promise<Scene> {
  const directory = await mkdtemp(join(tmpdir(), 'submit-'))
  const world = await openWorld({ directory: join(directory, 'world') })
  onTestFinished(async () => {
    await world.close()
    await rm(directory, { recursive: true, force: true })
  })
  await world.github.createRepository(CATALOG, {
    collaborators,
    files: {
      'README.md': 'Community operators\n',
      'operators/codeflare-operator/ci.yaml': ci,
      ...publishedBundle('1.1.0', null),
      ...publishedBundle('1.2.0', '1.1.0'),
    },
  })
  if (fork) world.github.fork(CATALOG, FORK.owner)
  const github = new GitHub({ token: 'ghs_sandbox', environment: world.environment(), sleep: async () => undefined })
  let count = 0
  return {
    world,
    github,
    async submit(bundle = bundleFiles('1.3.0', '1.2.0'), more = {}) {
      count += 1
      const workspace = join(directory, `checkout-${count}`)
      await mkdir(workspace)
      for (const [path, text] of Object.entries(below('bundle', bundle))) {
        await mkdir(dirname(join(workspace, path)), { recursive: true })
        await writeFile(join(workspace, path), text)
      }
      const submission = await planSubmission(github, {
        bundle: await readLocalBundle(new Workspace(workspace), 'bundle'),
        repository: UPSTREAM,
        base: 'main',
        operator: '',
        forkOwner: FORK.owner,
        title: '',
        introduction: '',
        author: { name: 'Ada', email: 'ada@example.com' },
        ...more,
      })
      if (submission.refusal === undefined) await apply(submission.changes)
      const { state, commit } = submission.outcome()
      return {
        changes: submission.changes.length,
        state,
        sha: commit,
        rules: submission.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
        refusal: submission.refusal?.message,
      }
    },
  }
}

async function pulls({ github }: Scene) {
  const { data } = await github.request('GET /repos/{owner}/{repo}/pulls', { ...UPSTREAM, state: 'all' })
  return data
}

async function merge(scene: Scene): Promise<void> {
  await scene.world.github.mergePullRequest(CATALOG, 1, { method: 'squash' })
}

describe('a bundle that is submitted', () => {
  it('is one signed-off commit with one directory, on the head of the catalog although the fork lags', async () => {
    const scene = await aCatalog()
    await scene.world.github.commit(CATALOG, 'main', {
      message: 'another operator',
      files: { 'operators/other/ci.yaml': CI },
    })
    const told = await scene.submit()
    expect(told).toMatchObject({ changes: 2, state: 'open', rules: [], refusal: undefined })
    const [upstream, head] = [
      await branchHead(scene.github, UPSTREAM, 'main'),
      await branchHead(scene.github, FORK, 'codeflare-operator-1.3.0'),
    ]
    expect(head).toBe(told.sha)
    const commit = await readCommit(scene.github, FORK, head ?? '')
    expect(commit).toMatchObject({
      parents: [upstream],
      author: { name: 'Ada', email: 'ada@example.com' },
      message: 'operator codeflare-operator (1.3.0)\n\nSigned-off-by: Ada <ada@example.com>',
    })
    const [before, after] = [
      await listFiles(scene.github, UPSTREAM, upstream ?? ''),
      await listFiles(scene.github, FORK, head ?? ''),
    ]
    const added = [...after.keys()].filter((path) => after.get(path)?.blob !== before.get(path)?.blob)
    expect(added.toSorted()).toEqual(Object.keys(below(DIRECTORY, bundleFiles('1.3.0', '1.2.0'))).toSorted())
    expect(before.size).toBe(after.size - added.length)
    const [pull] = await pulls(scene)
    expect(pull).toMatchObject({
      title: 'operator codeflare-operator (1.3.0)',
      head: { label: 'release-manager:codeflare-operator-1.3.0' },
    })
    expect(pull?.body).toContain('flowchart LR')
  })

  it('is left alone the second time, also when the catalog has moved on with another operator', async () => {
    const scene = await aCatalog()
    const first = await scene.submit()
    expect(await scene.submit()).toMatchObject({ changes: 0, state: 'open', sha: first.sha })
    await scene.world.github.commit(CATALOG, 'main', {
      message: 'another operator',
      files: { 'operators/other/ci.yaml': CI },
    })
    expect(await scene.submit()).toMatchObject({ changes: 0, state: 'open', sha: first.sha })
    expect(await pulls(scene)).toHaveLength(1)
  })

  it('that changes becomes another one commit of the same pull request', async () => {
    const scene = await aCatalog()
    const first = await scene.submit()
    const changed = { ...bundleFiles('1.3.0', '1.2.0'), 'metadata/dependencies.yaml': 'dependencies: []\n' }
    const second = await scene.submit(changed)
    expect(second).toMatchObject({ changes: 1, state: 'open' })
    expect(second.sha).not.toBe(first.sha)
    expect((await readCommit(scene.github, FORK, second.sha ?? '')).parents).toEqual([
      await branchHead(scene.github, UPSTREAM, 'main'),
    ])
    // A file that is gone from the bundle is gone from the commit.
    const third = await scene.submit()
    expect((await listFiles(scene.github, FORK, third.sha ?? '', DIRECTORY)).size).toBe(2)
    expect(await pulls(scene)).toHaveLength(1)
  })

  it('starts from the catalog again when another bundle of the operator was published meanwhile', async () => {
    const scene = await aCatalog()
    const first = await scene.submit()
    await scene.world.github.commit(CATALOG, 'main', {
      message: 'operator codeflare-operator (1.2.1)',
      files: publishedBundle('1.2.1', '1.2.0'),
    })
    expect(await scene.submit()).toMatchObject({ changes: 0, state: 'open', rules: ['catalog/check-dangling-bundles'] })
    const mended = await scene.submit(bundleFiles('1.3.0', '1.2.1'))
    expect(mended).toMatchObject({ state: 'open', rules: [] })
    expect((await readCommit(scene.github, FORK, mended.sha ?? '')).parents).toEqual([
      await branchHead(scene.github, UPSTREAM, 'main'),
    ])
    expect(mended.sha).not.toBe(first.sha)
  })

  it('is merged, and says so ever after', async () => {
    const scene = await aCatalog()
    await scene.submit()
    await merge(scene)
    const merged = await scene.submit()
    expect(merged).toMatchObject({ changes: 0, state: 'merged', sha: await branchHead(scene.github, UPSTREAM, 'main') })
  })

  it('cannot be changed once it is published', async () => {
    const scene = await aCatalog()
    await scene.submit()
    await merge(scene)
    const changed = { ...bundleFiles('1.3.0', '1.2.0'), 'metadata/dependencies.yaml': 'dependencies: []\n' }
    await expect(scene.submit(changed)).rejects.toThrow(/is published in .* with other content: .*dependencies\.yaml/)
  })

  it('stays closed when a person closed it, until it changes', async () => {
    const scene = await aCatalog()
    await scene.submit()
    await scene.github.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
      ...UPSTREAM,
      pull_number: 1,
      state: 'closed',
    })
    expect(await scene.submit()).toMatchObject({ changes: 0, state: 'closed' })
    const changed = { ...bundleFiles('1.3.0', '1.2.0'), 'metadata/dependencies.yaml': 'dependencies: []\n' }
    expect(await scene.submit(changed)).toMatchObject({ changes: 2, state: 'open' })
    expect(await pulls(scene)).toHaveLength(2)
  })

  it('does not throw away what somebody pushed to the pull request', async () => {
    const scene = await aCatalog()
    await scene.submit()
    await scene.world.github.commit(`${FORK.owner}/${FORK.repo}`, 'codeflare-operator-1.3.0', {
      message: 'help',
      files: { [`${DIRECTORY}/x.yaml`]: 'a: b\n' },
    })
    await expect(scene.submit()).rejects.toThrow(/has 2 commits; somebody pushed to/)
  })

  it('is refused with its errors, and nothing is written', async () => {
    const scene = await aCatalog()
    const told = await scene.submit(bundleFiles('1.3.0', '1.1.0'))
    expect(told).toMatchObject({ changes: 0, state: 'none', rules: ['catalog/check-dangling-bundles'] })
    expect(told.refusal).toContain('Channel alpha has dangling bundles: codeflare-operator.v1.2.0')
    expect(await branchHead(scene.github, FORK, 'codeflare-operator-1.3.0')).toBeNull()
  })

  it('two at once are one commit and one pull request', async () => {
    const scene = await aCatalog()
    await Promise.allSettled([scene.submit(), scene.submit()])
    const last = await scene.submit()
    expect(last).toMatchObject({ state: 'open', changes: 0 })
    expect(await pulls(scene)).toHaveLength(1)
  })
})

describe('what cannot be submitted is named', () => {
  it('a fork that does not exist, and a catalog that may not be pushed to', async () => {
    const scene = await aCatalog(CI, { fork: false })
    await expect(scene.submit()).rejects.toThrow(
      '“release-manager” has no fork of redhat-openshift-ecosystem/community-operators-prod',
    )
    await expect(scene.submit(undefined, { forkOwner: '' })).rejects.toThrow(
      /may not push to redhat-openshift-ecosystem/,
    )
  })

  it('a directory without files, without a CSV, or with a CSV that has no version', async () => {
    const scene = await aCatalog()
    await expect(scene.submit({})).rejects.toThrow('there is no file in “bundle”')
    await expect(scene.submit({ 'metadata/annotations.yaml': 'annotations: {}\n' })).rejects.toThrow(
      'holds no bundle: there is no CSV',
    )
    const without = {
      'manifests/a.clusterserviceversion.yaml': 'kind: ClusterServiceVersion\nmetadata:\n  name: a.v1.0.0\n',
    }
    await expect(scene.submit(without)).rejects.toThrow('its CSV has no name or no version')
  })

  it('a version that would be another path', async () => {
    const scene = await aCatalog()
    const hostile = Object.fromEntries(
      Object.entries(bundleFiles('1.3.0', '1.2.0')).map(([path, text]) => [
        path,
        text.replace('  version: 1.3.0', '  version: ../../x'),
      ]),
    )
    await expect(scene.submit(hostile)).rejects.toThrow('cannot be the name of a directory')
  })
})

describe('an operator with file-based catalogs', () => {
  const FBC = `${CI}fbc:
  enabled: true
  catalog_mapping:
    - template_name: basic.yaml
      type: olm.template.basic
      catalog_names: [v4.14]
    - template_name: semver.yaml
      type: olm.semver
      catalog_names: [v4.16]
`
  it('gets a release-config.yaml with its place in each template', async () => {
    const scene = await aCatalog(FBC)
    const told = await scene.submit(bundleFiles('1.3.0', null, 'stable'))
    expect(told).toMatchObject({ state: 'open', rules: [] })
    const files = await listFiles(scene.github, FORK, told.sha ?? '', DIRECTORY)
    const blob = files.get(`${DIRECTORY}/release-config.yaml`)?.blob ?? ''
    expect((await readBlob(scene.github, FORK, blob)).toString('utf8')).toBe(`---
catalog_templates:
  - template_name: basic.yaml
    channels:
      - stable
    replaces: codeflare-operator.v1.2.0
  - template_name: semver.yaml
    channels:
      - Stable
`)
    expect(await scene.submit(bundleFiles('1.3.0', null, 'stable'))).toMatchObject({ changes: 0, state: 'open' })
  })

  it('keeps the one that the bundle brings', async () => {
    const scene = await aCatalog(FBC)
    const own = 'catalog_templates:\n  - template_name: basic.yaml\n    channels:\n      - alpha\n'
    const told = await scene.submit({ ...bundleFiles('1.3.0', null), 'release-config.yaml': own })
    const files = await listFiles(scene.github, FORK, told.sha ?? '', DIRECTORY)
    const blob = files.get(`${DIRECTORY}/release-config.yaml`)?.blob ?? ''
    expect((await readBlob(scene.github, FORK, blob)).toString('utf8')).toBe(own)
  })

  it('is refused for a channel that a semver template cannot have', async () => {
    const scene = await aCatalog(FBC)
    await expect(scene.submit(bundleFiles('1.3.0', null, 'alpha'))).rejects.toThrow('the bundle is for “alpha”')
  })
})
