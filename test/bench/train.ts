/**
 * A synthetic train of 10, 50 and 200 components in the embedded world, each size in a process of its own: what release-plan and
 * release-components ask of GitHub, and how long they take, the world included. Budgets (issue “The release train”): both grow
 * linearly, and the plan of 200 takes less than 10 s.
 */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import releaseComponents from '../../actions/release-components/action.ts'
import releasePlan from '../../actions/release-plan/action.ts'
import { type Action, execute, type Execution } from '../../packages/action/index.ts'
import { buildImage } from '../../packages/cli/rehearsal/ci.ts'
import { furnish } from '../../packages/cli/rehearsal/furnish.ts'
import { syntheticStack } from '../../packages/cli/rehearsal/synthetic.ts'
import { openWorld, type World } from '../../packages/sandbox/index.ts'
import { parseManifest, type Train } from '../../packages/train/index.ts'
import { quietContext } from '../context.ts'

interface Measured {
  readonly plan: Cost
  readonly components: Cost
}

interface Cost {
  readonly requests: number
  readonly writes: number
  readonly seconds: number
  /** Of this process, the embedded world included: what a machine that does nothing else would need at least. */
  readonly cpu: number
}

const SIZES = [10, 50, 200]
const LIMIT_SECONDS = 10
/** Requests a component at 200 beside those at 10: more is no line any more. */
const LINEAR = 1.25

async function measure(count: number): Promise<Measured> {
  const stack = syntheticStack(count)
  const train = parseManifest(stack.manifest, 'release-train.yaml')
  const home = await mkdtemp(join(tmpdir(), 'train-bench-'))
  const world = await openWorld({ directory: join(home, 'world'), start: stack.world.now })
  try {
    await furnish(world, stack.world, train, stack.manifest)
    scriptReleases(world, train)
    const workspace = join(home, 'checkout')
    await mkdir(workspace)
    await writeFile(join(workspace, 'release-train.yaml'), stack.manifest)
    const run = async (action: Action, inputs: Record<string, string>): Promise<{ cost: Cost; done: Execution }> => {
      world.requests.clear()
      const [start, used] = [performance.now(), process.cpuUsage()]
      const done = await execute(
        action,
        new Map(Object.entries({ token: 'ghs_bench', now: stack.world.now, ...inputs })),
        quietContext({ ...world.environment(), GITHUB_REPOSITORY: 'synthetic/operator' }, workspace),
        { sleep: () => Promise.resolve() },
      )
      const seconds = (performance.now() - start) / 1000
      const { user, system } = process.cpuUsage(used)
      const asked = world.requests.all.filter(({ service }) => service === 'github')
      const writes = asked.filter(({ wrote }) => wrote).length
      return { cost: { requests: asked.length, writes, seconds, cpu: (user + system) / 1_000_000 }, done }
    }
    const plan = await run(releasePlan, {})
    const versions = plan.done.outputs['version-list'] ?? ''
    const components = await run(releaseComponents, { versions })
    return { plan: plan.cost, components: components.cost }
  } finally {
    await world.close()
    await rm(home, { recursive: true, force: true })
  }
}

/** What each component's workflow does; its own requests would be those of other repositories' tokens. */
function scriptReleases(world: World, train: Train): void {
  for (const { repository, workflow, images } of train.components) {
    if (workflow === null) continue
    world.github.onDispatch(repository, workflow, async ({ inputs }) => {
      const { version: tag = '', commit: revision = '' } = inputs
      await world.github.release(repository, { tag, target: revision })
      for (const { name } of images)
        await buildImage(world, { repository, image: name, revision, version: 'main' }, [tag])
      return 'success'
    })
  }
}

function isMeasured(value: unknown): value is Measured {
  return typeof value === 'object' && value !== null && 'plan' in value && 'components' in value
}

const one = process.argv.slice(2).find((word) => /^\d+$/.test(word))
if (one !== undefined) console.log(JSON.stringify(await measure(Number(one))))
else {
  console.log('            release-plan                          release-components')
  console.log('components  requests  a component      s    cpu    requests  a component  writes      s    cpu')
  const found = new Map<number, Measured>()
  for (const size of SIZES) {
    const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, String(size)])
    const value: unknown = JSON.parse(stdout)
    if (!isMeasured(value)) throw new Error(`measuring ${size} printed ${stdout}`)
    found.set(size, value)
    const { plan, components } = value
    const cells = [
      size,
      plan.requests,
      (plan.requests / size).toFixed(1),
      plan.seconds.toFixed(1),
      plan.cpu.toFixed(1),
      components.requests,
      (components.requests / size).toFixed(1),
      components.writes,
      components.seconds.toFixed(1),
      components.cpu.toFixed(1),
    ]
    console.log(
      cells.map((cell, index) => String(cell).padStart([10, 8, 11, 5, 5, 10, 11, 6, 5, 5][index] ?? 0)).join('  '),
    )
  }
  const [small, large] = [found.get(10), found.get(200)]
  if (small !== undefined && large !== undefined) {
    for (const which of ['plan', 'components'] as const) {
      const growth = large[which].requests / 200 / (small[which].requests / 10)
      if (growth <= LINEAR) continue
      console.error(`${which}: ${growth.toFixed(2)} times the requests a component at 200; ${LINEAR} are allowed.`)
      process.exitCode = 1
    }
    if (large.plan.seconds > LIMIT_SECONDS) {
      console.error(`The plan of 200 took ${large.plan.seconds.toFixed(1)} s; ${LIMIT_SECONDS} s are allowed.`)
      process.exitCode = 1
    }
  }
}
