import { describe, expect, it } from 'vitest'
import type { CatalogBundle, NewBundle, OperatorCatalog } from '../../../packages/bundle/index.ts'
import { placeBundle } from '../../../packages/bundle/index.ts'
import { channelsOf, compareBundles } from '../../../packages/bundle/graph/catalog-bundle.ts'
import { catalogMode } from '../../../packages/bundle/graph/operator-catalog.ts'
import { channelGraph, GraphUnreadable } from '../../../packages/bundle/graph/update-graph.ts'
import { UserError } from '../../../packages/plan/index.ts'
import { operators } from './graph-data.ts'

function bundle(version: string, more: Partial<CatalogBundle> = {}): CatalogBundle {
  return {
    directory: version,
    name: `op.v${version}`,
    version,
    package: 'op',
    channels: ['alpha'],
    defaultChannel: null,
    replaces: null,
    skips: [],
    skipRange: null,
    minKubeVersion: null,
    openshiftVersions: null,
    ...more,
  }
}

function chain(...versions: string[]): CatalogBundle[] {
  return versions.map((version, index) =>
    bundle(version, { replaces: index === 0 ? null : `op.v${versions[index - 1] ?? ''}` }),
  )
}

function catalog(bundles: CatalogBundle[], more: Partial<OperatorCatalog> = {}): OperatorCatalog {
  return { operator: 'op', bundles, pending: [], ci: { updateGraph: 'replaces-mode' }, unseen: [], ...more }
}

const placed = (fresh: NewBundle, others: OperatorCatalog) => {
  const { replaces, skips } = placeBundle(fresh, others)
  return { replaces, skips }
}

describe('the place of a new bundle', () => {
  it('is after the head of its channel', () => {
    expect(placed(bundle('1.2.0'), catalog(chain('1.0.0', '1.1.0')))).toEqual({ replaces: 'op.v1.1.0', skips: [] })
  })

  it('is nowhere for the first bundle, and for an operator whose catalog orders by version', () => {
    expect(placed(bundle('1.0.0'), catalog([]))).toEqual({ replaces: null, skips: [] })
    const byVersion = catalog(chain('1.0.0'), { ci: { updateGraph: 'semver-mode' } })
    expect(placed(bundle('1.1.0'), byVersion)).toEqual({ replaces: null, skips: [] })
  })

  it('is the same after its own merge, and while its own pull request is open', () => {
    const before = catalog(chain('1.0.0', '1.1.0'))
    const own = bundle('1.2.0', { replaces: 'op.v1.1.0' })
    const open = { bundle: own, pull: { number: 7, url: 'https://github.com/c/o/pull/7' } }
    const expected = placed(own, before)
    expect(placed(own, catalog([...before.bundles, own]))).toEqual(expected)
    expect(placeBundle(own, { ...before, pending: [open] })).toEqual(placeBundle(own, before))
  })

  it('is after the release for a candidate, and after the candidate for its release', () => {
    expect(placed(bundle('1.2.0-rc.1'), catalog(chain('1.0.0', '1.1.0'))).replaces).toBe('op.v1.1.0')
    expect(placed(bundle('1.2.0'), catalog(chain('1.1.0', '1.2.0-rc.1'))).replaces).toBe('op.v1.2.0-rc.1')
  })

  it('skips the head of a second channel, so that its users come along', () => {
    const published = [bundle('1.0.0', { channels: ['stable'] }), bundle('1.1.0')]
    expect(placed(bundle('1.2.0', { channels: ['alpha', 'stable'] }), catalog(published))).toEqual({
      replaces: 'op.v1.1.0',
      skips: ['op.v1.0.0'],
    })
  })

  it('skips what dangles already, which the catalog would refuse the pull request for', () => {
    const published = [...chain('1.0.0', '1.1.0'), bundle('1.0.1', { replaces: 'op.v1.0.0' })]
    expect(placed(bundle('1.2.0'), catalog(published))).toEqual({ replaces: 'op.v1.1.0', skips: ['op.v1.0.1'] })
  })

  it('skips a lower version that an open pull request adds, so that either may be merged first', () => {
    const pending = [
      { bundle: bundle('1.1.1', { replaces: 'op.v1.1.0' }), pull: { number: 8, url: 'https://github.com/c/o/pull/8' } },
    ]
    const placement = placeBundle(bundle('1.2.0'), catalog(chain('1.0.0', '1.1.0'), { pending }))
    expect(placement).toMatchObject({ replaces: 'op.v1.1.0', skips: ['op.v1.1.1'] })
    expect(placement.findings).toMatchObject([{ severity: 'info', rule: 'extra/graph-pending-bundle' }])
  })

  it('warns when an open pull request adds a higher version to the same channel', () => {
    const pending = [{ bundle: bundle('2.0.0'), pull: { number: 9, url: 'https://github.com/c/o/pull/9' } }]
    const { findings, skips } = placeBundle(bundle('1.2.0'), catalog(chain('1.1.0'), { pending }))
    expect(skips).toEqual([])
    expect(findings.map(({ severity }) => severity)).toEqual(['warning'])
    expect(findings[0]?.advice).toContain('replace or skip op.v1.2.0')
  })

  it('is refused below the head, with the three ways out', () => {
    const hotfix = () => placeBundle(bundle('1.0.1'), catalog(chain('1.0.0', '1.1.0')))
    expect(hotfix).toThrow(UserError)
    expect(hotfix).toThrow(/op\.v1\.0\.1 is below op\.v1\.1\.0 in channel “alpha”/)
  })

  it('is below the head where a later bundle skips it, by name or by range', () => {
    const [first, second] = chain('1.0.0', '1.1.0')
    for (const way of [{ skips: ['op.v1.0.1'] }, { skipRange: '>=1.0.0 <1.1.0' }]) {
      const published = [first ?? bundle('0.0.0'), { ...(second ?? bundle('0.0.0')), ...way }]
      expect(placed(bundle('1.0.1'), catalog(published))).toEqual({ replaces: 'op.v1.0.0', skips: [] })
    }
  })

  it('is after the newest lower bundle for a hotfix in a channel of its own', () => {
    const hotfix = bundle('1.0.1', { channels: ['stable-1.0'] })
    expect(placed(hotfix, catalog(chain('1.0.0', '1.1.0')))).toEqual({ replaces: 'op.v1.0.0', skips: [] })
  })

  it('leaves nothing dangling that is not above it, in every channel of every real operator', () => {
    let count = 0
    for (const [, { ci, bundles }] of operators()) {
      const newest = bundles.toSorted(compareBundles).at(-1)
      if (newest === undefined) continue
      // One operator has two directories with one name in them.
      const others = [...new Map(bundles.map((other) => [other.name, other])).values()].filter(
        ({ name }) => name !== newest.name,
      )
      const fresh = { ...newest, replaces: null, skips: [], skipRange: null }
      const { replaces, skips } = placeBundle(fresh, { operator: 'real', bundles: others, pending: [], ci, unseen: [] })
      const { mode } = catalogMode(ci)
      for (const channel of channelsOf([fresh])) {
        try {
          const graph = channelGraph(channel, [...others, { ...fresh, replaces, skips }], mode)
          const below = graph.dangling.filter((other) => compareBundles(other, fresh) <= 0)
          expect({ channel, dangling: below.map(({ name }) => name) }).toEqual({ channel, dangling: [] })
          count++
        } catch (error) {
          if (!(error instanceof GraphUnreadable)) throw error
        }
      }
    }
    expect(count).toBeGreaterThan(150)
  })
})
