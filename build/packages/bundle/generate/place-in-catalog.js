import { UserError } from '../../plan/index.js'
import { drawChannels } from '../graph/draw.js'
import { parseOlmRange } from '../graph/olm-range.js'
import { catalogMode } from '../graph/operator-catalog.js'
import { placeBundle } from '../graph/place.js'
/**
 * The bundle's place in the update graph: as the inputs say, or (`auto`) after the bundles of a catalog; without one, what
 * the manifests say stays.
 *
 * @throws UserError for a name or a range that OLM does not understand, and for a place that the catalog would refuse.
 */
export function placeInCatalog(inputs, catalog) {
  const { packageName, version, replaces } = inputs
  const skipRange = inputs.skipRange === '' ? undefined : inputs.skipRange
  if (skipRange !== undefined && parseOlmRange(skipRange) === null) {
    throw new UserError(`Input “skip-range” is “${skipRange}”, which OLM does not understand.`, {
      advice: 'Write comparisons with whole versions, for example “>=1.0.0 <1.2.3”; there is no “^” and no “~”.',
    })
  }
  const ownName = version === undefined ? undefined : `${packageName}.v${version}`
  if (replaces === 'none') {
    return { place: { replaces: null, skipRange }, reason: 'It replaces nothing, as asked.', findings: [], graph: [] }
  }
  if (replaces !== 'auto') {
    if (!/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(replaces) || !replaces.includes('.')) {
      throw new UserError(`Input “replaces” is “${replaces}”; allowed: auto, none, or the name of a CSV.`, {
        advice: `Write it whole, for example ${packageName}.v1.2.3.`,
      })
    }
    if (replaces === ownName) {
      throw new UserError(`Input “replaces” is “${replaces}”, which is this bundle itself.`, {
        advice: 'Name the bundle that is updated to this one.',
      })
    }
    return { place: { replaces, skipRange }, reason: 'It was named by “replaces”.', findings: [], graph: [] }
  }
  if (catalog === null) {
    return {
      place: { skipRange },
      reason: 'No “catalog” was given: it is as in the manifests.',
      findings: [],
      graph: [],
    }
  }
  if (ownName === undefined || version === undefined) {
    throw new UserError('Input “version” is missing: without it the bundle has no place in the catalog.', {
      advice: 'Give “version”, or leave “catalog” out.',
    })
  }
  const bundle = {
    name: ownName,
    version,
    package: packageName,
    channels: inputs.channels,
    defaultChannel: inputs.defaultChannel ?? null,
    skipRange: skipRange ?? null,
    minKubeVersion: null,
    openshiftVersions: null,
  }
  const placement = placeBundle(bundle, catalog)
  const placed = { ...bundle, directory: version, replaces: placement.replaces, skips: placement.skips }
  return {
    place: { replaces: placement.replaces, skips: placement.skips, skipRange },
    reason: placement.reason,
    findings: placement.findings,
    graph: drawChannels(placed, catalog.bundles, catalogMode(catalog.ci).mode),
  }
}
