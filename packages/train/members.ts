import { compareLines, compareVersions, formatLine, lineOf, parts, type Version } from '../versions/index.ts'
import { adoptionDeadline, type Day } from './calendar.ts'
import type { Calendar, Component, External } from './train.ts'

/** What becomes of a component or an external project in a release of the train. */
export interface PlannedVersion {
  /** In the train's previous release; null where that did not have it. */
  readonly before: Version | null
  /** In this one; null as long as nobody can tell. */
  readonly after: Version | null
  /** Whether `after` is released already. */
  readonly released: boolean
  /** Why this version, in clauses for people. */
  readonly reasons: readonly string[]
  /** What stands in the way of this release. */
  readonly problem: Reason | null
  /** What a release manager should know, and what does not stand in the way. */
  readonly warnings: readonly Reason[]
}

/** Something that is not as it should be, and what to do about it. */
export interface Reason {
  readonly message: string
  readonly advice: string
}

/** What is known of a component. */
export interface ComponentFacts {
  readonly name: string
  /** In the train's previous release. */
  readonly carried: Version | null
  /** Its releases (no candidates), highest first. */
  readonly releases: readonly Version[]
  /** The release that its branch leads to, as `decideVersion` says. */
  readonly next: NextRelease | null
  /** The same for the branch of the line that the train carries; null where there is none, or for another release than a hotfix. */
  readonly fix: NextRelease | null
  /** Why there is no such decision. */
  readonly problem: Reason | null
}

export interface NextRelease {
  readonly version: Version
  /** Nothing is unreleased: the head of the branch has this version. */
  readonly exists: boolean
  /** The newest release before it. */
  readonly previous: Version | null
  readonly reasons: readonly string[]
  readonly warnings: readonly string[]
}

/**
 * Which version of a component a release of the train carries (PCF-ADR-003, step 1). What was released since the previous
 * train is taken; else what waits on its branch must be released; else it stays as it is. A hotfix takes nothing that
 * waits on its usual branch: only fixes that were released on the line that the train carries, or wait on that line's own
 * branch.
 */
export function planComponent(facts: ComponentFacts, hotfix: boolean): PlannedVersion {
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

function regular({ carried, next, problem }: ComponentFacts): PlannedVersion {
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

function hotfixOf({ name, carried, releases, next, fix, problem }: ComponentFacts): PlannedVersion {
  const base = { before: carried, released: true, warnings: warningsOf(next) }
  if (carried === null) {
    const [newest = null] = releases
    return { ...base, released: newest !== null, after: newest, reasons: [], problem }
  }
  const line = lineOf(carried)
  if (fix !== null && !fix.exists && compareVersions(fix.version, carried) > 0) {
    return {
      ...base,
      warnings: warningsOf(fix),
      released: false,
      after: fix.version,
      reasons: fix.reasons,
      problem: null,
    }
  }
  const fixed = releases.find((one) => compareLines(lineOf(one), line) === 0 && compareVersions(one, carried) > 0)
  return fixed === undefined
    ? { ...base, after: carried, reasons: ['not part of the hotfix'], problem: null }
    : { ...base, after: fixed, reasons: [`newest fix of ${name} ${formatLine(line)}`], problem: null }
}

/** What is known of an external project. */
export interface ExternalFacts {
  readonly external: External
  /** In the train's previous release. */
  readonly carried: Version | null
  /** What is written in the train's repositories now. */
  readonly written: Version | null
  readonly releases: readonly Version[]
  /** The day on which the highest release came out; null where that is not known. */
  readonly newestOn: Day | null
}

/** A release of somebody else that is not adopted yet. */
export interface Adoption {
  readonly external: External
  readonly version: Version
  readonly releasedOn: Day | null
  /** Last day for it; null without a deadline. */
  readonly due: Day | null
  readonly state: 'overdue' | 'due' | 'open'
}

/**
 * Which version of an external project a release carries: the newest release where the train promised to follow
 * (`adopt-within-sprints`), unless it is a new major version, which somebody must decide; else what is written. A hotfix
 * adopts nothing.
 */
export function planExternal(facts: ExternalFacts, hotfix: boolean): PlannedVersion {
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
export function noTags({ name, repository, tag }: Component | External): Reason {
  return {
    message: `${name}: no tag of ${repository} reads as ${tag}, or this token cannot see them.`,
    advice: 'Correct “repository” or “tag” in the manifest, or give a token that may read it.',
  }
}

function backTo({ name }: External, from: Version, to: Version): Reason {
  return {
    message: `${name} would go back from ${from} to ${to}.`,
    advice: `Write ${from} or a later version again; a release never takes an adopted version back.`,
  }
}

/** The adoption that an external project waits for; null when its newest release is written, or nothing says. */
export function adoptionOf(facts: ExternalFacts, calendar: Calendar | null, today: Day): Adoption | null {
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

function warningsOf(next: NextRelease | null): Reason[] {
  return (next?.warnings ?? []).map((message) => ({ message, advice: 'Look at it before the release.' }))
}
