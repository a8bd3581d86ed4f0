import { UserError } from '../../plan/index.js'
import { parseCi, readCatalogBundle } from './read-bundle.js'
const ANNOTATIONS = /^(?:metadata)\/annotations\.ya?ml$/
const CSV = /^manifests\/[^/]*\.clusterserviceversion\.ya?ml$/
/**
 * An operator of a catalog repository: its published bundles, those that open pull requests add, and its `ci.yaml`. An operator
 * that the catalog does not have yet has no bundles.
 *
 * @param directory where the operators are: `operators`.
 */
export async function readOperator(repository, operator, directory = 'operators') {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(operator)) {
    throw new UserError(`“${operator}” is no name of an operator.`, {
      advice: 'Give the name of its directory in the catalog, for example “codeflare-operator”.',
    })
  }
  const root = `${directory}/${operator}/`
  const [files, changes] = await Promise.all([repository.published.list(root), repository.pending(operator)])
  const found = bundleFiles(files, root)
  const pending = await Promise.all(
    changes.map(async (change) => {
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
/** The bundles below an operator's directory: what has `manifests/` and `metadata/` is one, whatever is in them. */
function bundleFiles(files, root) {
  const byVersion = Map.groupBy(files, ([path]) => path.slice(root.length).split('/')[0] ?? '')
  return new Map(
    [...byVersion].flatMap(([version, entries]) => {
      const inside = new Map(entries.map(([path, blob]) => [path.slice(root.length + version.length + 1), blob]))
      const names = [...inside.keys()].sort()
      if (!['manifests/', 'metadata/'].every((part) => names.some((name) => name.startsWith(part)))) return []
      const pick = (pattern) => {
        const name = names.find((one) => pattern.test(one))
        return (name === undefined ? undefined : inside.get(name)) ?? null
      }
      return [[version, { csv: pick(CSV), annotations: pick(ANNOTATIONS) }]]
    }),
  )
}
async function readBundles(tree, bundles) {
  const wanted = bundles.flatMap(([, { csv, annotations }]) => [csv, annotations].filter((blob) => blob !== null))
  const contents = await tree.read(wanted)
  const text = (blob) => (blob === null ? '' : (contents.get(blob)?.toString('utf8') ?? ''))
  return bundles.map(([version, { csv, annotations }]) => readCatalogBundle(version, text(csv), text(annotations)))
}
async function content(tree, blob) {
  return (await tree.read([blob])).get(blob)?.toString('utf8') ?? ''
}
