import { isList, isObject, listMember, member } from '../../../yaml/index.js'
import { readTolerant } from '../../graph/semver.js'
import { textAt, textOf, valueAt } from '../bundle-files.js'
import { checkMinKubeVersion } from './csv.js'
import { requestUriFault } from './go-url.js'
import { mailFault } from './go-mail.js'
import { CATEGORIES } from './rule-set.js'
/** Levels that OperatorHub shows. */
export const CAPABILITIES = ['Basic Install', 'Seamless Upgrades', 'Full Lifecycle', 'Deep Insights', 'Auto Pilot']
export const ICON_TYPES = ['image/gif', 'image/jpeg', 'image/png', 'image/svg+xml']
/**
 * What OperatorHub shows of an operator: the validators operatorhub/v2, standardcapabilities and standardcategories, which in
 * v1.27.0 are one (operator-framework/api, `validation/internal/operatorhub.go`).
 */
export function checkOperatorHub({ csv: { file, value } }, sdk, findings) {
  const spec = member(value, 'spec')
  const say = (path, severity, rule, message, advice) => findings.at(file, path, { severity, rule, message, advice })
  const wrong = (path, rule, message, advice) => say(path, 'error', rule, message, advice)
  const provider = textAt(spec, 'provider', 'name')
  if ((sdk === 'v1.27.0' ? provider : provider.trim()) === '') {
    wrong(
      ['spec', 'provider', 'name'],
      'hub-provider',
      'csv.Spec.Provider.Name not specified',
      'Name who provides the operator.',
    )
  }
  for (const [index, maintainer] of listMember(spec, 'maintainers').entries()) {
    const at = ['spec', 'maintainers', index]
    const email = textAt(maintainer, 'email')
    if (textAt(maintainer, 'name') === '' || email === '') {
      wrong(
        at,
        'hub-maintainers',
        'csv.Spec.Maintainers elements should contain both name and email',
        'Give both, or remove the entry.',
      )
    }
    const fault = email === '' ? null : mailFault(email)
    if (fault !== null)
      wrong(
        [...at, 'email'],
        'hub-maintainers',
        `csv.Spec.Maintainers email ${email} is invalid: ${fault}`,
        'Write an address such as “team@example.com”.',
      )
  }
  for (const [index, link] of listMember(spec, 'links').entries()) {
    const at = ['spec', 'links', index]
    const url = textAt(link, 'url')
    if (textAt(link, 'name') === '' || url === '') {
      wrong(
        at,
        'hub-links',
        'csv.Spec.Links elements should contain both name and url',
        'Give both, or remove the entry.',
      )
    }
    const fault = url === '' ? null : requestUriFault(url)
    if (fault !== null)
      wrong(
        [...at, 'url'],
        'hub-links',
        `csv.Spec.Links url ${url} is invalid: ${fault}`,
        'Write the whole address, with https://.',
      )
  }
  const version = readTolerant(textAt(spec, 'version'))
  const isZero =
    version === null ||
    (version.major === 0n && version.minor === 0n && version.patch === 0n && version.prerelease.length === 0)
  if (isZero)
    wrong(
      ['spec', 'version'],
      'hub-version',
      'csv.Spec.Version must be set',
      'Write the version that the name ends with.',
    )
  checkIcon(member(spec, 'icon') ?? null, say)
  const readMinimum = sdk === 'v1.27.0' ? readTolerant : undefined
  checkMinKubeVersion(textAt(spec, 'minKubeVersion'), say, readMinimum)
  checkAnnotations(value, sdk, wrong)
}
function checkIcon(icon, say) {
  const advice = 'Give one icon with “base64data” and “mediatype”.'
  if (icon === null || !isList(icon)) {
    say(['spec', 'icon'], 'warning', 'hub-icon', 'csv.Spec.Icon not specified', advice)
    return
  }
  if (icon.length !== 1)
    say(['spec', 'icon'], 'error', 'hub-icon', 'csv.Spec.Icon should only have one element', advice)
  const [first] = icon
  const [data, type] = [textAt(first, 'base64data'), textAt(first, 'mediatype')]
  if (first === undefined) return
  if (data === '' || type === '') {
    say(
      ['spec', 'icon', 0],
      'error',
      'hub-icon',
      'csv.Spec.Icon elements should contain both data and mediatype',
      advice,
    )
  }
  if (type !== '' && !ICON_TYPES.includes(type)) {
    say(
      ['spec', 'icon', 0, 'mediatype'],
      'error',
      'hub-icon',
      `csv.Spec.Icon ${type} does not have a valid mediatype`,
      `Use one of ${ICON_TYPES.join(', ')}.`,
    )
  }
}
function checkAnnotations(csv, sdk, wrong) {
  const annotations = valueAt(csv, 'metadata', 'annotations')
  if (!isObject(annotations)) return
  const quote = (text) => (sdk === 'v1.27.0' ? text : JSON.stringify(text))
  const at = ['metadata', 'annotations']
  if (Object.hasOwn(annotations, 'capabilities')) {
    const capability = textOf(annotations['capabilities'] ?? undefined) ?? ''
    if (!CAPABILITIES.includes(capability)) {
      wrong(
        [...at, 'capabilities'],
        'hub-capabilities',
        `csv.Metadata.Annotations.Capabilities ${quote(capability)} is not a valid capabilities level`,
        `Use one of: ${CAPABILITIES.join(', ')}.`,
      )
    }
  }
  if (!Object.hasOwn(annotations, 'categories')) return
  const known = CATEGORIES[sdk]
  for (const category of (textOf(annotations['categories'] ?? undefined) ?? '').split(',')) {
    if (known.has(category.trim())) continue
    wrong(
      [...at, 'categories'],
      'hub-categories',
      `csv.Metadata.Annotations["categories"] value ${quote(category)} is not in the set of ${sdk === 'v1.27.0' ? 'default' : 'standard'} categories`,
      `Use these, separated by commas: ${[...known].join(', ')}.`,
    )
  }
}
