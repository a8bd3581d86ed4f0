import { expect, onTestFinished, test } from 'vitest'
import type { RehearsalResult } from '../../packages/cli/rehearsal/result.ts'
import type { World } from '../../packages/sandbox/index.ts'
import { exampleScene, rehearse } from './scene.ts'

/** What must be there once, however many trains run. */
async function counted(world: World) {
  const snapshot = Object.entries(await world.github.snapshot())
  const tags = snapshot.flatMap(([, { releases }]) => releases.map((release) => JSON.stringify(release)))
  const pulls = snapshot.flatMap(([name, repository]) =>
    repository.pulls.map((pull) => `${name} ${'head' in pull ? String(pull.head) : ''}`),
  )
  const runs = snapshot.flatMap(([name, repository]) =>
    repository.runs.flatMap((run) => ('conclusion' in run && run.conclusion === 'success' ? [name] : [])),
  )
  return {
    doubled: [...tags, ...pulls, ...runs].filter((one, index, all) => all.indexOf(one) !== index),
    messages: world.slack.messages.length,
    mails: new Set(world.mail.mails.map(({ messageId }) => messageId)).size,
  }
}

test(
  'two trains started at once make one release: one does the work, the other finds it or says who has it',
  { timeout: 120_000 },
  async () => {
    const scene = await exampleScene('codeflare')
    onTestFinished(() => scene.remove())
    const world = await scene.open()
    onTestFinished(() => world.close())
    const train = (name: string): Promise<RehearsalResult> =>
      rehearse(world, { train: scene.train, manifest: scene.manifest, workspace: `${scene.home}/${name}` })
    const results = await Promise.allSettled([train('one'), train('two')])
    const ended = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    expect(ended.length).toBeGreaterThan(0)
    for (const { failure } of ended) {
      // Whoever comes second and meets what it did not plan stops with words, before it writes anything over it.
      if (failure !== null) expect(failure.advice, failure.message).not.toBeNull()
    }
    // Whatever the two came to, the next run finds a whole release, or finishes it.
    expect(await train('three')).toMatchObject({ failure: null })
    expect(await counted(world)).toEqual({ doubled: [], messages: 1, mails: 1 })
    expect(await train('four')).toMatchObject({ outcome: 'unchanged', writes: 0 })
  },
)
