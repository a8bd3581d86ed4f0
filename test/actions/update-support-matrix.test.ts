import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import updateSupportMatrix from '../../actions/update-support-matrix/action.ts'
import { renderMarkdown } from '../../packages/action/index.ts'
import { aJob, type Job, steps } from './jobs.ts'

const OPERATOR = 'project-codeflare/codeflare-operator'
const FILES = ['README.md', 'Makefile', 'go.mod', 'config/manager/params.env', 'config/crd/mcad/kustomization.yaml']

const example = (path: string): string =>
  readFileSync(new URL(`../../examples/codeflare/${path}`, import.meta.url), 'utf8')

const TAGS: Readonly<Record<string, readonly string[]>> = {
  'project-codeflare/multi-cluster-app-dispatcher': ['v1.40.0', 'v1.41.0'],
  'project-codeflare/instascale': ['v0.4.0'],
  'project-codeflare/codeflare-sdk': ['v0.14.0', 'v0.15.0'],
  'project-codeflare/torchx': ['v0.6.0'],
  'ray-project/kuberay': ['v1.0.0', 'v1.1.0'],
}

/** The operator at v1.2.0, as it was, and the repositories whose tags its matrix names. */
async function operator(): Promise<Job> {
  const job = await aJob(updateSupportMatrix, OPERATOR)
  for (const [repository, tags] of Object.entries({ [OPERATOR]: [], ...TAGS })) {
    await job.world.github.createRepository(repository, { files: { 'README.md': `${repository}\n` } })
    for (const tag of tags) await job.world.github.tag(repository, tag, {})
  }
  await job.checkout({
    'release-train.yaml': example('release-train.yaml'),
    ...Object.fromEntries(FILES.map((file) => [file, example(`repositories/${OPERATOR}/${file}`)])),
  })
  return job
}

const NEXT = 'operator=v1.3.0\nsdk=v0.15.0\ntorchx=v0.6.0'

describe('update-support-matrix', () => {
  test('writes the matrix of a release: TorchX under the SDK, links that work, straight columns', async () => {
    const job = await operator()
    const { outputs, findings, report, ...run } = await job.run(
      { versions: NEXT },
      { GITHUB_SERVER_URL: 'https://github.com' },
    )
    expect(steps({ ...run, outputs, findings, report })).toEqual(['update file README.md'])
    const expected = `| Component                    | Version                                                                                           |
|------------------------------|---------------------------------------------------------------------------------------------------|
| CodeFlare Operator           | [v1.3.0](https://github.com/project-codeflare/codeflare-operator/releases/tag/v1.3.0)             |
| Multi-Cluster App Dispatcher | [v1.40.0](https://github.com/project-codeflare/multi-cluster-app-dispatcher/releases/tag/v1.40.0) |
| CodeFlare-SDK                | [v0.15.0](https://github.com/project-codeflare/codeflare-sdk/releases/tag/v0.15.0)                |
| TorchX                       | [v0.6.0](https://github.com/project-codeflare/torchx/releases/tag/v0.6.0)                         |
| CodeFlare Notebook           | [v0.15.0](https://github.com/project-codeflare/codeflare-sdk/releases/tag/v0.15.0)                |
| InstaScale                   | [v0.4.0](https://github.com/project-codeflare/instascale/releases/tag/v0.4.0)                     |
| KubeRay                      | [v1.0.0](https://github.com/ray-project/kuberay/releases/tag/v1.0.0)                              |`
    expect(outputs['matrix']).toBe(expected)
    const before = example(`repositories/${OPERATOR}/README.md`)
    const [start, end] = [before.indexOf('| Component'), before.indexOf('\n<!-- Compatibility Matrix end')]
    expect(await job.read('README.md')).toBe(before.slice(0, start) + expected + before.slice(end))
    expect(JSON.parse(outputs['versions'] ?? '')).toEqual({
      operator: 'v1.3.0',
      mcad: 'v1.40.0',
      sdk: 'v0.15.0',
      torchx: 'v0.6.0',
      instascale: 'v0.4.0',
      kuberay: 'v1.0.0',
    })
    expect(JSON.parse(outputs['inconsistencies'] ?? '')).toMatchObject([
      { rule: 'source-differs', file: 'config/manager/params.env', line: 1, before: 'v1.2.0', after: 'v1.3.0' },
    ])
    expect(renderMarkdown(report)).toContain('CodeFlare-SDK')
    const second = await job.run({ versions: NEXT }, { GITHUB_SERVER_URL: 'https://github.com' })
    expect(second.changed).toBe(false)
  })

  test('refuses a version that was never released, and writes nothing', async () => {
    const job = await operator()
    const { refusal, outputs } = await job.run({ versions: `${NEXT}\nkuberay=v1.9.0` })
    expect(refusal?.message).toBe('KubeRay v1.9.0 (the input “versions”): ray-project/kuberay has no tag “v1.9.0”.')
    expect(outputs['changed']).toBe('false')
    expect(await job.read('README.md')).toBe(example(`repositories/${OPERATOR}/README.md`))
    const trusting = await job.run({
      versions: `${NEXT}\nkuberay=v1.9.0`,
      verify: 'false',
      sources: 'false',
      'dry-run': 'true',
    })
    expect([trusting.refusal, trusting.changed]).toEqual([undefined, true])
  })

  test('in mode check, passes what update wrote once everything agrees, and fails on what does not', async () => {
    const job = await operator()
    const old = await job.run({ mode: 'check' })
    expect(old.findings.map(({ rule, line }) => `${rule} ${line ?? 0}`)).toEqual([
      'misaligned-table 9',
      'missing-component 9',
      'missing-component 9',
      'dead-link 15',
    ])
    expect(old.refusal?.message).toBe('TorchX has no row in the matrix. And 2 more.')
    await job.run({ versions: NEXT.replace('v1.3.0', 'v1.2.0') })
    const after = await job.run({ mode: 'check' })
    expect([after.findings, after.refusal]).toEqual([[], undefined])
  })

  test('puts the matrix into release notes too', async () => {
    const job = await operator()
    await job.checkout({ 'notes.md': 'Notes.\n' })
    const { outputs } = await job.run({ versions: NEXT, 'notes-file': 'notes.md' })
    expect(await job.read('notes.md')).toBe(`Notes.\n\n## Compatibility Matrix\n\n${outputs['matrix'] ?? ''}\n`)
  })

  test('in mode check, compares with the release before, as nobody did for v1.3.1', async () => {
    const job = await operator()
    const matrix = (version: string, kuberay: string) =>
      example(`repositories/${OPERATOR}/README.md`)
        .replaceAll('v1.2.0', version)
        .replaceAll('kuberay/releases/tag/v1.0.0', `kuberay/releases/tag/${kuberay}`)
        .replace(
          '[v1.0.0](https://github.com/opendatahub-io/kuberay',
          `[${kuberay}](https://github.com/ray-project/kuberay`,
        )
    await job.world.github.commit(OPERATOR, 'main', {
      message: 'docs: support matrix of v1.3.0',
      author: 'ada',
      files: { 'README.md': matrix('v1.3.0', 'v1.1.0') },
    })
    await job.world.github.tag(OPERATOR, 'v1.3.0', {})
    await job.checkout({ 'README.md': matrix('v1.3.1', 'v1.0.0') })
    const { findings } = await job.run({ mode: 'check' })
    expect(findings.filter(({ rule }) => rule === 'went-backwards')).toMatchObject([
      { message: 'The matrix says KubeRay v1.0.0; release v1.3.0 said v1.1.0 already.', file: 'README.md', line: 15 },
    ])
    const meant = await job.run({ mode: 'check', downgrades: 'kuberay' })
    expect(meant.findings.map(({ rule }) => rule)).not.toContain('went-backwards')
    const unverified = await job.run({ mode: 'check', verify: 'false' })
    expect(unverified.findings.map(({ rule }) => rule)).not.toContain('went-backwards')
  })

  test('refuses a path that leaves the checkout', async () => {
    const job = await operator()
    await expect(job.run({ file: '../README.md' })).rejects.toThrow('leaves the workspace')
    await expect(job.run({ file: 'GONE.md' })).rejects.toThrow('GONE.md: the file does not exist')
  })
})
