import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rehearsalPage } from '../../packages/cli/page/page.ts'
import type { RehearsalResult } from '../../packages/cli/rehearsal/result.ts'
import type { World } from '../../packages/sandbox/index.ts'
import { exampleScene, type Scene } from './scene.ts'

const OPERATOR = 'project-codeflare/codeflare-operator'
const MCAD = 'project-codeflare/multi-cluster-app-dispatcher'

describe('a release of the CodeFlare stack', () => {
  let scene: Scene
  let result: RehearsalResult
  let world: World
  const file = async (repository: string, path: string, ref = 'main'): Promise<string> =>
    (await world.github.readFile(repository, ref, path))?.toString() ?? ''
  const digest = async (image: string, tag: string): Promise<string | undefined> =>
    (await world.registry('quay.io')).digest(`project-codeflare/${image}`, tag)

  beforeAll(async () => {
    scene = await exampleScene('codeflare')
    result = await scene.rehearse()
    world = await scene.open()
  }, 60_000)
  afterAll(async () => {
    await world.close()
    await scene.remove()
  })

  test('goes through all eight steps of the ADR in their order', () => {
    expect(result.failure).toBeNull()
    expect(result.stages.map(({ number, state }) => `${number} ${state}`)).toEqual([
      '1 done',
      '2 done',
      '3 done',
      '4 done',
      '5 done',
      '6 done',
      '7 done',
      '8 done',
    ])
    expect(result).toMatchObject({ outcome: 'released', version: 'v1.3.0', previous: 'v1.2.0' })
  })

  test('1: tags the head of each component that has something new, with a release, and promotes what was built from it', async () => {
    expect(await world.github.resolve(MCAD, 'refs/tags/v1.41.0')).toBe(await world.github.resolve(MCAD, 'main'))
    expect(await digest('mcad-controller', 'v1.41.0')).toBe(await digest('mcad-controller', 'dev'))
    expect(await world.github.resolve('project-codeflare/codeflare-sdk', 'refs/tags/v0.15.0')).toBeDefined()
    expect(await digest('notebook', 'v0.15.0')).toBe(await digest('notebook', 'dev'))
  })

  test('1: leaves a component without news alone', async () => {
    const tags = Object.keys((await world.github.snapshot())['project-codeflare/instascale']?.refs ?? {})
    expect(tags.filter((ref) => ref.startsWith('refs/tags/'))).toEqual(['refs/tags/v0.4.0'])
    expect(result.members.find(({ id }) => id === 'instascale')).toMatchObject({ before: 'v0.4.0', after: 'v0.4.0' })
  })

  test('3: the bundle is generated and checked, in place of the published one, and not yet by digests', () => {
    const bundle = result.stages[2]?.steps.find(({ action }) => action === 'gen-bundle')
    expect(bundle).toMatchObject({
      state: 'prepared',
      outputs: {
        'csv-name': 'codeflare-operator.v1.3.0',
        replaces: 'codeflare-operator.v1.2.0',
        'related-images': '[]',
      },
    })
    const written = bundle?.plan.map(({ subject }) => subject)
    expect(written).toContain('file bundle/manifests/codeflare-operator.clusterserviceversion.yaml')
    expect(written).toContain('file bundle/manifests/workload.codeflare.dev_appwrappers.yaml')
    expect(bundle?.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('3: a machine without kustomize takes the rendered file that lies beside the example, and says so', async () => {
    const elsewhere = await exampleScene('codeflare')
    const { stages } = await elsewhere.rehearse({ canRender: false, dryRun: true })
    const rendered = stages[2]?.steps.find(({ action }) => action === 'gen-bundle')
    expect(rendered?.title).toContain('rendered file: this machine has neither kustomize nor kubectl')
    expect(rendered).toMatchObject({
      state: 'prepared',
      outputs: { 'csv-name': 'codeflare-operator.v1.3.0' },
    })
    const { stages: without } = await elsewhere.rehearse({ canRender: false, dryRun: true, rendered: null })
    expect(without[2]?.steps.find(({ action }) => action === 'gen-bundle')).toMatchObject({
      state: 'not-automated',
      note: 'This machine has neither kustomize nor kubectl.',
    })
    await elsewhere.remove()
  })

  test('2: writes the versions where the operator says them, and nothing else in those files', async () => {
    const [before, after] = [await file(OPERATOR, 'Makefile', 'v1.2.0'), await file(OPERATOR, 'Makefile')]
    expect(after).toBe(
      before
        .replace('MCAD_VERSION ?= v1.40.0', 'MCAD_VERSION ?= v1.41.0')
        .replace('KUBERAY_VERSION ?= v1.0.0', 'KUBERAY_VERSION ?= v1.1.0'),
    )
    expect(await file(OPERATOR, 'go.mod')).toContain(
      'github.com/project-codeflare/multi-cluster-app-dispatcher v1.41.0',
    )
    expect(await file(OPERATOR, 'config/manager/params.env')).toBe(
      'codeflare-operator-controller-image=quay.io/opendatahub/codeflare-operator:v1.3.0\n',
    )
  })

  test('2: copies the CRD that changed in MCAD, byte for byte, under the name it has in the operator', async () => {
    const copied = await file(OPERATOR, 'config/crd/crd-appwrapper.yml')
    expect(copied).toContain('jitterInSeconds:')
    expect(copied).toBe(await file(MCAD, 'config/crd/bases/workload.codeflare.dev_appwrappers.yaml', 'v1.41.0'))
    expect(await file(OPERATOR, 'config/crd/crd-quotasubtree.yml')).toBe(
      await file(OPERATOR, 'config/crd/crd-quotasubtree.yml', 'v1.2.0'),
    )
  })

  test('2: the image that is released was built after the versions were merged', async () => {
    expect(await digest('codeflare-operator', 'v1.3.0')).toBe(await digest('codeflare-operator', 'dev'))
    expect(await digest('codeflare-operator', 'v1.3.0')).not.toBe(
      result.images[0]?.tags.find(({ tag }) => tag === 'dev')?.before,
    )
  })

  test('3: the support matrix in the README names exactly these versions', async () => {
    const readme = await file(OPERATOR, 'README.md')
    for (const version of ['v1.3.0', 'v1.41.0', 'v0.15.0', 'v0.4.0', 'v1.1.0', 'v0.6.0'])
      expect(readme).toContain(`[${version}](`)
    expect(readme).not.toContain('v1.40.0')
    expect(
      result.matrix
        .trim()
        .split('\n')
        .every((line) => readme.includes(line)),
    ).toBe(true)
  })

  test('3: tests exactly what it ships, each image by digest, and remembers that these were accepted together', async () => {
    const nights = (await file(OPERATOR, 'nights/2024-04.jsonl', 'nightly-history')).trimEnd().split('\n')
    const [night = ''] = nights.slice(-1)
    expect(night).toContain('"verdict":"accepted"')
    const shipped = {
      'codeflare-operator': 'v1.3.0',
      'mcad-controller': 'v1.41.0',
      notebook: 'v0.15.0',
      'instascale-controller': 'v0.4.0',
    }
    for (const [image, tag] of Object.entries(shipped))
      expect(night).toContain(`"digest":"${await digest(image, tag)}"`)
    const steps = result.stages.flatMap((stage) => stage.steps)
    expect(steps.find(({ action }) => action === 'nightly-integration')).toMatchObject({ state: 'done' })
  })

  test('4: the tag is on the merged commit, and its notes begin with the matrix', async () => {
    expect(await world.github.resolve(OPERATOR, 'refs/tags/v1.3.0')).toBe(await world.github.resolve(OPERATOR, 'main'))
    expect(result.notes).toContain(result.matrix.trim())
    expect(result.notes).toContain('limits of the manager are configurable')
    expect(result.notes?.indexOf('| Component')).toBeLessThan(result.notes?.indexOf('### Features') ?? -1)
  })

  test('5: the bundle with its images by digest goes to the catalog from a fork, and its maintainers merge it', async () => {
    const catalog = 'redhat-openshift-ecosystem/community-operators-prod'
    const manifest = 'operators/codeflare-operator/1.3.0/manifests/codeflare-operator.clusterserviceversion.yaml'
    const released = await digest('codeflare-operator', 'v1.3.0')
    expect(await file(catalog, manifest)).toContain(`image: quay.io/project-codeflare/codeflare-operator@${released}`)
    expect(await file(catalog, manifest)).toContain('replaces: codeflare-operator.v1.2.0')
    const steps = result.stages[4]?.steps.map(({ action, outputs }) => `${action} ${outputs['state'] ?? ''}`.trim())
    expect(steps).toEqual(['gen-bundle', 'submit-bundle open', 'submit-bundle merged'])
    expect(result.stages[4]?.summary).toBe(`${catalog}#1 is merged`)
  })

  test('6: stable is the digest of this release for every component', async () => {
    for (const [image, tag] of [
      ['codeflare-operator', 'v1.3.0'],
      ['mcad-controller', 'v1.41.0'],
      ['instascale-controller', 'v0.4.0'],
      ['notebook', 'v0.15.0'],
    ] as const) {
      expect(await digest(image, 'stable')).toBe(await digest(image, tag))
    }
  })

  test('7: says it once in Slack and once by mail', () => {
    expect(world.slack.messages.map(({ text }) => text.includes('CodeFlare Stack v1.3.0'))).toEqual([true])
    expect(world.mail.mails.map(({ subject, to }) => [subject, to])).toEqual([
      ['CodeFlare Stack v1.3.0', ['codeflare-users@example.com']],
    ])
  })

  test('8: proposes the versions to Distributed Workloads from a fork', async () => {
    const fork = 'release-manager/distributed-workloads'
    expect(await file(fork, 'codeflare-stack/base/params.env', 'release/v1.3.0')).toContain(':v1.3.0')
    const stream = await file(fork, 'codeflare-stack/base/codeflare-notebook-imagestream.yaml', 'release/v1.3.0')
    expect(stream).toContain('name: codeflare-notebook')
    expect(stream).toContain('quay.io/project-codeflare/notebook:v0.15.0')
    expect(await file('opendatahub-io/distributed-workloads', 'codeflare-stack/base/params.env')).toContain(':v1.2.0')
  })

  test('again changes nothing and says so', async () => {
    const before = await world.snapshot()
    const writes = world.ledger.writes
    const again = await scene.rehearse({ world })
    expect(again).toMatchObject({
      outcome: 'unchanged',
      version: 'v1.3.0',
      writes: 0,
      failure: null,
      repositories: [],
      messages: [],
    })
    expect(world.ledger.writes).toBe(writes)
    expect(await world.snapshot()).toEqual(before)
    expect(rehearsalPage(again)).toContain('nothing was left to do')
  })

  test('is told in the same words each time, wherever it happens', async () => {
    const other = await exampleScene('codeflare')
    try {
      expect(rehearsalPage(await other.rehearse())).toBe(rehearsalPage(result))
    } finally {
      await other.remove()
    }
  })
})

test('a dry run tells what would be done and writes nothing', async () => {
  const scene = await exampleScene('codeflare')
  try {
    const world = await scene.open()
    const [before, writes] = [await world.snapshot(), world.ledger.writes]
    const result = await scene.rehearse({ world, dryRun: true })
    expect(result).toMatchObject({ outcome: 'planned', writes: 0, failure: null, version: 'v1.3.0' })
    expect(world.ledger.writes).toBe(writes)
    expect(await world.snapshot()).toEqual(before)
    await world.close()
    const steps = result.stages.flatMap(({ steps: all }) => all)
    expect(steps.find(({ action }) => action === 'semver-tag')?.plan[0]).toMatchObject({
      action: 'create',
      before: null,
    })
    expect(steps.find(({ action }) => action === 'open-pull-request')?.state).toBe('planned')
  } finally {
    await scene.remove()
  }
})

test('the stack with AppWrapper and Kueue is released the same way', async () => {
  const scene = await exampleScene('appwrapper')
  try {
    const result = await scene.rehearse()
    expect(result).toMatchObject({ outcome: 'released', previous: 'v1.15.0', failure: null })
    const world = await scene.open()
    const crd = await world.github.readFile(OPERATOR, 'main', 'config/crd/crd-appwrapper.yml')
    expect(crd?.toString()).toContain('retrieve\n                              arbitrary metadata about the PodSet')
    await world.close()
    expect(await scene.rehearse()).toMatchObject({ outcome: 'unchanged', writes: 0 })
  } finally {
    await scene.remove()
  }
})
