/**
 * The contract's hard half, for every scene: killed after any write, the next run ends where an uninterrupted run ends; and
 * with any single answer replaced by trouble, the action either gets there all the same or says plainly that it did not
 * and gets there the next time.
 */
import pLimit from 'p-limit'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { actions } from '../../actions/index.ts'
import { execute, type Execution } from '../../packages/action/index.ts'
import { ReportedError } from '../../packages/plan/index.ts'
import type { Fault, LoggedRequest, World } from '../../packages/sandbox/index.ts'
import { scenes } from '../scenes/index.ts'
import type { Scene } from '../scenes/scene.ts'
import { Stage } from '../scenes/scene.ts'
import { SILENCE, TROUBLE } from '../scenes/trouble.ts'
import { quietContext } from '../context.ts'

/** How long a client waits for an answer here, in milliseconds; half a minute and more in a real run. */
const PATIENCE = 2000

class Killed extends Error {}

/** Each case has a world of its own and mostly waits for a retry, so many run side by side. */
const sideBySide = pLimit(12)

/** A share of the scenes, so that several workers divide them. */
export function sweepContract(share: number, of: number): void {
  // Time-outs of half a minute come after two seconds, so that silence can be tested; all other timers stay as they are.
  beforeAll(() => {
    const timeout = AbortSignal.timeout.bind(AbortSignal)
    const later = globalThis.setTimeout
    const shorten = (milliseconds = 0): number => (milliseconds >= 10_000 ? PATIENCE : milliseconds)
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => timeout(shorten(milliseconds)))
    vi.spyOn(globalThis, 'setTimeout').mockImplementation((callback, milliseconds, ...given) =>
      later(callback, shorten(milliseconds), ...given),
    )
  })
  afterAll(() => {
    vi.restoreAllMocks()
  })

  describe.each(scenes.filter((_, index) => index % of === share - 1))('$action: $title', (scene) => {
    let clean: Stage
    let end: unknown
    let writes = 0
    let changes = 0
    let requests: readonly LoggedRequest[] = []

    beforeAll(async () => {
      clean = await Stage.build(scene)
      const stage = await clean.copy()
      const world = await stage.open()
      const before = world.ledger.writes
      const execution = await run(scene, stage, world)
      writes = world.ledger.writes - before
      changes = execution.plan.length
      requests = [...world.requests.all]
      end = await stage.state(world)
      await world.close()
      await stage.remove()
    })
    afterAll(() => clean.remove())

    it('killed after each write to the world, the next run finishes', async () => {
      await forEach(numbers(writes), async (afterWrite) => {
        const stage = await clean.copy()
        const killed = Promise.withResolvers<never>()
        const dying = await stage.open({ crash: { afterWrite, act: () => killed.reject(new Killed()) } })
        const death = new AbortController()
        const first = run(scene, stage, dying, { signal: death.signal })
        await expect(Promise.race([killed.promise, first])).rejects.toThrow(Killed)
        death.abort(new Killed())
        await Promise.allSettled([first])
        await dying.close()
        expect(await finish(scene, stage), `killed after write ${afterWrite} of ${writes}`).toEqual(end)
      })
    })

    it('killed between any two changes, the next run finishes', async () => {
      await forEach(numbers(changes), async (after) => {
        const stage = await clean.copy()
        const world = await stage.open()
        let made = 0
        const onChange = (): void => {
          made += 1
          if (made === after) throw new Killed()
        }
        await expect(run(scene, stage, world, { onChange })).rejects.toThrow(Killed)
        await world.close()
        expect(await finish(scene, stage), `killed after change ${after} of ${changes}`).toEqual(end)
      })
    })

    it.each(Object.entries<Fault>({ ...TROUBLE, silence: SILENCE }))(
      'with %s in place of any one answer it ends right or fails loudly, and the next run ends right',
      async (_, fault) => {
        await forEach(eachRequest(requests), async ({ service, method, nth }) => {
          const stage = await clean.copy()
          const world = await stage.open()
          world.faults.add({ service, method, nth, fault })
          const first = await run(scene, stage, world).catch((error: unknown) => error)
          const where = `${service} ${method} number ${nth}`
          if (first instanceof Error) expect(first, where).toBeInstanceOf(ReportedError)
          else expect(await stage.state(world), where).toEqual(end)
          world.faults.clear()
          await world.close()
          expect(await finish(scene, stage), `run again after trouble at ${where}`).toEqual(end)
        })
      },
    )
  })
}

/** Every request of the clean run, addressed so that a rule can hit just that one. */
function eachRequest(requests: readonly LoggedRequest[]): { service: string; method: string; nth: number }[] {
  const seen = new Map<string, number>()
  return requests.map(({ service, method }) => {
    const nth = (seen.get(`${service} ${method}`) ?? 0) + 1
    seen.set(`${service} ${method}`, nth)
    return { service, method, nth }
  })
}

/** Runs to the end in a healthy world and gives the end state. */
async function finish(scene: Scene, stage: Stage): Promise<unknown> {
  const world = await stage.open()
  const { refusal } = await run(scene, stage, world)
  expect(refusal).toBeUndefined()
  const state = await stage.state(world)
  await world.close()
  await stage.remove()
  return state
}

async function run(
  scene: Scene,
  stage: Stage,
  world: World,
  options: { onChange?: () => void; signal?: AbortSignal } = {},
): Promise<Execution> {
  const load = actions[scene.action]
  if (load === undefined) throw new Error(`no action ${scene.action}`)
  const { default: action } = await load()
  const context = quietContext(stage.environment(world), stage.checkout, options.signal)
  return execute(action, new Map(Object.entries(stage.inputs(world))), context, {
    sleep: () => Promise.resolve(),
    ...(options.onChange !== undefined && { onChange: options.onChange }),
  })
}

async function forEach<T>(cases: readonly T[], body: (one: T) => Promise<void>): Promise<void> {
  await Promise.all(cases.map((one) => sideBySide(() => body(one))))
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
