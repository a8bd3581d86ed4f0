import { entriesOf, isList, listMember, member } from '../../../yaml/index.js'
import { textAt, textOf } from '../bundle-files.js'
import { labelValueFaults, qualifiedNameFaults } from '../kubernetes-names.js'
import { SUPPORTED_KINDS } from './rule-set.js'
/** The most that all annotations of an object may have together, in bytes. */
const ANNOTATIONS_LIMIT = 256 * 1024
/** Every object but CSV and CRDs: a kind that OLM installs, and metadata that a cluster takes (sdk, `internal/registry/validate.go`). */
export function checkObjects({ objects, mediaType }, sdk, findings) {
  for (const object of objects) {
    const { file, kind, apiVersion, name } = object
    if (kind === 'ClusterServiceVersion' || kind === 'CustomResourceDefinition') continue
    if (mediaType === 'registry+v1' && !SUPPORTED_KINDS[sdk].has(kind)) {
      const readable = kind === '' ? 'The file holds no object' : `OLM installs no ${kind} from a bundle`
      findings.at(file, ['kind'], {
        severity: 'error',
        rule: 'object-kind-unsupported',
        message: `${gvkOf(apiVersion, kind)}: unsupported media type ${mediaType} for bundle object`,
        advice: `${readable}; remove ${kind === '' ? 'it' : `${name === '' ? 'it' : name} from the bundle, or let the operator create it`}.`,
      })
      continue
    }
    for (const { path, message } of metadataFaults(object)) {
      findings.at(file, path, {
        severity: 'error',
        rule: 'object-metadata',
        message: `${name}: error validating object: ${message}`,
        advice: 'Correct it, or remove it: kubectl and OLM refuse the object as it is.',
      })
    }
  }
}
/** A group, version and kind as Go prints them. */
export function gvkOf(apiVersion, kind) {
  const [version = '', group = ''] = apiVersion.split('/').reverse()
  return `${group}/${version}, Kind=${kind}`
}
/** apimachinery, `ValidateObjectMetaAccessor`, with any name allowed. */
function metadataFaults({ value, name }) {
  const metadata = member(value, 'metadata')
  const faults = []
  const say = (path, message) => {
    const [first = '', ...rest] = path.map(String)
    faults.push({
      path: ['metadata', ...path],
      message: `metadata.${first}${rest.map((part) => `[${part}]`).join('')}: ${message}`,
    })
  }
  if (name === '') say(['name'], 'Required value: name or generateName is required')
  if (textAt(metadata, 'namespace') !== '') say(['namespace'], 'Forbidden: not allowed on this type')
  if (Number(member(metadata, 'generation') ?? 0) < 0) {
    say(['generation'], `Invalid value: ${textAt(metadata, 'generation')}: must be greater than or equal to 0`)
  }
  for (const [key, label] of entriesOf(metadata, 'labels')) {
    const at = ['metadata', 'labels', key]
    for (const fault of qualifiedNameFaults(key))
      faults.push({ path: at, message: `metadata.labels: Invalid value: "${key}": ${fault}` })
    const text = textOf(label) ?? ''
    for (const fault of labelValueFaults(text))
      faults.push({ path: at, message: `metadata.labels: Invalid value: "${text}": ${fault}` })
  }
  let size = 0
  for (const [key, annotation] of entriesOf(metadata, 'annotations')) {
    size += Buffer.byteLength(key) + Buffer.byteLength(textOf(annotation) ?? '')
    for (const fault of qualifiedNameFaults(key.toLowerCase())) {
      faults.push({
        path: ['metadata', 'annotations', key],
        message: `metadata.annotations: Invalid value: "${key}": ${fault}`,
      })
    }
  }
  if (size > ANNOTATIONS_LIMIT) say(['annotations'], `Too long: may not be more than ${ANNOTATIONS_LIMIT} bytes`)
  faults.push(...ownerFaults(listMember(metadata, 'ownerReferences')))
  const finalizers = member(metadata, 'finalizers')
  for (const finalizer of isList(finalizers) ? finalizers : []) {
    const text = textOf(finalizer) ?? ''
    for (const fault of qualifiedNameFaults(text)) say(['finalizers'], `Invalid value: "${text}": ${fault}`)
  }
  return faults
}
function ownerFaults(owners) {
  return owners.flatMap((owner, index) =>
    ['kind', 'name', 'uid', 'apiVersion']
      .filter((field) => textAt(owner, field) === '')
      .map((field) => ({
        path: ['metadata', 'ownerReferences', index],
        message: `metadata.ownerReferences.${field}: Invalid value: "": ${field === 'apiVersion' ? 'version' : field} must not be empty`,
      })),
  )
}
