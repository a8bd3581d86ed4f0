import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import updateImageRefs from '../../actions/update-image-refs/action.ts'
import { renderMarkdown } from '../../packages/action/index.ts'
import { buildIndex } from '../../packages/sandbox/index.ts'
import { aJob, type Job, steps } from './jobs.ts'

const OPERATOR = 'project-codeflare/codeflare-operator'
const DOWNSTREAM = 'opendatahub-io/distributed-workloads'

const example = (path: string): string =>
  readFileSync(new URL(`../../examples/codeflare/${path}`, import.meta.url), 'utf8')

const FILES = ['Makefile', 'go.mod', 'config/manager/params.env', 'config/crd/mcad/kustomization.yaml']

/** The operator at v1.2.0, as it was. */
async function operator(others: Readonly<Record<string, string | null>> = {}): Promise<Job> {
  const job = await aJob(updateImageRefs, OPERATOR)
  await job.world.github.createRepository(OPERATOR, { files: { 'README.md': 'x\n' } })
  await job.checkout({
    'release-train.yaml': example('release-train.yaml'),
    ...Object.fromEntries(FILES.map((file) => [file, example(`repositories/${OPERATOR}/${file}`)])),
    ...others,
  })
  return job
}

async function distributedWorkloads(files: Readonly<Record<string, string>> = {}): Promise<Job> {
  const job = await aJob(updateImageRefs, DOWNSTREAM)
  await job.world.github.createRepository(DOWNSTREAM, { files: { 'README.md': 'x\n' } })
  const base = 'codeflare-stack/base'
  await job.checkout({
    'release-train.yaml': example('release-train.yaml'),
    [`${base}/params.env`]: example(`repositories/${DOWNSTREAM}/${base}/params.env`),
    [`${base}/codeflare-notebook-imagestream.yaml`]: example(
      `repositories/${DOWNSTREAM}/${base}/codeflare-notebook-imagestream.yaml`,
    ),
    ...files,
  })
  return job
}

describe('update-image-refs', () => {
  test('writes a release everywhere, and nothing else', async () => {
    const job = await operator()
    const { outputs, findings, report, ...run } = await job.run({
      versions: 'operator=v1.3.0\nMulti-Cluster App Dispatcher=v1.41.0, kuberay=v1.1.0\nsdk=v0.15.0',
    })
    expect(steps({ ...run, outputs, findings, report })).toEqual([
      'update file Makefile',
      'update file config/crd/mcad/kustomization.yaml',
      'update file config/manager/params.env',
      'update file go.mod',
    ])
    expect(JSON.parse(outputs['files'] ?? '')).toEqual([
      'Makefile',
      'config/crd/mcad/kustomization.yaml',
      'config/manager/params.env',
      'go.mod',
    ])
    expect(JSON.parse(outputs['references'] ?? '')).toEqual([
      { file: 'Makefile', line: 6, before: 'v1.40.0', after: 'v1.41.0' },
      { file: 'Makefile', line: 9, before: 'v1.0.0', after: 'v1.1.0' },
      { file: 'config/crd/mcad/kustomization.yaml', line: 4, before: 'v1.40.0', after: 'v1.41.0' },
      {
        file: 'config/manager/params.env',
        line: 1,
        before: 'quay.io/opendatahub/codeflare-operator:v1.2.0',
        after: 'quay.io/opendatahub/codeflare-operator:v1.3.0',
      },
      { file: 'go.mod', line: 10, before: 'v1.40.0', after: 'v1.41.0' },
      { file: 'go.mod', line: 11, before: 'v1.0.0', after: 'v1.1.0' },
    ])
    const before = FILES.map((file) => example(`repositories/${OPERATOR}/${file}`)).join('')
    const after = (await Promise.all(FILES.map((file) => job.read(file)))).join('')
    expect(after).toBe(
      before
        .replaceAll('v1.40.0', 'v1.41.0')
        .replace('KUBERAY_VERSION ?= v1.0.0', 'KUBERAY_VERSION ?= v1.1.0')
        .replace('ray-operator v1.0.0', 'ray-operator v1.1.0')
        .replace('codeflare-operator:v1.2.0', 'codeflare-operator:v1.3.0'),
    )
    expect(findings).toMatchObject([
      {
        rule: 'go-mod-tidy',
        file: 'go.mod',
        line: 10,
        advice: 'Run “go mod tidy” in . and commit go.mod and go.sum together.',
      },
      {
        rule: 'not-written-here',
        severity: 'info',
        message: 'The version of CodeFlare-SDK is written nowhere in this repository.',
      },
    ])
    expect(renderMarkdown(report)).toContain('(cd . && go mod tidy)')
  })

  test('has nothing to do the second time, and a dry run writes nothing', async () => {
    const job = await operator()
    const dry = await job.run({ versions: 'mcad=v1.41.0', 'dry-run': 'true' })
    expect([dry.changed, dry.plan.length]).toEqual([true, 3])
    expect(await job.read('Makefile')).toBe(example(`repositories/${OPERATOR}/Makefile`))
    await job.run({ versions: 'mcad=v1.41.0' })
    const second = await job.run({ versions: 'mcad=v1.41.0' })
    expect([second.changed, second.outputs['references'], second.findings]).toEqual([false, '[]', []])
  })

  test('refuses channels, as the decision on open question 5 says', async () => {
    const job = await operator()
    await expect(job.run({ versions: 'mcad=stable' })).rejects.toMatchObject({
      message:
        'Input “versions”, “mcad”: “stable” moves; a release names explicit versions (PCF-ADR-003, open question 5).',
      advice: 'Give the version that “stable” stands for now, for example “v1.2.3”.',
    })
    await expect(
      job.run({ images: 'codeflare-operator-controller-image=quay.io/project-codeflare/codeflare-operator:dev' }),
    ).rejects.toThrow('“codeflare-operator-controller-image”: “dev” moves')
  })

  test('repairs the v.0.0.7 that a human typed and a pattern could not match', async () => {
    const broken = example(`repositories/${OPERATOR}/Makefile`).replace(
      'INSTASCALE_VERSION ?= v0.4.0',
      'INSTASCALE_VERSION ?= v.0.0.7',
    )
    const job = await operator({ Makefile: broken })
    await expect(job.run({ versions: 'instascale=v.0.0.7' })).rejects.toMatchObject({ advice: 'Write “v0.0.7”.' })
    await job.run({ versions: 'instascale=v0.4.1' })
    expect(await job.read('Makefile')).toBe(broken.replace('v.0.0.7', 'v0.4.1'))
  })

  test('writes nothing when one place is not as the manifest says', async () => {
    const job = await operator({ 'config/crd/mcad/kustomization.yaml': 'resources: []\n' })
    await expect(job.run({ versions: 'mcad=v1.41.0' })).rejects.toThrow(
      'config/crd/mcad/kustomization.yaml: the remote address “github.com/project-codeflare/multi-cluster-app-dispatcher/config/crd” was not found (form kustomize-ref).',
    )
    expect(await job.read('Makefile')).toBe(example(`repositories/${OPERATOR}/Makefile`))
  })

  test('leaves the names of an ImageStream alone, which a widened sed once overwrote', async () => {
    const job = await distributedWorkloads()
    await job.run({ versions: 'sdk=v0.15.0\noperator=v1.3.0' })
    expect(await job.read('codeflare-stack/base/codeflare-notebook-imagestream.yaml')).toBe(`kind: ImageStream
apiVersion: image.openshift.io/v1
metadata:
  name: codeflare-notebook
  labels:
    opendatahub.io/notebook-image: 'true'
  annotations:
    opendatahub.io/notebook-image-name: "CodeFlare Notebook"
    opendatahub.io/notebook-image-desc: "Custom Jupyter notebook image with codeflare SDK, Python 3.8, Ray 2.1.0 and PyTorch 1.12.1"
spec:
  lookupPolicy:
    local: true
  tags:
    - annotations:
        openshift.io/imported-from: quay.io/project-codeflare/notebook
      name: v0.15.0
      from:
        kind: DockerImage
        name: quay.io/project-codeflare/notebook:v0.15.0
      importPolicy:
            scheduled: true
`)
    expect(await job.read('codeflare-stack/base/params.env')).toBe(
      'codeflare-operator-image=quay.io/project-codeflare/codeflare-operator:v1.3.0\n',
    )
  })

  test('the ImageStream of v0.2.3: what the release made of it is refused, what the repair made of it is ours', async () => {
    const fixture = (name: string) =>
      readFileSync(new URL(`../fixtures/matrix/imagestream/${name}.yaml`, import.meta.url), 'utf8')
    const path = 'codeflare-stack/base/codeflare-notebook-imagestream.yaml'
    const corrupted = await distributedWorkloads({ [path]: fixture('corrupted-v0.2.3') })
    await expect(corrupted.run({ versions: 'sdk=v0.7.1' })).rejects.toThrow(
      `${path}: the image or ImageStream “quay.io/project-codeflare/notebook” was not found (form imagestream).`,
    )
    const before = await distributedWorkloads({ [path]: fixture('before-v0.2.2') })
    await before.run({ versions: 'sdk=v0.7.1' })
    expect(await before.read(path)).toBe(fixture('repaired-v0.2.3'))
  })

  test('writes a whole reference under its name, or under its image’s', async () => {
    const job = await operator()
    const image = 'quay.io/project-codeflare/codeflare-operator:v1.3.0'
    await job.run({ images: `codeflare-operator-controller-image=${image}` })
    expect(await job.read('config/manager/params.env')).toBe(`codeflare-operator-controller-image=${image}\n`)
    await job.run({
      images: `quay.io/project-codeflare/codeflare-operator=quay.io/opendatahub/codeflare-operator:v1.3.0`,
    })
    expect(await job.read('config/manager/params.env')).toContain('=quay.io/opendatahub/codeflare-operator:v1.3.0\n')
    await expect(job.run({ images: 'quay.io/x/y=quay.io/x/y:v1.0.0' })).rejects.toThrow(
      'Nothing to write: the image “quay.io/x/y” is written nowhere in the files that release-train.yaml names',
    )
  })

  test('works where another repository is checked out than the workflow’s own', async () => {
    const job = await distributedWorkloads()
    const elsewhere = { GITHUB_REPOSITORY: OPERATOR }
    await job.run({ versions: 'sdk=v0.15.0', repository: DOWNSTREAM }, elsewhere)
    expect(await job.read('codeflare-stack/base/codeflare-notebook-imagestream.yaml')).toContain('notebook:v0.15.0')
    await job.run({ versions: 'sdk=v0.16.0', repository: 'project-codeflare/distributed-workloads' }, elsewhere)
    expect(await job.read('codeflare-stack/base/codeflare-notebook-imagestream.yaml')).toContain('notebook:v0.16.0')
  })

  test('searches given files for the images of the told components', async () => {
    const deployment = 'spec:\n  containers:\n  - image: quay.io/project-codeflare/mcad-controller:v1.40.0 # tested\n'
    const job = await operator({
      'config/e2e/deployment.yaml': deployment,
      'config/e2e/logo.yaml': '\0quay.io/project-codeflare/mcad-controller',
      'config/e2e/notes.md': 'quay.io/project-codeflare/mcad-controller:v1.40.0\n',
    })
    const { outputs } = await job.run({ versions: 'mcad=v1.41.0', paths: 'config/e2e/**' })
    expect(JSON.parse(outputs['files'] ?? '')).toEqual(['config/e2e/deployment.yaml'])
    expect(await job.read('config/e2e/deployment.yaml')).toBe(deployment.replace('v1.40.0', 'v1.41.0'))
    expect(await job.read('Makefile')).toContain('MCAD_VERSION ?= v1.40.0')
    await expect(job.run({ versions: 'mcad=v1.41.0', paths: 'nowhere/*.yaml' })).rejects.toThrow(
      'Input “paths”: “nowhere/*.yaml” matches no file.',
    )
    await expect(job.run({ versions: 'mcad=v1.41.0', paths: '../Makefile' })).rejects.toThrow('leaves the workspace')
  })

  test('pins images to the digest that the registry has', async () => {
    const job = await distributedWorkloads()
    const quay = await job.world.registry('quay.io')
    const image = buildIndex({ name: 'x', version: 'v1.3.0', revision: 'a'.repeat(40), source: 'https://example.com' })
    quay.push('project-codeflare/codeflare-operator', ['v1.3.0'], image)
    await job.run({ versions: 'operator=v1.3.0', digests: 'true' })
    expect(await job.read('codeflare-stack/base/params.env')).toBe(
      `codeflare-operator-image=quay.io/project-codeflare/codeflare-operator:v1.3.0@${image.digest}\n`,
    )
    await expect(job.run({ versions: 'operator=v1.4.0', digests: 'true' })).rejects.toThrow(
      'quay.io/project-codeflare/codeflare-operator:v1.4.0 was not published, so there is no digest to pin it to.',
    )
    await expect(job.run({ versions: 'operator=v1.4.0' })).rejects.toThrow('is pinned to a digest')
  })

  test('says what is missing', async () => {
    const job = await operator()
    await expect(job.run({})).rejects.toThrow('Neither “versions” nor “images” says what to write.')
    await expect(job.run({ versions: 'sdk=v0.15.0' })).rejects.toThrow(
      'Nothing to write: CodeFlare-SDK is written nowhere',
    )
    await expect(job.run({ versions: 'mcad=v1.41.0\nmcad=v1.42.0' })).rejects.toThrow('gives two versions')
    await expect(job.run({ versions: 'mcad=v1.41.0', repository: 'other' })).rejects.toThrow(
      'Input “repository” is “other”; which repository is checked out cannot be told.',
    )
    await expect(job.run({ versions: 'mcad=v1.41.0' }, { GITHUB_REPOSITORY: 'org/other' })).rejects.toThrow(
      'release-train.yaml: the repository “org/other” is no component and not downstream of this train.',
    )
  })
})
