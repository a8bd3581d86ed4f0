import { bundlesOf, type CatalogBundle, versionInName } from './catalog-bundle.ts'
import { parseOlmRange } from './olm-range.ts'
import { readSemVer } from './semver.ts'

/** A channel as OLM itself sees it (operator-registry, `alpha/model`, `Channel.Head`), whatever the catalog’s checker says. */
export interface OlmChannel {
  readonly channel: string
  readonly bundles: readonly CatalogBundle[]
  /** What no other bundle replaces or skips by name: one is right, several are a catalog that opm refuses, none a cycle. */
  readonly heads: readonly CatalogBundle[]
  /** Bundles from which no way of replacing, skipping and ranges leads to the head of the highest version. */
  readonly stranded: readonly CatalogBundle[]
}

/** The channel with the edges that OLM follows: `replaces`, `skips`, and `olm.skipRange` in its own dialect. */
export function olmChannel(channel: string, all: readonly CatalogBundle[]): OlmChannel {
  const bundles = bundlesOf(channel, all)
  const gone = new Set(bundles.flatMap(({ replaces, skips }) => [...(replaces === null ? [] : [replaces]), ...skips]))
  const head = bundles.at(-1)
  const reached = new Set<CatalogBundle>(head === undefined ? [] : [head])
  // A Set yields what is added to it on the way.
  for (const to of reached) {
    const range = to.skipRange === null ? null : parseOlmRange(to.skipRange)
    for (const from of bundles) {
      const version = readSemVer(versionInName(from))
      if (
        to.replaces === from.name ||
        to.skips.includes(from.name) ||
        (version !== null && range?.(version) === true)
      ) {
        reached.add(from)
      }
    }
  }
  return {
    channel,
    bundles,
    heads: bundles.filter(({ name }) => !gone.has(name)),
    stranded: bundles.filter((bundle) => !reached.has(bundle)),
  }
}
