import type { Component, External, Train } from '../../train/index.ts'
import { isPrerelease, releaseOf, TagTemplate, type Version } from '../../versions/index.ts'

/** One release of a train: which version of what. Derived from the world each time, never stored. */
export interface Release {
  readonly train: Train
  /** Tag of the train's version, which is its leading component's. */
  readonly tag: string
  readonly components: readonly ReleasedComponent[]
  readonly adopted: readonly AdoptedVersion[]
}

export interface ReleasedComponent {
  readonly component: Component
  /** Tag and version of its release before this one; null for a first release. */
  readonly before: string | null
  readonly tag: string
  readonly version: Version
  /** True when nothing was committed since its last release: that one stays. */
  readonly stays: boolean
}

export interface AdoptedVersion {
  readonly external: External
  /** What the train's last release adopted; null when that cannot be told. */
  readonly before: string | null
  readonly tag: string
}

/** The train's own component. */
export function leading(release: Release): ReleasedComponent {
  const found = release.components.find(({ component }) => component.leads)
  if (found === undefined) throw new Error('a train has one leading component')
  return found
}

/** Whether this is a candidate (`v1.3.0-rc.1`): for those who test it, and for no channel. */
export function isCandidate(release: Release): boolean {
  return isPrerelease(leading(release).version)
}

/**
 * `id=vX.Y.Z`, one a line: how inputs called `versions` name what files are to say. A candidate becomes the release on the
 * same commit, so files name the release already.
 */
export function versionLines(release: Release): string {
  return [
    ...release.components.map(({ component, tag, version }) => {
      if (!isPrerelease(version)) return `${component.id}=${tag}`
      return `${component.id}=${new TagTemplate(component.tag, `tag of ${component.id}`).format(releaseOf(version))}`
    }),
    ...release.adopted.map(({ external, tag }) => `${external.id}=${tag}`),
  ].join('\n')
}
