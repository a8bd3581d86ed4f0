import { describe, expect, test } from 'vitest'
import { type Contestant, everyEnd, judged, type Scenario } from './race-model.ts'

const [newer, older] = [{ version: '1.3.0' }, { version: '1.2.1' }]
const published = (run: Contestant): Contestant => ({ ...run, publishes: true })

describe('of releases that race for stable the newest one wins in every interleaving, or a run fails loudly', () => {
  test.each<[string, Scenario]>([
    // Two ticks of 600 ms are more than the window from a look to the end of a PUT, one is more than half of it.
    ['stable moves on', { shows: '1.2.0', runs: [newer, older], tick: 600, ticks: 2 }],
    ['there is no stable yet', { shows: null, runs: [newer, older], tick: 600, ticks: 2 }],
    [
      'the newer one is just being published',
      { shows: '1.2.0', runs: [published(newer), older], tick: 1100, ticks: 1 },
    ],
    [
      'both are just being published',
      { shows: null, runs: [published(newer), published(older)], tick: 1100, ticks: 1 },
    ],
  ])('%s', async (_, scenario) => {
    const { quiet, loud } = await judged(scenario)
    // Both ends happen, so that neither is what the test is blind to.
    expect(quiet).toBeGreaterThan(0)
    expect(loud).toBeGreaterThan(quiet)
  })

  test('a PUT of the older one that was lost, and may come at any time, is told as soon as a higher release is out', async () => {
    const scenario = { shows: '1.2.0', runs: [newer, { ...older, ghost: true }], tick: 1100, ticks: 1 }
    for await (const { schedule, failed } of everyEnd(scenario)) {
      expect(failed, schedule).not.toEqual([])
    }
  })

  test('one after the other, nobody fails', async () => {
    const alone = { shows: '1.2.0', tick: 1100, ticks: 1 }
    for (const run of [older, newer, published(newer)]) {
      for await (const { schedule, shown, failed } of everyEnd({ ...alone, runs: [run] })) {
        expect({ shown, failed }, schedule).toEqual({ shown: run.version, failed: [] })
      }
    }
  })
})
