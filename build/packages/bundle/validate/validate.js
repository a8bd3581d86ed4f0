import { BundleDirectory } from './bundle-files.js'
import { operatorSdkFindings } from './operator-sdk/validate.js'
/**
 * Everything that is wrong with a bundle, or may be: what `operator-sdk bundle validate` says with the suite
 * `operatorframework` (`operator-sdk/…`), what the catalog’s pipeline says (`catalog/…`), and what both let through (`extra/…`).
 *
 * @param files by their path from the directory of the bundle: `manifests/…`, `metadata/annotations.yaml`.
 */
export function validateBundle(files, options = {}) {
  const directory = new BundleDirectory(options.directory ?? 'bundle', files)
  return operatorSdkFindings(directory, options.operatorSdk ?? 'v1.42.3', options.kubernetes ?? '')
}
