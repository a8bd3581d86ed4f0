import type { Version } from '../versions/index.ts'
import type { Day } from './calendar.ts'
import type { Adoption, PlannedVersion, Reason } from './members.ts'
import type { CrdCopy, Downstream, Image, Train, WrittenVersion } from './train.ts'

/** The release to be looked at. */
export interface Subject {
  readonly version: Version
  /** The leading component's release before it; null for the first. */
  readonly previous: Version | null
  /** Where it is (to be) made from: its tag once there is one, else the branch. */
  readonly ref: string
  /** The commit of its tag; null as long as there is none. */
  readonly commit: string | null
  readonly reasons: readonly string[]
  readonly hotfix: boolean
  readonly ignoreFreeze: boolean
  readonly today: Day
}

/** Versions by id of the component or external project. */
export type Versions = ReadonlyMap<string, Version>

/** What the world says about one release of a train. Everything that `judgeRelease` needs, and nothing that acts. */
export interface Observation {
  readonly train: Train
  /** Where people look: `https://github.com`. */
  readonly server: string
  /** The train's version: the version of its leading component. */
  readonly version: Version
  readonly today: Day
  readonly hotfix: boolean
  readonly ignoreFreeze: boolean
  /** By id, components and external projects, the leading component included. */
  readonly members: ReadonlyMap<string, PlannedVersion>
  readonly adoptions: readonly Adoption[]
  /** In the leading component's repository; at the tag once there is one. */
  readonly written: readonly WrittenState[]
  readonly copies: readonly CopyState[]
  /** Version by row; null where the leading component keeps no matrix, or none is found. */
  readonly matrix: ReadonlyMap<string, string> | null
  readonly images: readonly ImageState[]
  /** Version of the bundle that lies in the repository; null for none. */
  readonly bundle: string | null
  readonly tag: TagState | null
  readonly catalog: CatalogState
  /** The channels to which the announcement is known to have been delivered. */
  readonly announced: readonly string[]
  readonly downstream: readonly DownstreamState[]
  /** Tags of the candidates of this release, newest first. */
  readonly candidates: readonly string[]
  /** What it means that the manifest is not the one at the tag; null when it is, or there is no tag. */
  readonly manifestChange: Reason | null
  /** Open pull requests of the leading repository that are about this release. */
  readonly pullRequests: readonly Link[]
}

export interface Link {
  readonly title: string
  readonly url: string
}

/** A place where a version is written, and what stands there. */
export interface WrittenState {
  readonly place: WrittenVersion
  /** Everything that stands there; empty when the place was not found. */
  readonly found: readonly string[]
  /** Why it could not be read. */
  readonly problem: string | null
}

/** CRDs that were copied, and the ref that they were copied from; null when nothing says. */
export interface CopyState {
  readonly copy: CrdCopy
  readonly ref: string | null
}

export interface ImageState {
  /** Id of its component. */
  readonly component: string
  readonly image: Image
  /** Digest behind the version tag; null where there is none. */
  readonly digest: string | null
  /** Digest behind each channel tag. */
  readonly channels: ReadonlyMap<string, string | null>
}

/** The leading component's tag of this version. */
export interface TagState {
  readonly tag: string
  readonly commit: string
  /** Its GitHub release; null for a tag alone or a draft. */
  readonly release: { readonly url: string; readonly publishedOn: Day; readonly notes: string } | null
}

/** The pull request to the catalog. `merged` also when the catalog just has the version. */
export interface CatalogState {
  readonly state: 'none' | 'open' | 'merged' | 'closed'
  readonly url: string | null
}

export interface DownstreamState {
  readonly downstream: Downstream
  readonly written: readonly WrittenState[]
  readonly matrix: ReadonlyMap<string, string> | null
  readonly pullRequest: Link | null
}
