import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Fault } from '../../packages/sandbox/index.ts'
import { exampleScene, type Scene } from '../rehearsals/scene.ts'
import { TROUBLE } from '../scenes/trouble.ts'
import { differences, endOf } from './end-state.ts'

const FAULTS = Object.entries<Fault>(TROUBLE)

/** Every how many-eth request is met by each of the faults. */
const STRIDE = 37

/**
 * Meets single requests of the default rehearsal with each fault, everything else answers. The rehearsal either goes on to
 * the right end or stops with an error for people, never with a defect; running again without the fault ends right.
 */
export function sweepFaults(share: number, of: number): void {
  let scene: Scene
  let requests: number
  let expected: object

  beforeAll(async () => {
    scene = await exampleScene('codeflare')
    const whole = await scene.copy()
    const world = await whole.open()
    await whole.rehearse({ world })
    requests = world.requests.all.length
    expected = await endOf(world)
    await world.close()
    await whole.remove()
  }, 120_000)
  afterAll(() => scene.remove())

  const mine = FAULTS.map(([name, fault], index) => ({ name, fault, index })).filter(
    ({ index }) => index % of === share - 1,
  )
  test.each(mine)(
    '$name, wherever it happens: the right end or a clean stop, then the right end',
    async ({ fault, index }) => {
      const wrong: string[] = []
      // Each fault begins at another place, so that together they meet more of the requests.
      for (let nth = 1 + index * 5; nth <= requests; nth += STRIDE) {
        const found = await meet(await scene.copy(), fault, nth, expected)
        if (found !== null) wrong.push(`request ${nth}: ${found}`)
      }
      expect(wrong).toEqual([])
    },
  )
}

async function meet(scene: Scene, fault: Fault, nth: number, expected: object): Promise<string | null> {
  try {
    const world = await scene.open()
    world.faults.add({ fault, nth })
    const result = await scene.rehearse({ world }).catch((error: unknown) => error)
    const met = world.requests.lines()[nth - 1] ?? ''
    await world.close()
    // A failed step is in the result; what is thrown as anything but a reported error is a defect.
    if (result instanceof Error && !('advice' in result)) return `${met}: ${result.stack ?? result.message}`
    const again = await scene.rehearse()
    if (again.failure !== null) return `${met}: again step ${again.failure.stage}: ${again.failure.message}`
    const healed = await scene.open()
    const found = differences(expected, await endOf(healed))
    await healed.close()
    return found.length === 0 ? null : `${met}: ${found.join('; ')}`
  } finally {
    await scene.remove()
  }
}
