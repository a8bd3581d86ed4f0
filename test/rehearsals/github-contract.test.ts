import { expect, it, onTestFinished } from 'vitest'
import { openWorld } from '../../packages/sandbox/index.ts'
import { githubContract } from '../packages/sandbox/github/contract.ts'
import { exampleScene, rehearse } from './scene.ts'

it('every answer of GitHub in a whole release is as GitHub describes it', async () => {
  const scene = await exampleScene('codeflare')
  onTestFinished(() => scene.remove())
  const contract = githubContract()
  const violations: string[] = []
  const world = await openWorld({
    directory: `${scene.home}/world`,
    observe(request, response) {
      try {
        contract.check(request, response)
      } catch (error) {
        violations.push(String(error))
      }
    },
  })
  await rehearse(world, { train: scene.train, manifest: scene.manifest, workspace: `${scene.home}/clones` })
  await world.close()
  expect(violations).toEqual([])
  expect(contract.seen.size).toBeGreaterThan(20)
})
