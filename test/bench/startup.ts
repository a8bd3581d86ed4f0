/**
 * Cold start: each built action with nothing left to do against `node -e 0`, in turn, so that a drifting machine drifts for
 * both. Wall time of the whole process, as a runner waits for it.
 *
 * Budget (DESIGN.md): a median ratio of at most 2 where an action knows from its inputs that there is nothing to do. The
 * others must read a manifest (a YAML parser alone is nearly 2) or ask a service; their rows show what that costs when
 * every answer comes at once.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Scene } from '../scenes/scene.ts'
import { Stage } from '../scenes/scene.ts'
import { scenes } from '../scenes/index.ts'

const RUNS = 21
const dist = join(import.meta.dirname, '..', '..', 'dist')

const nothingAsked: Scene = {
  action: 'announce',
  title: 'no channel is configured',
  furnish: () => ({ with: { title: 'CodeFlare Stack v1.3.0', body: 'Released.' } }),
}

interface Row {
  readonly 'nothing left to do': string
  readonly 'node -e 0 (ms)': number
  readonly 'action (ms)': number
  readonly ratio: number
  readonly budget: string
}

const rows = [await measure(nothingAsked, 2)]
for (const scene of scenes) rows.push(await measure(scene))
console.log(`Whole process, wall time, median of ${RUNS} pairs, Node ${process.version}`)
console.table(rows)
if (rows.some(({ budget }) => budget === 'BROKEN')) process.exitCode = 1

async function measure(scene: Scene, budget?: number): Promise<Row> {
  const stage = await Stage.build(scene)
  const world = await stage.open()
  const inputs = Object.entries(stage.inputs(world)).map(([name, text]): [string, string] => [
    `INPUT_${name.toUpperCase()}`,
    text,
  ])
  const environment = { ...stage.environment(world), ...Object.fromEntries(inputs) }
  const action = (): Promise<number> => timed([join(dist, `${scene.action}.js`)], environment)
  try {
    // The first run does what there is to do, the second warms up.
    await action()
    await action()
    const pairs: { base: number; own: number }[] = []
    for (let run = 0; run < RUNS; run += 1)
      pairs.push({ base: await timed(['-e', '0'], environment), own: await action() })
    const ratio = median(pairs.map(({ base, own }) => own / base))
    return {
      'nothing left to do': `${scene.action}: ${scene.title}`,
      'node -e 0 (ms)': round(median(pairs.map(({ base }) => base))),
      'action (ms)': round(median(pairs.map(({ own }) => own))),
      ratio: round(ratio),
      budget: budget === undefined ? '' : ratio <= budget ? 'kept' : 'BROKEN',
    }
  } finally {
    await world.close()
    await stage.remove()
  }
}

function timed(args: readonly string[], environment: Record<string, string | undefined>): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint()
    const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
    let stdout = ''
    child.stdout.on('data', (text: Buffer) => (stdout += text.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
      if (code === 0) resolve(milliseconds)
      else reject(new Error(`${args.join(' ')} ended with ${code}:\n${stdout}`))
    })
  })
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
