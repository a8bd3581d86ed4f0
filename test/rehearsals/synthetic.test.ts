import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { furnish } from '../../packages/cli/rehearsal/furnish.ts'
import { syntheticStack } from '../../packages/cli/rehearsal/synthetic.ts'
import { openWorld } from '../../packages/sandbox/index.ts'
import { parseManifest } from '../../packages/train/index.ts'
import { rehearse } from './scene.ts'

test('a synthetic train of any size is released whole, every component after what it depends on', async () => {
  const count = 9
  const { manifest, world: file } = syntheticStack(count)
  const train = parseManifest(manifest, 'release-train.yaml')
  const home = await mkdtemp(join(tmpdir(), 'synthetic-'))
  const world = await openWorld({ directory: join(home, 'world'), start: file.now })
  try {
    await furnish(world, file, train, manifest)
    const result = await rehearse(world, { train, manifest, workspace: join(home, 'clones') })
    expect(result).toMatchObject({ outcome: 'released', version: 'v1.1.0', failure: null })
    // A tag object, a tag, a draft, a release and an image tag for each; then stable.
    expect(result.writes).toBeGreaterThan(count * 6)
    const registry = await world.registry('quay.io')
    for (const { id } of train.components) {
      expect(registry.digest(`synthetic/${id}`, 'stable')).toBe(registry.digest(`synthetic/${id}`, 'v1.1.0'))
    }
  } finally {
    await world.close()
    await rm(home, { recursive: true })
  }
})
