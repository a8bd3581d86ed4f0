import { isObject, type Json, listMember, member } from '../../../yaml/index.ts'
import { readSemVer } from '../../graph/semver.ts'
import { textAt, textOf, valueAt } from '../bundle-files.ts'
import type { Findings, Verdict } from '../findings.ts'
import { dnsSubdomainFaults, labelValueFaults } from '../kubernetes-names.ts'
import type { ValuePath } from '../source-file.ts'
import { checkExamples } from './examples.ts'
import type { LoadedBundle } from './load.ts'
import type { OperatorSdk } from './rule-set.ts'

const MIN_KUBE_VERSION_MISSING =
  'csv.Spec.minKubeVersion is not informed. It is recommended you provide this information. Otherwise, it would mean that your operator project can be distributed and installed in any cluster version available, which is not necessarily the case for all projects.'

/** The rules about the ClusterServiceVersion alone (operator-framework/api, `validation/internal/csv.go`). */
export function checkCsv(bundle: LoadedBundle, sdk: OperatorSdk, findings: Findings): void {
  const { file, value, name, apiVersion } = bundle.csv
  const say = (path: ValuePath, severity: Verdict['severity'], rule: string, message: string, advice: string): void =>
    findings.at(file, path, { severity, rule, message, advice })
  const spec = member(value, 'spec')
  const replaces = textAt(spec, 'replaces')
  for (const [path, field, text] of [
    [['metadata', 'name'], 'metadata.name', name],
    [['spec', 'replaces'], 'spec.replaces', replaces],
  ] as const) {
    const faults =
      field === 'spec.replaces' && text === '' ? [] : [...dnsSubdomainFaults(text), ...labelValueFaults(text)]
    if (faults.length > 0) {
      say(
        path,
        'error',
        'csv-name',
        `${field} "${text}" is invalid: ${faults.join(',')}`,
        'Name it OPERATOR.vVERSION in lower case, with at most 63 characters.',
      )
    }
  }
  checkExamples(bundle.csv, findings)
  checkInstallModes(spec, say)
  if (sdk !== 'v1.27.0') checkMinKubeVersion(textAt(spec, 'minKubeVersion'), say)
  checkRequired(value, say)
  checkAnnotationNames(value, name, say)
  if (apiVersion === '')
    say([], 'error', 'csv-api-version', "'apiVersion' is missing", 'Write “apiVersion: operators.coreos.com/v1alpha1”.')
}

type Say = (path: ValuePath, severity: Verdict['severity'], rule: string, message: string, advice: string) => void

/** As `spec.minKubeVersion` is judged since operator-sdk v1.30, and by OperatorHub’s rules as well. */
export function checkMinKubeVersion(text: string, say: Say, read: (text: string) => unknown = readSemVer): void {
  const path = ['spec', 'minKubeVersion']
  if (text.trim() === '') {
    say(
      path,
      'warning',
      'csv-min-kube-version',
      MIN_KUBE_VERSION_MISSING,
      'Write the oldest Kubernetes that the operator is tested with, for example “minKubeVersion: 1.25.0”.',
    )
  } else if (read(text) === null) {
    say(
      path,
      'error',
      'csv-min-kube-version',
      `csv.Spec.MinKubeVersion has an invalid value: ${text}`,
      'Write three numbers without a “v”, for example “1.25.0”.',
    )
  }
}

function checkInstallModes(spec: Json | undefined, say: Say): void {
  const modes = listMember(spec, 'installModes')
  const path = ['spec', 'installModes']
  if (modes.length === 0) {
    say(
      path,
      'error',
      'csv-install-modes',
      'install modes not found',
      'Say for each of OwnNamespace, SingleNamespace, MultiNamespace and AllNamespaces whether it is supported.',
    )
    return
  }
  const supported = modes.filter((mode) => member(mode, 'supported') === true)
  const all = modes.filter((mode) => textAt(mode, 'type') === 'AllNamespaces')
  const isOnlyAll = supported.every((mode) => all.includes(mode)) && all.every((mode) => supported.includes(mode))
  for (const [index, webhook] of listMember(spec, 'webhookdefinitions').entries()) {
    if (listMember(webhook, 'conversionCRDs').length === 0 || isOnlyAll) continue
    say(
      ['spec', 'webhookdefinitions', index, 'conversionCRDs'],
      'error',
      'csv-install-modes',
      'only AllNamespaces InstallModeType is supported when conversionCRDs is present',
      'A CRD has one conversion webhook in the whole cluster: support AllNamespaces and nothing else.',
    )
  }
  if (supported.length === 0) {
    say(
      path,
      'error',
      'csv-install-modes',
      'none of InstallModeTypes are supported',
      'Set “supported: true” for one of them at least.',
    )
  }
}

/** Fields that the Go structs require and that are empty; only what is in structs, not in lists, is looked at. */
function checkRequired(csv: Json, say: Say): void {
  const required: readonly (readonly [ValuePath, string, 'field' | 'struct'])[] = [
    [['metadata'], 'ObjectMeta', 'struct'],
    [['spec'], 'Spec', 'struct'],
    [['spec', 'install'], 'Spec.InstallStrategy', 'struct'],
    [['spec', 'install', 'strategy'], 'Spec.InstallStrategy.StrategyName', 'field'],
    [['spec', 'install', 'spec', 'deployments'], 'Spec.InstallStrategy.StrategySpec.DeploymentSpecs', 'field'],
    [['spec', 'displayName'], 'Spec.DisplayName', 'field'],
  ]
  const missing: ValuePath[] = []
  for (const [path, name, kind] of required) {
    const found = valueAt(csv, ...path.map(String))
    // An empty list is there; what is in a struct that is missing is not missed as well.
    const isThere =
      kind === 'struct' ? hasContent(found) : typeof found === 'object' ? found !== null : (textOf(found) ?? '') !== ''
    const inside = missing.some((other) => other.every((part, index) => path[index] === part))
    const parent = valueAt(csv, ...path.slice(0, -1).map(String))
    if (isThere || inside || (path.length === 4 && !hasContent(parent))) continue
    missing.push(path)
    say(path, 'error', 'csv-required', `${name}: required field missing`, 'Fill it in.')
  }
}

/** Whether a Go struct read from this is not its zero value. */
function hasContent(value: Json | undefined): boolean {
  if (isObject(value)) return Object.values(value).some(hasContent)
  if (typeof value === 'object' && value !== null) return true
  return value !== undefined && value !== null && value !== '' && value !== false && value !== 0
}

const CASE_SENSITIVE = [
  'olm.operatorGroup',
  'olm.operatorNamespace',
  'olm.targetNamespaces',
  'olm.providedAPIs',
  'olm.skipRange',
]

function checkAnnotationNames(csv: Json, csvName: string, say: Say): void {
  const annotations = valueAt(csv, 'metadata', 'annotations')
  for (const key of isObject(annotations) ? Object.keys(annotations) : []) {
    const path = ['metadata', 'annotations', key]
    const right = CASE_SENSITIVE.find((name) => name.toLowerCase() === key.toLowerCase())
    if (right !== undefined && right !== key) {
      say(
        path,
        'error',
        'csv-annotation-case',
        `${csvName}: provided annotation ${key} uses wrong case and should be ${right} instead`,
        `OLM ignores it as it is; write “${right}”.`,
      )
    }
    if (key === 'olm.properties') {
      say(
        path,
        'warning',
        'csv-properties-annotation',
        'found olm.properties annotation, please define these properties in metadata/properties.yaml instead',
        'Move them to metadata/properties.yaml.',
      )
    }
  }
}
