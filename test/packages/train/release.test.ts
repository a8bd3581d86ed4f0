import { describe, expect, test } from 'vitest'
import {
  findRelease,
  parseManifest,
  type ReleaseRequest,
  releaseRequest,
  reportRelease,
  summarizeRelease,
} from '../../../packages/train/index.ts'
import { parseReleaseLine, parseVersion } from '../../../packages/versions/index.ts'
import { type DescribedRepository, type DescribedWorld, describedWorld } from './described-world.ts'

const TRAIN = parseManifest(
  `train: demo
title: Demo Stack
calendar: { sprint-weeks: 3, first-day: 2024-02-05, freeze-days: 2 }
components:
  operator:
    name: Operator
    repository: acme/operator
    leads: true
    images: [{ name: quay.io/acme/operator, channels: [dev, stable] }]
    depends-on: [mcad, kuberay]
    crds: [{ from: mcad, path: config/crd, to: config/crd }]
    versions:
      - { of: mcad, file: Makefile, form: makefile, key: MCAD_VERSION }
      - { of: kuberay, file: Makefile, form: makefile, key: KUBERAY_VERSION }
    matrix: {}
  mcad:
    name: MCAD
    repository: acme/mcad
    images: [{ name: quay.io/acme/mcad, channels: [dev, stable] }]
external:
  kuberay: { name: KubeRay, repository: ray-project/kuberay, adopt-within-sprints: 1 }
bundle: { component: operator, package: acme-operator, catalog: community/operators }
downstream:
  - name: Workloads
    repository: odh/workloads
    versions: [{ of: operator, file: params.env, form: params-env, key: operator }]
announce: { slack-channel: '#announce' }
`,
  'release-train.yaml',
)

const files = (operator: string, mcad: string, kuberay: string) => ({
  Makefile: `MCAD_VERSION ?= v${mcad}\nKUBERAY_VERSION ?= v${kuberay}\n`,
  'README.md': `<!-- Compatibility Matrix start -->

| Component | Version |
|---|---|
| Operator | v${operator} |
| MCAD | v${mcad} |
| KubeRay | v${kuberay} |

<!-- Compatibility Matrix end -->
`,
})

const release = (publishedOn: string, notes = '') => ({ url: 'https://github.example/release', publishedOn, notes })

/** Operator v1.2.0 with MCAD v1.40.0 and KubeRay v1.0.0, complete; a feature waits in MCAD, a fix in the operator. */
const OPERATOR: DescribedRepository = {
  commits: ['release', 'fix: wait for the webhook'],
  tags: { 'v1.2.0': 1 },
  files: { main: files('1.2.0', '1.40.0', '1.0.0') },
  releases: { 'v1.2.0': release('2024-03-18', 'Operator 1.2.0, MCAD 1.40.0, KubeRay 1.0.0') },
  announced: { 'v1.2.0': ['mail'] },
}
const MCAD: DescribedRepository = { commits: ['release', 'feat: jitter'], tags: { 'v1.40.0': 1 } }
const KUBERAY: DescribedRepository = { tags: { 'v1.0.0': 1 } }
const CATALOG: DescribedRepository = { files: { main: { 'operators/acme-operator/1.2.0/metadata.yaml': '' } } }
const WORKLOADS: DescribedRepository = { files: { main: { 'params.env': 'operator=quay.io/acme/operator:v1.2.0\n' } } }
const DIGESTS = {
  'quay.io/acme/operator:v1.2.0': 'sha256:o2',
  'quay.io/acme/operator:stable': 'sha256:o2',
  'quay.io/acme/mcad:v1.40.0': 'sha256:m40',
  'quay.io/acme/mcad:stable': 'sha256:m40',
}

interface Changes {
  readonly operator?: DescribedRepository
  readonly mcad?: DescribedRepository
  readonly kuberay?: DescribedRepository
  readonly catalog?: DescribedRepository
  readonly workloads?: DescribedRepository
  readonly digests?: Readonly<Record<string, string>>
}

function worldOf({ operator, mcad, kuberay, catalog, workloads, digests }: Changes = {}): DescribedWorld {
  return {
    repositories: {
      'acme/operator': { ...OPERATOR, ...operator },
      'acme/mcad': { ...MCAD, ...mcad },
      'ray-project/kuberay': { ...KUBERAY, ...kuberay },
      'community/operators': { ...CATALOG, ...catalog },
      'odh/workloads': { ...WORKLOADS, ...workloads },
    },
    digests: { ...DIGESTS, ...digests },
  }
}

const REQUEST: ReleaseRequest = { version: null, hotfix: false, line: null, ignoreFreeze: false, today: '2024-04-05' }

async function summaryOf(changes: Changes = {}, request: Partial<ReleaseRequest> = {}) {
  const found = await findRelease(TRAIN, describedWorld(worldOf(changes)), { ...REQUEST, ...request })
  return { ...summarizeRelease(found), found }
}

/** The world after each step of the release of v1.3.0, in the order of PCF-ADR-003. */
const RELEASED_MCAD: Changes = {
  mcad: { tags: { 'v1.40.0': 1, 'v1.41.0': 2 } },
  digests: { 'quay.io/acme/mcad:v1.41.0': 'sha256:m41' },
}
const REFERENCED: Changes = {
  ...RELEASED_MCAD,
  operator: {
    files: {
      main: { ...files('1.2.0', '1.41.0', '1.0.0') },
      'v1.2.0': files('1.2.0', '1.40.0', '1.0.0'),
    },
    copied: { main: 'v1.41.0' },
  },
}
const BUNDLED: Changes = {
  ...REFERENCED,
  operator: {
    ...REFERENCED.operator,
    files: {
      main: {
        ...files('1.3.0', '1.41.0', '1.0.0'),
        'bundle/manifests/acme-operator.clusterserviceversion.yaml': 'spec:\n  version: 1.3.0\n',
      },
      'v1.2.0': files('1.2.0', '1.40.0', '1.0.0'),
    },
  },
}
const TAGGED: Changes = {
  ...BUNDLED,
  operator: {
    ...BUNDLED.operator,
    tags: { 'v1.2.0': 1, 'v1.3.0': 2 },
    releases: { ...OPERATOR.releases, 'v1.3.0': release('2024-04-05', 'Operator 1.3.0, MCAD 1.41.0, KubeRay 1.0.0') },
  },
  digests: { ...BUNDLED.digests, 'quay.io/acme/operator:v1.3.0': 'sha256:o3' },
}
const pull = (state: 'open' | 'merged' | 'closed') => ({
  title: 'operator acme-operator (1.3.0)',
  branch: 'acme-operator-1.3.0',
  url: 'https://github.example/pull/7',
  state,
})
const PROPOSED: Changes = { ...TAGGED, catalog: { pullRequests: [pull('open')] } }
const PUBLISHED: Changes = {
  ...TAGGED,
  catalog: { files: { main: { 'operators/acme-operator/1.3.0/metadata.yaml': '' } }, pullRequests: [pull('merged')] },
}
const PROMOTED: Changes = {
  ...PUBLISHED,
  digests: { ...TAGGED.digests, 'quay.io/acme/operator:stable': 'sha256:o3', 'quay.io/acme/mcad:stable': 'sha256:m41' },
}
const ANNOUNCED: Changes = { ...PROMOTED, operator: { ...PROMOTED.operator, announced: { 'v1.3.0': ['slack'] } } }
const DONE: Changes = {
  ...ANNOUNCED,
  workloads: { files: { main: { 'params.env': 'operator=quay.io/acme/operator:v1.3.0\n' } } },
}

describe('a release on its way', () => {
  test.each<[string, Changes, string, string]>([
    ['before anything', {}, 'components', 'components'],
    ['when the components are released', RELEASED_MCAD, 'references', 'references'],
    ['when references and CRDs are merged', REFERENCED, 'bundle', 'bundle'],
    ['when bundle and matrix are merged', BUNDLED, 'tag', 'tag'],
    ['when the train is tagged', TAGGED, 'catalog', 'catalog'],
    ['when the catalog has the pull request', PROPOSED, 'stable', ''],
    ['when the catalog has merged', PUBLISHED, 'stable', 'stable'],
    ['when stable has moved', PROMOTED, 'announce', 'announce'],
    ['when it is announced', ANNOUNCED, 'downstream', 'downstream'],
    ['when downstream has it', DONE, 'complete', ''],
  ])('%s', async (_, changes, stage, next) => {
    const summary = await summaryOf(changes)
    expect([summary.version, summary.stage, summary.next]).toEqual(['v1.3.0', stage, next])
    expect(summary.versions).toEqual({ operator: 'v1.3.0', mcad: 'v1.41.0', kuberay: 'v1.0.0' })
    expect(summary['previous-versions']).toEqual({ operator: 'v1.2.0', mcad: 'v1.40.0', kuberay: 'v1.0.0' })
  })

  test('is a new minor version, because a component brings features, although the operator itself has a fix only', async () => {
    const { found, version } = await summaryOf()
    expect(version).toBe('v1.3.0')
    expect(found.judgement.members.get('operator')?.reasons).toEqual([
      'minor after 1.2.0, because MCAD goes from 1.40.0 to 1.41.0',
    ])
  })

  test('is planned for what the components bring, even when the operator has nothing new', async () => {
    expect((await summaryOf({ operator: { commits: ['release'] } })).version).toBe('v1.3.0')
    const fixed = { operator: { commits: ['release'] }, mcad: { commits: ['release', 'fix: leak'] } }
    expect((await summaryOf(fixed)).version).toBe('v1.2.1')
  })

  // The tag of a hotfix is on its line, not on the branch that releases come from.
  test('is a minor one after a hotfix, even when only fixes wait', async () => {
    const afterHotfix = {
      operator: { tags: { 'v1.2.0': 1, 'v1.2.1': 9 }, releases: { 'v1.2.1': release('2024-03-01') } },
      mcad: { commits: ['release', 'fix: leak'], tags: { 'v1.40.0': 1, 'v1.40.1': 9 } },
    }
    const { version, versions } = await summaryOf(afterHotfix)
    expect([version, versions['mcad']]).toEqual(['v1.3.0', 'v1.41.0'])
  })

  test('is none when nothing is new anywhere', async () => {
    const nothing = { operator: { commits: ['release'] }, mcad: { commits: ['release'] } }
    const { version, stage, next } = await summaryOf(nothing)
    expect([version, stage, next]).toEqual(['v1.2.0', 'complete', ''])
  })

  test('waits for the image of a component whose tag is there', async () => {
    const { stage, found } = await summaryOf({ ...RELEASED_MCAD, digests: {} })
    expect(stage).toBe('components')
    expect(found.judgement.steps[0]?.items.filter(({ done }) => !done)).toEqual([
      { done: false, what: ['image ', { code: 'quay.io/acme/mcad:v1.41.0' }] },
    ])
  })

  // Not one of 33 release commits ever contained a CRD; they were copied by hand, later.
  test('waits for the CRDs of the component', async () => {
    const { copied: _, ...operator } = REFERENCED.operator ?? {}
    expect((await summaryOf({ ...REFERENCED, operator })).stage).toBe('references')
    const older = { ...REFERENCED, operator: { ...operator, copied: { main: 'v1.40.0' } } }
    const { found } = await summaryOf(older)
    expect(found.judgement.steps[1]?.items.at(-1)?.what).toEqual([
      'CRDs of MCAD in ',
      { code: 'config/crd' },
      ' are those of v1.40.0, not of v1.41.0',
    ])
  })

  test('shows a place that cannot be read instead of ending', async () => {
    const operator = {
      ...OPERATOR,
      files: { ...REFERENCED.operator?.files, main: { Makefile: 'KUBERAY_VERSION ?= v1.0.0\n' } },
    }
    const { stage, found } = await summaryOf({ ...RELEASED_MCAD, operator })
    expect(stage).toBe('references')
    expect(JSON.stringify(found.judgement.steps[1]?.items[0])).toContain('was not found')
  })

  test('adopts the release of an external project, and says until when', async () => {
    const kuberay = { tags: { 'v1.0.0': 1, 'v1.1.0': 1 }, releases: { 'v1.1.0': release('2024-03-22') } }
    const { versions, found } = await summaryOf({ kuberay })
    expect(versions['kuberay']).toBe('v1.1.0')
    expect(found.judgement.adoptions).toMatchObject([{ version: '1.1.0', due: '2024-04-28', state: 'due' }])
    const late = await summaryOf({ kuberay }, { today: '2024-05-01' })
    expect(late.found.judgement.warnings.map(({ message }) => message)).toEqual([
      'KubeRay 1.1.0 was to be adopted by 2024-04-28.',
    ])
  })
})

describe('what holds a release up', () => {
  const blockers = async (changes: Changes, request: Partial<ReleaseRequest> = {}): Promise<unknown[]> =>
    (await summaryOf(changes, request))['blocked-by'].map(({ step, message }) => [step, message])

  test('is the freeze, before it has begun and only then', async () => {
    const today = '2024-04-06'
    expect(await blockers({}, { today })).toEqual([['components', 'Sprint 3 is frozen until 2024-04-07.']])
    expect(await blockers({}, { today, ignoreFreeze: true })).toEqual([])
    expect(await blockers(RELEASED_MCAD, { today })).toEqual([])
    expect((await summaryOf({}, { today, ignoreFreeze: true })).frozen).toBe(true)
  })

  test('is a component whose branch is not there', async () => {
    expect(await blockers({ mcad: { branches: { master: 2 } } })).toEqual([
      ['components', 'acme/mcad has no branch “main”, or this token cannot see it.'],
    ])
  })

  test('is the catalog, for as long as it has not merged', async () => {
    expect(await blockers(PROPOSED)).toEqual([['stable', 'community/operators has not merged the bundle yet.']])
    const { found } = await summaryOf(PROPOSED)
    expect(found.judgement.blockedBy[0]?.url).toBe('https://github.example/pull/7')
  })

  test('is the catalog even where stable did not wait for it: nobody is told before', async () => {
    const early = { ...PROMOTED, catalog: { pullRequests: [pull('open')] } }
    expect(await blockers(early)).toEqual([['announce', 'community/operators has not merged the bundle yet.']])
    const { found } = await summaryOf(early)
    expect(found.judgement.steps.find(({ id }) => id === 'downstream')?.state).toBe('blocked')
  })

  test('is a bundle that the catalog has and no tag stands for', async () => {
    const untagged = { catalog: { files: { main: { 'operators/acme-operator/1.3.0/metadata.yaml': '' } } } }
    const message = 'community/operators has published acme-operator 1.3.0, but there is no tag v1.3.0.'
    expect(await blockers({ ...BUNDLED, ...untagged })).toEqual([['tag', message]])
    // Before, it is only told; and an open pull request binds nobody yet.
    expect(await blockers({ ...REFERENCED, ...untagged })).toEqual([])
    const { found } = await summaryOf({ ...REFERENCED, ...untagged })
    expect(found.judgement.warnings).toMatchObject([{ message }])
    expect(await blockers({ ...BUNDLED, catalog: { pullRequests: [pull('open')] } })).toEqual([])
  })

  test('is a pull request to the catalog that was closed', async () => {
    expect(await blockers({ ...TAGGED, catalog: { pullRequests: [pull('closed')] } })).toEqual([
      ['catalog', 'The pull request to community/operators was closed without a merge.'],
    ])
  })

  test('is not a pull request for another version', async () => {
    const other = { ...pull('open'), title: 'operator acme-operator (11.3.0)', branch: 'acme-operator-1.3.01' }
    expect((await summaryOf({ ...TAGGED, catalog: { pullRequests: [other] } })).stage).toBe('catalog')
  })

  test('is an adopted version that would be taken back', async () => {
    const kuberay = { tags: { 'v0.9.0': 1, 'v1.0.0': 1 } }
    const main = {
      ...REFERENCED.operator?.files?.['main'],
      Makefile: 'MCAD_VERSION ?= v1.41.0\nKUBERAY_VERSION ?= v0.9.0\n',
    }
    const train = parseManifest(MANIFEST_NOT_FOLLOWING, 'release-train.yaml')
    const operator = { ...OPERATOR, ...REFERENCED.operator, files: { ...REFERENCED.operator?.files, main } }
    const world = describedWorld(worldOf({ ...REFERENCED, operator: { ...operator, copied: {} }, kuberay }))
    const { judgement } = await findRelease(train, world, REQUEST)
    expect(judgement.blockedBy.map(({ message }) => message)).toEqual(['KubeRay would go back from 1.0.0 to 0.9.0.'])
  })
})

const MANIFEST_NOT_FOLLOWING = `train: demo
title: Demo Stack
components:
  operator:
    name: Operator
    repository: acme/operator
    leads: true
    depends-on: [mcad]
    crds: [{ from: mcad, path: config/crd, to: config/crd }]
    versions:
      - { of: mcad, file: Makefile, form: makefile, key: MCAD_VERSION }
      - { of: kuberay, file: Makefile, form: makefile, key: KUBERAY_VERSION }
  mcad: { name: MCAD, repository: acme/mcad }
external:
  kuberay: { name: KubeRay, repository: ray-project/kuberay }
`

describe('a release that was not finished', () => {
  test('stays in view for two weeks', async () => {
    expect((await summaryOf(PROPOSED, { today: '2024-04-19' })).version).toBe('v1.3.0')
  })

  test('makes room for the next one after that, and is mentioned', async () => {
    const later = {
      ...PROPOSED,
      operator: { ...PROPOSED.operator, commits: ['release', 'fix: wait', 'feat: more'] },
    }
    const { version, found } = await summaryOf(later, { today: '2024-04-20' })
    expect(version).toBe('v1.4.0')
    expect(found.unfinished?.version).toBe('1.3.0')
    expect(JSON.stringify(reportRelease(found))).toContain('Release 1.3.0 was not finished: step 6, Stable tags move.')
  })

  test('is overdue downstream after a week', async () => {
    const { found } = await summaryOf(ANNOUNCED, { today: '2024-04-13' })
    expect(found.judgement.deadlines).toEqual([{ name: 'Workloads', due: '2024-04-12', state: 'overdue' }])
    expect(found.judgement.warnings.map(({ message }) => message)).toEqual([
      'Workloads was to have 1.3.0 by 2024-04-12.',
    ])
  })

  // stable was pushed with the build, before the pull request, the tag and the catalog.
  test('whose stable tags did not wait for the catalog is told so', async () => {
    const { found } = await summaryOf({ ...PROPOSED, digests: PROMOTED.digests ?? {} })
    expect(found.judgement.warnings.map(({ message }) => message)).toEqual([
      'quay.io/acme/operator:stable has moved before the catalog merged 1.3.0.',
      'quay.io/acme/mcad:stable has moved before the catalog merged 1.3.0.',
    ])
  })

  // v0.0.5 shipped the previous MCAD; v1.3.0 still listed removed components.
  test('whose tag holds something else than it says is told so, and goes on', async () => {
    const wrong = {
      ...TAGGED,
      operator: {
        ...TAGGED.operator,
        files: { ...TAGGED.operator?.files, main: { ...files('1.2.0', '1.41.0', '1.0.0') } },
      },
    }
    const { stage, found } = await summaryOf(wrong)
    expect(stage).toBe('catalog')
    expect(found.judgement.warnings.map(({ message }) => message)).toEqual([
      'The tag v1.3.0 does not hold what it should: support matrix: Operator is v1.2.0, not v1.3.0.',
    ])
  })
})

describe('a version that was asked for', () => {
  test('is judged, when it is out', async () => {
    const { version, stage } = await summaryOf({}, { version: parseVersion('1.2.0', 'x') })
    expect([version, stage]).toEqual(['v1.2.0', 'complete'])
  })

  test('is planned, when it is not', async () => {
    expect((await summaryOf({}, { version: parseVersion('2.0.0', 'x') })).version).toBe('v2.0.0')
  })

  test('is refused below the last', async () => {
    await expect(summaryOf({}, { version: parseVersion('1.1.9', 'x') })).rejects.toThrow(
      /1\.1\.9 falls behind v1\.2\.0/,
    )
  })

  test.each(['v.0.0.7', 'vv0.14.1', 'v0.0.0-dev', '1.2', 'latest'])('is refused as %s', (version) => {
    expect(() =>
      releaseRequest({ version, line: '', hotfix: false, ignoreFreeze: false, today: '2024-04-05' }),
    ).toThrow(/Input “version”/)
  })

  test('is refused when it is of another line than asked for', () => {
    const inputs = { version: '1.3.0', line: '1.2', hotfix: true, ignoreFreeze: false, today: '2024-04-05' }
    expect(() => releaseRequest(inputs)).toThrow(/is not of release line 1\.2/)
  })
})

describe('a hotfix', () => {
  const HOTFIX = { hotfix: true, today: '2024-04-06' }
  const operator: DescribedRepository = {
    ...OPERATOR,
    commits: ['release', 'fix: critical', 'feat: later'],
    branches: { main: 3, 'release-1.2': 2 },
  }

  test('is the next patch of its line, without what waits elsewhere, freeze or not', async () => {
    const { version, versions, found } = await summaryOf({ operator }, HOTFIX)
    expect([version, versions['mcad'], versions['kuberay']]).toEqual(['v1.2.1', 'v1.40.0', 'v1.0.0'])
    expect(found.judgement.blockedBy).toEqual([])
  })

  test('takes a component’s fix of the line that the train carries', async () => {
    const mcad = {
      commits: ['release', 'fix: leak', 'feat: jitter'],
      tags: { 'v1.40.0': 1, 'v1.40.1': 2, 'v1.41.0': 3 },
    }
    expect((await summaryOf({ operator, mcad }, HOTFIX)).versions['mcad']).toBe('v1.40.1')
  })

  test('is planned of a component whose fix waits on the branch of its line', async () => {
    const mcad = {
      commits: ['release', 'fix: leak', 'feat: jitter'],
      branches: { main: 3, 'release-1.40': 2 },
      tags: { 'v1.40.0': 1, 'v1.41.0': 3 },
    }
    const { versions, found } = await summaryOf({ operator, mcad }, HOTFIX)
    expect(versions['mcad']).toBe('v1.40.1')
    expect(found.judgement.members.get('mcad')).toMatchObject({ released: false, before: '1.40.0' })
    // v1.3.1 of CodeFlare, a hotfix, took KubeRay from v1.1.0 back to v1.0.0 and nobody saw it.
    expect(versions['kuberay']).toBe('v1.0.0')
  })

  test('of an older line is made from its branch', async () => {
    const older = { ...operator, tags: { 'v1.1.0': 1, 'v1.2.0': 3 }, branches: { main: 3, 'v1.1': 2 } }
    const line = parseReleaseLine('1.1', 'x')
    expect((await summaryOf({ operator: older }, { ...HOTFIX, line })).version).toBe('v1.1.1')
  })

  test('needs the branch of its line', async () => {
    await expect(summaryOf({}, HOTFIX)).rejects.toThrow(
      'acme/operator has no branch “release-1.2” or “v1.2” for release line 1.2.',
    )
  })

  test('needs something to fix', async () => {
    await expect(summaryOf({ operator: { ...OPERATOR, tags: {} } }, HOTFIX)).rejects.toThrow(
      'There is no release of Operator yet',
    )
  })
})

describe('a candidate', () => {
  const CANDIDATE = { version: parseVersion('1.3.0-rc.1', 'x') }

  test('is tagged on a commit that names the release already, and goes to no channel', async () => {
    expect((await summaryOf(BUNDLED, CANDIDATE)).stage).toBe('tag')
    const tagged = {
      ...BUNDLED,
      operator: {
        ...BUNDLED.operator,
        tags: { 'v1.2.0': 1, 'v1.3.0-rc.1': 2 },
        releases: { ...OPERATOR.releases, 'v1.3.0-rc.1': release('2024-04-05') },
      },
      digests: { ...BUNDLED.digests, 'quay.io/acme/operator:v1.3.0-rc.1': 'sha256:o3' },
    }
    const { version, stage, found } = await summaryOf(tagged, CANDIDATE)
    expect([version, stage]).toEqual(['v1.3.0-rc.1', 'complete'])
    expect(found.judgement.steps.filter(({ state }) => state === 'none').map(({ id }) => id)).toEqual([
      'catalog',
      'stable',
      'announce',
      'downstream',
    ])
    // The release itself is still to be made, from the same commit.
    const next = await summaryOf(tagged)
    expect([next.version, next.stage]).toEqual(['v1.3.0', 'tag'])
    expect(JSON.stringify(reportRelease(next.found))).toContain('releases/tag/v1.3.0-rc.1')
  })

  test('is not below the last release', async () => {
    await expect(summaryOf({}, { version: parseVersion('1.2.0-rc.2', 'x') })).rejects.toThrow(/1\.2\.0/)
  })
})

describe('a manifest that changed in the middle of a train', () => {
  const at = (manifest: string): Changes => ({
    ...TAGGED,
    operator: {
      ...TAGGED.operator,
      files: {
        ...TAGGED.operator?.files,
        'v1.3.0': { ...BUNDLED.operator?.files?.['main'], 'release-train.yaml': manifest },
      },
    },
  })

  test('is told with what came and went, and the release is judged all the same', async () => {
    const then = MANIFEST_NOT_FOLLOWING.replace(/external:[^]*/, '').replace(/ *- \{ of: kuberay.*\n/, '')
    const { stage, found } = await summaryOf(at(then))
    expect(stage).toBe('catalog')
    expect(found.judgement.warnings).toContainEqual({
      message: 'release-train.yaml has changed since v1.3.0 was tagged: KubeRay came in.',
      advice: expect.stringContaining('check out v1.3.0') as unknown,
    })
  })

  test('is nothing when it says the same, or cannot be compared', async () => {
    for (const text of ['not: a manifest', '[']) {
      const { found } = await summaryOf(at(text))
      expect(JSON.stringify(found.judgement.warnings)).not.toContain('has changed since')
    }
  })
})

describe('the first release of a train', () => {
  test('is planned from nothing', async () => {
    const world = describedWorld({
      repositories: {
        'acme/operator': { commits: ['feat: begin'], files: { main: {} } },
        'acme/mcad': { commits: ['feat: begin'] },
        'ray-project/kuberay': KUBERAY,
      },
    })
    const found = await findRelease(TRAIN, world, REQUEST)
    expect(summarizeRelease(found)).toMatchObject({
      stage: 'components',
      versions: { operator: 'v0.1.0', mcad: 'v0.1.0', kuberay: 'v1.0.0' },
      'previous-versions': {},
    })
  })
})

describe('the report', () => {
  test('says in its first lines which release it is, where it stands and what holds it up', async () => {
    const { found } = await summaryOf(PROPOSED)
    expect(reportRelease(found).slice(0, 3)).toEqual([
      { kind: 'heading', text: 'Demo Stack v1.3.0', level: 2 },
      { kind: 'paragraph', text: ['Step 6 of 8 is held up: Stable tags move.'] },
      {
        kind: 'paragraph',
        text: [
          '⛔ ',
          { link: 'community/operators has not merged the bundle yet.', href: 'https://github.example/pull/7' },
          ' Look at its checks and reviews; stable tags move once it is merged.',
        ],
      },
    ])
  })

  test('draws the order of the release', async () => {
    const { found } = await summaryOf()
    const graph = reportRelease(found).find((block) => block.kind === 'mermaid')
    expect(graph).toEqual({
      kind: 'mermaid',
      text: `flowchart LR
  n0[["Operator<br/>v1.3.0"]]
  n1["MCAD<br/>v1.41.0"]
  n2(["KubeRay<br/>v1.0.0"])
  n1 --> n0
  n2 --> n0`,
    })
  })
})
