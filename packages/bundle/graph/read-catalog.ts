import { UserError } from '../../plan/index.ts'
import { parseCi, readCatalogBundle } from './read-bundle.ts'
import type { OperatorCatalog, PendingBundle } from './operator-catalog.ts'

/** A state of the catalog repository: a commit of it, or of a fork that a pull request is from. */
export interface CatalogTree {
  /** The files below a directory, by their path from the root, with the name of their content. */
  list(directory: string): Promise<ReadonlyMap<string, string>>
  /** The content of files, by its name. */
  read(contents: readonly string[]): Promise<ReadonlyMap<string, Buffer>>
}

/** The catalog repository, as far as placing a bundle needs it. */
export interface CatalogRepository {
  /** The branch that bundles are published on. */
  readonly published: CatalogTree
  /** The open pull requests that seem to be about an operator. */
  pending(operator: string): Promise<readonly PendingChange[]>
}

export interface PendingChange {
  readonly number: number
  readonly url: string
  readonly tree: CatalogTree
}

const ANNOTATIONS = /^(?:metadata)\/annotations\.ya?ml$/
const CSV = /^manifests\/[^/]*\.clusterserviceversion\.ya?ml$/

/**
 * An operator of a catalog repository: its published bundles, those that open pull requests add, and its `ci.yaml`. An operator
 * that the catalog does not have yet has no bundles.
 *
 * @param directory where the operators are: `operators`.
 */
export async function readOperator(
  repository: CatalogRepository,
  operator: string,
  directory = 'operators',
): Promise<OperatorCatalog> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(operator)) {
    throw new UserError(`“${operator}” is no name of an operator.`, {
      advice: 'Give the name of its directory in the catalog, for example “codeflare-operator”.',
    })
  }
  const root = `${directory}/${operator}/`
  const [files, changes] = await Promise.all([repository.published.list(root), repository.pending(operator)])
  const found = bundleFiles(files, root)
  const pending = await Promise.all(
    changes.map(async (change): Promise<PendingBundle[]> => {
      const added = [...bundleFiles(await change.tree.list(root), root)].filter(([version]) => !found.has(version))
      const pull = { number: change.number, url: change.url }
      return (await readBundles(change.tree, added)).map((bundle) => ({ bundle, pull }))
    }),
  )
  const ciFile = files.get(`${root}ci.yaml`) ?? files.get(`${root}ci.yml`)
  const directories = new Set(
    [...files.keys()].flatMap((path) => {
      const [version, ...rest] = path.slice(root.length).split('/')
      return rest.length === 0 || version === undefined || version === 'catalog-templates' ? [] : [version]
    }),
  )
  return {
    operator,
    bundles: await readBundles(repository.published, [...found]),
    pending: pending.flat().sort((a, b) => a.pull.number - b.pull.number),
    ci: ciFile === undefined ? null : parseCi(await content(repository.published, ciFile)),
    unseen: [...directories].filter((version) => !found.has(version)).sort(),
  }
}

interface BundleFiles {
  readonly csv: string | null
  readonly annotations: string | null
}

/** The bundles below an operator's directory: what has `manifests/` and `metadata/` is one, whatever is in them. */
function bundleFiles(files: ReadonlyMap<string, string>, root: string): Map<string, BundleFiles> {
  const byVersion = Map.groupBy(files, ([path]) => path.slice(root.length).split('/')[0] ?? '')
  return new Map(
    [...byVersion].flatMap(([version, entries]): [string, BundleFiles][] => {
      const inside = new Map(entries.map(([path, blob]) => [path.slice(root.length + version.length + 1), blob]))
      const names = [...inside.keys()].sort()
      if (!['manifests/', 'metadata/'].every((part) => names.some((name) => name.startsWith(part)))) return []
      const pick = (pattern: RegExp): string | null => {
        const name = names.find((one) => pattern.test(one))
        return (name === undefined ? undefined : inside.get(name)) ?? null
      }
      return [[version, { csv: pick(CSV), annotations: pick(ANNOTATIONS) }]]
    }),
  )
}

async function readBundles(tree: CatalogTree, bundles: readonly (readonly [string, BundleFiles])[]) {
  const wanted = bundles.flatMap(([, { csv, annotations }]) => [csv, annotations].filter((blob) => blob !== null))
  const contents = await tree.read(wanted)
  const text = (blob: string | null): string => (blob === null ? '' : (contents.get(blob)?.toString('utf8') ?? ''))
  return bundles.map(([version, { csv, annotations }]) => readCatalogBundle(version, text(csv), text(annotations)))
}

async function content(tree: CatalogTree, blob: string): Promise<string> {
  return (await tree.read([blob])).get(blob)?.toString('utf8') ?? ''
}
