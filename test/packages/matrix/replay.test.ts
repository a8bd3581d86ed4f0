import { describe, expect, it } from 'vitest'
import { planMatrix } from '../../../packages/matrix/index.ts'
import replays from '../../fixtures/matrix/replay.json' with { type: 'json' }
import { adrTrain, checkout, fixture, request, updated } from './checkout.ts'
import { stackOf } from './stack.ts'

interface Replay {
  readonly tag: string
  readonly inputs: Readonly<Record<string, string>>
  readonly readme_block_before: string
  readonly readme_block_after: string
}

const REPLAYS: readonly Replay[] = replays
const END = '\n<!-- Compatibility Matrix end -->\n'

/** What a reader sees: component and version of each row. */
const numbers = (markdown: string): string[] =>
  [...markdown.matchAll(/^\| ([^|]+?) +\| \[?(v[^\]\s|]+)/gm)].map((match) => `${match[1] ?? ''} ${match[2] ?? ''}`)

const told = (inputs: Readonly<Record<string, string>>): string[] =>
  Object.entries(inputs).map(([name, version]) => `${name.replace('CodeFlare-SDK', 'sdk')}=${version}`)

/** Versions that nobody may release: a human typed `v.0.0.7`, a default said `v0.0.0-dev`. */
const isAccident = (version: string): boolean => !/^v\d+\.\d+\.\d+(?!-dev)/.test(version)

const replayed = ({ inputs, readme_block_before }: Replay) => ({
  train: stackOf(Object.keys(inputs), [], []),
  workspace: checkout({ 'README.md': readme_block_before + END }),
})

it.each(REPLAYS)('release $tag, replayed, has the versions that it had, in a straight table', async (replay) => {
  const { inputs, readme_block_after } = replay
  const { train, workspace } = replayed(replay)
  const given = Object.fromEntries(Object.entries(inputs).filter(([, version]) => !isAccident(version)))
  const after = await updated(workspace, train, { versions: told(given) })
  const isReal = (line: string) => line.slice(0, line.lastIndexOf(' ')) in given
  expect(numbers(after).filter(isReal)).toEqual(numbers(readme_block_after).filter(isReal))
  const rows = after.split('\n').filter((line) => line.startsWith('|'))
  expect(new Set(rows.map((row) => row.length)).size).toBe(1)
  expect(rows).toHaveLength(Object.keys(inputs).length + 2)
})

const ACCIDENTS = REPLAYS.filter(({ inputs }) => Object.values(inputs).some(isAccident))

it.each(ACCIDENTS)('release $tag, replayed, is refused for what was no release', async (replay) => {
  const { train, workspace } = replayed(replay)
  const accident = Object.values(replay.inputs).find(isAccident) ?? ''
  await expect(planMatrix(request(workspace, train, { versions: told(replay.inputs) }))).rejects.toThrow(
    `“${accident}”`,
  )
})

describe('five READMEs', () => {
  const UNTOUCHED = /[\s\S]*?(?=\n\| Component)|<!-- Compatibility Matrix end -->[\s\S]*/g
  const pairs = [
    ['v0.2.0', 'v0.2.0', 'instascale=v0.0.7'],
    ['v0.2.3', 'v0.2.3', ''],
    ['v1.0.0-rc.1', 'v1.0.0-rc.1', ''],
    ['v1.0.0', 'v1.0.0', ''],
    ['v1.1.0', 'v1.1.0', ''],
  ] as const

  it.each(pairs)(
    '%s: the table says what the release said, and no byte outside of it changed',
    async (tag, key, other) => {
      const before = fixture(`readme/${tag}.before.README.md`)
      const theirs = fixture(`readme/${tag}.after.README.md`)
      const { inputs } = REPLAYS.find((replay) => replay.tag === key) ?? { inputs: {} }
      const rows = told(inputs).filter(
        (line) => other === '' || !line.toLowerCase().startsWith(other.split('=')[0] ?? ''),
      )
      const ours = await updated(checkout({ 'README.md': before }), adrTrain(), {
        versions: [...rows, ...(other === '' ? [] : [other])],
      })
      expect(ours.match(UNTOUCHED)).toEqual(before.match(UNTOUCHED))
      expect(numbers(ours)).toEqual(numbers(theirs).map((line) => line.replace('v.0.0.7', 'v0.0.7')))
    },
  )

  it('v1.1.0, whole: links lead to the releases that exist, columns are straight', async () => {
    const ours = await updated(checkout({ 'README.md': fixture('readme/v1.1.0.before.README.md') }), adrTrain(), {
      versions: ['operator=v1.1.0', 'mcad=v1.39.0', 'sdk=v0.13.0', 'instascale=v0.4.0', 'kuberay=v1.0.0'],
    })
    expect(ours.split('\n').slice(4, 17).join('\n')).toBe(
      `<!-- Don't delete these comments, they are used to generate Compatibility Matrix table for release automation -->
<!-- Compatibility Matrix start -->
CodeFlare Stack Compatibility Matrix

| Component                    | Version                                                                                           |
|------------------------------|---------------------------------------------------------------------------------------------------|
| CodeFlare Operator           | [v1.1.0](https://github.com/project-codeflare/codeflare-operator/releases/tag/v1.1.0)             |
| Multi-Cluster App Dispatcher | [v1.39.0](https://github.com/project-codeflare/multi-cluster-app-dispatcher/releases/tag/v1.39.0) |
| CodeFlare-SDK                | [v0.13.0](https://github.com/project-codeflare/codeflare-sdk/releases/tag/v0.13.0)                |
| InstaScale                   | [v0.4.0](https://github.com/project-codeflare/instascale/releases/tag/v0.4.0)                     |
| KubeRay                      | [v1.0.0](https://github.com/ray-project/kuberay/releases/tag/v1.0.0)                              |
<!-- Compatibility Matrix end -->
`,
    )
  })
})

describe('the accidents', () => {
  it('v0.2.0: `v.0.0.7` is not taken, and the right spelling is offered', async () => {
    const workspace = checkout({ 'README.md': fixture('readme/v0.2.0.before.README.md') })
    await expect(
      planMatrix(request(workspace, adrTrain(), { versions: ['instascale=v.0.0.7'] })),
    ).rejects.toMatchObject({
      message:
        'Input “versions”, “instascale”: “v.0.0.7” is not a semantic version: its beginning is neither a number nor one “v”.',
      advice: 'Write “v0.0.7”.',
    })
  })

  it('v0.2.0: the README that got it is repaired by the right version', async () => {
    const workspace = checkout({ 'README.md': fixture('readme/v0.2.0.after.README.md') })
    const after = await updated(workspace, adrTrain(), { versions: ['instascale=v0.0.7'] })
    expect(after).not.toContain('v.0.0.7')
    expect(numbers(after)).toContain('InstaScale v0.0.7')
  })

  it('v1.0.1: `v0.0.0-dev` is not taken', async () => {
    const workspace = checkout({ 'README.md': fixture('readme/v1.0.0.after.README.md') })
    await expect(planMatrix(request(workspace, adrTrain(), { versions: ['kuberay=v0.0.0-dev'] }))).rejects.toThrow(
      'Input “versions”, “kuberay”: “v0.0.0-dev” stands for “not released yet”; it cannot be released.',
    )
  })

  it('v1.3.1: KubeRay does not go back unless somebody says so', async () => {
    const before = fixture('readme/v1.1.0.after.README.md').replaceAll('v1.0.0', 'v1.1.0')
    const workspace = checkout({ 'README.md': before })
    const plan = await planMatrix(request(workspace, adrTrain(), { versions: ['kuberay=v1.0.0'] }))
    expect(plan.refusal).toMatchObject({
      message: 'KubeRay would go back from v1.1.0 to v1.0.0 (the input “versions”).',
      advice: 'If that is meant, name “kuberay” in the input “downgrades”.',
      place: { file: 'README.md', line: 15, column: 34 },
    })
    const meant = await planMatrix(
      request(workspace, adrTrain(), { versions: ['kuberay=v1.0.0'], downgrades: ['KubeRay'] }),
    )
    expect(meant.refusal).toBeNull()
    expect(meant.versions).toMatchObject({ kuberay: 'v1.0.0' })
  })

  it('v1.0.0-rc.2: a candidate follows a candidate', async () => {
    const workspace = checkout({ 'README.md': fixture('readme/v1.0.0-rc.1.after.README.md') })
    const after = await updated(workspace, adrTrain(), { versions: ['operator=v1.0.0-rc.2'] })
    expect(numbers(after)[0]).toBe('CodeFlare Operator v1.0.0-rc.2')
    expect(after).not.toContain('rc.1')
  })
})
