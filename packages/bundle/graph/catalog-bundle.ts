import { compareSemVer, readSemVer } from './semver.ts'

/** What the update graph knows of a bundle, published or to be. */
export interface CatalogBundle {
  /** Name of its directory, which is its version. */
  readonly directory: string
  /** `metadata.name` of the CSV: `codeflare-operator.v1.16.0`. */
  readonly name: string
  /** `spec.version` of the CSV; empty where there is none. */
  readonly version: string
  /** The package that `metadata/annotations.yaml` names; empty where it names none. */
  readonly package: string
  readonly channels: readonly string[]
  readonly defaultChannel: string | null
  /** As written: an empty text is not the same as none. */
  readonly replaces: string | null
  readonly skips: readonly string[]
  /** The annotation `olm.skipRange`. */
  readonly skipRange: string | null
  readonly minKubeVersion: string | null
  /** The annotation `com.redhat.openshift.versions`. */
  readonly openshiftVersions: string | null
}

/** How the catalog orders the bundles of a channel, as `ci.yaml` says (`updateGraph`). */
export type UpdateMode = 'replaces-mode' | 'semver-mode'

/** The operator that a CSV's name begins with, and the version that it ends with, without its `v`; null for other names. */
export function splitName(name: string): { readonly operator: string; readonly version: string } | null {
  const dot = name.indexOf('.')
  return dot < 0 ? null : { operator: name.slice(0, dot), version: name.slice(dot + 1).replace(/^v+/, '') }
}

/** The version in a bundle's name, by which the catalog's checker knows it; its whole name where there is none. */
export function versionInName({ name }: Pick<CatalogBundle, 'name'>): string {
  return splitName(name)?.version ?? name
}

/**
 * Orders bundles as the catalog's checker does (operator-pipelines, `operator_repo/core.py`, `Bundle.__lt__`): by operator,
 * then by the version in the name; as text where one of the two is no semantic version.
 */
export function compareBundles(a: Pick<CatalogBundle, 'name'>, b: Pick<CatalogBundle, 'name'>): number {
  const [one, other] = [splitName(a.name), splitName(b.name)]
  const [operator, otherOperator] = [one?.operator ?? a.name, other?.operator ?? b.name]
  if (operator !== otherOperator) return operator < otherOperator ? -1 : 1
  const [version, otherVersion] = [one?.version ?? '', other?.version ?? '']
  const [left, right] = [readSemVer(version), readSemVer(otherVersion)]
  if (left !== null && right !== null) return compareSemVer(left, right)
  return version < otherVersion ? -1 : version > otherVersion ? 1 : 0
}

/** The bundles of a channel, lowest version first. */
export function bundlesOf(channel: string, bundles: readonly CatalogBundle[]): CatalogBundle[] {
  return bundles
    .filter(({ channels }) => channels.includes(channel))
    .sort((a, b) => (a.directory < b.directory ? -1 : 1))
    .sort(compareBundles)
}

/** The channels that any of the bundles is in or makes the default, sorted. */
export function channelsOf(bundles: readonly CatalogBundle[]): string[] {
  const names = bundles.flatMap(({ channels, defaultChannel }) => [
    ...channels,
    ...(defaultChannel === null ? [] : [defaultChannel]),
  ])
  return [...new Set(names)].sort()
}
