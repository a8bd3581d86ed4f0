import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import * as v from 'valibot'
import type { CatalogBundle } from '../../../packages/bundle/index.ts'

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'bundles')

/** A fixture that is JSON under brotli. */
export function unpack<S extends v.GenericSchema>(name: string, schema: S): v.InferOutput<S> {
  const text = brotliDecompressSync(readFileSync(join(FIXTURES, `${name}.json.br`))).toString('utf8')
  return v.parse(schema, JSON.parse(text))
}

/** What the checker says. */
export const Said = v.object({
  check: v.string(),
  kind: v.picklist(['failure', 'warning', 'crash']),
  reason: v.string(),
})

const text = v.optional(v.string(), '')
const maybe = v.optional(v.nullable(v.string()), null)
const Operator = v.object({
  ci: v.unknown(),
  bundles: v.array(
    v.object({
      dir: v.string(),
      name: v.string(),
      version: text,
      package: text,
      channels: text,
      defaultChannel: maybe,
      replaces: maybe,
      skips: v.optional(v.array(v.string()), []),
      skipRange: maybe,
      minKubeVersion: maybe,
      ocp: maybe,
    }),
  ),
  channels: v.record(
    v.string(),
    v.object({
      bundles: v.array(v.string()),
      head: v.nullable(v.string()),
      edges: v.optional(v.array(v.array(v.string()))),
      dangling: v.optional(v.array(v.string())),
      error: v.optional(v.string()),
    }),
  ),
  operatorChecks: v.array(Said),
  bundleChecks: v.record(v.string(), v.array(Said)),
})

export interface RealOperator {
  readonly ci: unknown
  readonly bundles: readonly CatalogBundle[]
  readonly expected: Pick<v.InferOutput<typeof Operator>, 'channels' | 'operatorChecks' | 'bundleChecks'>
}

/** The real operators of the fixture, by name. */
export function operators(): Map<string, RealOperator> {
  return new Map(
    Object.entries(unpack('graph/operators', v.record(v.string(), Operator))).map(
      ([name, { ci, bundles, ...expected }]) => [
        name,
        {
          ci,
          expected,
          bundles: bundles.map(({ dir, channels, ocp, ...bundle }) => ({
            ...bundle,
            directory: dir,
            channels: channels.split(',').map((channel) => channel.trim()),
            openshiftVersions: ocp,
          })),
        },
      ],
    ),
  )
}
