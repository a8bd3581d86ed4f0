import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { CatalogBundle } from '../../../packages/bundle/index.ts'

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'bundles')

/** A fixture that is JSON under brotli. */
export function unpack<T>(name: string): T {
  const value: T = JSON.parse(brotliDecompressSync(readFileSync(join(FIXTURES, `${name}.json.br`))).toString('utf8'))
  return value
}

/** What the checker says. */
export interface Said {
  readonly check: string
  readonly kind: 'failure' | 'warning' | 'crash'
  readonly reason: string
}

export interface RealOperator {
  readonly ci: unknown
  readonly bundles: readonly CatalogBundle[]
  readonly expected: {
    readonly channels: Readonly<
      Record<string, { bundles: string[]; head: string | null; edges: string[][]; dangling: string[]; error?: string }>
    >
    readonly operatorChecks: readonly Said[]
    readonly bundleChecks: Readonly<Record<string, readonly Said[]>>
  }
}

interface Written extends Omit<RealOperator['expected'], never> {
  readonly ci: unknown
  readonly bundles: readonly {
    readonly dir: string
    readonly name: string
    readonly version?: string
    readonly package?: string
    readonly channels?: string
    readonly defaultChannel?: string
    readonly replaces?: string
    readonly skips?: string[]
    readonly skipRange?: string
    readonly minKubeVersion?: string
    readonly ocp?: string
  }[]
}

/** The real operators of the fixture, by name. */
export function operators(): Map<string, RealOperator> {
  return new Map(
    Object.entries(unpack<Record<string, Written>>('graph/operators')).map(([name, { ci, bundles, ...expected }]) => [
      name,
      {
        ci,
        expected,
        bundles: bundles.map((bundle) => ({
          directory: bundle.dir,
          name: bundle.name,
          version: bundle.version ?? '',
          package: bundle.package ?? '',
          channels: (bundle.channels ?? '').split(',').map((channel) => channel.trim()),
          defaultChannel: bundle.defaultChannel ?? null,
          replaces: bundle.replaces ?? null,
          skips: bundle.skips ?? [],
          skipRange: bundle.skipRange ?? null,
          minKubeVersion: bundle.minKubeVersion ?? null,
          openshiftVersions: bundle.ocp ?? null,
        })),
      },
    ]),
  )
}
