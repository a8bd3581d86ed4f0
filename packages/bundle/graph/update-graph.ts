import { bundlesOf, type CatalogBundle, splitName, type UpdateMode, versionInName } from './catalog-bundle.ts'
import { parseCheckerRange } from './checker-range.ts'
import { readSemVer } from './semver.ts'

/** The update graph of one channel. */
export interface ChannelGraph {
  readonly channel: string
  /** Lowest version first. */
  readonly bundles: readonly CatalogBundle[]
  /** The bundle of the highest version; null for a channel without bundles. */
  readonly head: CatalogBundle | null
  /** From a bundle to one that may replace it. */
  readonly edges: readonly Edge[]
  /** Bundles that nothing replaces and that are not the head: who installed one is never updated. */
  readonly dangling: readonly CatalogBundle[]
}

export interface Edge {
  readonly from: CatalogBundle
  readonly to: CatalogBundle
}

/** A graph that the checker cannot compute: then it fails the pull request. */
export class GraphUnreadable extends Error {
  /** Whose fault it is. */
  readonly bundle: CatalogBundle

  constructor(bundle: CatalogBundle, message: string) {
    super(message)
    this.name = 'GraphUnreadable'
    this.bundle = bundle
  }
}

/**
 * The update graph of a channel as the catalog's checker computes it (operator-pipelines, `operator_repo/core.py`,
 * `Operator.update_graph`).
 *
 * @throws GraphUnreadable where the checker gives up.
 */
export function channelGraph(channel: string, all: readonly CatalogBundle[], mode: UpdateMode): ChannelGraph {
  const bundles = bundlesOf(channel, all)
  const head = bundles.at(-1) ?? null
  const edges = mode === 'semver-mode' ? chain(bundles) : [...byRange(bundles), ...byName(bundles)]
  const distinct = [...new Map(edges.map((edge) => [`${edge.from.directory}\0${edge.to.directory}`, edge])).values()]
  const replaced = new Set(distinct.map(({ from }) => from))
  return {
    channel,
    bundles,
    head,
    edges: distinct,
    dangling: bundles.filter((bundle) => bundle !== head && !replaced.has(bundle)),
  }
}

function chain(bundles: readonly CatalogBundle[]): Edge[] {
  return bundles.slice(1).flatMap((to, index) => {
    const from = bundles[index]
    return from === undefined ? [] : [{ from, to }]
  })
}

/** Edges from `olm.skipRange`; a range that the checker cannot read is ignored by it. */
function byRange(bundles: readonly CatalogBundle[]): Edge[] {
  return bundles.flatMap((to) => {
    const range = to.skipRange === null || to.skipRange === '' ? null : parseCheckerRange(to.skipRange)
    if (range === null) return []
    return bundles.flatMap((from) => {
      const version = readSemVer(versionInName(from))
      if (version === null) throw new GraphUnreadable(from, `Invalid version string: '${versionInName(from)}'`)
      return range(version) ? [{ from, to }] : []
    })
  })
}

/** Edges from `spec.replaces` and `spec.skips`, found by the version in the name: the operator in it does not count. */
function byName(bundles: readonly CatalogBundle[]): Edge[] {
  const byVersion = new Map(bundles.map((bundle) => [versionInName(bundle), bundle]))
  return bundles.flatMap((to) =>
    [...(to.replaces === null ? [] : [to.replaces]), ...to.skips].flatMap((name) => {
      const replaced = splitName(name)
      if (replaced === null) throw new GraphUnreadable(to, `${to.name} has invalid 'replaces' field: '${name}'`)
      const from = byVersion.get(replaced.version)
      return from === undefined ? [] : [{ from, to }]
    }),
  )
}

/** An edge that closes a cycle; null where there is none. */
export function findCycle({ bundles, edges }: Pick<ChannelGraph, 'bundles' | 'edges'>): Edge | null {
  const next = Map.groupBy(edges, ({ from }) => from)
  const done = new Set<CatalogBundle>()
  for (const start of bundles) {
    // Depth first without recursion: a channel may have hundreds of bundles in one chain.
    const path: { readonly at: CatalogBundle; readonly rest: Edge[] }[] = []
    const onPath = new Set<CatalogBundle>()
    const enter = (at: CatalogBundle): void => {
      path.push({ at, rest: [...(next.get(at) ?? [])] })
      onPath.add(at)
    }
    if (!done.has(start)) enter(start)
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const edge = last.rest.shift()
      if (edge === undefined) {
        path.pop()
        onPath.delete(last.at)
        done.add(last.at)
      } else if (onPath.has(edge.to)) return edge
      else if (!done.has(edge.to)) enter(edge.to)
    }
  }
  return null
}
