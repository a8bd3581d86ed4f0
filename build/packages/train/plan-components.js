import { UserError } from '../plan/index.js'
import { reportComponents } from './component-report.js'
import { lacking, planComponentRelease } from './component-release.js'
import { releaseOrder } from './order.js'
import { ReleaseWave } from './release-wave.js'
import { findComponent } from './train.js'
/** The components that were named, else all but the leading one; in the order in which they are released. */
export function chosenComponents(train, names) {
  const named = new Set(names.map((name) => findComponent(train, name, 'Input “components”').id))
  return releaseOrder(train).filter(({ id, leads }) => (named.size === 0 ? !leads : named.has(id)))
}
/**
 * What is left to do until the components are released, in dependency order.
 *
 * @throws UserError for a component without a version, and all that `planComponentRelease` refuses; before anything is begun.
 */
export async function planComponents(train, world, { components: names, versions, ref }, options) {
  const chosen = chosenComponents(train, names)
  const unknown = chosen.filter(({ id }) => !versions.has(id))
  if (unknown.length > 0) {
    throw new UserError(`No version is given for ${unknown.map(({ name }) => name).join(', ')}.`, {
      advice: 'Give “versions” as release-plan’s output “version-list” has them, or name fewer “components”.',
    })
  }
  const releases = await Promise.all(
    chosen.map((component) => {
      const version = versions.get(component.id)
      if (version === undefined) throw new Error(`no version of ${component.id}`)
      return planComponentRelease(train, world, { component, version, ref })
    }),
  )
  const open = releases.filter((one) => lacking(one.before, one.component).length > 0)
  // Without waiting, only what waits for nothing can be begun.
  const begun = options.wait ? open : open.filter((one) => !needsOneOf(one, open))
  const wave = new ReleaseWave(world, begun, options)
  const stateOf = (release) => wave.seen(release) ?? release.before
  return {
    changes: wave.changes(),
    findings: () => [...wave.findings(), ...waiting(open, begun)],
    runs: () => wave.runs(),
    versions: Object.fromEntries(releases.map(({ component, tag }) => [component.id, tag])),
    released: () => releases.flatMap((one) => releasedNow(one, stateOf(one))),
    report: () => reportComponents(releases, stateOf, wave.runs()),
  }
}
function needsOneOf({ component }, open) {
  return open.some((other) => component.dependsOn.includes(other.component.id))
}
function waiting(open, begun) {
  const later = open.filter((one) => !begun.includes(one)).map(({ component, tag }) => `${component.name} ${tag}`)
  if (later.length === 0) return []
  return [
    {
      severity: 'info',
      rule: 'begun-later',
      message: `Not begun yet, because what they depend on is not released: ${later.join(', ')}.`,
      advice: 'Run again when it is, or with “wait: true”.',
    },
  ]
}
function releasedNow({ component, tag }, state) {
  if (state.commit === null || lacking(state, component).length > 0) return []
  return [
    {
      component: component.id,
      repository: component.repository,
      version: tag,
      commit: state.commit,
      url: state.page,
      images: state.images.flatMap(({ reference, digest }) => (digest === null ? [] : [{ reference, digest }])),
    },
  ]
}
