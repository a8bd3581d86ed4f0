import { type CatalogBundle, compareBundles, splitName, versionInName } from '../../graph/catalog-bundle.ts'
import { parseCheckerRange } from '../../graph/checker-range.ts'
import { olmChannel } from '../../graph/olm-channel.ts'
import { parseOlmRange } from '../../graph/olm-range.ts'
import { catalogMode, type OperatorCatalog } from '../../graph/operator-catalog.ts'
import { readSemVer } from '../../graph/semver.ts'
import type { CatalogSubmission } from '../catalog/validate.ts'
import type { Findings } from '../findings.ts'
import type { ValuePath } from '../source-file.ts'

const REPLACES: ValuePath = ['spec', 'replaces']
const RANGE: ValuePath = ['metadata', 'annotations', 'olm.skipRange']

/** What the catalog’s checker lets through although users would be stranded or OLM would not follow. */
export function checkGraphHoles(submission: CatalogSubmission, catalog: OperatorCatalog, findings: Findings): void {
  const { csv, bundle, annotations } = submission
  const others = catalog.bundles.filter(({ directory }) => directory !== bundle.directory)
  const twin = others.find(({ name }) => name === bundle.name)
  if (twin !== undefined) {
    findings.at(csv, ['metadata', 'name'], {
      severity: 'error',
      rule: 'graph-name-taken',
      message: `The directory ${twin.directory} of the catalog has a bundle of this name already.`,
      advice: 'Give the CSV the name that goes with its version.',
    })
  }
  const operator = splitName(bundle.name)?.operator
  for (const name of [bundle.replaces, ...bundle.skips]) {
    if (name === null || name === '' || operator === undefined || splitName(name)?.operator === operator) continue
    findings.at(csv, REPLACES, {
      severity: 'error',
      rule: 'graph-other-operator',
      message: `“${name}” is no bundle of ${operator}; the checker compares versions only, OLM compares names.`,
      advice: `Write “${operator}.v…”.`,
    })
  }
  checkRange(submission, others, findings)
  if (annotations !== null) checkDefault(submission, others, findings)
  checkStranded(submission, others, findings)
  if (catalogMode(catalog.ci).mode === 'replaces-mode' && !catalogMode(catalog.ci).fileBased) {
    for (const channel of bundle.channels) checkOlm(submission, channel, others, findings)
  }
  for (const version of catalog.unseen) {
    findings.about(`operators/${catalog.operator}/${version}`, {
      severity: 'info',
      rule: 'nested-bundle',
      message: 'The catalog takes this directory for no bundle: it has no manifests/ and metadata/.',
      advice: 'It may have been meant as one.',
    })
  }
}

function checkRange({ csv, bundle }: CatalogSubmission, others: readonly CatalogBundle[], findings: Findings): void {
  const { skipRange } = bundle
  if (skipRange === null) return
  const [olm, checker] = [parseOlmRange(skipRange), parseCheckerRange(skipRange)]
  if (olm === null) {
    findings.at(csv, RANGE, {
      severity: 'error',
      rule: 'skip-range-unreadable',
      message: `OLM cannot read the range “${skipRange}”.`,
      advice:
        'Its dialect has >, >=, <, <=, = and != with three numbers, joined by blanks (and) or “||” (or): “>=1.0.0 <1.17.0”.',
    })
    return
  }
  const read = others.filter((other) => {
    const version = readSemVer(versionInName(other))
    return version !== null && olm(version) !== (checker?.(version) ?? false)
  })
  if (read.length > 0) {
    findings.at(csv, RANGE, {
      severity: 'warning',
      rule: 'skip-range-dialects',
      message: `OLM and the catalog’s checker read “${skipRange}” differently for ${read.map(({ name }) => name).join(', ')}.`,
      advice: 'OLM decides. List candidates under “skips” to have both agree.',
    })
  }
  const own = readSemVer(versionInName(bundle))
  if (own !== null && olm(own)) {
    findings.at(csv, RANGE, {
      severity: 'error',
      rule: 'skip-range-itself',
      message: `The range “${skipRange}” holds the version itself.`,
      advice: `End it below: “<${versionInName(bundle)}”.`,
    })
  }
}

function checkDefault(
  { annotations, bundle }: CatalogSubmission,
  others: readonly CatalogBundle[],
  findings: Findings,
): void {
  const { defaultChannel } = bundle
  if (annotations === null || defaultChannel === null || defaultChannel === '') return
  if ([bundle, ...others].some(({ channels }) => channels.includes(defaultChannel))) return
  findings.at(annotations, ['annotations', 'operators.operatorframework.io.bundle.channel.default.v1'], {
    severity: 'error',
    rule: 'default-channel-unknown',
    message: `The default channel “${defaultChannel}” has no bundle at all.`,
    advice: `Nobody could install the operator without naming a channel. Name one of ${bundle.channels.join(', ')}.`,
  })
}

/** Channels of the version before that this one is not in any more: their users stay where they are. */
function checkStranded(
  { annotations, csv, bundle }: CatalogSubmission,
  others: readonly CatalogBundle[],
  findings: Findings,
): void {
  const previous = others
    .filter((other) => compareBundles(other, bundle) < 0)
    .toSorted(compareBundles)
    .at(-1)
  const left = previous?.channels.filter((channel) => !bundle.channels.includes(channel)) ?? []
  const isAlone = previous !== undefined && left.length === previous.channels.length
  if (previous === undefined || left.length === 0) return
  findings.at(
    annotations ?? csv,
    annotations === null ? REPLACES : ['annotations', 'operators.operatorframework.io.bundle.channels.v1'],
    {
      severity: 'warning',
      rule: 'graph-channel-left',
      message: `${previous.name} is in ${left.map((channel) => `“${channel}”`).join(', ')}, and this version is not: who follows ${left.length === 1 ? 'that channel' : 'those channels'} ${isAlone ? 'stays at it until they change the channel by hand' : 'is not updated to this version'}.`,
      advice: `Keep publishing there too, or say so in the release notes. The channels of this bundle: ${bundle.channels.join(', ')}.`,
    },
  )
}

function checkOlm(
  { csv, bundle }: CatalogSubmission,
  channel: string,
  others: readonly CatalogBundle[],
  findings: Findings,
): void {
  const { heads, stranded } = olmChannel(channel, [...others, bundle])
  const before = new Set(olmChannel(channel, others).heads.map(({ name }) => name))
  const added = heads.filter(({ name }) => name === bundle.name || !before.has(name))
  if (heads.length > 1 && added.some(({ name }) => name === bundle.name)) {
    findings.at(csv, REPLACES, {
      severity: 'warning',
      rule: 'graph-several-heads',
      message: `Channel “${channel}” has ${heads.length} heads for OLM: ${heads.map(({ name }) => name).join(', ')}. Ranges do not count there.`,
      advice:
        'opm refuses a channel with several heads. Replace one and name the others under “skips”; “replaces: auto” does.',
    })
  }
  const lost = stranded.filter((other) => compareBundles(other, bundle) < 0)
  if (lost.length === 0 || bundle !== olmChannel(channel, [...others, bundle]).bundles.at(-1)) return
  findings.at(csv, REPLACES, {
    severity: 'warning',
    rule: 'graph-users-stranded',
    message: `In channel “${channel}” no way leads from ${lost
      .slice(-5)
      .map(({ name }) => name)
      .join(', ')}${lost.length > 5 ? ` and ${lost.length - 5} older bundles` : ''} to ${bundle.name}.`,
    advice:
      'Who has installed one of them is not updated. A skipRange such as “>=0.0.0 <VERSION” takes all of them along.',
  })
}
