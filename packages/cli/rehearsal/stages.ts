import { announce, promoteStable, submitBundle } from './stage-channels.ts'
import { releaseComponents } from './stage-components.ts'
import { updateDownstream } from './stage-downstream.ts'
import { adoptComponents, prepareBundle, publishRelease } from './stage-operator.ts'
import { isCandidate, type Release } from './release.ts'
import type { StageRun } from './step.ts'
import type { Tools } from './tools.ts'

/** One step of PCF-ADR-003's release process. */
export interface Stage {
  readonly number: number
  readonly title: string
  /** Does it and says in one line what came of it. @throws StepFailed, or the error that ends it. */
  run(stage: StageRun, release: Release, tools: Tools): Promise<string>
}

/** The release process in its order, which is never changed: `stable` follows the catalog, the announcement follows `stable`. */
export const STAGES: readonly Stage[] = [
  { number: 1, title: 'Components make their releases', run: releaseComponents },
  { number: 2, title: 'The operator takes them in', run: adoptComponents },
  { number: 3, title: 'Bundle, tests of exactly these versions, support matrix', run: prepareBundle },
  { number: 4, title: 'Tag of the release, notes with the matrix', run: publishRelease },
  { number: 5, title: 'Pull request to the catalog', run: released(submitBundle) },
  { number: 6, title: 'stable points at this release', run: released(promoteStable) },
  { number: 7, title: 'Announcement', run: released(announce) },
  { number: 8, title: 'Downstream is told', run: released(updateDownstream) },
]

/** A step that only a release takes: a candidate is for those who test it. */
function released(run: Stage['run']): Stage['run'] {
  return async (stage, release, tools) => (isCandidate(release) ? 'Not for a candidate' : run(stage, release, tools))
}
