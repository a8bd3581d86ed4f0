import type { RehearsalResult, StageState } from './result.ts'

/** What a state is called wherever people read it. */
export const STATE_WORDS: Readonly<Record<StageState | 'prepared', string>> = {
  prepared: 'edited in the checkout',
  done: 'done',
  nothing: 'nothing to do',
  planned: 'would be done',
  failed: 'failed',
  waiting: 'not reached',
  'not-automated': 'not automated yet',
}

/** The whole rehearsal in a sentence or two. */
export function headline({ title, version, outcome, stages, failure }: RehearsalResult): string {
  const open = stages.flatMap(({ steps }) => steps).filter(({ state }) => state === 'not-automated').length
  const left = open === 0 ? '' : ` ${open} ${open === 1 ? 'part is' : 'parts are'} not automated yet and did nothing.`
  switch (outcome) {
    case 'released':
      return `${title} ${version} went through all eight steps of the release process.${left}`
    case 'unchanged':
      return `${title} ${version} is out already: every step looked, and nothing was left to do.${left}`
    case 'planned':
      return `What releasing ${title} ${version} would do first. A dry run writes nothing, so a step that builds on an earlier one can only say what it needs.${left}`
    case 'failed':
      return `${title} ${version} stopped at step ${failure?.stage ?? '?'}. What was done before stands; mend the cause and run again to finish.`
  }
}

/** `1 file`, `3 files`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
