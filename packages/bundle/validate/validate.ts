import type { Finding } from '../../plan/index.ts'
import type { OperatorCatalog } from '../graph/operator-catalog.ts'
import { BundleDirectory, type BundleContent } from './bundle-files.ts'
import { catalogFindings, readSubmission } from './catalog/validate.ts'
import { checkBundleHoles } from './extra/bundle-holes.ts'
import { checkGraphHoles } from './extra/graph-holes.ts'
import { Findings } from './findings.ts'
import type { OperatorSdk } from './operator-sdk/rule-set.ts'
import { operatorSdkFindings } from './operator-sdk/validate.ts'

export interface ValidateOptions {
  /** How findings call the directory of the bundle: `bundle`. */
  readonly directory?: string
  /** Whose rules: those of the newest operator-sdk unless told. */
  readonly operatorSdk?: OperatorSdk
  /** The Kubernetes that the bundle is checked for, as `--optional-values=k8s-version=` of operator-sdk says it. */
  readonly kubernetes?: string
  /** The operator in the catalog that the bundle shall be added to; without it, the checks that need it are left out. */
  readonly catalog?: OperatorCatalog
  /** The name of the bundle’s directory in the catalog; the version of its CSV unless told. */
  readonly version?: string
}

/**
 * Everything that is wrong with a bundle, or may be: what `operator-sdk bundle validate` says with the suite
 * `operatorframework` (rules `operator-sdk/…`), what the catalog’s pipeline says (`catalog/…`), and what both let through although
 * it breaks (`extra/…`). Errors come first.
 *
 * @param files by their path from the directory of the bundle: `manifests/…`, `metadata/annotations.yaml`.
 */
export function validateBundle(files: BundleContent, options: ValidateOptions = {}): Finding[] {
  const directory = new BundleDirectory(options.directory ?? 'bundle', files)
  const read = readSubmission(directory, options.version ?? '')
  const submission =
    read === null || options.version !== undefined
      ? read
      : { ...read, bundle: { ...read.bundle, directory: read.bundle.version } }
  const extra = new Findings('extra')
  checkBundleHoles(directory, extra)
  if (submission !== null && options.catalog !== undefined) checkGraphHoles(submission, options.catalog, extra)
  const catalog = catalogFindings(directory, submission, options.catalog ?? null)
  const findings = [
    ...operatorSdkFindings(directory, options.operatorSdk ?? 'v1.42.3', options.kubernetes ?? ''),
    ...catalog.catalog,
    ...catalog.extra,
    ...extra.all,
  ]
  return findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
}

const ORDER: readonly Finding['severity'][] = ['error', 'warning', 'info']
