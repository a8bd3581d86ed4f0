import type { CatalogBundle, UpdateMode } from './catalog-bundle.ts'

/** An operator as a catalog repository has it. */
export interface OperatorCatalog {
  /** The operator's directory below `operators/`. */
  readonly operator: string
  /** The published bundles, that is, those on the base branch. */
  readonly bundles: readonly CatalogBundle[]
  /** Bundles that open pull requests of others would add. */
  readonly pending: readonly PendingBundle[]
  /** `ci.yaml` as it is read; null where there is none. */
  readonly ci: unknown
  /** Directories that the catalog takes for no bundle, because they have no `manifests/` and `metadata/`. */
  readonly unseen: readonly string[]
}

export interface PendingBundle {
  readonly bundle: CatalogBundle
  readonly pull: { readonly number: number; readonly url: string }
}

/** What `ci.yaml` says that the graph depends on. */
export interface CatalogMode {
  readonly mode: UpdateMode
  /** File-based catalogs: the graph is in `release-config.yaml` and the templates, and the checker skips its own. */
  readonly fileBased: boolean
  /** What `updateGraph` holds where it is neither of the two modes. */
  readonly unknown: string | null
}

/** Reads the mode; what is missing is `replaces-mode` and no file-based catalog. */
export function catalogMode(ci: unknown): CatalogMode {
  const updateGraph = field(ci, 'updateGraph')
  const isMode = updateGraph === 'semver-mode' || updateGraph === 'replaces-mode'
  return {
    mode: isMode ? updateGraph : 'replaces-mode',
    fileBased: field(field(ci, 'fbc'), 'enabled') === true,
    unknown:
      isMode || updateGraph === undefined || updateGraph === null
        ? null
        : typeof updateGraph === 'string'
          ? updateGraph
          : JSON.stringify(updateGraph),
  }
}

export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}
