import { checkCelRules } from './check-cel.js'
import { checkDefaults } from './check-defaults.js'
import { checkKeywords, checkRoot } from './check-keywords.js'
import { checkStructure } from './check-structure.js'
import { canonical, isObject, listMember, member, textMember } from '../../yaml/index.js'
import { itemsOf, propertyOf, valuesOf } from '../schema/schema.js'
const ALL = {
  types: true,
  atomicSets: true,
  mapKeys: true,
  structural: true,
  defaults: true,
  prunedDefaults: true,
  status: false,
}
/** All that the API server has against a schema. */
export function checkSchema(schema, field, options) {
  const found = []
  const refuse = (at, reason, detail) => void found.push({ field: at, reason, detail })
  if (!isObject(schema)) return found
  if (options.status) checkRoot(schema, field, refuse)
  checkKeywords(schema, field, refuse, options)
  if (options.structural) checkStructure(schema, field, refuse)
  const broken = found.map((refusal) => refusal.field)
  checkDefaults(schema, field, refuse, options)
  checkCelRules(schema, field, refuse, broken)
  return found
}
/** All that the API server has against a definition when it is created (ValidateCustomResourceDefinition). */
export function checkDefinition(definition) {
  const found = []
  const refuse = (at, reason, detail) => void found.push({ field: at, reason, detail })
  const spec = member(definition, 'spec')
  checkNames(definition, refuse)
  checkConversion(member(spec, 'conversion'), member(spec, 'preserveUnknownFields') === true, refuse)
  if (member(spec, 'preserveUnknownFields') === true) {
    refuse(
      'spec.preserveUnknownFields',
      'Invalid',
      'cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead',
    )
  }
  const versions = listMember(spec, 'versions')
  const names = versions.map((version) => textMember(version, 'name') ?? '')
  names.forEach((name, index) => {
    if (!isLabel(name)) refuse(`spec.versions[${index}].name`, 'Invalid', LABEL)
    if (names.indexOf(name) < index)
      refuse(`spec.versions[${index}].name`, 'Duplicate', 'must contain unique version names')
  })
  if (versions.filter((version) => member(version, 'storage') === true).length !== 1) {
    refuse('spec.versions', 'Invalid', 'must have exactly one version marked as storage version')
  }
  for (const [index, version] of versions.entries())
    checkVersion(version, spec, `spec.versions[${index}]`, found, refuse)
  return found
}
function checkVersion(version, spec, at, found, refuse) {
  const shared = member(member(spec, 'validation'), 'openAPIV3Schema')
  const schema = member(member(version, 'schema'), 'openAPIV3Schema') ?? shared
  const field = shared === undefined ? `${at}.schema.openAPIV3Schema` : 'spec.validation.openAPIV3Schema'
  if (schema === undefined || schema === null) refuse(field, 'Required', 'schemas are required')
  else {
    const status = member(member(version, 'subresources') ?? member(spec, 'subresources'), 'status') !== undefined
    for (const refusal of checkSchema(schema, field, { ...ALL, status })) {
      if (!found.some((other) => canonical({ ...other }) === canonical({ ...refusal }))) found.push(refusal)
    }
  }
  const warning = member(version, 'deprecationWarning')
  if (warning !== undefined && warning !== null) {
    if (member(version, 'deprecated') !== true) {
      refuse(`${at}.deprecationWarning`, 'Invalid', 'can only be set for deprecated versions')
    }
    if (typeof warning !== 'string' || warning === '' || warning.length > 256 || /\p{C}/u.test(warning)) {
      refuse(`${at}.deprecationWarning`, 'Invalid', 'must be 1 to 256 printable characters')
    }
  }
  checkScale(
    member(member(version, 'subresources') ?? member(spec, 'subresources'), 'scale'),
    `${at}.subresources.scale`,
    refuse,
  )
  const columns =
    member(version, 'additionalPrinterColumns') === undefined ? [] : listMember(version, 'additionalPrinterColumns')
  columns.forEach((column, index) => checkColumn(column, `${at}.additionalPrinterColumns[${index}]`, refuse))
  checkSelectable(version, schema, `${at}.selectableFields`, refuse)
}
const LABEL =
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character"
const SUBDOMAIN =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character"
function isLabel(text) {
  return text.length <= 63 && /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(text)
}
function isSubdomain(text) {
  return text.length <= 253 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(text)
}
function checkNames(definition, refuse) {
  const metadata = member(definition, 'metadata')
  const spec = member(definition, 'spec')
  const group = textMember(spec, 'group') ?? ''
  const names = member(spec, 'names')
  const plural = textMember(names, 'plural') ?? ''
  if (textMember(metadata, 'name') !== `${plural}.${group}`)
    refuse('metadata.name', 'Invalid', 'must be spec.names.plural+"."+spec.group')
  if (group === '') refuse('spec.group', 'Required', '')
  else if (!isSubdomain(group)) refuse('spec.group', 'Invalid', SUBDOMAIN)
  else if (!group.includes('.')) refuse('spec.group', 'Invalid', 'should be a domain with at least one dot')
  const scope = textMember(spec, 'scope')
  if (scope === undefined) refuse('spec.scope', 'Required', '')
  else if (scope !== 'Cluster' && scope !== 'Namespaced')
    refuse('spec.scope', 'NotSupported', 'supported values: "Cluster", "Namespaced"')
  if (plural === '') refuse('spec.names.plural', 'Required', '')
  // singular and listKind are filled in by defaulting; kind is not.
  const kind = textMember(names, 'kind')
  if (kind === undefined) refuse('spec.names.kind', 'Required', '')
  const singular = textMember(names, 'singular') ?? kind?.toLowerCase() ?? ''
  const listKind = textMember(names, 'listKind') ?? (kind === undefined ? '' : `${kind}List`)
  for (const [name, value] of [
    ['plural', plural],
    ['singular', singular],
    ['kind', kind ?? ''],
    ['listKind', listKind],
  ]) {
    if (value !== '' && !isLabel(value.toLowerCase())) refuse(`spec.names.${name}`, 'Invalid', LABEL)
  }
  for (const name of ['shortNames', 'categories']) {
    listMember(names, name).forEach((value, index) => {
      if (typeof value !== 'string' || !isLabel(value)) refuse(`spec.names.${name}[${index}]`, 'Invalid', LABEL)
    })
  }
  if (kind !== undefined && kind === listKind)
    refuse('spec.names.listKind', 'Invalid', 'kind and listKind may not be the same')
  checkApproval(group, member(metadata, 'annotations'), refuse)
}
/** Groups of the Kubernetes project itself need its approval. */
function checkApproval(group, annotations, refuse) {
  if (!/(?:^|\.)(?:k8s|kubernetes)\.io$/.test(group)) return
  const said = textMember(annotations, 'api-approved.kubernetes.io')
  const field = 'metadata.annotations[api-approved.kubernetes.io]'
  if (said === undefined)
    refuse(field, 'Required', 'protected groups must have approval annotation "api-approved.kubernetes.io"')
  else if (!said.startsWith('unapproved') && !URL.canParse(said)) {
    refuse(field, 'Invalid', 'must be the URL of the approving pull request, or start with “unapproved”')
  }
}
function checkConversion(conversion, keeps, refuse) {
  if (conversion === undefined || conversion === null) return
  const strategy = textMember(conversion, 'strategy') ?? 'None'
  const webhook = member(conversion, 'webhook')
  const client = member(webhook, 'clientConfig') ?? member(conversion, 'webhookClientConfig')
  const reviewed =
    member(webhook, 'conversionReviewVersions') === undefined
      ? listMember(conversion, 'conversionReviewVersions')
      : listMember(webhook, 'conversionReviewVersions')
  const at =
    member(webhook, 'clientConfig') === undefined && member(conversion, 'webhookClientConfig') !== undefined
      ? 'spec.conversion.webhookClientConfig'
      : 'spec.conversion.webhook.clientConfig'
  if (strategy !== 'None' && strategy !== 'Webhook') {
    refuse('spec.conversion.strategy', 'NotSupported', 'supported values: "None", "Webhook"')
    return
  }
  if (strategy === 'None') {
    if (client !== undefined) refuse(at, 'Forbidden', 'should not be set when strategy is not set to Webhook')
    if (reviewed.length > 0) {
      refuse(
        'spec.conversion.conversionReviewVersions',
        'Forbidden',
        'should not be set when strategy is not set to Webhook',
      )
    }
    return
  }
  if (keeps) refuse('spec.conversion.strategy', 'Invalid', 'must be None if spec.preserveUnknownFields is true')
  if (client === undefined) refuse(at, 'Required', 'required when strategy is set to Webhook')
  else checkClient(client, at, refuse)
  const names = reviewed.map((name) => (typeof name === 'string' ? name : ''))
  names.forEach((name, index) => {
    if (!isLabel(name)) refuse(`spec.conversion.conversionReviewVersions[${index}]`, 'Invalid', LABEL)
    if (names.indexOf(name) < index)
      refuse(`spec.conversion.conversionReviewVersions[${index}]`, 'Invalid', 'duplicate version')
  })
  if (names.length === 0) refuse('spec.conversion.conversionReviewVersions', 'Required', 'is required')
  else if (!names.includes('v1') && !names.includes('v1beta1')) {
    refuse('spec.conversion.conversionReviewVersions', 'Invalid', 'must include at least one of v1, v1beta1')
  }
}
function checkClient(client, at, refuse) {
  const [url, service] = [member(client, 'url'), member(client, 'service')]
  if ((url === undefined) === (service === undefined))
    refuse(at, 'Required', 'exactly one of url or service is required')
  if (typeof url === 'string') {
    const parsed = URL.canParse(url) ? new URL(url) : undefined
    if (parsed?.protocol !== 'https:')
      refuse(`${at}.url`, 'Invalid', "'https' is the only allowed URL scheme; desired format: https://host[/path]")
    if ((parsed?.hostname ?? '') === '')
      refuse(`${at}.url`, 'Invalid', 'host must be specified; desired format: https://host[/path]')
  }
  if (!isObject(service)) return
  if (textMember(service, 'name') === undefined) refuse(`${at}.service.name`, 'Required', 'service name is required')
  if (textMember(service, 'namespace') === undefined)
    refuse(`${at}.service.namespace`, 'Required', 'service namespace is required')
  const port = member(service, 'port')
  if ((typeof port === 'bigint' || typeof port === 'number') && (port < 1 || port > 65535)) {
    refuse(`${at}.service.port`, 'Invalid', 'port is not valid: must be between 1 and 65535, inclusive')
  }
}
function checkScale(scale, at, refuse) {
  if (!isObject(scale)) return
  for (const [name, below, needed] of [
    ['specReplicasPath', ['.spec.'], true],
    ['statusReplicasPath', ['.status.'], true],
    ['labelSelectorPath', ['.spec.', '.status.'], false],
  ]) {
    const path = textMember(scale, name)
    if (path === undefined) {
      if (needed) refuse(`${at}.${name}`, 'Required', '')
    } else if (!below.some((prefix) => path.startsWith(prefix)) || /[[\]]/.test(path)) {
      refuse(
        `${at}.${name}`,
        'Invalid',
        `should be a json path under ${below.map((prefix) => prefix.slice(0, -1)).join(' or ')}`,
      )
    }
  }
}
function checkColumn(column, at, refuse) {
  if (textMember(column, 'name') === undefined) refuse(`${at}.name`, 'Required', '')
  const type = textMember(column, 'type')
  if (type === undefined) refuse(`${at}.type`, 'Required', '')
  else if (!['boolean', 'date', 'integer', 'number', 'string'].includes(type)) {
    refuse(`${at}.type`, 'Invalid', 'must be one of boolean,date,integer,number,string')
  }
  const path = textMember(column, 'jsonPath') ?? textMember(column, 'JSONPath')
  if (path === undefined) refuse(`${at}.JSONPath`, 'Required', '')
  else if (!/^\s*\{?\s*\.|^\s*\{?\[/.test(path))
    refuse(`${at}.JSONPath`, 'Invalid', 'is an invalid path: must start with .')
}
function checkSelectable(version, schema, at, refuse) {
  const fields = listMember(version, 'selectableFields')
  const paths = fields.map((field) => textMember(field, 'jsonPath') ?? '')
  if (paths.length > 8) refuse(at, 'TooMany', `must have at most 8 items: ${paths.join(', ')}`)
  paths.forEach((path, index) => {
    const field = `${at}[${index}].jsonPath`
    if (path === '') refuse(field, 'Required', '')
    else if (paths.indexOf(path) < index) refuse(field, 'Duplicate', '')
    else if (path.startsWith('.metadata')) refuse(field, 'Invalid', 'must not point to fields in metadata')
    else {
      const found = resolve(schema, path)
      if (found === undefined) refuse(field, 'Invalid', 'is an invalid path: does not refer to a valid field')
      else if (!['string', 'boolean', 'integer'].includes(textMember(found, 'type') ?? '')) {
        refuse(
          field,
          'Invalid',
          'must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.',
        )
      }
    }
  })
}
/** The schema at `.spec.a['b']`. */
function resolve(schema, path) {
  const steps = path.match(/\.[\w-]+|\['[^']+'\]|\[\d+\]/g)
  if (steps === null || steps.join('') !== path) return undefined
  let at = schema
  for (const step of steps) {
    if (at === undefined) return undefined
    const name = step.startsWith('.') ? step.slice(1) : step.slice(1, -1).replaceAll("'", '')
    at = /^\d+$/.test(name) ? itemsOf(at) : (propertyOf(at, name) ?? valuesOf(at))
  }
  return at
}
/** All that the API server has against an update, besides what it has against the new definition. */
export function checkUpdate(old, now) {
  const found = []
  const [before, after] = [member(old, 'spec'), member(now, 'spec')]
  for (const path of [['group'], ['scope'], ['names', 'kind'], ['names', 'plural']]) {
    const [was, is] = [before, after].map((spec) => path.reduce((at, name) => member(at, name), spec))
    if (was !== undefined && is !== undefined && canonical(was) !== canonical(is)) {
      found.push({ field: `spec.${path.join('.')}`, reason: 'Invalid', detail: 'field is immutable' })
    }
  }
  if (member(before, 'preserveUnknownFields') === false && member(after, 'preserveUnknownFields') === true) {
    found.push({ field: 'spec.preserveUnknownFields', reason: 'Invalid', detail: 'cannot set to true' })
  }
  const names = new Set(listMember(after, 'versions').map((version) => textMember(version, 'name')))
  listMember(member(now, 'status'), 'storedVersions').forEach((version, index) => {
    if (typeof version === 'string' && !names.has(version)) {
      found.push({ field: `status.storedVersions[${index}]`, reason: 'Invalid', detail: 'missing from spec.versions' })
    }
  })
  return found
}
/** What a definition may have anywhere once it had it somewhere (ValidateCustomResourceDefinitionUpdate, its options). */
const ONCE_ANYWHERE =
  /x-kubernetes-list-map-keys, so|x-kubernetes-list-type is (?:map|set)$|list with x-kubernetes-list-type=set$|^must not be empty (?:for specified|at the root)|^schemas are required$/
/** Refusals of the new definition that its old one had as well: the API server lets them pass on update. */
export function isRatcheted(refusal, before) {
  return before.some(
    (other) =>
      other.reason === refusal.reason &&
      other.detail === refusal.detail &&
      (other.field === refusal.field || ONCE_ANYWHERE.test(refusal.detail)),
  )
}
/** The names of a definition's versions, to say of which one a refusal is. */
export function versionOf(refusal, definition) {
  const index = /^spec\.versions\[(\d+)\]/.exec(refusal.field)?.[1]
  if (index === undefined) return undefined
  return textMember(listMember(member(definition, 'spec'), 'versions')[Number(index)], 'name')
}
