import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import releasePlan from '../../actions/release-plan/action.ts'
import { renderMarkdown } from '../../packages/action/index.ts'
import { ManifestError } from '../../packages/train/index.ts'
import { buildIndex } from '../../packages/sandbox/index.ts'
import { aJob, type Job, steps } from './jobs.ts'
import { testedAtNight } from './nights.ts'

const OPERATOR = 'project-codeflare/codeflare-operator'
const MCAD = 'project-codeflare/multi-cluster-app-dispatcher'
const INSTASCALE = 'project-codeflare/instascale'
const SDK = 'project-codeflare/codeflare-sdk'
const TORCHX = 'project-codeflare/torchx'
const KUBERAY = 'ray-project/kuberay'
const CATALOG = 'redhat-openshift-ecosystem/community-operators-prod'
const WORKLOADS = 'opendatahub-io/distributed-workloads'

const example = (path: string): string =>
  readFileSync(new URL(`../../examples/codeflare/${path}`, import.meta.url), 'utf8')
const filesOf = (repository: string, ...paths: string[]): Record<string, string> =>
  Object.fromEntries(paths.map((path) => [path, example(`repositories/${repository}/${path}`)]))

const OPERATOR_FILES = filesOf(
  OPERATOR,
  'README.md',
  'Makefile',
  'go.mod',
  'config/manager/params.env',
  'config/crd/mcad/kustomization.yaml',
)
const IMAGES = ['codeflare-operator', 'mcad-controller', 'instascale-controller', 'notebook']

/** CodeFlare after operator v1.2.0, with something new in each component but InstaScale, and KubeRay v1.1.0 out. */
async function codeflare(): Promise<Job> {
  const job = await aJob(releasePlan, OPERATOR, { start: '2024-03-11T10:00:00Z' })
  const { github } = job.world
  const seeds: Record<string, { files: Record<string, string>; tag: string; release?: string }> = {
    [OPERATOR]: { files: OPERATOR_FILES, tag: 'v1.2.0', release: 'Operator 1.2.0: 1.40.0, 0.4.0, 0.14.0, 1.0.0' },
    [MCAD]: { files: { 'README.md': 'MCAD\n' }, tag: 'v1.40.0' },
    [INSTASCALE]: { files: { 'README.md': 'InstaScale\n' }, tag: 'v0.4.0' },
    [SDK]: { files: filesOf(SDK, 'pyproject.toml'), tag: 'v0.14.0' },
    [TORCHX]: { files: { 'README.md': 'TorchX\n' }, tag: 'v0.6.0' },
    [KUBERAY]: { files: { 'README.md': 'KubeRay\n' }, tag: 'v1.0.0' },
    [CATALOG]: {
      files: { 'operators/codeflare-operator/1.2.0/metadata/annotations.yaml': 'annotations: {}\n' },
      tag: 'x',
    },
    [WORKLOADS]: {
      files: filesOf(
        WORKLOADS,
        'README.md',
        'codeflare-stack/base/params.env',
        'codeflare-stack/base/codeflare-notebook-imagestream.yaml',
      ),
      tag: 'v1.2.0',
    },
  }
  for (const [repository, { files, tag, release }] of Object.entries(seeds)) {
    await github.createRepository(repository, { files })
    if (release === undefined) await github.tag(repository, tag)
    else await github.release(repository, { tag, body: release })
  }
  const commit = (repository: string, message: string) =>
    github.commit(repository, 'main', { message, files: { 'CHANGES.md': message } })
  await commit(OPERATOR, 'fix: wait for the webhook')
  await commit(MCAD, 'feat(api): jitter')
  await commit(SDK, 'feat: labels of a cluster')
  await commit(KUBERAY, 'Prepare release v1.1.0')
  await github.release(KUBERAY, { tag: 'v1.1.0' })
  for (const [image, version] of [
    [IMAGES[0], 'v1.2.0'],
    [IMAGES[1], 'v1.40.0'],
    [IMAGES[2], 'v0.4.0'],
    [IMAGES[3], 'v0.14.0'],
  ]) {
    await publish(job, image ?? '', version ?? '', ['stable'])
  }
  await job.checkout({ 'release-train.yaml': example('release-train.yaml') })
  job.world.requests.clear()
  return job
}

async function publish(
  { world }: Job,
  image: string,
  version: string,
  channels: readonly string[] = [],
): Promise<void> {
  const name = `project-codeflare/${image}`
  const source = { name, version, revision: '0'.repeat(40), source: 'https://example.com/source' }
  const registry = await world.registry('quay.io')
  registry.push(name, [version, ...channels], buildIndex(source))
}

const issues = async ({ world }: Job) => {
  const { issues: found = [] } = (await world.github.snapshot())[OPERATOR] ?? {}
  return found.filter(isIssue)
}

interface Issue {
  readonly number: number
  readonly comments: readonly { readonly body: string }[]
}

const isIssue = (value: object): value is Issue => 'number' in value && 'comments' in value

const NOW = { now: '2024-04-05T09:00:00Z' }

describe('release-plan', () => {
  test('finds the next release, and says what each version will be', async () => {
    const job = await codeflare()
    const { changed, outputs, plan, report } = await job.run(NOW, { GITHUB_SERVER_URL: 'https://github.com' })
    expect([changed, plan]).toEqual([false, []])
    expect(outputs).toMatchObject({
      stage: 'components',
      next: 'components',
      done: '[]',
      'blocked-by': '[]',
      frozen: 'false',
      version: 'v1.3.0',
      'version-list': 'operator=v1.3.0\nmcad=v1.41.0\ninstascale=v0.4.0\nsdk=v0.15.0\nkuberay=v1.1.0\ntorchx=v0.6.0',
    })
    expect(JSON.parse(outputs['previous-versions'] ?? '')).toEqual({
      operator: 'v1.2.0',
      mcad: 'v1.40.0',
      instascale: 'v0.4.0',
      sdk: 'v0.14.0',
      kuberay: 'v1.0.0',
    })
    expect(outputs['images']?.split('\n').slice(0, 2)).toEqual([
      'operator=quay.io/project-codeflare/codeflare-operator:dev',
      'mcad=quay.io/project-codeflare/mcad-controller:v1.41.0',
    ])
    expect(JSON.parse(outputs['adoptions'] ?? '')).toEqual([
      {
        id: 'kuberay',
        name: 'KubeRay',
        tag: 'v1.1.0',
        releasedOn: '2024-03-11',
        due: '2024-04-07',
        state: 'due',
      },
    ])
    expect(outputs['matrix']?.split('\n').at(-1)).toBe(
      '| KubeRay                      | [v1.1.0](https://github.com/ray-project/kuberay/releases/tag/v1.1.0)                              |',
    )
    const summary = renderMarkdown(report)
    expect(summary).toContain('## CodeFlare Stack v1.3.0\n\nStep 1 of 8 is next: Components are released.')
    expect(summary).toContain('| KubeRay | v1.0.0 | v1.1.0 ⬆️ | adopts 1.1.0 |')
    expect(summary).toContain('```mermaid\nflowchart LR')
  })

  test('writes nothing and asks for little', async () => {
    const job = await codeflare()
    await job.run(NOW)
    expect(job.writes()).toEqual([])
    const asked = job.world.requests.all.filter(({ service }) => service === 'github')
    expect(asked.length).toBeLessThanOrEqual(60)
    const paths = asked.map(({ method, path, query }) => `${method} ${path}?${query}`)
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([])
  })

  test('asks for nearly nothing again, when nothing has changed', async () => {
    const job = await codeflare()
    const inputs = { ...NOW, 'cache-file': '.release-plan/answers' }
    const first = await job.run(inputs)
    job.world.requests.clear()
    const second = await job.run(inputs)
    expect(second.outputs).toEqual(first.outputs)
    const asked = job.world.requests.all.filter(({ service }) => service === 'github')
    // What is answered by 304 does not count against the rate limit (docs.github.com, "Use conditional requests").
    const counted = asked.filter(({ status }) => status !== 304)
    expect(counted.length).toBeLessThanOrEqual(15)
    // A dry run has nothing to remember; a file of somebody else is no cache.
    await job.checkout({ '.release-plan/answers': 'not ours' })
    await job.run({ ...inputs, 'dry-run': 'true' })
    expect(await job.read('.release-plan/answers')).toBe('not ours')
    expect((await job.run(inputs)).outputs).toEqual(first.outputs)
  })

  test('says when the nights of the leading repository do not come', async () => {
    const job = await codeflare()
    await testedAtNight(job, OPERATOR)
    const { findings } = await job.run(NOW)
    expect(findings.map(({ rule, file }) => `${rule} ${file}`)).toContain(
      'nightly-missed .github/workflows/nightly.yml',
    )
  })

  test('keeps a comment up to date on the issue of the release', async () => {
    const job = await codeflare()
    const inputs = { ...NOW, 'tracking-issue': 'auto' }
    const first = await job.run(inputs)
    expect(steps(first)).toEqual([
      `create tracking issue “Release CodeFlare Stack v1.3.0” of ${OPERATOR}`,
      `create comment on the tracking issue of ${OPERATOR}`,
    ])
    expect(steps(await job.run(inputs))).toEqual([])
    await job.world.github.release(MCAD, { tag: 'v1.41.0' })
    const [issue] = await issues(job)
    const later = await job.run({ ...NOW, 'tracking-issue': String(issue?.number) })
    expect(steps(later)).toEqual([`update comment on issue #${issue?.number} of ${OPERATOR}`])
    const after = await issues(job)
    expect(after).toHaveLength(1)
    expect(after[0]?.comments).toHaveLength(1)
    expect(after[0]?.comments[0]?.body).toContain('CodeFlare Stack v1.3.0')
    expect(after[0]?.comments[0]?.body).toContain('✅ [Multi-Cluster App Dispatcher v1.41.0]')
  })

  test.each<[string, RegExp]>([
    ['77', /Input “tracking-issue”: project-codeflare\/codeflare-operator has no issue #77\./],
    ['mine', /Input “tracking-issue” is “mine”; allowed: the number of an issue, auto\./],
  ])('refuses the tracking issue %s', async (issue, message) => {
    const job = await codeflare()
    await expect(job.run({ ...NOW, 'tracking-issue': issue })).rejects.toThrow(message)
    expect(job.writes()).toEqual([])
  })

  test('tells what was done with links, and which adoptions are due', async () => {
    const job = await codeflare()
    await job.world.github.release(MCAD, { tag: 'v1.41.0' })
    await job.world.github.release(SDK, { tag: 'v0.15.0' })
    await publish(job, 'mcad-controller', 'v1.41.0')
    await publish(job, 'notebook', 'v0.15.0')
    const { outputs } = await job.run(NOW, { GITHUB_SERVER_URL: 'https://github.com' })
    expect(JSON.parse(outputs['done'] ?? '')).toMatchObject([
      {
        step: 'components',
        links: expect.arrayContaining([
          { text: 'Multi-Cluster App Dispatcher v1.41.0', url: `https://github.com/${MCAD}/releases/tag/v1.41.0` },
        ]) as unknown,
      },
    ])
    expect(JSON.parse(outputs['adoptions'] ?? '')).toMatchObject([{ id: 'kuberay', tag: 'v1.1.0', state: 'due' }])
  })

  test('goes on where the world stands: released, merged, tagged, published, promoted', async () => {
    const job = await codeflare()
    const { github } = job.world
    const stage = async () => {
      const { outputs } = await job.run(NOW)
      return [outputs['version'], outputs['stage'], outputs['next']]
    }

    await github.release(MCAD, { tag: 'v1.41.0' })
    await github.release(SDK, { tag: 'v0.15.0' })
    expect(await stage()).toEqual(['v1.3.0', 'components', 'components'])
    await publish(job, 'mcad-controller', 'v1.41.0')
    await publish(job, 'notebook', 'v0.15.0')
    expect(await stage()).toEqual(['v1.3.0', 'references', 'references'])

    const edited = (path: string, ...edits: readonly (readonly [string, string])[]): string =>
      edits.reduce((text, [from, to]) => text.replaceAll(from, to), OPERATOR_FILES[path] ?? '')
    const lock = { file: 'x.yaml', repository: MCAD, ref: 'v1.41.0', commit: null, path: 'config/crd/bases/x.yaml' }
    await github.commit(OPERATOR, 'main', {
      message: 'chore: take in the components',
      files: {
        'config/manager/params.env': edited('config/manager/params.env', ['v1.2.0', 'v1.3.0']),
        Makefile: edited(
          'Makefile',
          ['v1.40.0', 'v1.41.0'],
          ['KUBERAY_VERSION ?= v1.0.0', 'KUBERAY_VERSION ?= v1.1.0'],
        ),
        'go.mod': edited('go.mod', ['v1.40.0', 'v1.41.0'], ['ray-operator v1.0.0', 'ray-operator v1.1.0']),
        'config/crd/mcad/kustomization.yaml': edited('config/crd/mcad/kustomization.yaml', ['v1.40.0', 'v1.41.0']),
        'config/crd/crds.lock.yaml': JSON.stringify({
          lock: 1,
          crds: { 'x.example.com': { ...lock, blob: null, digest: 'sha256:0', versions: ['v1'] } },
          'stored-versions': {},
        }),
      },
    })
    expect(await stage()).toEqual(['v1.3.0', 'bundle', 'bundle'])

    const readme = edited(
      'README.md',
      ['v1.2.0', 'v1.3.0'],
      ['v1.40.0', 'v1.41.0'],
      ['v0.14.0', 'v0.15.0'],
      ['v1.0.0', 'v1.1.0'],
    )
    const csv = 'spec:\n  version: 1.3.0\n'
    await github.commit(OPERATOR, 'main', {
      message: 'docs: matrix',
      files: { 'README.md': readme, 'bundle/manifests/codeflare-operator.clusterserviceversion.yaml': csv },
    })
    expect(await stage()).toEqual(['v1.3.0', 'tag', 'tag'])

    await github.release(OPERATOR, { tag: 'v1.3.0', body: '1.3.0 1.41.0 0.4.0 0.15.0 1.1.0' })
    await publish(job, 'codeflare-operator', 'v1.3.0')
    expect(await stage()).toEqual(['v1.3.0', 'catalog', 'catalog'])

    await github.commit(CATALOG, 'codeflare-operator-1.3.0', {
      message: 'operator codeflare-operator (1.3.0)',
      files: { 'operators/codeflare-operator/1.3.0/metadata/annotations.yaml': 'annotations: {}\n' },
    })
    const head = 'codeflare-operator-1.3.0'
    const number = await github.pullRequest(CATALOG, { title: 'operator codeflare-operator (1.3.0)', head })
    expect(await stage()).toEqual(['v1.3.0', 'stable', ''])
    await github.mergePullRequest(CATALOG, number)
    expect(await stage()).toEqual(['v1.3.0', 'stable', 'stable'])
    const { outputs } = await job.run(NOW)
    expect(outputs['stable-images']?.split('\n')).toEqual([
      'quay.io/project-codeflare/codeflare-operator:v1.3.0 => stable',
      'quay.io/project-codeflare/mcad-controller:v1.41.0 => stable',
      'quay.io/project-codeflare/instascale-controller:v0.4.0 => stable',
      'quay.io/project-codeflare/notebook:v0.15.0 => stable',
    ])
    expect(JSON.parse(outputs['downstream'] ?? '')).toEqual([
      {
        name: 'Distributed Workloads',
        repository: WORKLOADS,
        branch: 'main',
        file: 'README.md',
        section: 'Compatibility Matrix',
      },
    ])

    await publish(job, 'codeflare-operator', 'v1.3.0', ['stable'])
    await publish(job, 'mcad-controller', 'v1.41.0', ['stable'])
    await publish(job, 'notebook', 'v0.15.0', ['stable'])
    expect(await stage()).toEqual(['v1.3.0', 'announce', 'announce'])
  })

  test('is held up by a freeze, unless told to ignore it', async () => {
    const job = await codeflare()
    const frozen = await job.run({ now: '2024-04-06' })
    expect(frozen.outputs).toMatchObject({ stage: 'components', next: '', frozen: 'true' })
    expect(frozen.findings.map(({ message }) => message)).toContain('Sprint 3 is frozen until 2024-04-07.')
    const ignored = await job.run({ now: '2024-04-06', 'ignore-freeze': 'true' })
    expect(ignored.outputs).toMatchObject({ next: 'components', frozen: 'true', 'blocked-by': '[]' })
  })

  test('plans a hotfix from the branch of its line', async () => {
    const job = await codeflare()
    await job.world.github.branch(OPERATOR, 'release-1.2', 'v1.2.0')
    await job.world.github.commit(OPERATOR, 'release-1.2', { message: 'fix: critical', files: { 'fix.txt': 'x' } })
    const { outputs } = await job.run({ ...NOW, hotfix: 'true' })
    expect(outputs).toMatchObject({ version: 'v1.2.1', stage: 'references' })
    expect(JSON.parse(outputs['versions'] ?? '')).toMatchObject({ mcad: 'v1.40.0', kuberay: 'v1.0.0' })
  })

  test('says which component is not there', async () => {
    const job = await codeflare()
    const manifest = example('release-train.yaml')
    await job.checkout({ 'release-train.yaml': manifest.replace(`repository: ${INSTASCALE}`, 'repository: acme/gone') })
    const { outputs } = await job.run(NOW)
    expect(JSON.parse(outputs['blocked-by'] ?? '')).toEqual([
      {
        step: 'components',
        message: 'acme/gone has no branch “main”, or this token cannot see it.',
        advice: 'Correct “repository” or “branch” in the manifest, or give a token that may read it.',
        url: null,
      },
    ])
  })

  test.each<[string, Record<string, string>, RegExp]>([
    ['a time that is none', { now: 'tomorrow' }, /Input “now”: “tomorrow” is no time/],
    ['a version that is none', { version: 'v.0.0.7' }, /Input “version”: “v\.0\.0\.7” is not a semantic version/],
    ['a line that is none', { line: 'one' }, /Input “line”: “one” is no release line/],
    ['a manifest that is not there', { manifest: 'other.yaml' }, /There is no manifest: other\.yaml not found/],
  ])('refuses %s before it asks anything', async (_, inputs, message) => {
    const job = await codeflare()
    await expect(job.run({ ...NOW, ...inputs })).rejects.toThrow(message)
    expect(job.world.requests.all).toEqual([])
  })

  test('refuses a manifest that is wrong with all that is wrong', async () => {
    const job = await codeflare()
    await job.checkout({ 'release-train.yaml': 'train: Demo\n' })
    await expect(job.run(NOW)).rejects.toThrow(ManifestError)
  })
})
