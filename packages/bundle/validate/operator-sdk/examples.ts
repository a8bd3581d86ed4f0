import { isList, isObject, type Json, listMember, member } from '../../../yaml/index.ts'
import { readDocument } from '../../generate/stream.ts'
import { textAt, textOf, valueAt } from '../bundle-files.ts'
import type { Findings } from '../findings.ts'
import type { BundleObject } from './load.ts'
import { gvkOf } from './objects.ts'

/** `alm-examples`: JSON, one example for each API that the operator provides, and none for others. */
export function checkExamples({ file, value, name }: BundleObject, findings: Findings): void {
  const annotations = valueAt(value, 'metadata', 'annotations')
  if (!isObject(annotations) || Object.keys(annotations).length === 0) {
    findings.at(file, ['metadata'], {
      severity: 'warning',
      rule: 'csv-annotations-missing',
      message: 'annotations not found',
      advice: 'OperatorHub shows capabilities, categories, image, repository and support from there.',
    })
    return
  }
  const [alm, olm] = [
    textOf(annotations['alm-examples'] ?? undefined),
    textOf(annotations['olm.examples'] ?? undefined),
  ]
  const key = Object.hasOwn(annotations, 'alm-examples') ? 'alm-examples' : 'olm.examples'
  const path = ['metadata', 'annotations', key]
  if (!Object.hasOwn(annotations, key)) {
    findings.at(file, ['metadata', 'annotations'], {
      severity: 'warning',
      rule: 'csv-examples',
      message: 'example annotations not found',
      advice: 'Put one object of each kind into config/samples; “alm-examples” is made of them.',
    })
    return
  }
  if (key === 'alm-examples' && Object.hasOwn(annotations, 'olm.examples')) {
    findings.at(file, ['metadata', 'annotations', 'olm.examples'], {
      severity: 'warning',
      rule: 'csv-examples',
      message: 'both `alm-examples` and `olm.examples` are present. Checking only `alm-examples`',
      advice: 'Remove “olm.examples”.',
    })
  }
  const read = readExamples((key === 'alm-examples' ? alm : olm) ?? '')
  if ('fault' in read) {
    findings.at(file, path, {
      severity: 'error',
      rule: 'csv-examples',
      message: read.fault,
      advice: 'It has to be a JSON list of objects.',
    })
    return
  }
  const provided = providedApis(value)
  for (const { index, crd } of provided.unreadable) {
    findings.at(file, ['spec', 'customresourcedefinitions', 'owned', index, 'name'], {
      severity: 'error',
      rule: 'csv-owned-crd-name',
      message: `couldn't parse plural.group from crd name: ${crd}`,
      advice: 'Write PLURAL.GROUP, for example “appwrappers.workload.codeflare.dev”.',
    })
  }
  for (const example of read.apis) {
    if (provided.apis.has(example)) continue
    findings.at(file, path, {
      severity: 'error',
      rule: 'csv-examples',
      message: `${example}: example must have a provided API`,
      advice: `${name} does not own this API: remove the example, or list the API under “customresourcedefinitions.owned”.`,
    })
  }
  for (const [api, at] of provided.apis) {
    if (read.apis.has(api)) continue
    findings.at(file, at, {
      severity: 'warning',
      rule: 'csv-examples-missing',
      message: `${api}: provided API should have an example annotation`,
      advice: 'Add an object of this kind to config/samples; reviewers of the catalog ask for it.',
    })
  }
}

function readExamples(text: string): { readonly apis: ReadonlySet<string> } | { readonly fault: string } {
  if (text === '') return { apis: new Set() }
  try {
    JSON.parse(text)
  } catch (error) {
    return { fault: `invalid example: ${error instanceof Error ? error.message : ''}` }
  }
  // Read once more as YAML, which does not lose the digits of large numbers.
  const examples: Json = readDocument({ text, line: 1 }, 'alm-examples')
  const kind = isObject(examples) ? 'object' : typeof examples
  if (examples === null) return { apis: new Set() }
  if (!isList(examples)) {
    return {
      fault: `json: cannot unmarshal ${kind === 'boolean' ? 'bool' : kind === 'bigint' ? 'number' : kind} into Go value of type []unstructured.Unstructured: error decoding example CustomResource`,
    }
  }
  const wrong = examples.find((example) => !isObject(example) || textAt(example, 'kind') === '')
  if (wrong !== undefined) {
    return { fault: 'an example is no object with a kind: error decoding example CustomResource' }
  }
  return { apis: new Set(examples.map((example) => gvkOf(textAt(example, 'apiVersion'), textAt(example, 'kind')))) }
}

function providedApis(csv: Json) {
  const apis = new Map<string, (string | number)[]>()
  const unreadable: { index: number; crd: string }[] = []
  const spec = member(csv, 'spec')
  for (const [index, owned] of listMember(member(spec, 'customresourcedefinitions'), 'owned').entries()) {
    const crd = textAt(owned, 'name')
    const dot = crd.indexOf('.')
    if (dot < 0) unreadable.push({ index, crd })
    else {
      const api = gvkOf(`${crd.slice(dot + 1)}/${textAt(owned, 'version')}`, textAt(owned, 'kind'))
      apis.set(api, ['spec', 'customresourcedefinitions', 'owned', index])
    }
  }
  for (const [index, owned] of listMember(member(spec, 'apiservicedefinitions'), 'owned').entries()) {
    const api = gvkOf(`${textAt(owned, 'group')}/${textAt(owned, 'version')}`, textAt(owned, 'kind'))
    apis.set(api, ['spec', 'apiservicedefinitions', 'owned', index])
  }
  return { apis, unreadable }
}
