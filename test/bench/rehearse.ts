/**
 * A rehearsal of a synthetic train of 25, 50, 100 and 200 components, each in a process of its own: wall time and peak
 * memory, the embedded world included. Budget (issue “The house”): 90 s and 500 MB at 200, growing linearly.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { furnish } from '../../packages/cli/rehearsal/furnish.ts'
import { rehearseRelease } from '../../packages/cli/rehearsal/rehearsal.ts'
import { syntheticStack } from '../../packages/cli/rehearsal/synthetic.ts'
import { openWorld } from '../../packages/sandbox/index.ts'
import { parseManifest } from '../../packages/train/index.ts'
import { silentLog } from '../context.ts'

interface Measured {
  readonly furnish: number
  readonly rehearse: number
  readonly memory: number
  readonly writes: number
  readonly outcome: string
}

function isMeasured(value: unknown): value is Measured {
  const isObject = typeof value === 'object' && value !== null
  return isObject && 'rehearse' in value && 'memory' in value
}

const SIZES = [25, 50, 100, 200]
const LIMIT = { seconds: 90, megabytes: 500 }

async function measure(count: number): Promise<Measured> {
  const stack = syntheticStack(count)
  const train = parseManifest(stack.manifest, 'release-train.yaml')
  const home = await mkdtemp(join(tmpdir(), 'rehearse-bench-'))
  try {
    const start = performance.now()
    const world = await openWorld({ directory: join(home, 'world'), start: stack.world.now })
    await furnish(world, stack.world, train, stack.manifest)
    const furnished = performance.now()
    const nothing = (): void => undefined
    const { result } = await rehearseRelease({
      world,
      train,
      manifest: stack.manifest,
      workspace: join(home, 'clones'),
      log: silentLog,
      signal: new AbortController().signal,
      progress: { started: nothing, stageStarted: nothing, step: nothing, stageEnded: nothing },
    })
    const end = performance.now()
    await world.close()
    if (result.failure !== null) throw new Error(`step ${result.failure.stage}: ${result.failure.message}`)
    return {
      furnish: (furnished - start) / 1000,
      rehearse: (end - furnished) / 1000,
      memory: process.resourceUsage().maxRSS / 1024,
      writes: result.writes,
      outcome: result.outcome,
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

const one = process.argv.slice(2).find((word) => /^\d+$/.test(word))
if (one !== undefined) console.log(JSON.stringify(await measure(Number(one))))
else {
  console.log('components  furnish s  rehearse s  ms/component  peak MB  writes  outcome')
  for (const size of SIZES) {
    const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, String(size)])
    const found: unknown = JSON.parse(stdout)
    if (!isMeasured(found)) throw new Error(`measuring ${size} printed ${stdout}`)
    const cells = [
      size,
      found.furnish.toFixed(1),
      found.rehearse.toFixed(1),
      ((found.rehearse * 1000) / size).toFixed(0),
      found.memory.toFixed(0),
      found.writes,
      found.outcome,
    ]
    console.log(cells.map((cell, index) => String(cell).padStart([10, 9, 10, 12, 7, 6, 7][index] ?? 0)).join('  '))
    if (size === 200 && (found.rehearse > LIMIT.seconds || found.memory > LIMIT.megabytes)) {
      console.error(`Over the budget of ${LIMIT.seconds} s and ${LIMIT.megabytes} MB.`)
      process.exitCode = 1
    }
  }
}
