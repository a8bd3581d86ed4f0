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
export { loadManifest, parseManifest } from './manifest.ts'
export { nearest } from './nearest.ts'
export { findCycle, type Graph, levels, releaseLevels, releaseOrder } from './order.ts'
export { ManifestError } from './problem.ts'
export { manifestSchema } from './schema.ts'
export {
  type Announce,
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
  findMember,
  type Train,
  type WrittenVersion,
} from './train.ts'
