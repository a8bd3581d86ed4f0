export {
  addDays,
  adoptionDeadline,
  type Day,
  dayOf,
  daysBetween,
  isDay,
  isFrozen,
  type Sprint,
  sprint,
  sprintOf,
} from './calendar.ts'
export type { ComponentWorld } from './component-world.ts'
export { findRelease, type FoundRelease, type ReleaseRequest, releaseRequest } from './find-release.ts'
export { loadManifest, parseManifest } from './manifest.ts'
export { type Adoption, type PlannedVersion, type Reason } from './members.ts'
export { nearest } from './nearest.ts'
export { findCycle, type Graph, levels, releaseLevels, releaseOrder } from './order.ts'
export { lineBranches } from './observe-members.ts'
export type { Observation } from './observation.ts'
export { findingsOf, summarizeRelease } from './outputs.ts'
export { type ComponentsPlan, planComponents } from './plan-components.ts'
export { plannedVersions } from './planned-versions.ts'
export { ManifestError } from './problem.ts'
export { matrixRows } from './read-versions.ts'
export type { PublishedRelease, PullRequestSeen, ReleaseWorld } from './release-world.ts'
export { dependencyGraph, reportRelease } from './report.ts'
export { manifestSchema } from './schema.ts'
export { type Blocker, type Judgement, judgeRelease, type Step, type StepState } from './stage.ts'
export { type Item, type StepId, STEPS } from './steps.ts'
export {
  type Announce,
  type BesideVersion,
  type Bundle,
  type Calendar,
  findComponent,
  type Component,
  type CrdCopy,
  type Downstream,
  type External,
  type Image,
  isComponent,
  leader,
  type MatrixPlace,
  findDownstream,
  findMember,
  type Train,
  type WrittenVersion,
} from './train.ts'
