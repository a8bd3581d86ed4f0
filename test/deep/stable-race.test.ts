import { describe, expect, test } from 'vitest'
import { judged, type Scenario } from '../packages/registry/race-model.ts'

const [newer, older, oldest] = [{ version: '1.3.0' }, { version: '1.2.2' }, { version: '1.2.1' }]

describe('of releases that race for stable the newest one wins in every interleaving, or a run fails loudly', () => {
  test.each<[string, Scenario]>([
    ['two, with time passing often', { shows: '1.2.0', runs: [newer, older], tick: 600, ticks: 3 }],
    ['two, where there is no stable yet', { shows: null, runs: [newer, older], tick: 400, ticks: 3 }],
    ['three', { shows: '1.2.0', runs: [newer, older, oldest], tick: 1100, ticks: 0 }],
  ])('%s', { timeout: 600_000 }, async (_, scenario) => {
    const { loud } = await judged(scenario)
    expect(loud).toBeGreaterThan(4000)
  })
})
