/** The changes as values, in the order in which they are applied. */
export function describePlan(changes) {
  return changes.map(({ action, subject, before, after, reason }) => ({ action, subject, before, after, reason }))
}
