import { type Block, code, details, mermaid, paragraph } from '../../plan/index.ts'
import { type CatalogBundle, versionInName } from './catalog-bundle.ts'
import { channelGraph, type ChannelGraph, GraphUnreadable } from './update-graph.ts'
import type { UpdateMode } from './catalog-bundle.ts'

/** So many bundles of a channel are drawn; of longer ones, the newest and what touches the new one. */
const MOST_DRAWN = 16

/** The update graph of the channels of a bundle, with the bundle in it, for a summary or a pull request. */
export function drawChannels(bundle: CatalogBundle, others: readonly CatalogBundle[], mode: UpdateMode): Block[] {
  const all = [...others.filter(({ name }) => name !== bundle.name), bundle]
  return bundle.channels.flatMap((channel) => {
    try {
      const graph = channelGraph(channel, all, mode)
      const drawing = mermaid(mermaidOf(graph, bundle))
      const hidden = graph.bundles.length - drawn(graph, bundle).length
      const blocks = [drawing, ...(hidden > 0 ? [paragraph(`${hidden} older bundles are not drawn.`)] : [])]
      return [details(['Channel ', code(channel), `: ${counted(graph.bundles.length)}`], blocks)]
    } catch (error) {
      if (!(error instanceof GraphUnreadable)) throw error
      return [paragraph('Channel ', code(channel), ' cannot be drawn: ', error.message)]
    }
  })
}

/** A channel as a Mermaid flow chart: the new bundle, the head and what dangles stand out. */
function mermaidOf(graph: ChannelGraph, bundle: CatalogBundle): string {
  const shown = drawn(graph, bundle)
  const idOf = new Map(shown.map((one, index) => [one, `b${index}`]))
  const nodes = shown.map((one) => {
    const style = one.name === bundle.name ? ':::new' : graph.dangling.includes(one) ? ':::dangling' : ''
    const role = one === graph.head ? ' (head)' : ''
    return `  ${idOf.get(one) ?? ''}["${escape(versionInName(one))}${role}"]${style}`
  })
  const edges = graph.edges.flatMap(({ from, to }) => {
    const [source, target] = [idOf.get(from), idOf.get(to)]
    if (source === undefined || target === undefined) return []
    // What the CSV names with `replaces` is the chain; skips and ranges are ways around it.
    return [`  ${source} ${to.replaces === from.name ? '-->' : '-.->'} ${target}`]
  })
  return [
    'flowchart LR',
    ...nodes,
    ...edges,
    '  classDef new stroke-width:3px',
    '  classDef dangling stroke:#d1242f,stroke-dasharray:4',
  ].join('\n')
}

function drawn({ bundles, edges }: ChannelGraph, bundle: CatalogBundle): readonly CatalogBundle[] {
  if (bundles.length <= MOST_DRAWN) return bundles
  const newest = new Set(bundles.slice(-MOST_DRAWN))
  const replacing = new Set(edges.flatMap(({ from, to }) => (from.name === bundle.name ? [to] : [])))
  return bundles.filter(
    (one) => newest.has(one) || replacing.has(one) || one.name === bundle.name || one.name === bundle.replaces,
  )
}

/** Mermaid reads `#` and quotes in labels; versions come from files that anybody may have written. */
function escape(text: string): string {
  return text.replaceAll(/[^\w.+\- ]/g, (character) => `#${character.codePointAt(0) ?? 0};`)
}

function counted(count: number): string {
  return count === 1 ? '1 bundle' : `${count} bundles`
}
