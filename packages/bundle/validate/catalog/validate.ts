import type { Finding } from '../../../plan/index.ts'
import { type CatalogBundle, channelsOf, splitName, versionInName } from '../../graph/catalog-bundle.ts'
import { catalogMode, field, type OperatorCatalog } from '../../graph/operator-catalog.ts'
import { describeBundle } from '../../graph/read-bundle.ts'
import { channelGraph, findCycle, GraphUnreadable } from '../../graph/update-graph.ts'
import { type BundleDirectory, textAt } from '../bundle-files.ts'
import { Findings, type Verdict } from '../findings.ts'
import type { SourceFile, ValuePath } from '../source-file.ts'
import { checkCi, checkReleaseConfig, type SayFault } from './configuration.ts'
import { nameFaults } from './names.ts'
import { parseOpenShiftRange, readShort, releasesBelow, SUPPORTED_OPENSHIFT } from './openshift.ts'
import { checkRequiredFields } from './required-fields.ts'
import { checkYamlLint } from './yaml-lint.ts'

/** A bundle as the catalog’s pipeline sees it. */
export interface CatalogSubmission {
  readonly directory: BundleDirectory
  readonly csv: SourceFile
  readonly annotations: SourceFile | null
  readonly bundle: CatalogBundle
}

const RELEASE_CONFIG = /^release-config\.ya?ml$/

/** The bundle as the checker finds it: a CSV by its file name; null where there is none, which stops the checker. */
export function readSubmission(directory: BundleDirectory, version: string): CatalogSubmission | null {
  const name = directory.list('manifests').files.find((file) => /\.clusterserviceversion\.ya?ml$/.test(file))
  const csv = name === undefined ? null : directory.file(`manifests/${name}`)
  if (csv === null || csv.problem !== null) return null
  const annotations = directory.file('metadata/annotations.yaml') ?? directory.file('metadata/annotations.yml')
  return { directory, csv, annotations, bundle: describeBundle(version, csv.value, annotations?.value) }
}

/**
 * The static checks of the catalog’s pipeline (redhat-openshift-ecosystem/operator-pipelines, suites `community` and `common`),
 * and its yamllint, each under the name that the pipeline gives it.
 *
 * @param catalog the operator as it is published; null to check what can be checked without.
 */
export function catalogFindings(
  directory: BundleDirectory,
  submission: CatalogSubmission | null,
  catalog: OperatorCatalog | null,
): { readonly catalog: readonly Finding[]; readonly extra: readonly Finding[] } {
  const [findings, extra] = [new Findings('catalog'), new Findings('extra')]
  checkYamlLint(directory, findings)
  const fileBased = catalog !== null && catalogMode(catalog.ci).fileBased
  if (catalog !== null) checkCi(catalog.ci ?? {}, sayAbout(`operators/${catalog.operator}/ci.yaml`, findings, extra))
  if (submission === null) {
    findings.about(directory.called('manifests'), {
      severity: 'error',
      rule: 'check-operator-name',
      message: `The pipeline finds no CSV: none of the files is called NAME.clusterserviceversion.yaml, or it cannot be read.`,
      advice: 'Call the file of the CSV so; every further check of the catalog needs it.',
    })
    return { catalog: findings.all, extra: extra.all }
  }
  checkRequiredFields(submission.csv, findings)
  checkNetworkPolicies(directory, findings)
  checkRelease(submission, catalog, findings, extra)
  if (!fileBased) checkApiVersions(submission, findings)
  if (catalog !== null) checkAgainst(submission, catalog, fileBased, findings)
  return { catalog: findings.all, extra: extra.all }
}

function sayAbout(file: SourceFile | string, findings: Findings, extra: Findings): SayFault {
  return (path, rule, message, advice, severity = 'error') => {
    const isExtra = rule.startsWith('extra:')
    const to = isExtra ? extra : findings
    const verdict: Verdict = { severity, rule: rule.replace(/^extra:/, ''), message, advice }
    if (typeof file === 'string') to.about(file, verdict)
    else to.at(file, path, verdict)
  }
}

function checkNetworkPolicies(directory: BundleDirectory, findings: Findings): void {
  for (const name of directory.list('manifests').files.filter((file) => /\.ya?ml$/.test(file))) {
    const file = directory.file(`manifests/${name}`)
    if (file !== null && (file.problem !== null || file.furtherDocuments.length > 0)) {
      findings.about(file.path, {
        severity: 'error',
        rule: 'check-network-policy-presence',
        message: `${name} ${file.problem === null ? 'contains multiple yaml documents' : 'is not a valid yaml document'}.`,
        advice: 'The check reads every manifest and ends at this one. Put one object into each file.',
      })
      continue
    }
    if (file === null || textAt(file.value, 'kind') !== 'NetworkPolicy') continue
    if (!textAt(file.value, 'apiVersion').startsWith('networking.k8s.io/')) continue
    findings.at(file, ['kind'], {
      severity: 'error',
      rule: 'check-network-policy-presence',
      message: `Bundle contains a NetworkPolicy in ${name}. Network policies are not a supported resource that Operator Lifecycle Manager(OLM) can install and manage.`,
      advice: 'Leave it out of the bundle; the operator may create it.',
    })
  }
}

function checkRelease(
  { directory }: CatalogSubmission,
  catalog: OperatorCatalog | null,
  findings: Findings,
  extra: Findings,
): void {
  const name = directory.list('.').files.find((file) => RELEASE_CONFIG.test(file))
  const file = name === undefined ? null : directory.file(name)
  if (file === null) return
  checkReleaseConfig(file.value, catalog?.ci ?? null, sayAbout(file, findings, extra))
}

function checkApiVersions({ csv, annotations, bundle }: CatalogSubmission, findings: Findings): void {
  const { minKubeVersion, openshiftVersions } = bundle
  if (minKubeVersion === null || minKubeVersion === '') return
  const rule = 'check-api-version-constraints'
  const minimum = readShort(minKubeVersion)
  const atMinimum: ValuePath = ['spec', 'minKubeVersion']
  if (minimum === null) {
    findings.at(csv, atMinimum, {
      severity: 'error',
      rule,
      message: `Invalid minKubeVersion: ${minKubeVersion} is not valid SemVer string`,
      advice: 'Write three numbers, for example “1.25.0”.',
    })
    return
  }
  const told = `${minimum.major}.${minimum.minor}.${minimum.patch}`
  const at: ValuePath = ['annotations', 'com.redhat.openshift.versions']
  const say = (severity: 'error' | 'warning', message: string, advice: string): void =>
    annotations === null
      ? findings.at(csv, atMinimum, { severity, rule, message, advice })
      : findings.at(annotations, at, { severity, rule, message, advice })
  if (openshiftVersions === null || openshiftVersions === '') {
    say(
      'error',
      `minKubeVersion is set to ${told} but com.redhat.openshift.versions is not set`,
      'Add the annotation with the OpenShift releases that bring this Kubernetes, for example “v4.14” for 1.27.',
    )
    return
  }
  const range = parseOpenShiftRange(openshiftVersions)
  if (range === null) {
    say(
      'error',
      `Invalid com.redhat.openshift.versions: ${openshiftVersions}`,
      'Write “v4.12” (and newer), “v4.12-v4.16” or “=v4.12”.',
    )
    return
  }
  if (range.isList) {
    say(
      'warning',
      'Comma separated list of versions in com.redhat.openshift.versions is only supported for v4.5 and v4.6',
      'Write a range: “v4.12-v4.16”.',
    )
  }
  const conflicting = releasesBelow(range, minimum)
  if (conflicting.length > 0) {
    say(
      'error',
      `OCP version(s) ${conflicting.join(',')} conflict with minKubeVersion=${told}`,
      'Raise the lowest OpenShift release, or lower minKubeVersion.',
    )
  }
}

function checkAgainst(
  submission: CatalogSubmission,
  catalog: OperatorCatalog,
  fileBased: boolean,
  findings: Findings,
): void {
  const { csv, bundle, annotations } = submission
  const others = catalog.bundles.filter(({ directory }) => directory !== bundle.directory)
  const all = [...others, bundle]
  for (const { severity, message } of nameFaults(bundle, others, catalog.operator)) {
    const isPackage = message.includes('annotations.yaml') && annotations !== null
    const [file, path] = isPackage
      ? [annotations, ['annotations', 'operators.operatorframework.io.bundle.package.v1']]
      : [csv, ['metadata', 'name']]
    findings.at(file, path, {
      severity,
      rule: 'check-operator-name',
      message,
      advice: `Call the operator “${catalog.operator}” everywhere.`,
    })
  }
  if (bundle.version !== bundle.directory) {
    findings.at(csv, ['spec', 'version'], {
      severity: 'error',
      rule: 'check-operator-version-directory-name',
      message: `Bundle directory name '${catalog.operator}/${bundle.directory}' does not match the expected operator CSV version '${bundle.version}'.`,
      advice: 'The directory in the catalog is called as “spec.version” says.',
    })
  }
  if (fileBased) return
  checkUnique(all, csv, findings)
  checkMode(catalog, findings)
  checkReplaces(submission, all, findings)
  checkGraph(submission, all, catalog, findings)
  findings.about(null, {
    severity: 'warning',
    rule: 'check-using-fbc',
    message: 'File Based Catalog (FBC) is a new way to manage operator metadata. This operator does not use FBC.',
    advice: 'Consider migrating: https://redhat-openshift-ecosystem.github.io/operator-pipelines/users/fbc_onboarding/',
  })
}

function checkUnique(all: readonly CatalogBundle[], csv: SourceFile, findings: Findings): void {
  const names = new Set(all.flatMap(({ name }) => splitName(name)?.operator ?? []))
  if (names.size < 2) return
  findings.at(csv, ['metadata', 'name'], {
    severity: 'error',
    rule: 'check-operator-name-unique',
    message: `Bundles use multiple operator names: {${[...names].map((name) => `'${name}'`).join(', ')}}`,
    advice: 'All CSVs of an operator begin with the same name.',
  })
}

function checkMode(catalog: OperatorCatalog, findings: Findings): void {
  const { unknown } = catalogMode(catalog.ci)
  const file = `operators/${catalog.operator}/ci.yaml`
  const updateGraph = field(catalog.ci, 'updateGraph')
  if (updateGraph === undefined || updateGraph === null || updateGraph === '') {
    findings.about(file, {
      severity: 'warning',
      rule: 'check-ci-upgrade-graph',
      message:
        "The 'updateGraph' option is missing in ci.yaml. The default upgrade graph 'replaces-mode' will be used.",
      advice: 'Write “updateGraph: replaces-mode” into it; the Kubernetes catalog reads its absence as semver-mode.',
    })
  } else if (unknown !== null) {
    findings.about(file, {
      severity: 'error',
      rule: 'check-ci-upgrade-graph',
      message: "The 'updateGraph' option in ci.yaml must be one of ['replaces-mode', 'semver-mode']",
      advice: `It is “${unknown}”.`,
    })
  }
}

function checkReplaces({ csv, bundle }: CatalogSubmission, all: readonly CatalogBundle[], findings: Findings): void {
  const { replaces } = bundle
  if (replaces === null || replaces === '') return
  const say = (message: string, advice: string): void =>
    findings.at(csv, ['spec', 'replaces'], { severity: 'error', rule: 'check-replaces-availability', message, advice })
  const delimiter = replaces.includes('.v') ? '.v' : '.'
  if (!replaces.includes(delimiter)) {
    say(
      `The pipeline cannot read '${replaces}': it has no version after a dot.`,
      'Write the whole name of a CSV, for example “codeflare-operator.v1.16.0”.',
    )
    return
  }
  const version = replaces.slice(replaces.indexOf(delimiter) + delimiter.length)
  if (version === versionInName(bundle)) {
    say(
      `${bundle.name} attempts to replace itself.`,
      "Set 'spec.replaces' to the version before this one; “replaces: auto” finds it.",
    )
    return
  }
  const replaced = all.findLast((other) => versionInName(other) === version)
  if (replaced === undefined) {
    const available = all
      .map(versionInName)
      .sort()
      .map((one) => `'${one}'`)
    say(
      `${bundle.name} attempts to replace version '${version}' which does not exist in the submitted PR branch. Available versions: [${available.join(', ')}].`,
      'Replace a published version; “replaces: auto” finds the right one.',
    )
    return
  }
  const [own, its] = [supported(bundle.openshiftVersions), supported(replaced.openshiftVersions)]
  if (bundle.openshiftVersions === replaced.openshiftVersions || own === null || its === null) {
    if (own !== null && its !== null) return
    if (bundle.openshiftVersions === replaced.openshiftVersions) return
    say(
      `The OpenShift releases of ${bundle.name} or of ${replaced.name} cannot be read: “${bundle.openshiftVersions ?? ''}”, “${replaced.openshiftVersions ?? ''}”.`,
      'Write “v4.12”, “v4.12-v4.16” or “=v4.12”.',
    )
    return
  }
  const missing = own.filter((release) => !its.includes(release))
  if (missing.length === 0) return
  say(
    `Replaces bundle ${replaced.name} [${its.join(', ')}] does not support the same OCP versions as bundle ${bundle.name} [${own.join(', ')}].`,
    `On OpenShift ${missing.join(', ')} there is nothing to replace. Align “com.redhat.openshift.versions” in metadata/annotations.yaml: here “${bundle.openshiftVersions ?? 'all'}”, there “${replaced.openshiftVersions ?? 'all'}”.`,
  )
}

function supported(selector: string | null): string[] | null {
  if (selector === null || selector === '') return [...SUPPORTED_OPENSHIFT]
  const range = parseOpenShiftRange(selector)
  return range === null ? null : SUPPORTED_OPENSHIFT.filter((release) => range.holds(release))
}

function checkGraph(
  { csv, bundle }: CatalogSubmission,
  all: readonly CatalogBundle[],
  catalog: OperatorCatalog,
  findings: Findings,
): void {
  const { mode, unknown } = catalogMode(catalog.ci)
  const at: ValuePath = ['spec', 'replaces']
  const unreadable = (rule: string, message: string): void =>
    findings.at(csv, at, {
      severity: 'error',
      rule,
      message,
      advice:
        'The catalog cannot compute the update graph and refuses every bundle of the operator until this is mended.',
    })
  if (unknown !== null) {
    for (const rule of ['check-upgrade-graph-loop', 'check-dangling-bundles'])
      unreadable(rule, `Operator(${catalog.operator}): unsupported updateGraph value: ${unknown}`)
    return
  }
  for (const channel of channelsOf(all)) {
    try {
      const edge = findCycle(channelGraph(channel, all, mode))
      if (edge === null) continue
      findings.at(csv, at, {
        severity: 'error',
        rule: 'check-upgrade-graph-loop',
        message: `Upgrade graph loop detected: ${edge.from.name} -> ${edge.to.name} in channel ${channel}`,
        advice: 'An update must lead to another version; look at “replaces”, “skips” and “olm.skipRange” of the two.',
      })
    } catch (error) {
      if (!(error instanceof GraphUnreadable)) throw error
      unreadable('check-upgrade-graph-loop', error.message)
      break
    }
  }
  for (const channel of channelsOf([bundle])) {
    try {
      const { dangling, head } = channelGraph(channel, all, mode)
      if (dangling.length === 0) continue
      findings.at(csv, at, {
        severity: 'error',
        rule: 'check-dangling-bundles',
        message: `Channel ${channel} has dangling bundles: ${dangling.map(({ name }) => name).join(', ')}`,
        advice: dangling.some(({ name }) => name === bundle.name)
          ? `It is below the head ${head?.name ?? ''} and nothing updates it: publish it to a channel of its own, or above the head.`
          : 'Who has installed one of them is never updated. Replace or skip them; “replaces: auto” does.',
      })
    } catch (error) {
      if (!(error instanceof GraphUnreadable)) throw error
      unreadable('check-dangling-bundles', error.message)
      break
    }
  }
}
