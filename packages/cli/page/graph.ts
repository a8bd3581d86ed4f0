import { escapeHtml } from '../../action/index.ts'
import type { MemberResult } from '../rehearsal/result.ts'

const BOX = { width: 206, height: 58, gapX: 46, gapY: 16, margin: 2 }
/** The height kept free in a column for a line that passes through it. */
const LANE = 18

/** What stands in a column: a member, or (without one) the lane of a line that passes through. */
interface Slot {
  readonly id: string
  readonly member?: MemberResult
  readonly left: readonly string[]
}

interface Placed {
  readonly slot: Slot
  readonly x: number
  /** The middle. */
  readonly y: number
}

/**
 * The dependency graph as inline SVG: from what is needed (left) to what needs it (right), each member in the column
 * after the last one that it depends on, ordered so that few lines cross (Sugiyama's method: layers, lanes, barycentres).
 */
export function dependencyGraph(members: readonly MemberResult[]): string {
  const columns = orderColumns(withLanes(members))
  const heights = columns.map((column) => column.reduce((sum, slot) => sum + heightOf(slot) + BOX.gapY, -BOX.gapY))
  const height = Math.max(0, ...heights) + 2 * BOX.margin
  const width = Math.max(0, columns.length * (BOX.width + BOX.gapX) - BOX.gapX) + 2 * BOX.margin
  const placed = new Map<string, Placed>()
  columns.forEach((column, index) => {
    let top = (height - (heights[index] ?? 0)) / 2
    for (const slot of column) {
      placed.set(slot.id, { slot, x: BOX.margin + index * (BOX.width + BOX.gapX), y: top + heightOf(slot) / 2 })
      top += heightOf(slot) + BOX.gapY
    }
  })
  const all = [...placed.values()]
  const edges = all.flatMap((to) =>
    to.slot.left.flatMap((id) => {
      const from = placed.get(id)
      return from === undefined ? [] : [edge(from, to)]
    }),
  )
  return `<svg class="graph" role="img" aria-label="Dependency graph" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
${[...edges, ...all.map(box)].join('\n')}
</svg>`
}

function heightOf(slot: Slot): number {
  return slot.member === undefined ? LANE : BOX.height
}

/** Columns by the longest way from a member that depends on nothing, with lanes for the lines that pass columns. */
function withLanes(members: readonly MemberResult[]): Slot[][] {
  const byId = new Map(members.map((member) => [member.id, member]))
  const layers = new Map<string, number>()
  const layer = (id: string, path: readonly string[]): number => {
    const known = layers.get(id)
    if (known !== undefined) return known
    // A cycle was refused when the manifest was read; here it only must not hang.
    const before = (byId.get(id)?.dependsOn ?? []).filter((other) => byId.has(other) && !path.includes(other))
    const found = Math.max(-1, ...before.map((other) => layer(other, [...path, id]))) + 1
    layers.set(id, found)
    return found
  }
  const columns: Slot[][] = []
  const lanes = new Map<string, Slot>()
  for (const member of members) {
    const own = layer(member.id, [])
    const left = member.dependsOn
      .filter((id) => byId.has(id))
      .map((id) => {
        let previous = id
        for (let at = layer(id, []) + 1; at < own; at++) {
          // One lane for all lines that come from the same member.
          const lane = lanes.get(`${id} ${at}`) ?? { id: `${id} ${at}`, left: [previous] }
          if (!lanes.has(lane.id)) (columns[at] ??= []).push(lane)
          lanes.set(lane.id, lane)
          previous = lane.id
        }
        return previous
      })
    ;(columns[own] ??= []).push({ id: member.id, member, left })
  }
  return columns
}

/** Sweeps of the barycentre heuristic, left to right and back: a slot stands at the mean height of its neighbours. */
function orderColumns(columns: readonly Slot[][]): Slot[][] {
  const heights = new Map<string, number>()
  const right = new Map<string, string[]>()
  for (const { id, left } of columns.flat())
    for (const other of left) right.set(other, [...(right.get(other) ?? []), id])
  const note = (column: readonly Slot[]): void => {
    column.forEach((slot, index) => heights.set(slot.id, (index + 0.5) / column.length))
  }
  const mean = (ids: readonly string[], own: string): number => {
    const known = ids.map((id) => heights.get(id)).filter((height) => height !== undefined)
    return known.length === 0
      ? (heights.get(own) ?? 0.5)
      : known.reduce((sum, height) => sum + height, 0) / known.length
  }
  const sorted = (column: readonly Slot[], neighbours: (slot: Slot) => readonly string[]): Slot[] => {
    const next = [...column].sort((one, other) => mean(neighbours(one), one.id) - mean(neighbours(other), other.id))
    note(next)
    return next
  }
  columns.forEach(note)
  let order = columns.map((column) => [...column])
  for (let sweep = 0; sweep < 4; sweep++) {
    order = order.map((column) => sorted(column, ({ left }) => left))
    order = order
      .toReversed()
      .map((column) => sorted(column, ({ id }) => right.get(id) ?? []))
      .toReversed()
  }
  return order
}

function edge(from: Placed, to: Placed): string {
  const [x1, x2] = [from.x + (from.slot.member === undefined ? 0 : BOX.width), to.x]
  const bend = BOX.gapX / 2
  const level = from.slot.member === undefined ? `M${x1} ${from.y} H${x1 + BOX.width}` : `M${x1} ${from.y}`
  const start = from.slot.member === undefined ? x1 + BOX.width : x1
  return `<path class="edge" d="${level} C${start + bend} ${from.y} ${x2 - bend} ${to.y} ${x2} ${to.y}"/>`
}

function box({ slot: { member }, x, y: middle }: Placed): string {
  if (member === undefined) return ''
  const y = middle - BOX.height / 2
  const versions = moved(member)
    ? `<tspan class="old">${escapeHtml(member.before ?? 'new')}</tspan> → <tspan class="new">${escapeHtml(member.after ?? '')}</tspan>`
    : escapeHtml(member.after ?? member.before ?? '')
  return `<g class="node ${member.kind}${moved(member) ? ' moved' : ''}"><title>${escapeHtml(`${member.name}, ${member.repository}`)}</title>
<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="9"/>
<text class="name" x="${x + 12}" y="${y + (versions === '' ? 34 : 24)}">${escapeHtml(shortened(member.name))}</text>
<text class="version" x="${x + 12}" y="${y + 44}">${versions}</text></g>`
}

function moved({ before, after }: MemberResult): boolean {
  return after !== null && before !== after
}

function shortened(name: string): string {
  return name.length <= 24 ? name : `${name.slice(0, 23).trimEnd()}…`
}
