/** The update graphs of 168 real operators, as the catalog's own checker computes them. */
import { describe, expect, it } from 'vitest'
import { channelsOf } from '../../../packages/bundle/graph/catalog-bundle.ts'
import { catalogMode } from '../../../packages/bundle/graph/operator-catalog.ts'
import { channelGraph, findCycle, GraphUnreadable } from '../../../packages/bundle/graph/update-graph.ts'
import { operators } from './graph-data.ts'

describe('the update graphs of real operators', () => {
  it('are those that the catalog’s checker computes: bundles in order, head, edges, dangling', () => {
    const all = operators()
    let channels = 0
    for (const [name, { ci, bundles, expected }] of all) {
      for (const [channel, graph] of Object.entries(expected.channels)) {
        channels++
        expect({ name, channel, ...computed(name, channel, bundles, ci) }).toEqual({ name, channel, ...inOrder(graph) })
      }
    }
    expect([all.size, channels]).toEqual([168, 350])
  })

  it('have a cycle exactly where the checker finds one', () => {
    const found = [...operators()].flatMap(([name, { ci, bundles, expected }]) => {
      const says = expected.operatorChecks.filter(({ check }) => check === 'check_upgrade_graph_loop')
      const cycles = channelsOf(bundles).flatMap((channel) => {
        try {
          const edge = findCycle(channelGraph(channel, bundles, catalogMode(ci).mode))
          return edge === null
            ? []
            : [
                `Upgrade graph loop detected: Bundle(${name}/${edge.from.directory}) -> Bundle(${name}/${edge.to.directory})`,
              ]
        } catch (error) {
          if (error instanceof GraphUnreadable) return [inItsWords(error, name)]
          throw error
        }
      })
      expect({ name, cycles: [...new Set(cycles)] }).toEqual({ name, cycles: says.map(({ reason }) => reason) })
      return cycles
    })
    expect(found.length).toBeGreaterThan(3)
  })
})

function computed(operator: string, channel: string, bundles: Parameters<typeof channelGraph>[1], ci: unknown) {
  try {
    const { bundles: inside, head, edges, dangling } = channelGraph(channel, bundles, catalogMode(ci).mode)
    return inOrder({
      bundles: inside.map(({ name }) => name),
      head: head?.name ?? null,
      edges: edges.map(({ from, to }) => [from.name, to.name]),
      dangling: dangling.map(({ name }) => name),
    })
  } catch (error) {
    if (!(error instanceof GraphUnreadable)) throw error
    return { error: inItsWords(error, operator) }
  }
}

function inOrder(graph: {
  bundles?: string[] | undefined
  head?: string | null | undefined
  edges?: string[][] | undefined
  dangling?: string[] | undefined
  error?: string | undefined
}) {
  if (graph.error !== undefined) return { error: graph.error.replace(/^ValueError: /, '') }
  const { bundles, head, edges = [], dangling = [] } = graph
  return { bundles, head, edges: edges.map((edge) => edge.join(' ')).sort(), dangling: [...dangling].sort() }
}

/** The checker names a bundle by its directories. */
function inItsWords({ bundle, message }: GraphUnreadable, operator: string): string {
  return message.replace(bundle.name, `Bundle(${operator}/${bundle.directory})`)
}
