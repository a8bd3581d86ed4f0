import { type Change, type Finding, type Report, UserError } from '../plan/index.ts'
import type { Version } from '../versions/index.ts'
import { reportComponents } from './component-report.ts'
import { type ComponentRelease, lacking, planComponentRelease, type ReleaseState } from './component-release.ts'
import type { ComponentWorld } from './component-world.ts'
import { releaseOrder } from './order.ts'
import { ReleaseWave, type RunTold, type WaveOptions } from './release-wave.ts'
import { type Component, findComponent, type Train } from './train.ts'

export interface ComponentsRequest {
  /** As people named them; empty for all but the leading one, which is released when the others are taken in. */
  readonly components: readonly string[]
  /** By id: the versions of this release. */
  readonly versions: ReadonlyMap<string, Version>
  /** The branch to release from; empty to have it found. */
  readonly ref: string
}

/** A released component, as the output `released` tells it. */
export interface ReleasedComponent {
  readonly component: string
  readonly repository: string
  readonly version: string
  readonly commit: string
  readonly url: string | null
  readonly images: readonly { readonly reference: string; readonly digest: string }[]
  readonly [key: string]: unknown
}

export interface ComponentsPlan {
  readonly changes: readonly Change[]
  readonly findings: () => readonly Finding[]
  readonly runs: () => readonly RunTold[]
  /** The tags of all that was asked for, by id. */
  readonly versions: Readonly<Record<string, string>>
  /** What is released of it, as of the end of the run. */
  readonly released: () => readonly ReleasedComponent[]
  readonly report: () => Report
}

/** The components that were named, else all but the leading one; in the order in which they are released. */
function chosenComponents(train: Train, names: readonly string[]): Component[] {
  const named = new Set(names.map((name) => findComponent(train, name, 'Input “components”').id))
  return releaseOrder(train).filter(({ id, leads }) => (named.size === 0 ? !leads : named.has(id)))
}

/**
 * What is left to do until the components are released, in dependency order.
 *
 * @throws UserError for a component without a version, and all that `planComponentRelease` refuses; before anything is begun.
 */
export async function planComponents(
  train: Train,
  world: ComponentWorld,
  { components: names, versions, ref }: ComponentsRequest,
  options: WaveOptions,
): Promise<ComponentsPlan> {
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
  const stateOf = (release: ComponentRelease): ReleaseState => wave.seen(release) ?? release.before
  return {
    changes: wave.changes(),
    findings: () => [...wave.findings(), ...waiting(open, begun)],
    runs: () => wave.runs(),
    versions: Object.fromEntries(releases.map(({ component, tag }) => [component.id, tag])),
    released: () => releases.flatMap((one) => releasedNow(one, stateOf(one))),
    report: () => reportComponents(releases, stateOf, wave.runs()),
  }
}

function needsOneOf({ component }: ComponentRelease, open: readonly ComponentRelease[]): boolean {
  return open.some((other) => component.dependsOn.includes(other.component.id))
}

function waiting(open: readonly ComponentRelease[], begun: readonly ComponentRelease[]): Finding[] {
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

function releasedNow({ component, tag }: ComponentRelease, state: ReleaseState): ReleasedComponent[] {
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
