import { isObject, listMember, member } from '../../../yaml/index.js'
import { parseOlmRange } from '../../graph/olm-range.js'
import { LABEL, textOf } from '../bundle-files.js'
import { readAnnotations } from './load.js'
/** The layout of a bundle and its metadata (operator-registry, `pkg/lib/bundle/validate.go`, `ValidateBundleFormat`). */
export function checkFormat(directory, mediaType, findings) {
  const { directories } = directory.list('.')
  for (const name of ['manifests', 'metadata'].filter((one) => !directories.includes(one))) {
    findings.about(directory.called(name), {
      severity: 'error',
      rule: 'format-directories',
      message: `Unable to locate ${name} directory`,
      advice: 'A bundle has the directories manifests/ and metadata/.',
    })
  }
  const files = directory.list('metadata').files.flatMap((name) => directory.file(`metadata/${name}`) ?? [])
  const annotations = files.find((file) => (readAnnotations(file)?.size ?? 0) > 0)
  if (annotations === undefined) {
    if (!directories.includes('metadata')) return
    findings.about(directory.called('metadata'), {
      severity: 'error',
      rule: 'format-annotations-file',
      message: 'Could not find annotations file',
      advice: 'Write metadata/annotations.yaml; generating the bundle again does.',
    })
  } else checkAnnotations(annotations, mediaType, findings)
  const dependencies = files.find((file) => file !== annotations && listMember(file.value, 'dependencies').length > 0)
  if (dependencies !== undefined) checkDependencies(dependencies, findings)
}
function checkAnnotations(file, mediaType, findings) {
  const values = readAnnotations(file) ?? new Map()
  const say = (label, message, advice) =>
    findings.at(file, ['annotations', label], { severity: 'error', rule: 'format-annotations', message, advice })
  const { mediaType: media, manifests, metadata, package: operator, channels, defaultChannel } = LABEL
  for (const label of [media, manifests, metadata, operator, channels]) {
    if (!values.has(label)) say(label, `Missing annotation "${label}"`, 'Add it; generating the bundle again does.')
  }
  const found = values.get(media) ?? ''
  if (found !== mediaType) {
    say(
      media,
      `Expecting annotation "${media}" to have value "${mediaType}" instead of "${found}"`,
      `Write “${mediaType}”, which is what manifests/ holds.`,
    )
  }
  if ((values.get(channels) ?? '') === '') {
    say(
      channels,
      `Expecting annotation "${channels}" to have non-empty value`,
      'List the channels, separated by commas.',
    )
  }
  if (values.get(defaultChannel) === '') {
    say(
      defaultChannel,
      `Expecting annotation "${defaultChannel}" to have non-empty value`,
      'Name one of the channels, or remove the line.',
    )
  }
}
function checkDependencies(file, findings) {
  for (const [index, dependency] of listMember(file.value, 'dependencies').entries()) {
    const type = textOf(member(dependency, 'type')) ?? ''
    const value = member(dependency, 'value') ?? null
    for (const { message, at = [] } of dependencyFaults(type, value)) {
      findings.at(file, ['dependencies', index, ...at], {
        severity: 'error',
        rule: 'format-dependencies',
        message,
        advice: 'See https://olm.operatorframework.io/docs/concepts/olm-architecture/dependency-resolution/',
      })
    }
  }
}
function dependencyFaults(type, value) {
  const unreadable = [{ message: `couldn't parse dependency of type ${type}`, at: ['type'] }]
  if (!isObject(value) && value !== null) return unreadable
  // These values are JSON in YAML: nothing turns a number into a text on the way.
  const texts = (...names) => {
    const found = names.map((name) => member(value, name) ?? '')
    return found.every((one) => typeof one === 'string') ? found : null
  }
  switch (type) {
    case 'olm.gvk': {
      const found = texts('group', 'version', 'kind')
      if (found === null) return unreadable
      return ['Group', 'Version', 'Kind'].flatMap((part, index) =>
        found[index] === '' ? [{ message: `API ${part} is empty`, at: ['value'] }] : [],
      )
    }
    case 'olm.package': {
      const [name, version] = texts('packageName', 'version') ?? []
      if (name === undefined || version === undefined) return unreadable
      const faults = name === '' ? [{ message: 'Package name is empty', at: ['value'] }] : []
      if (version === '') faults.push({ message: 'Package version is empty', at: ['value'] })
      else if (parseOlmRange(version) === null)
        faults.push({ message: 'Invalid semver format version', at: ['value', 'version'] })
      return faults
    }
    case 'olm.label': {
      const [label] = texts('label') ?? []
      if (label === undefined) return unreadable
      return label === '' ? [{ message: 'Label information is missing', at: ['value'] }] : []
    }
    case 'olm.constraint': {
      if (texts('failureMessage') === null) return unreadable
      const cel = member(value, 'cel') ?? null
      if (cel === null) return [{ message: 'The CEL field is missing', at: ['value'] }]
      const rule = isObject(cel) ? (member(cel, 'rule') ?? '') : null
      if (typeof rule !== 'string') return unreadable
      return rule === '' ? [{ message: 'The CEL expression is missing', at: ['value', 'cel'] }] : []
    }
    default:
      return unreadable
  }
}
