import { isObject, listMember, member } from '../../../yaml/index.js'
import { textAt, valueAt } from '../bundle-files.js'
import { gvkOf } from './objects.js'
/** OLM stores a bundle in one ConfigMap, in bytes. */
const LARGEST = 1024 * 1024
const NEAR = 0.85
/** How CSV and other objects fit together, and the size (operator-framework/api, `validation/internal/bundle.go`). */
export function checkContents(bundle, findings) {
  checkCrds(bundle, findings)
  checkServiceAccounts(bundle, findings)
  checkSize(bundle, findings)
}
function checkCrds({ csv, objects }, findings) {
  const inBundle = new Map()
  for (const object of objects.filter(({ kind }) => kind === 'CustomResourceDefinition')) {
    for (const { version, path } of versionsOf(object.value)) {
      const api = apiOf(object.value, version)
      if (inBundle.has(api)) {
        findings.at(object.file, path, {
          severity: 'error',
          rule: 'bundle-crds',
          message: `${api}: duplicate CRD "${api}" in bundle "${csv.name}"`,
          advice: `${inBundle.get(api)?.object.file.path ?? 'Another file'} defines it as well; remove one of them.`,
        })
      }
      inBundle.set(api, { object, path })
    }
  }
  const owned = listMember(valueAt(csv.value, 'spec', 'customresourcedefinitions'), 'owned').map((crd) => {
    const name = textAt(crd, 'name')
    const group = name.includes('.') ? name.slice(name.indexOf('.') + 1) : name
    return { group, kind: textAt(crd, 'kind'), api: gvkOf(`${group}/${textAt(crd, 'version')}`, textAt(crd, 'kind')) }
  })
  for (const [index, { api }] of owned.entries()) {
    if (inBundle.has(api)) continue
    findings.at(csv.file, ['spec', 'customresourcedefinitions', 'owned', index], {
      severity: 'error',
      rule: 'bundle-crds',
      message: `${api}: owned CRD "${api}" not found in bundle "${csv.name}"`,
      advice: 'Add its definition to the bundle, or remove the entry; generating the bundle again does both.',
    })
  }
  const found = new Set(owned.filter(({ api }) => inBundle.has(api)).map(({ group, kind }) => `${group} ${kind}`))
  for (const [api, { object, path }] of inBundle) {
    const key = `${textAt(object.value, 'spec', 'group')} ${textAt(object.value, 'spec', 'names', 'kind')}`
    if (found.has(key)) continue
    findings.at(object.file, path, {
      severity: 'error',
      rule: 'bundle-crds',
      message: `${api}: CRD "${api}" is present in bundle "${csv.name}" but not defined in CSV`,
      advice: 'List it under “spec.customresourcedefinitions.owned” of the CSV, or remove the file.',
    })
  }
}
/** The versions of a definition; the ones of v1beta1 may have their version beside the list. */
export function versionsOf(crd) {
  const spec = member(crd, 'spec')
  const versions = listMember(spec, 'versions').map((version, index) => ({
    version: textAt(version, 'name'),
    path: ['spec', 'versions', index],
  }))
  const isOld = textAt(crd, 'apiVersion') === 'apiextensions.k8s.io/v1beta1'
  return versions.length === 0 && isOld ? [{ version: textAt(spec, 'version'), path: ['spec', 'version'] }] : versions
}
function apiOf(crd, version) {
  return gvkOf(`${textAt(crd, 'spec', 'group')}/${version}`, textAt(crd, 'spec', 'names', 'kind'))
}
function checkServiceAccounts({ csv, objects }, findings) {
  const deployments = listMember(valueAt(csv.value, 'spec', 'install', 'spec'), 'deployments')
  const own = new Set(
    deployments.map((deployment) => textAt(deployment, 'spec', 'template', 'spec', 'serviceAccountName')),
  )
  for (const { file, kind, apiVersion, name } of objects) {
    if (kind !== 'ServiceAccount' || apiVersion !== 'v1' || !own.has(name)) continue
    findings.at(file, ['metadata', 'name'], {
      severity: 'error',
      rule: 'bundle-service-account',
      message: `${name}: invalid service account found in bundle. This service account ${name} in your bundle is not valid, because a service account with the same name was already specified in your CSV. If this was unintentional, please remove the service account manifest from your bundle. If it was intentional to specify a separate service account, please rename the SA in either the bundle manifest or the CSV.`,
      advice: 'Remove the file: OLM makes the service accounts of the deployments itself.',
    })
  }
}
function checkSize({ csv, size, compressedSize, objects }, findings) {
  const [told, limit, whole] = [inUnits(compressedSize), inUnits(LARGEST), inUnits(size)]
  const largest = objects.toSorted((a, b) => b.file.bytes.length - a.file.bytes.length)[0]
  const advice = `OLM stores a bundle in one ConfigMap. The largest file is ${largest?.file.path ?? csv.file.path}${isLargeIcon(csv.value) ? '; the icon of the CSV alone has more than 100 kB' : ''}.`
  if (compressedSize > LARGEST) {
    findings.about(csv.file.path, {
      severity: 'error',
      rule: 'bundle-size',
      message: `maximum bundle compressed size with gzip size exceeded: size=~${told} , max=${limit}. Bundle uncompressed size is ${whole}`,
      advice,
    })
  } else if (compressedSize > LARGEST * NEAR) {
    findings.about(csv.file.path, {
      severity: 'warning',
      rule: 'bundle-size',
      message: `nearing maximum bundle compressed size with gzip: size=~${told} , max=${limit}. Bundle uncompressed size is ${whole}`,
      advice,
    })
  }
}
function isLargeIcon(csv) {
  return listMember(member(csv, 'spec'), 'icon').some(
    (icon) => isObject(icon) && textAt(icon, 'base64data').length > 100_000,
  )
}
function inUnits(bytes) {
  if (bytes < 1000) return `${bytes} B`
  const units = ['kB', 'MB', 'GB']
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3))
  return `${(bytes / 1000 ** power).toFixed(1)} ${units[power - 1] ?? ''}`
}
