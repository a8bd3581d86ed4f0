import { expect, onTestFinished, test } from 'vitest'
import { buildImage } from '../../packages/cli/rehearsal/ci.ts'
import type { World } from '../../packages/sandbox/index.ts'
import { exampleScene, type Scene } from './scene.ts'

const OPERATOR = 'project-codeflare/codeflare-operator'
const MCAD = 'project-codeflare/multi-cluster-app-dispatcher'

async function codeflare(): Promise<{ scene: Scene; world: World }> {
  const scene = await exampleScene('codeflare')
  onTestFinished(() => scene.remove())
  const world = await scene.open()
  onTestFinished(() => world.close())
  return { scene, world }
}

test('a hotfix takes the fix of one component, and nothing that waits elsewhere', { timeout: 120_000 }, async () => {
  const { scene, world } = await codeflare()
  const { github } = world
  const main = [await github.resolve(OPERATOR, 'main'), await github.resolve(MCAD, 'main')]
  await github.branch(OPERATOR, 'release-1.2', 'v1.2.0')
  await github.branch(MCAD, 'release-1.40', 'v1.40.0')
  await github.commit(OPERATOR, 'release-1.2', { message: 'fix: a critical leak', files: { 'fix.txt': 'x\n' } })
  const fix = await github.commit(MCAD, 'release-1.40', { message: 'fix: requeue once', files: { 'fix.txt': 'x\n' } })
  const image = 'quay.io/project-codeflare/mcad-controller'
  await buildImage(world, { repository: MCAD, image, revision: fix, version: 'main' }, ['dev-1.40'])

  const result = await scene.rehearse({ world, hotfix: true })
  expect(result).toMatchObject({ outcome: 'released', version: 'v1.2.1', previous: 'v1.2.0', failure: null })
  expect(await github.resolve(MCAD, 'v1.40.1')).toBe(fix)
  expect(await github.resolve(OPERATOR, 'v1.2.1')).toBe(await github.resolve(OPERATOR, 'release-1.2'))
  // v1.3.1 of CodeFlare, a hotfix, took KubeRay from v1.1.0 back to v1.0.0 and nobody saw it; here nothing else moves.
  expect(
    result.members
      .filter(({ before, after }) => before !== after)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['mcad', 'operator'])
  expect([await github.resolve(OPERATOR, 'main'), await github.resolve(MCAD, 'main')]).toEqual(main)
  // The notes are those of its own line: `gh release view` without a tag once gave a hotfix the newest release's.
  expect(result.notes).toContain('a critical leak')
  expect(result.notes).not.toContain('limits of the manager are configurable')
  const quay = await world.registry('quay.io')
  expect(quay.digest('project-codeflare/mcad-controller', 'stable')).toBe(
    quay.digest('project-codeflare/mcad-controller', 'v1.40.1'),
  )
  expect(await scene.rehearse({ world, hotfix: true })).toMatchObject({ outcome: 'unchanged', writes: 0 })
})

test(
  'a candidate goes to those who test it, and becomes the release on the very same commit',
  { timeout: 120_000 },
  async () => {
    const { scene, world } = await codeflare()
    const quay = await world.registry('quay.io')
    const stable = quay.digest('project-codeflare/codeflare-operator', 'stable')
    const candidate = await scene.rehearse({ world, version: 'v1.3.0-rc.1' })
    expect(candidate).toMatchObject({ outcome: 'released', version: 'v1.3.0-rc.1', failure: null, messages: [] })
    expect(quay.digest('project-codeflare/codeflare-operator', 'v1.3.0-rc.1')).toBeDefined()
    expect(quay.digest('project-codeflare/codeflare-operator', 'stable')).toBe(stable)
    const params = await world.github.readFile(OPERATOR, 'v1.3.0-rc.1', 'config/manager/params.env')
    expect(params?.toString()).toContain(':v1.3.0\n')
    const { releases } = (await world.github.snapshot())[OPERATOR] ?? { releases: [] }
    expect(releases).toContainEqual(
      expect.objectContaining({ tag: 'v1.3.0-rc.1', prerelease: true, latest: false }) as unknown,
    )

    const release = await scene.rehearse({ world })
    expect(release).toMatchObject({ outcome: 'released', version: 'v1.3.0', failure: null })
    expect(await world.github.resolve(OPERATOR, 'v1.3.0')).toBe(await world.github.resolve(OPERATOR, 'v1.3.0-rc.1'))
    expect(quay.digest('project-codeflare/codeflare-operator', 'stable')).toBe(
      quay.digest('project-codeflare/codeflare-operator', 'v1.3.0-rc.1'),
    )
  },
)
