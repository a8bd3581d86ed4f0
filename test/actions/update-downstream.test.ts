import { describe, expect, test } from 'vitest'
import updateDownstream from '../../actions/update-downstream/action.ts'
import { renderMarkdown } from '../../packages/action/index.ts'
import { buildIndex } from '../../packages/sandbox/index.ts'
import { aJob, type Job, steps } from './jobs.ts'

const OPERATOR = 'org/operator'
const SDK = 'org/sdk'
const WORKLOADS = 'odh/workloads'
const NOTEBOOKS = 'odh/notebooks'

const MANIFEST = `train: stack
title: The Stack
components:
  operator:
    name: Operator
    repository: ${OPERATOR}
    leads: true
    images: [{ name: quay.io/org/operator, channels: [stable] }]
  sdk:
    name: SDK
    repository: ${SDK}
downstream:
  - name: Workloads
    repository: ${WORKLOADS}
    within-days: 7
    versions:
      - { of: operator, file: stack/params.env, form: params-env, key: operator-image }
      - { of: sdk, file: stack/VERSION, form: version-file }
    matrix: { file: README.md, section: Compatibility Matrix }
  - name: Notebooks
    repository: ${NOTEBOOKS}
    branch: develop
    within-days: 7
    versions:
      - { of: sdk, file: requirements.txt, form: requirements, key: org-sdk }
`
const README = `# Workloads

Since v1.2.0 in prose.

<!-- Compatibility Matrix start -->
| Component | Version |
| --- | --- |
| Operator | [v1.2.0](https://github.com/${OPERATOR}/releases/tag/v1.2.0) |
| SDK | [v0.14.0](https://github.com/${SDK}/releases/tag/v0.14.0) |
<!-- Compatibility Matrix end -->
`
const VERSIONS = 'operator=v1.3.0\nsdk=v0.15.0'

async function aRelease(): Promise<Job> {
  const job = await aJob(updateDownstream, OPERATOR)
  const { github } = job.world
  for (const [repository, tag] of [
    [OPERATOR, 'v1.3.0'],
    [SDK, 'v0.15.0'],
  ] as const) {
    await github.createRepository(repository, { files: { 'README.md': 'Ours\n' } })
    await github.tag(repository, tag)
  }
  await github.createRepository(WORKLOADS, {
    files: {
      'README.md': README,
      'stack/params.env': '# ours\r\noperator-image=quay.io/org/operator:v1.2.0\r\n',
      'stack/VERSION': 'v0.14.0\n',
      'stack/other.yaml': 'image: quay.io/org/operator:v1.2.0\n',
    },
    executables: ['stack/params.env'],
  })
  await github.createRepository(NOTEBOOKS, {
    defaultBranch: 'develop',
    files: { 'requirements.txt': 'org-sdk==0.14.0\nnumpy==1.0\n' },
  })
  await job.checkout({ 'release-train.yaml': MANIFEST })
  return job
}

const read = async (job: Job, repository: string, ref: string, path: string): Promise<string | undefined> =>
  (await job.world.github.readFile(repository, ref, path))?.toString()

async function merge(job: Job, repository: string, number: number): Promise<void> {
  const url = `${job.world.github.url}/api/v3/repos/${repository}/pulls/${number}/merge`
  const { ok } = await fetch(url, { method: 'PUT', headers: { authorization: 'Bearer maintainer' } })
  expect(ok).toBe(true)
}

const pullsOf = (text: string | undefined): unknown => JSON.parse(text ?? '')

describe('update-downstream', () => {
  test('proposes the release to everybody, each in one pull request, and clones nothing', async () => {
    const job = await aRelease()
    const execution = await job.run({ versions: VERSIONS, labels: 'release' })
    expect(pullsOf(execution.outputs['pull-requests'])).toMatchObject([
      {
        name: 'Workloads',
        repository: WORKLOADS,
        number: 1,
        state: 'open',
        files: ['README.md', 'stack/VERSION', 'stack/params.env'],
      },
      { name: 'Notebooks', repository: NOTEBOOKS, number: 1, state: 'open', files: ['requirements.txt'] },
    ])
    const branch = 'release/v1.3.0'
    expect(await read(job, WORKLOADS, branch, 'stack/params.env')).toBe(
      '# ours\r\noperator-image=quay.io/org/operator:v1.3.0\r\n',
    )
    expect(await read(job, WORKLOADS, branch, 'stack/VERSION')).toBe('v0.15.0\n')
    expect(await read(job, WORKLOADS, branch, 'stack/other.yaml')).toBe('image: quay.io/org/operator:v1.2.0\n')
    const readme = await read(job, WORKLOADS, branch, 'README.md')
    expect(readme).toContain('Since v1.2.0 in prose.')
    expect(readme).toMatch(/\| Operator +\| \[v1\.3\.0\]/)
    expect(await read(job, NOTEBOOKS, branch, 'requirements.txt')).toBe('org-sdk==0.15.0\nnumpy==1.0\n')
    expect(await read(job, NOTEBOOKS, 'develop', 'requirements.txt')).toBe('org-sdk==0.14.0\nnumpy==1.0\n')

    const answer = await fetch(`${job.world.github.url}/api/v3/repos/${WORKLOADS}/pulls/1`)
    const text = await answer.text()
    expect(text).toContain(String.raw`"body":"The versions of The Stack v1.3.0:\n\n| Component`)
    expect(JSON.parse(text)).toMatchObject({
      title: 'chore: update The Stack to v1.3.0',
      labels: [{ name: 'release' }],
      base: { ref: 'main' },
    })
    const summary = renderMarkdown(execution.report)
    expect(summary).toContain('Notebooks')
    expect(summary).toContain('v0.15.0')
    // Nothing of git's own protocol.
    expect(job.world.requests.all.filter(({ path }) => /info\/refs|git-upload-pack/.test(path))).toEqual([])
  })

  test('again finds nothing to do, and nothing after the merge', async () => {
    const job = await aRelease()
    const first = await job.run({ versions: VERSIONS })
    job.world.requests.clear()
    const again = await job.run({ versions: VERSIONS })
    expect(again.changed).toBe(false)
    expect(job.writes()).toEqual([])
    expect(again.outputs['pull-requests']).toBe(first.outputs['pull-requests'])
    await merge(job, WORKLOADS, 1)
    const merged = await job.run({ versions: VERSIONS })
    expect(merged.changed).toBe(false)
    expect(pullsOf(merged.outputs['pull-requests'])).toMatchObject([{ state: 'merged', files: [] }, { state: 'open' }])
  })

  test('one of them alone, by name or by repository, from a fork, with pinned images', async () => {
    const job = await aRelease()
    const registry = await job.world.registry('quay.io')
    const image = buildIndex({
      name: 'org/operator',
      version: 'v1.3.0',
      revision: '0'.repeat(40),
      source: `https://github.com/${OPERATOR}`,
    })
    registry.push('org/operator', ['v1.3.0'], image)
    const { outputs } = await job.run({
      versions: VERSIONS,
      downstream: WORKLOADS,
      'fork-owner': 'release-manager',
      digests: 'true',
      title: 'Stack 1.3',
      body: 'By hand.',
      branch: 'stack-1.3',
    })
    expect(pullsOf(outputs['pull-requests'])).toMatchObject([{ name: 'Workloads', number: 1 }])
    expect(await read(job, 'release-manager/workloads', 'stack-1.3', 'stack/params.env')).toContain(
      `quay.io/org/operator:v1.3.0@${image.digest}`,
    )
  })

  test('in a dry run writes nothing and tells the same', async () => {
    const job = await aRelease()
    const dry = await job.run({ versions: VERSIONS, 'dry-run': 'true' })
    expect(job.writes()).toEqual([])
    expect(steps(dry)).toEqual(steps(await job.run({ versions: VERSIONS })))
  })

  test('what somebody else changes meanwhile stays when it is merged', async () => {
    const job = await aRelease()
    await job.run({ versions: VERSIONS })
    await job.world.github.commit(WORKLOADS, 'main', {
      message: 'docs: more',
      files: { 'README.md': `${README}\nMore.\n` },
    })
    await merge(job, WORKLOADS, 1)
    const readme = await read(job, WORKLOADS, 'main', 'README.md')
    expect(readme).toContain('\nMore.\n')
    expect(readme).toContain('[v1.3.0]')
  })

  test.each([
    ['no version at all', { versions: '' }, /^Input “versions” does not say the version of Operator/],
    ['a version that is a channel', { versions: 'operator=stable' }, /“stable” moves/],
    [
      'a downstream that nobody knows',
      { versions: VERSIONS, downstream: 'Workload' },
      /^Input “downstream”: “Workload” is not downstream of the train “stack”\.$/,
    ],
    [
      'a version that is no tag',
      { versions: 'operator=v1.9.0\nsdk=v0.15.0' },
      /^Workloads \(odh\/workloads, README\.md\): .*v1\.9\.0/,
    ],
    [
      'a version that goes back',
      { versions: 'operator=v1.1.0\nsdk=v0.15.0', verify: 'false' },
      /^Workloads \(odh\/workloads.*\): /,
    ],
    ['text and a file with it', { versions: VERSIONS, body: 'a', 'body-file': 'b' }, /both say what the text is/],
  ])('refuses %s, and proposes nothing to anybody', async (_, inputs, message) => {
    const job = await aRelease()
    await expect(job.run(inputs)).rejects.toThrow(message)
    expect(job.writes()).toEqual([])
  })

  test('refuses all when one repository is not as the manifest says', async () => {
    const job = await aRelease()
    await job.world.github.commit(NOTEBOOKS, 'develop', { message: 'chore: uv', deletions: ['requirements.txt'] })
    await expect(job.run({ versions: VERSIONS })).rejects.toThrow(
      'Notebooks (odh/notebooks): requirements.txt: the file does not exist, and a version should be written in it.',
    )
    expect(job.writes()).toEqual([])
  })

  test('a train without anybody downstream has nothing to do', async () => {
    const job = await aRelease()
    await job.checkout({ 'release-train.yaml': MANIFEST.slice(0, MANIFEST.indexOf('downstream:')) })
    const { changed, report } = await job.run({ versions: VERSIONS })
    expect(changed).toBe(false)
    expect(renderMarkdown(report)).toContain('release-train.yaml names no downstream repository.')
  })
})
