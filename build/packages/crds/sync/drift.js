import { posix } from 'node:path'
import { showOrigin } from './source.js'
/** Every difference between the CRDs of the destination and what sources and lock file say they should be. */
export function drift(steps, destination) {
  return steps.flatMap((step) => {
    const told = tell(step)
    return told === null ? [] : [{ ...told, crd: step.crd, file: posix.join(destination, step.file) }]
  })
}
function tell({ crd, action, origin, note }) {
  const from = origin === null ? 'the source' : showOrigin(origin)
  switch (action) {
    case 'added':
      return problem('crd-missing', `CRD ${crd} is missing; ${from} has it.`, 'Run sync-crds.')
    case 'updated':
      return problem('crd-outdated', `CRD ${crd} is not what ${from} has.`, 'Run sync-crds.')
    case 'removed':
      return problem(
        'crd-orphaned',
        `CRD ${crd} is still here; no source has it any more.`,
        'Run sync-crds to remove it.',
      )
    case 'edited':
      return problem(
        'crd-edited',
        `CRD ${crd}: ${note ?? 'edited'}, and it is not what ${from} has.`,
        'Take the edit to the source repository; or delete the file to drop it; or exclude the CRD to keep it.',
      )
    case 'unchanged':
    case 'kept':
      return null
  }
}
function problem(rule, message, advice) {
  return { severity: 'error', rule, message, advice }
}
