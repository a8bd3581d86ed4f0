import { parse } from 'yaml'
import { field } from './operator-catalog.js'
const PREFIX = 'operators.operatorframework.io.bundle'
/**
 * What the graph needs of a bundle, from its CSV and its annotations. What cannot be read is absent: the catalog has old
 * bundles of every kind, and judging them is not the point.
 */
export function readCatalogBundle(directory, csvText, annotationsText) {
  return describeBundle(directory, load(csvText), load(annotationsText))
}
/** The same from the two files as values. */
export function describeBundle(directory, csv, annotationsFile) {
  const annotations = field(annotationsFile, 'annotations')
  const [metadata, spec] = [field(csv, 'metadata'), field(csv, 'spec')]
  const skips = field(spec, 'skips')
  return {
    directory,
    name: textOf(field(metadata, 'name')) ?? '',
    version: textOf(field(spec, 'version')) ?? '',
    package: textOf(field(annotations, `${PREFIX}.package.v1`)) ?? '',
    channels: channelList(textOf(field(annotations, `${PREFIX}.channels.v1`))),
    defaultChannel: textOf(field(annotations, `${PREFIX}.channel.default.v1`))?.trim() ?? null,
    replaces: textOf(field(spec, 'replaces')),
    skips: Array.isArray(skips) ? skips.flatMap((name) => textOf(name) ?? []) : [],
    skipRange: textOf(field(field(metadata, 'annotations'), 'olm.skipRange')),
    minKubeVersion: textOf(field(spec, 'minKubeVersion')),
    openshiftVersions: textOf(field(annotations, 'com.redhat.openshift.versions')),
  }
}
/** `ci.yaml` as a value; null for one that is empty or cannot be read. */
export function parseCi(text) {
  return load(text)
}
/** The channels that an annotation lists: `alpha,stable`. */
function channelList(text) {
  return text === null ? [] : [...new Set(text.split(',').map((channel) => channel.trim()))]
}
function textOf(value) {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : null
}
function load(text) {
  try {
    const value = parse(text, { version: '1.1', logLevel: 'silent', uniqueKeys: false, maxAliasCount: 100 })
    return value
  } catch {
    return null
  }
}
