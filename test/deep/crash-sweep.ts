import { afterAll, beforeAll, expect, test } from 'vitest'
import { exampleScene, type Scene } from '../rehearsals/scene.ts'
import { differences, endOf } from './end-state.ts'

/**
 * Ends the world right after each write of the default rehearsal, one by one, reopens it and rehearses again: the end must
 * be the uninterrupted rehearsal's. A share of the writes, so that several workers divide them.
 */
export function sweepCrashes(share: number, of: number): void {
  let scene: Scene
  let writes: number
  let expected: object

  beforeAll(async () => {
    scene = await exampleScene('codeflare')
    const whole = await scene.copy()
    const result = await whole.rehearse()
    expect(result.failure).toBeNull()
    writes = result.writes
    const world = await whole.open()
    expected = await endOf(world)
    await world.close()
    await whole.remove()
  }, 120_000)
  afterAll(() => scene.remove())

  test(`ended after any of its writes (share ${share} of ${of}), the release is finished by running again`, async () => {
    expect(writes).toBeGreaterThan(20)
    const wrong: string[] = []
    for (let after = share; after <= writes; after += of) {
      const difference = await crashAndRunAgain(await scene.copy(), after, expected)
      if (difference !== null) wrong.push(`after write ${after}: ${difference}`)
    }
    expect(wrong).toEqual([])
  })
}

async function crashAndRunAgain(scene: Scene, after: number, expected: object): Promise<string | null> {
  const ended = new AbortController()
  const crashing = await scene.open({ afterWrite: after, act: () => ended.abort(new Error('the process is gone')) })
  const last = () => crashing.ledger.subjects.at(-1) ?? ''
  try {
    // What a dying process says is nobody's business; that it is cut off is.
    await scene.rehearse({ world: crashing, signal: ended.signal }).catch(() => undefined)
    if (!ended.signal.aborted) return 'the world never ended'
    await crashing.close()
    const where = last()
    const again = await scene.rehearse()
    if (again.failure !== null) return `${where}: step ${again.failure.stage}: ${again.failure.message}`
    const world = await scene.open()
    const found = await endOf(world)
    await world.close()
    const different = differences(expected, found)
    if (different.length > 0) return `${where}: ${different.join('; ')}`
    return null
  } finally {
    await scene.remove()
  }
}
