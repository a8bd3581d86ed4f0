import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { drawChannels, githubCatalog, placeBundle, readOperator } from '../../../packages/bundle/index.ts'
import { GitHub } from '../../../packages/github/index.ts'
import { openWorld, type World } from '../../../packages/sandbox/index.ts'
import { publishedBundle } from '../../scenes/gen-bundle.ts'
import { CATALOG } from '../../scenes/submit-bundle.ts'

const [owner = '', repo = ''] = CATALOG.split('/')

async function aCatalog(files: Readonly<Record<string, string>>): Promise<{ world: World; github: GitHub }> {
  const directory = await mkdtemp(join(tmpdir(), 'catalog-'))
  const world = await openWorld({ directory })
  onTestFinished(async () => {
    await world.close()
    await rm(directory, { recursive: true, force: true })
  })
  await world.github.createRepository(CATALOG, { files: { 'README.md': 'Operators\n', ...files } })
  return { world, github: new GitHub({ token: 'ghs_sandbox', environment: world.environment() }) }
}

const CI = { 'operators/codeflare-operator/ci.yaml': 'updateGraph: replaces-mode\n' }
const fresh = {
  name: 'codeflare-operator.v1.3.0',
  version: '1.3.0',
  package: 'codeflare-operator',
  channels: ['alpha'],
  defaultChannel: null,
  skipRange: null,
  minKubeVersion: null,
  openshiftVersions: null,
}

describe('an operator of a catalog repository', () => {
  it('is its published bundles, its ci.yaml, and what open pull requests of others add', async () => {
    const { world, github } = await aCatalog({
      ...CI,
      ...publishedBundle('1.1.0', null),
      ...publishedBundle('1.2.0', '1.1.0', 'alpha,stable'),
      // A copy gone wrong: the catalog does not take it for a bundle.
      'operators/codeflare-operator/1.2.5/bundle/manifests/x.yaml': 'a: b\n',
      'operators/other/1.0.0/manifests/x.clusterserviceversion.yaml': 'kind: ClusterServiceVersion\n',
    })
    world.github.fork(CATALOG, 'colleague')
    await world.github.commit(`colleague/${repo}`, 'hotfix', {
      message: 'operator',
      files: publishedBundle('1.2.1', '1.2.0'),
    })
    const number = await world.github.pullRequest(CATALOG, {
      title: 'operator codeflare-operator (1.2.1)',
      head: 'colleague:hotfix',
    })
    await world.github.commit(`colleague/${repo}`, 'another', {
      message: 'other',
      files: publishedBundle('9.9.9', null),
    })
    await world.github.pullRequest(CATALOG, { title: 'operator other (1.0.1)', head: 'colleague:another' })

    const operator = await readOperator(await githubCatalog(github, { owner, repo }), 'codeflare-operator')
    expect(
      operator.bundles.map(({ directory, name, replaces, channels }) => ({ directory, name, replaces, channels })),
    ).toEqual([
      { directory: '1.1.0', name: 'codeflare-operator.v1.1.0', replaces: null, channels: ['alpha'] },
      {
        directory: '1.2.0',
        name: 'codeflare-operator.v1.2.0',
        replaces: 'codeflare-operator.v1.1.0',
        channels: ['alpha', 'stable'],
      },
    ])
    expect(operator.pending.map(({ bundle, pull }) => [bundle.name, pull.number])).toEqual([
      ['codeflare-operator.v1.2.1', number],
    ])
    expect(operator.ci).toEqual({ updateGraph: 'replaces-mode' })
    expect(operator.unseen).toEqual(['1.2.5'])
    expect(placeBundle(fresh, operator)).toMatchObject({
      replaces: 'codeflare-operator.v1.2.0',
      skips: ['codeflare-operator.v1.2.1'],
    })
  })

  it('asks only for its own files, however large the catalog is', async () => {
    const { world, github } = await aCatalog({
      ...CI,
      ...publishedBundle('1.2.0', null),
      ...Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`operators/o${index}/x`, 'y'])),
    })
    await readOperator(await githubCatalog(github, { owner, repo }, 'main'), 'codeflare-operator')
    const asked = world.requests.lines().filter((line) => line.includes('/git/blobs/'))
    expect(asked).toHaveLength(3)
  })

  it('has no bundles where the catalog does not know it', async () => {
    const { github } = await aCatalog({})
    const operator = await readOperator(await githubCatalog(github, { owner, repo }), 'codeflare-operator')
    expect(operator).toMatchObject({ bundles: [], pending: [], ci: null, unseen: [] })
    expect(placeBundle(fresh, operator).replaces).toBeNull()
  })

  it('is read although a bundle of it cannot be', async () => {
    const { github } = await aCatalog({
      ...CI,
      ...publishedBundle('1.2.0', null),
      'operators/codeflare-operator/0.9.0/manifests/x.clusterserviceversion.yaml': ': [\n',
      'operators/codeflare-operator/0.9.0/metadata/annotations.yaml':
        'annotations:\n  operators.operatorframework.io.bundle.channels.v1: alpha\n',
      'operators/codeflare-operator/0.8.0/manifests/x.yaml': 'a: b\n',
      'operators/codeflare-operator/0.8.0/metadata/x': '',
    })
    const operator = await readOperator(await githubCatalog(github, { owner, repo }), 'codeflare-operator')
    expect(operator.bundles.map(({ directory, name }) => [directory, name])).toEqual([
      ['0.8.0', ''],
      ['0.9.0', ''],
      ['1.2.0', 'codeflare-operator.v1.2.0'],
    ])
  })

  it('names a branch that is not there, and a name that would be another path', async () => {
    const { github } = await aCatalog(CI)
    await expect(githubCatalog(github, { owner, repo }, 'nope')).rejects.toThrow('has no branch “nope”')
    await expect(readOperator(await githubCatalog(github, { owner, repo }), '../x')).rejects.toThrow(
      'is no name of an operator',
    )
  })
})

describe('the drawing of a channel', () => {
  const bundle = (version: string, replaces: string | null, more = {}) => ({
    ...fresh,
    directory: version,
    name: `op.v${version}`,
    version,
    replaces,
    skips: [],
    ...more,
  })
  const drawn = (...[last, ...others]: [ReturnType<typeof bundle>, ...ReturnType<typeof bundle>[]]): string =>
    JSON.stringify(drawChannels(last, others, 'replaces-mode'))

  it('shows the head, the new bundle, what dangles, and which way an update comes', () => {
    const text = drawn(
      bundle('1.1.0', 'op.v1.0.0', { skips: ['op.v1.0.1'] }),
      bundle('1.0.0', null),
      bundle('1.0.1', 'op.v1.0.0'),
      bundle('0.9.0', null),
    )
    expect(text).toContain('[\\"1.1.0 (head)\\"]:::new')
    expect(text).toContain('[\\"0.9.0\\"]:::dangling')
    expect(text).toContain('b1 --> b3')
    expect(text).toContain('b2 -.-> b3')
  })

  it('leaves out the oldest of a long one, and says so', () => {
    const chain = Array.from({ length: 40 }, (_, index) =>
      bundle(`1.${index}.0`, index === 0 ? null : `op.v1.${index - 1}.0`),
    )
    const text = drawn(bundle('1.40.0', 'op.v1.39.0'), ...chain)
    expect(text).toContain('25 older bundles are not drawn.')
    expect(text).not.toContain('1.3.0\\"')
  })

  it('escapes what a hostile version would do to the chart', () => {
    expect(drawn(bundle('1.0.0-"]click', null))).not.toContain('"]click')
  })

  it('says why a channel cannot be drawn', () => {
    expect(drawn(bundle('1.1.0', ''), bundle('1.0.0', null))).toContain("has invalid 'replaces' field")
  })
})
