import { compareLines, compareVersions, formatLine, lineOf, parts } from '../versions/index.js'
import { adoptionDeadline } from './calendar.js'
/**
 * Which version of a component a release of the train carries (PCF-ADR-003, step 1). What was released since the previous
 * train is taken; else what waits on its branch must be released; else it stays as it is. A hotfix takes nothing that
 * waits on a branch: only fixes that were released on the line that the train carries.
 */
export function planComponent(facts, hotfix) {
  const planned = hotfix ? hotfixOf(facts) : regular(facts)
  const backwards =
    facts.carried !== null && planned.after !== null && compareVersions(planned.after, facts.carried) < 0
  if (!backwards || planned.problem !== null) return planned
  return {
    ...planned,
    problem: {
      message: `${facts.name} would go back from ${facts.carried} to ${planned.after}.`,
      advice: `Release a version above ${facts.carried} that holds its fixes.`,
    },
  }
}
function regular({ carried, next, problem }) {
  const base = { before: carried, problem, warnings: warningsOf(next) }
  if (next === null) return { ...base, after: carried, released: carried !== null, reasons: [] }
  if (next.exists) {
    const unchanged = carried !== null && compareVersions(next.version, carried) === 0
    return { ...base, after: next.version, released: true, reasons: unchanged ? ['nothing new'] : next.reasons }
  }
  const { previous } = next
  if (carried !== null && previous !== null && compareVersions(previous, carried) > 0) {
    return { ...base, after: previous, released: true, reasons: [`released since ${carried}; later changes wait`] }
  }
  return { ...base, after: next.version, released: false, reasons: next.reasons }
}
function hotfixOf({ name, carried, releases, next, problem }) {
  const base = { before: carried, released: true, warnings: warningsOf(next) }
  if (carried === null) {
    const [newest = null] = releases
    return { ...base, released: newest !== null, after: newest, reasons: [], problem }
  }
  const line = lineOf(carried)
  const fixed = releases.find((one) => compareLines(lineOf(one), line) === 0 && compareVersions(one, carried) > 0)
  return fixed === undefined
    ? { ...base, after: carried, reasons: ['not part of the hotfix'], problem: null }
    : { ...base, after: fixed, reasons: [`newest fix of ${name} ${formatLine(line)}`], problem: null }
}
/**
 * Which version of an external project a release carries: the newest release where the train promised to follow
 * (`adopt-within-sprints`), unless it is a new major version, which somebody must decide; else what is written. A hotfix
 * adopts nothing.
 */
export function planExternal(facts, hotfix) {
  const { external, carried, written, releases } = facts
  const [newest = null] = releases
  const now = hotfix ? (carried ?? written) : (written ?? carried)
  const follows = !hotfix && external.adoptWithinSprints !== null
  const adopts =
    newest !== null &&
    // Where nothing is written, the newest release is the best that can be told.
    (now === null || (follows && compareVersions(newest, now) > 0 && parts(newest).major === parts(now).major))
  const after = adopts ? newest : now
  const backwards = carried !== null && after !== null && compareVersions(after, carried) < 0
  return {
    before: carried,
    after,
    released: after !== null && releases.some((one) => compareVersions(one, after) === 0),
    reasons: adopts ? [now === null ? 'newest release; no version is written' : `adopts ${newest}`] : [],
    problem: newest === null ? noTags(external) : backwards ? backTo(external, carried, after) : null,
    warnings: [],
  }
}
/** For a member without a release. */
export function noTags({ name, repository, tag }) {
  return {
    message: `${name}: no tag of ${repository} reads as ${tag}, or this token cannot see them.`,
    advice: 'Correct “repository” or “tag” in the manifest, or give a token that may read it.',
  }
}
function backTo({ name }, from, to) {
  return {
    message: `${name} would go back from ${from} to ${to}.`,
    advice: `Write ${from} or a later version again; a release never takes an adopted version back.`,
  }
}
/** The adoption that an external project waits for; null when its newest release is written, or nothing says. */
export function adoptionOf(facts, calendar, today) {
  const { external, written, releases, newestOn } = facts
  const [version] = releases
  if (version === undefined || written === null || compareVersions(version, written) <= 0) return null
  const { adoptWithinSprints } = external
  const due =
    calendar === null || newestOn === null || adoptWithinSprints === null
      ? null
      : adoptionDeadline(calendar, newestOn, adoptWithinSprints)
  return {
    external,
    version,
    releasedOn: newestOn,
    due,
    state: due === null ? 'open' : today > due ? 'overdue' : 'due',
  }
}
function warningsOf(next) {
  return (next?.warnings ?? []).map((message) => ({ message, advice: 'Look at it before the release.' }))
}
