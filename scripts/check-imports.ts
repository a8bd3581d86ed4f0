/**
 * Fails on an import that points up or sideways between floors, into the middle of another package, or in a circle
 * (DESIGN.md, "The rooms"). Prints each offender with its line and what to do.
 */
import { glob, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

/** Floors from the ground up; what stands on one floor does not know its neighbours. */
const FLOORS: readonly (readonly string[])[] = [
  ['packages/plan', 'packages/yaml'],
  ['packages/action', 'packages/registry', 'packages/github', 'packages/versions', 'packages/sandbox'],
  ['packages/train'],
  ['packages/crds', 'packages/bundle', 'packages/matrix', 'packages/nightly', 'packages/announce'],
  ['actions'],
  ['packages/cli'],
]

const root = join(import.meta.dirname, '..')
const roomOf = (file: string): string =>
  file.startsWith('actions/') ? 'actions' : file.split('/').slice(0, 2).join('/')
const floorOf = (room: string): number => FLOORS.findIndex((rooms) => rooms.includes(room))

const files = (await Array.fromAsync(glob('{packages,actions}/**/*.ts', { cwd: root }))).sort()
const graph = new Map<string, string[]>()
const offences: string[] = []

for (const file of files) {
  const text = await readFile(join(root, file), 'utf8')
  const targets: string[] = []
  for (const match of text.matchAll(
    /\b(import type |export type )?(?:[^;'\n]|\n(?=[^'\n]* from ')|\n  )*?\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g,
  )) {
    const specifier = match[2] ?? ''
    const target = relative(root, join(root, dirname(file), specifier))
    const line = text.slice(0, match.index).split('\n').length
    const [from, to] = [roomOf(file), roomOf(target)]
    targets.push(target)
    if (floorOf(from) < 0) offences.push(`${file}: the room ${from} has no floor; add it to scripts/check-imports.ts`)
    if (from === to) continue
    if (floorOf(to) >= floorOf(from))
      offences.push(
        `${file}:${line} imports ${target}: ${from} stands beside or below ${to}; ask for it by an interface`,
      )
    else if (to !== 'actions' && target !== `${to}/index.ts`)
      offences.push(`${file}:${line} imports ${target}: enter ${to} through its index.ts`)
  }
  graph.set(file, targets)
}

const state = new Map<string, 'open' | 'closed'>()
const visit = (file: string, path: readonly string[]): void => {
  if (state.get(file) === 'closed') return
  if (state.get(file) === 'open') {
    offences.push(`circle: ${[...path.slice(path.indexOf(file)), file].join(' -> ')}`)
    return
  }
  state.set(file, 'open')
  for (const target of graph.get(file) ?? []) visit(target, [...path, file])
  state.set(file, 'closed')
}
for (const file of files) visit(file, [])

if (offences.length > 0) {
  console.error(offences.join('\n'))
  process.exitCode = 1
} else console.log(`Imports of ${files.length} files point down.`)
