import { expect, onTestFinished, test } from 'vitest'
import { exampleScene } from './scene.ts'

/** The default token has 1,000 requests an hour and repository; GitHub lets 80 contents be made in a minute, 500 in an hour. */
const BUDGET = { requests: 400, writes: 60, plan: 60 }

test('a whole CodeFlare train keeps within the requests and writes that it may cost', async () => {
  const scene = await exampleScene('codeflare')
  onTestFinished(() => scene.remove())
  const world = await scene.open()
  onTestFinished(() => world.close())
  expect(await scene.rehearse({ world })).toMatchObject({ outcome: 'released' })
  const github = world.requests.all.filter(({ service }) => service === 'github')
  // What is answered by 304 does not count (docs.github.com, "Use conditional requests if appropriate").
  const counted = github.filter(({ path, status }) => path.startsWith('/api/v3/') && status !== 304)
  const written = github.filter(({ wrote }) => wrote)
  expect(counted.length).toBeLessThanOrEqual(BUDGET.requests)
  expect(written.length).toBeLessThanOrEqual(BUDGET.writes)
  expect(written.length).toBeGreaterThan(20)
})
