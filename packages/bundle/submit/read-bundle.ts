import { UserError, type Workspace } from '../../plan/index.ts'
import type { CatalogBundle } from '../graph/catalog-bundle.ts'
import { BundleDirectory } from '../validate/bundle-files.ts'
import { readSubmission } from '../validate/catalog/validate.ts'

/** A bundle of the checkout. */
export interface LocalBundle {
  readonly directory: string
  /** By their path from the directory. */
  readonly files: ReadonlyMap<string, Buffer>
  readonly bundle: CatalogBundle
}

/**
 * Reads the bundle that shall be submitted.
 *
 * @throws UserError for a directory that is missing or no bundle, or whose CSV does not say which version it is.
 */
export async function readLocalBundle(workspace: Workspace, directory: string): Promise<LocalBundle> {
  const what = 'Input “bundle-dir”'
  const root = directory.replace(/\/+$/, '')
  const paths = await workspace.list(root, what)
  if (paths.length === 0) {
    throw new UserError(`${what}: there is no file in “${directory}”.`, {
      advice: 'Give the directory that gen-bundle wrote, which has manifests/ and metadata/.',
    })
  }
  const files = new Map<string, Buffer>()
  for (const path of paths) {
    const content = await workspace.read(path, what)
    if (content !== null) files.set(root === '.' ? path : path.slice(root.length + 1), content)
  }
  const read = readSubmission(new BundleDirectory(root, files), '')
  const version = read?.bundle.version ?? ''
  if (read === null || read.bundle.name === '' || version === '') {
    throw new UserError(
      `${what}: “${directory}” holds no bundle: ${read === null ? 'there is no CSV in its manifests/ (NAME.clusterserviceversion.yaml)' : 'its CSV has no name or no version'}.`,
      {
        file: read?.csv.path ?? root,
        advice: 'Generate the bundle with gen-bundle, and give its directory.',
      },
    )
  }
  return { directory: root, files, bundle: { ...read.bundle, directory: segment(version, 'spec.version of the CSV') } }
}

/** A name that is one directory in the catalog. @throws UserError for what would be another path. */
export function segment(name: string, what: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._+-]*$/.test(name)) return name
  throw new UserError(`${what}: “${name}” cannot be the name of a directory.`, {
    advice: 'Letters, digits, “.”, “-”, “_” and “+” only.',
  })
}
