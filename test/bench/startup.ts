/**
 * Cold start: each built action with nothing to do against `node -e 0`, in turn, so that a drifting machine drifts for
 * both. Budget (DESIGN.md): a median ratio of at most 2. Wall time of the whole process, as a runner would wait for it.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actions } from '../../actions/index.ts'
import { nothingToDo } from './nothing-to-do.ts'

const RUNS = 21
const dist = join(import.meta.dirname, '..', '..', 'dist')
const built = readdirSync(dist)
const rows: Record<string, { 'node -e 0 (ms)': number; 'action (ms)': number; ratio: number; budget: string }> = {}

for (const name of Object.keys(actions)) {
  if (!built.includes(`${name}.js`)) throw new Error(`dist/${name}.js is missing: npm run build`)
  const scene = nothingToDo[name]
  if (scene === undefined) continue
  const workspace = mkdtempSync(join(tmpdir(), 'startup-'))
  const environment = { PATH: process.env['PATH'] ?? '', GITHUB_WORKSPACE: workspace, ...scene(workspace) }
  const action = (): number => timed([join(dist, `${name}.js`)], environment)
  const bare = (): number => timed(['-e', '0'], environment)
  action()
  const pairs = Array.from({ length: RUNS }, () => [bare(), action()] as const)
  const ratio = median(pairs.map(([base, own]) => own / base))
  rows[name] = {
    'node -e 0 (ms)': round(median(pairs.map(([base]) => base))),
    'action (ms)': round(median(pairs.map(([, own]) => own))),
    ratio: round(ratio),
    budget: ratio <= 2 ? 'kept' : 'BROKEN',
  }
  rmSync(workspace, { recursive: true })
}
console.log(`Whole process, wall time, median of ${RUNS} pairs, Node ${process.version}`)
console.table(rows)

function timed(args: readonly string[], environment: Record<string, string>): number {
  const start = process.hrtime.bigint()
  const { status, stdout } = spawnSync(process.execPath, args, { env: environment, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${stdout}`)
  return Number(process.hrtime.bigint() - start) / 1e6
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
