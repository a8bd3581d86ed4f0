import type { Finding } from '../../plan/index.ts'
import type { OperatorCatalog } from '../graph/operator-catalog.ts'
import { BundleDirectory, type BundleContent } from './bundle-files.ts'
import { operatorSdkFindings } from './operator-sdk/validate.ts'
import type { OperatorSdk } from './operator-sdk/rule-set.ts'

export interface ValidateOptions {
  /** How findings call the directory of the bundle: `bundle`. */
  readonly directory?: string
  /** Whose rules: those of the newest operator-sdk unless told. */
  readonly operatorSdk?: OperatorSdk
  /** The Kubernetes that the bundle is checked for, as `--optional-values=k8s-version=` of operator-sdk says it. */
  readonly kubernetes?: string
  /** The catalog that the bundle shall be added to, and the name of its directory there. */
  readonly catalog?: OperatorCatalog
  readonly version?: string
}

/**
 * Everything that is wrong with a bundle, or may be: what `operator-sdk bundle validate` says with the suite
 * `operatorframework` (`operator-sdk/…`), what the catalog’s pipeline says (`catalog/…`), and what both let through (`extra/…`).
 *
 * @param files by their path from the directory of the bundle: `manifests/…`, `metadata/annotations.yaml`.
 */
export function validateBundle(files: BundleContent, options: ValidateOptions = {}): Finding[] {
  const directory = new BundleDirectory(options.directory ?? 'bundle', files)
  return operatorSdkFindings(directory, options.operatorSdk ?? 'v1.42.3', options.kubernetes ?? '')
}
