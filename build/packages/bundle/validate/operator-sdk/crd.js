import { canonical, isList, isObject, listMember, member } from '../../../yaml/index.js'
import { textAt, textOf, valueAt } from '../bundle-files.js'
import { dnsLabelFaults, dnsSubdomainFaults, labelValueFaults, qualifiedNameFaults } from '../kubernetes-names.js'
const ADVICE = 'A cluster refuses the definition as it is; correct it where it is generated (controller-gen markers).'
/**
 * Definitions as a cluster takes them (apiextensions-apiserver, `ValidateCustomResourceDefinition`). As in operator-sdk, what is
 * wrong within a schema or a status is left out: `sync-crds` judges schemas.
 */
export function checkDefinitions({ objects }, findings) {
  for (const object of objects) {
    if (object.kind !== 'CustomResourceDefinition') continue
    const isOld = object.apiVersion === 'apiextensions.k8s.io/v1beta1'
    const say = (path, message) =>
      findings.at(object.file, path, {
        severity: 'error',
        rule: 'crd-invalid',
        message: `${fieldOf(path)}: ${message}`,
        advice: ADVICE,
      })
    checkMetadata(object, say)
    checkSpec(valueAt(object.value, 'spec'), isOld, say)
    checkApproval(object, say)
  }
}
function fieldOf(path) {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('')
}
function checkMetadata({ value, name }, say) {
  const expected = `${textAt(value, 'spec', 'names', 'plural')}.${textAt(value, 'spec', 'group')}`
  if (name === '') say(['metadata', 'name'], 'Required value: name or generateName is required')
  else {
    for (const fault of dnsSubdomainFaults(name)) say(['metadata', 'name'], `Invalid value: "${name}": ${fault}`)
    if (name !== expected)
      say(['metadata', 'name'], `Invalid value: "${name}": must be spec.names.plural+"."+spec.group`)
  }
  if (textAt(value, 'metadata', 'namespace') !== '')
    say(['metadata', 'namespace'], 'Forbidden: not allowed on this type')
  const labels = valueAt(value, 'metadata', 'labels')
  for (const [key, label] of isObject(labels) ? Object.entries(labels) : []) {
    for (const fault of qualifiedNameFaults(key)) say(['metadata', 'labels'], `Invalid value: "${key}": ${fault}`)
    for (const fault of labelValueFaults(textOf(label) ?? ''))
      say(['metadata', 'labels'], `Invalid value: "${textOf(label) ?? ''}": ${fault}`)
  }
  const annotations = valueAt(value, 'metadata', 'annotations')
  for (const key of isObject(annotations) ? Object.keys(annotations) : []) {
    for (const fault of qualifiedNameFaults(key.toLowerCase()))
      say(['metadata', 'annotations'], `Invalid value: "${key}": ${fault}`)
  }
}
function checkSpec(spec, isOld, say) {
  const group = textAt(spec, 'group')
  const faults = dnsSubdomainFaults(group)
  if (group === '') say(['spec', 'group'], 'Required value')
  else if (faults.length > 0) say(['spec', 'group'], `Invalid value: "${group}": ${faults.join(',')}`)
  else if (!group.includes('.'))
    say(['spec', 'group'], `Invalid value: "${group}": should be a domain with at least one dot`)
  const scope = textAt(spec, 'scope')
  if (scope === '') {
    if (!isOld) say(['spec', 'scope'], 'Required value')
  } else if (scope !== 'Cluster' && scope !== 'Namespaced') {
    say(['spec', 'scope'], `Unsupported value: "${scope}": supported values: "Cluster", "Namespaced"`)
  }
  const preserve = member(spec, 'preserveUnknownFields') ?? (isOld ? true : null)
  checkVersions(spec, isOld, say)
  checkNames(member(spec, 'names'), say)
  if (preserve !== false && preserve !== null && hasDefaults(spec)) {
    say(['spec', 'preserveUnknownFields'], 'Invalid value: true: must be false in order to use defaults in the schema')
  }
  if (preserve === true) {
    say(
      ['spec', 'preserveUnknownFields'],
      'Invalid value: true: cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead',
    )
  }
  checkConversion(member(spec, 'conversion'), isOld, preserve === true, say)
}
function checkVersions(spec, isOld, say) {
  const listed = listMember(spec, 'versions')
  const single = textAt(spec, 'version')
  const versions =
    listed.length === 0 && isOld && single !== '' ? [{ name: single, storage: true, served: true }] : listed
  const names = versions.map((version) => textAt(version, 'name'))
  for (const [index, version] of versions.entries()) {
    const at = ['spec', 'versions', index]
    const name = names[index] ?? ''
    const faults = dnsLabelFaults(name)
    if (faults.length > 0) say([...at, 'name'], `Invalid value: "${name}": ${faults.join(',')}`)
    checkDeprecation(version, at, say)
    checkScale(valueAt(version, 'subresources', 'scale'), [...at, 'subresources'], say)
    checkColumns(version, 'additionalPrinterColumns', at, say)
    const fields = listMember(version, 'selectableFields')
    if (fields.length > 0 && valueAt(version, 'schema', 'openAPIV3Schema') === undefined) {
      say(
        [...at, 'selectableFields'],
        'Invalid value: "": selectableFields may only be set when version.schema.openAPIV3Schema is not included',
      )
    }
    for (const [position, field] of fields.entries()) {
      if (textAt(field, 'jsonPath') === '') say([...at, 'selectableFields', position, 'jsonPath'], 'Required value')
    }
  }
  if (isOld) checkTopLevel(spec, versions, say)
  const all = ['spec', 'versions']
  if (new Set(names).size < names.length) say(all, 'Invalid value: must contain unique version names')
  if (versions.filter((version) => member(version, 'storage') === true).length !== 1) {
    say(all, 'Invalid value: must have exactly one version marked as storage version')
  }
  if (isOld && single !== '' && names[0] !== single) {
    say(['spec', 'version'], `Invalid value: "${single}": must match the first version in spec.versions`)
  }
}
/** v1 moves what v1beta1 has beside the versions into each of them, or, when they agree, back: only v1beta1 can be wrong here. */
function checkTopLevel(spec, versions, say) {
  const parts = [
    { top: 'validation', each: 'schema', called: 'schemas', instead: 'top-level validation' },
    { top: 'subresources', each: 'subresources', called: 'subresources', instead: 'top-level subresources' },
    {
      top: 'additionalPrinterColumns',
      each: 'additionalPrinterColumns',
      called: 'additionalPrinterColumns',
      instead: 'top-level additionalPrinterColumns',
    },
  ]
  for (const { top, each, called, instead } of parts) {
    const found = versions.map((version) => member(version, each) ?? null)
    const isSet = (value) => value !== null && value !== undefined && !(isList(value) && value.length === 0)
    if (isSet(member(spec, top)) && found.some(isSet)) {
      say(['spec', top], `Forbidden: top-level and per-version ${called} are mutually exclusive`)
    }
    const [first = null] = found
    if (found.length > 0 && found.every((one) => isSet(one) && canonical(one) === canonical(first))) {
      say(
        ['spec', 'versions'],
        `Invalid value: per-version ${called} may not all be set to identical values (${instead} should be used instead)`,
      )
    }
  }
  checkScale(valueAt(spec, 'subresources', 'scale'), ['spec', 'subresources'], say)
  checkColumns(spec, 'additionalPrinterColumns', ['spec'], say)
}
function checkNames(names, say) {
  const kind = textAt(names, 'kind')
  const plural = textAt(names, 'plural')
  // Singular and list kind have defaults that follow from the kind.
  if (plural === '') say(['spec', 'names', 'plural'], 'Required value')
  if (textAt(names, 'singular') === '' && kind === '') say(['spec', 'names', 'singular'], 'Required value')
  if (kind === '') say(['spec', 'names', 'kind'], 'Required value')
  const listKind = textAt(names, 'listKind')
  if (listKind === '' && kind === '') say(['spec', 'names', 'listKind'], 'Required value')
  const singular = textAt(names, 'singular') || kind.toLowerCase()
  for (const [field, text] of [
    ['plural', plural],
    ['singular', singular],
  ]) {
    const faults = text === '' ? [] : dnsLabelFaults(text)
    if (faults.length > 0) say(['spec', 'names', field], `Invalid value: "${text}": ${faults.join(',')}`)
  }
  for (const [field, text] of [
    ['kind', kind],
    ['listKind', listKind || (kind === '' ? '' : `${kind}List`)],
  ]) {
    const faults = text === '' ? [] : dnsLabelFaults(text.toLowerCase())
    if (faults.length > 0)
      say(
        ['spec', 'names', field],
        `Invalid value: "${text}": may have mixed case, but should otherwise match: ${faults.join(',')}`,
      )
  }
  if (kind !== '' && kind === listKind)
    say(['spec', 'names', 'listKind'], `Invalid value: "${listKind}": kind and listKind may not be the same`)
  for (const field of ['shortNames', 'categories']) {
    for (const [index, name] of listMember(names, field).entries()) {
      const faults = dnsLabelFaults(textOf(name) ?? '')
      if (faults.length > 0)
        say(['spec', 'names', field, index], `Invalid value: "${textOf(name) ?? ''}": ${faults.join(',')}`)
    }
  }
}
function checkDeprecation(version, at, say) {
  const warning = member(version, 'deprecationWarning')
  if (warning === undefined || warning === null) return
  const text = textOf(warning) ?? ''
  const path = [...at, 'deprecationWarning']
  if (member(version, 'deprecated') !== true) {
    say(path, `Invalid value: "${text}": can only be set for deprecated versions`)
    return
  }
  if (Buffer.byteLength(text) > 256) say(path, `Invalid value: "${text}": must be <= 256 characters long`)
  if (text === '') say(path, 'Invalid value: "": must not be an empty string')
  const odd = /[^\P{C}]|[\p{Zl}\p{Zp}]/u.exec(text)
  if (odd !== null)
    say(
      path,
      `Invalid value: "${text}": must only contain printable UTF-8 characters; non-printable character found at index ${odd.index}`,
    )
}
function checkScale(scale, at, say) {
  if (!isObject(scale)) return
  const paths = [
    ['specReplicasPath', ['.spec.'], 'should be a json path under .spec'],
    ['statusReplicasPath', ['.status.'], 'should be a json path under .status'],
    ['labelSelectorPath', ['.spec.', '.status.'], 'should be a json path under either .spec or .status'],
  ]
  for (const [name, below, message] of paths) {
    const text = textAt(scale, name)
    const path = [...at, `scale.${name}`]
    // operator-sdk leaves out findings about any field with “status” in its name.
    if (name === 'statusReplicasPath') continue
    if (text === '') {
      if (name !== 'labelSelectorPath') say(path, 'Required value')
    } else if (!text.startsWith('.')) say(path, `Invalid value: "${text}": must be a simple json path starting with .`)
    else if (!below.some((prefix) => text.startsWith(prefix))) say(path, `Invalid value: "${text}": ${message}`)
  }
}
const COLUMN_TYPES = ['boolean', 'date', 'integer', 'number', 'string']
const COLUMN_FORMATS = ['byte', 'date', 'date-time', 'double', 'float', 'int32', 'int64', 'password']
function checkColumns(of, name, at, say) {
  for (const [index, column] of listMember(of, name).entries()) {
    const path = [...at, name, index]
    const [type, format] = [textAt(column, 'type'), textAt(column, 'format')]
    if (textAt(column, 'name') === '') say([...path, 'name'], 'Required value')
    if (type === '') say([...path, 'type'], `Required value: must be one of ${COLUMN_TYPES.join(',')}`)
    else if (!COLUMN_TYPES.includes(type))
      say([...path, 'type'], `Invalid value: "${type}": must be one of ${COLUMN_TYPES.join(',')}`)
    if (format !== '' && !COLUMN_FORMATS.includes(format))
      say([...path, 'format'], `Invalid value: "${format}": must be one of ${COLUMN_FORMATS.join(',')}`)
    const jsonPath = textAt(column, 'jsonPath') || textAt(column, 'JSONPath')
    if (jsonPath === '') say([...path, 'JSONPath'], 'Required value')
    else if (!jsonPath.startsWith('.'))
      say([...path, 'JSONPath'], `Invalid value: "${jsonPath}": must be a simple json path starting with .`)
  }
}
function checkConversion(conversion, isOld, preserves, say) {
  if (!isObject(conversion)) return
  const at = ['spec', 'conversion']
  const strategy = textAt(conversion, 'strategy')
  if (strategy === '') say([...at, 'strategy'], 'Required value')
  else if (strategy !== 'None' && strategy !== 'Webhook') {
    say([...at, 'strategy'], `Unsupported value: "${strategy}": supported values: "None", "Webhook"`)
  }
  if (strategy !== 'None' && preserves)
    say([...at, 'strategy'], `Invalid value: "${strategy}": must be None if spec.preserveUnknownFields is true`)
  const client = isOld ? member(conversion, 'webhookClientConfig') : valueAt(conversion, 'webhook', 'clientConfig')
  const given = isOld
    ? listMember(conversion, 'conversionReviewVersions')
    : listMember(member(conversion, 'webhook'), 'conversionReviewVersions')
  const versions =
    given.length === 0 && isOld && strategy === 'Webhook' ? ['v1beta1'] : given.map((version) => textOf(version) ?? '')
  const config = [...at, 'webhookClientConfig']
  if (strategy === 'Webhook') {
    if (!isObject(client)) say(config, 'Required value: required when strategy is set to Webhook')
    else checkClient(client, config, say)
    checkReviewVersions(versions, [...at, 'conversionReviewVersions'], say)
  } else {
    if (isObject(client)) say(config, 'Forbidden: should not be set when strategy is not set to Webhook')
    if (versions.length > 0)
      say([...at, 'conversionReviewVersions'], 'Forbidden: should not be set when strategy is not set to Webhook')
  }
}
function checkClient(client, at, say) {
  const [url, service] = [member(client, 'url') ?? null, member(client, 'service') ?? null]
  if ((url === null) === (service === null)) {
    say(at, 'Required value: exactly one of url or service is required')
    return
  }
  if (service === null) {
    const text = textOf(url ?? undefined) ?? ''
    if (!/^https:\/\/[^/?#@]+(?:\/[^?#]*)?$/.test(text))
      say([...at, 'url'], `Invalid value: "${text}": it has to be https://HOST/PATH, without user, query or fragment`)
    return
  }
  for (const name of ['name', 'namespace'])
    if (textAt(service, name) === '') say([...at, 'service', name], 'Required value')
  const port = member(service, 'port') ?? 443
  if (Number(port) < 1 || Number(port) > 65_535)
    say(
      [...at, 'service', 'port'],
      `Invalid value: ${String(Number(port))}: port is not valid: must be between 1 and 65535, inclusive`,
    )
  const path = textAt(service, 'path')
  if (path === '') return
  if (!path.startsWith('/')) say([...at, 'service', 'path'], `Invalid value: "${path}": must start with a '/'`)
  for (const [index, step] of path.replace(/^\//, '').replace(/\/$/, '').split('/').entries()) {
    if (path === '/') break
    const faults = step === '' ? ['must not be empty'] : dnsSubdomainFaults(step)
    for (const fault of faults) say([...at, 'service', 'path'], `Invalid value: "${path}": segment[${index}]: ${fault}`)
  }
}
function checkReviewVersions(versions, at, say) {
  if (versions.length === 0) {
    say(at, 'Required value')
    return
  }
  for (const [index, version] of versions.entries()) {
    if (versions.indexOf(version) < index) say([...at, index], `Invalid value: "${version}": duplicate version`)
    else for (const fault of dnsLabelFaults(version)) say([...at, index], `Invalid value: "${version}": ${fault}`)
  }
  if (!versions.includes('v1') && !versions.includes('v1beta1'))
    say(at, 'Invalid value: must include at least one of v1, v1beta1')
}
/** Whether any schema of the definition has a default. */
function hasDefaults(spec) {
  const schemas = [
    valueAt(spec, 'validation', 'openAPIV3Schema'),
    ...listMember(spec, 'versions').map((version) => valueAt(version, 'schema', 'openAPIV3Schema')),
  ]
  return schemas.some((schema) => schema !== undefined && schemaHasDefault(schema))
}
function schemaHasDefault(schema) {
  if (isList(schema)) return schema.some(schemaHasDefault)
  if (!isObject(schema)) return false
  if (schema['default'] !== undefined && schema['default'] !== null) return true
  const inMaps = ['properties', 'patternProperties', 'definitions', 'dependencies'].flatMap((name) => {
    const map = schema[name]
    return isObject(map) ? Object.values(map) : []
  })
  const inOthers = ['items', 'additionalProperties', 'additionalItems', 'not', 'allOf', 'anyOf', 'oneOf'].flatMap(
    (name) => schema[name] ?? [],
  )
  return [...inMaps, ...inOthers].some(schemaHasDefault)
}
/** Groups of the Kubernetes project itself need the address of the review that allowed them. */
function checkApproval({ value }, say) {
  const group = textAt(value, 'spec', 'group')
  if (!/(?:^|\.)(?:k8s|kubernetes)\.io$/.test(group)) return
  const key = 'api-approved.kubernetes.io'
  const approval = textAt(value, 'metadata', 'annotations', key)
  const path = ['metadata', `annotations[${key}]`]
  if (approval === '') {
    say(
      path,
      `Required value: protected groups must have approval annotation "${key}", see https://github.com/kubernetes/enhancements/pull/1111`,
    )
  } else if (!approval.startsWith('unapproved') && !URL.canParse(approval)) {
    say(
      path,
      `Invalid value: "${approval}": protected groups must have approval annotation "${key}" with either a URL or a reason starting with "unapproved", see https://github.com/kubernetes/enhancements/pull/1111`,
    )
  }
}
