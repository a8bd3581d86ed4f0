import { describe, expect, test } from 'vitest'
import { sync } from '../../../packages/crds/index.ts'
import { readSource } from '../../../packages/crds/sync/read-source.ts'
import { parseSource } from '../../../packages/crds/sync/source.ts'
import { apply } from '../../../packages/plan/index.ts'
import { checkout, crd, like, MemoryRemote, options } from './world.ts'

const REMOTE = {
  'o/r@v1': {
    'config/crd/kustomization.yaml': 'resources:\n- bases/a.yaml\n- ../more\npatches:\n- path: p.yaml\n',
    'config/crd/bases/a.yaml': crd(),
    'config/crd/bases/unlisted.yaml': crd({ plural: 'unlisted' }),
    'config/more/kustomization.yml': 'resources: [b.yaml]\n',
    'config/more/b.yaml': crd({ plural: 'gadgets' }),
    'circle/kustomization.yaml': 'resources:\n- https://github.com/o/r//circle?ref=v1\n',
    'away/kustomization.yaml': 'resources:\n- ../../etc\n',
    'gone/kustomization.yaml': 'resources:\n- c.yaml\n',
    'strange/kustomization.yaml': 'resources:\n- https://example.com/x.yaml?ref=1\n',
  },
  'o/operator@main': {
    'crd/kustomization.yaml': 'resources:\n- github.com/o/r//config/more?ref=v1\n',
  },
}

async function read(source: string) {
  return readSource(parseSource(source), await checkout({}), new MemoryRemote(REMOTE))
}

describe('a kustomization as a source', () => {
  test.each(['o/r@v1:config/crd', 'o/r@v1:config/crd/kustomization.yaml'])('%s gives what it lists', async (source) => {
    const { files, findings } = await read(source)
    expect(files.map(({ origin }) => origin.path)).toEqual(['config/crd/bases/a.yaml', 'config/more/b.yaml'])
    expect(findings).toMatchObject([
      { severity: 'warning', rule: 'kustomization-not-applied', message: like(/has patches/) },
    ])
  })

  test('one that lists another repository is followed there', async () => {
    const { files } = await read('o/operator@main:crd')
    expect(files.map(({ origin }) => origin)).toMatchObject([
      { path: 'config/more/b.yaml', source: { repository: 'o/r', ref: 'v1' } },
    ])
  })

  test.each([
    ['a circle', 'circle', /circle/],
    ['what lies outside', 'away', /outside the repository/],
    ['what is not there', 'gone', /lists “gone\/c\.yaml”, which is not there/],
    ['what is no repository', 'strange', /is not a path of a GitHub repository/],
  ])('%s is refused in words', async (_, path, message) => {
    await expect(read(`o/r@v1:${path}`)).rejects.toMatchObject({ name: 'UserError', message: like(message) })
  })
})

describe('a check when nothing moved', () => {
  test('asks what the tag names, and nothing else; a commit is not even asked for', async () => {
    const workspace = await checkout({})
    const remote = new MemoryRemote({ 'o/r@v1.0.0': { 'crd/a.yaml': crd(), 'crd/b.yaml': crd({ plural: 'gadgets' }) } })
    const given = options({ sources: ['o/r@v1.0.0:crd'] })
    await apply((await sync(given, workspace, remote)).changes)
    remote.requests.length = 0
    expect((await sync({ ...given, mode: 'check' }, workspace, remote)).refusal).toBeUndefined()
    expect(remote.requests).toEqual(['resolve o/r@v1.0.0'])
  })
})
