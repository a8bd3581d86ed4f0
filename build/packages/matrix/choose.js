import { isPlaceholder, isReleased } from './sources.js'
import { readVersion } from '../versions/index.js'
/**
 * One version for each member: what was told; else what its source of truth says, the first place that the manifest
 * names and that holds a release; else what the matrix says now. Members of which nobody knows a version are missing.
 */
export function chooseVersions(entries, told, readings, rows) {
  const chosen = new Map()
  for (const { of, template } of entries) {
    const found =
      chosen.get(of.id) ??
      fromInput(told.get(of.id)) ??
      fromSources(of.id, template, readings) ??
      fromRows(of.id, template, rows)
    if (found !== null) chosen.set(of.id, found)
  }
  return chosen
}
function fromInput(release) {
  if (release === undefined) return null
  const { template, version, build } = release
  return { version, tag: template.format(version, build), because: 'the input “versions”' }
}
function fromSources(id, template, readings) {
  for (const { of, found } of readings) {
    const first = of === id ? found.find(isReleased) : undefined
    if (first?.version == null) continue
    const read = template.parse(first.value)
    const tag = read !== null ? first.value : template.counts ? null : template.format(first.version)
    if (tag !== null) return { version: read?.version ?? first.version, tag, because: `${first.file}:${first.line}` }
  }
  return null
}
function fromRows(id, template, rows) {
  for (const { entry, versions } of rows) {
    const text = entry?.of.id === id ? versions[0]?.text : undefined
    const version = text === undefined ? null : versionShown(text, template)
    if (text !== undefined && version !== null && !isPlaceholder(version)) {
      return {
        version,
        tag: template.parse(text) === null && !template.counts ? template.format(version) : text,
        because: 'the matrix as it is',
      }
    }
  }
  return null
}
/** The version in a cell, whether it is written as the tag or bare; null for something else. */
export function versionShown(text, template) {
  return template.parse(text)?.version ?? readVersion(text.replace(/^v/, ''))
}
