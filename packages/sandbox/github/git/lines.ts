/** A file's change line by line, as a pull request shows it. */
export interface LineDiff {
  readonly additions: number
  readonly deletions: number
  /** Unified hunks with three lines of context; absent for binary files and for changes too large to compare. */
  readonly patch?: string
}

interface Line {
  readonly sign: ' ' | '+' | '-'
  readonly text: string
}

const CONTEXT = 3
/** Beyond so many different lines the whole middle counts as rewritten, as GitHub leaves out patches of large files. */
const LARGEST_DISTANCE = 1000

export function diffLines(before: Buffer, after: Buffer): LineDiff {
  if (before.includes(0) || after.includes(0)) return { additions: 0, deletions: 0 }
  const old = splitLines(before)
  const now = splitLines(after)
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  let tail = 0
  while (tail < Math.min(old.length, now.length) - start && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1

  const left = old.slice(start, old.length - tail)
  const right = now.slice(start, now.length - tail)
  const middle = editScript(left, right)
  if (middle === undefined) return { additions: right.length, deletions: left.length }
  const same = (lines: readonly string[]): Line[] => lines.map((text) => ({ sign: ' ', text }))
  const script = [...same(old.slice(0, start)), ...middle, ...same(old.slice(old.length - tail))]
  const count = (sign: string): number => middle.filter((line) => line.sign === sign).length
  return { additions: count('+'), deletions: count('-'), patch: renderHunks(script) }
}

function splitLines(bytes: Buffer): string[] {
  const lines = bytes.toString('utf8').split('\n')
  if (lines.at(-1) === '') lines.pop()
  else lines.push(`${lines.pop() ?? ''}\n\\ No newline at end of file`)
  return lines
}

/** Myers' shortest edit script (An O(ND) Difference Algorithm, 1986), forwards with the furthest points kept. */
function editScript(old: readonly string[], now: readonly string[]): Line[] | undefined {
  const trace: Map<number, number>[] = []
  let furthest = new Map<number, number>([[1, 0]])
  for (let distance = 0; distance <= Math.min(old.length + now.length, LARGEST_DISTANCE); distance += 1) {
    trace.push(furthest)
    const reached = new Map(furthest)
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      let x = startOf(furthest, diagonal, distance).x
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x += 1
      reached.set(diagonal, x)
      if (x >= old.length && x - diagonal >= now.length) return backtrack(trace, old, now)
    }
    furthest = reached
  }
  return undefined
}

/** Where the path on a diagonal starts: one step down (an insertion) or right (a deletion) from its better neighbour. */
function startOf(furthest: ReadonlyMap<number, number>, diagonal: number, distance: number) {
  const above = furthest.get(diagonal + 1) ?? -1
  const left = furthest.get(diagonal - 1) ?? -1
  const down = diagonal === -distance || (diagonal !== distance && left < above)
  return down ? { x: above, from: diagonal + 1 } : { x: left + 1, from: diagonal - 1 }
}

function backtrack(
  trace: readonly ReadonlyMap<number, number>[],
  old: readonly string[],
  now: readonly string[],
): Line[] {
  const script: Line[] = []
  let x = old.length
  let y = now.length
  for (let distance = trace.length - 1; distance > 0; distance -= 1) {
    const furthest = trace[distance] ?? new Map<number, number>()
    const start = startOf(furthest, x - y, distance)
    for (; x > start.x && x > 0 && y > 0; x -= 1, y -= 1) script.push({ sign: ' ', text: old[x - 1] ?? '' })
    if (start.from > x - y) script.push({ sign: '+', text: now[(y -= 1)] ?? '' })
    else script.push({ sign: '-', text: old[(x -= 1)] ?? '' })
  }
  for (; x > 0; x -= 1) script.push({ sign: ' ', text: old[x - 1] ?? '' })
  return script.reverse()
}

function renderHunks(script: readonly Line[]): string {
  const changed = script.flatMap(({ sign }, index) => (sign === ' ' ? [] : [index]))
  const hunks: string[] = []
  for (let at = 0; at < changed.length;) {
    const first = Math.max(0, (changed[at] ?? 0) - CONTEXT)
    let end = (changed[at] ?? 0) + CONTEXT + 1
    for (at += 1; at < changed.length && (changed[at] ?? 0) - CONTEXT <= end; at += 1)
      end = (changed[at] ?? 0) + CONTEXT + 1
    const lines = script.slice(first, end)
    const range = (sign: '+' | '-'): string => {
      const other = sign === '+' ? '-' : '+'
      const length = lines.filter((line) => line.sign !== other).length
      const position = script.slice(0, first).filter((line) => line.sign !== other).length + (length === 0 ? 0 : 1)
      return length === 1 ? `${position}` : `${position},${length}`
    }
    hunks.push(`@@ -${range('-')} +${range('+')} @@`, ...lines.map(({ sign, text }) => `${sign}${text}`))
  }
  return hunks.join('\n')
}
