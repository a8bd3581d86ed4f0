import type { Inline } from '../plan/index.ts'
import type { Version } from '../versions/index.ts'
import { addDays, type Day, isFrozen, type Sprint, sprintOf } from './calendar.ts'
import type { Adoption, PlannedVersion, Reason } from './members.ts'
import type { Observation } from './observation.ts'
import { isUpToDate, type Item, itemsOf, type StepId, STEPS, tagOf } from './steps.ts'
import { leader } from './train.ts'

/** How far a step is: nothing to do in it, all done, can be done now, not its turn, or its turn and held up. */
export type StepState = 'none' | 'done' | 'ready' | 'waiting' | 'blocked'

export interface Step {
  readonly id: StepId
  /** 1 to 8, as in PCF-ADR-003. */
  readonly number: number
  readonly title: string
  readonly state: StepState
  readonly items: readonly Item[]
}

/** What holds a step up. */
export interface Blocker extends Reason {
  readonly step: StepId
  /** Where it can be looked at; null where there is no such place. */
  readonly url: string | null
}

/** Where a release of a train stands. */
export interface Judgement {
  readonly version: Version
  /** The first step that is not done; `complete` when all are. */
  readonly stage: StepId | 'complete'
  /** The step that can be done now; null when there is none, or when it is held up. */
  readonly next: StepId | null
  readonly steps: readonly Step[]
  readonly blockedBy: readonly Blocker[]
  /** True in the freeze, whether or not this release minds. */
  readonly frozen: boolean
  readonly sprint: Sprint | null
  readonly members: ReadonlyMap<string, PlannedVersion>
  readonly adoptions: readonly Adoption[]
  readonly deadlines: readonly Deadline[]
  readonly warnings: readonly Reason[]
}

/** By when a downstream repository must have the release. */
export interface Deadline {
  readonly name: string
  readonly due: Day
  readonly state: 'met' | 'due' | 'overdue'
}

/**
 * Tells where a release stands, from the world alone: no label, no file of state, no memory. The steps are PCF-ADR-003's
 * and come in its order: `stable` never moves before the catalog has merged. Once the train's tag is there, what it
 * holds cannot change any more: steps 1 to 3 are over, and what is wrong in them is a warning.
 */
export function judgeRelease(observation: Observation): Judgement {
  const { train, version, today, members } = observation
  const items = itemsOf(observation)
  const isOver = (id: StepId): boolean =>
    items[id].every(({ done }) => done) || (observation.tag !== null && BEFORE_TAG.includes(id))
  const current = STEPS.find(({ id }) => !isOver(id))?.id ?? null
  const blockedBy = current === null ? [] : blockersOf(current, observation)
  const stateOf = (id: StepId): StepState => {
    if (items[id].length === 0) return 'none'
    if (isOver(id)) return 'done'
    // Telling people and updating downstream go side by side.
    if (id !== current && !(id === 'downstream' && current === 'announce')) return 'waiting'
    return blockedBy.length > 0 ? 'blocked' : 'ready'
  }
  return {
    version,
    stage: current ?? 'complete',
    next: blockedBy.length > 0 ? null : current,
    steps: STEPS.map(({ id, title }, index) => ({
      id,
      number: index + 1,
      title,
      state: stateOf(id),
      items: items[id],
    })),
    blockedBy,
    frozen: train.calendar !== null && isFrozen(train.calendar, today),
    sprint: train.calendar === null ? null : sprintOf(train.calendar, today),
    members,
    adoptions: observation.adoptions,
    deadlines: deadlinesOf(observation),
    warnings: warningsOf(observation, items),
  }
}

/** The steps whose result the train's tag holds. */
const BEFORE_TAG: readonly StepId[] = ['components', 'references', 'bundle']

function blockersOf(step: StepId, observation: Observation): Blocker[] {
  const { train, members, catalog } = observation
  const problems = (ids: readonly string[]): Blocker[] =>
    ids.flatMap((id) => {
      const problem = members.get(id)?.problem ?? null
      return problem === null ? [] : [{ step, ...problem, url: null }]
    })
  const leading = train.components.filter(({ leads }) => leads).map(({ id }) => id)
  const others = [...train.components.filter(({ leads }) => !leads), ...train.external].map(({ id }) => id)
  switch (step) {
    case 'components':
    case 'references':
      return [...freeze(step, observation), ...problems([...leading, ...others])]
    case 'tag':
      return [...problems(leading), ...untagged(observation).map((reason) => ({ step, ...reason, url: catalog.url }))]
    case 'catalog':
      return catalog.state === 'closed'
        ? [
            {
              step,
              message: `The pull request to ${train.bundle?.catalog} was closed without a merge.`,
              advice: 'Read there why, mend the bundle and propose it again.',
              url: catalog.url,
            },
          ]
        : []
    // Where somebody moved `stable` too early, nobody is told of the release before the catalog has it.
    case 'stable':
    case 'announce':
    case 'downstream':
      return train.bundle === null || catalog.state === 'merged'
        ? []
        : [
            {
              step,
              message: `${train.bundle.catalog} has not merged the bundle yet.`,
              advice: 'Look at its checks and reviews; stable tags move once it is merged.',
              url: catalog.url,
            },
          ]
    case 'bundle':
      return []
  }
}

/** Only a release that has not begun is held up: half a release is worse than one in a freeze. */
function freeze(step: StepId, { train, today, hotfix, ignoreFreeze, members }: Observation): Blocker[] {
  if (train.calendar === null || hotfix || ignoreFreeze || !isFrozen(train.calendar, today)) return []
  const begun = train.components.some(({ id, leads }) => {
    const { before = null, after = null, released = false } = members.get(id) ?? {}
    return !leads && released && before !== null && after !== before
  })
  if (begun) return []
  const { number, lastDay } = sprintOf(train.calendar, today)
  return [
    {
      step,
      message: `Sprint ${number} is frozen until ${lastDay}.`,
      advice: `Begin on ${addDays(lastDay, 1)}, or set “ignore-freeze: true”. A hotfix is not held up.`,
      url: null,
    },
  ]
}

function deadlinesOf(observation: Observation): Deadline[] {
  const publishedOn = observation.tag?.release?.publishedOn
  if (publishedOn === undefined) return []
  return observation.downstream.map((state): Deadline => {
    const { name, withinDays } = state.downstream
    const due = addDays(publishedOn, withinDays)
    const isMet = isUpToDate(state, observation)
    return { name, due, state: isMet ? 'met' : observation.today > due ? 'overdue' : 'due' }
  })
}

function warningsOf(observation: Observation, items: Record<StepId, readonly Item[]>): Reason[] {
  const late = observation.adoptions
    .filter(({ state }) => state === 'overdue')
    .map(({ external, version, due }) => ({
      message: `${external.name} ${version} was to be adopted by ${due}.`,
      advice: `Write ${version} where ${observation.train.file} says, and test it.`,
    }))
  const missed = deadlinesOf(observation)
    .filter(({ state }) => state === 'overdue')
    .map(({ name, due }) => ({
      message: `${name} was to have ${observation.version} by ${due}.`,
      advice: 'Open the pull request there, or see why it is not merged.',
    }))
  const early = tooEarly(observation).map((name) => ({
    message: `${name}:stable has moved before the catalog merged ${observation.version}.`,
    advice: 'Users of stable run what the catalog may still refuse. Move it back, or get the bundle merged.',
  }))
  const wrong = observation.tag === null ? [] : BEFORE_TAG.flatMap((id) => items[id]).filter(({ done }) => !done)
  const tagged = wrong.map(({ what }) => ({
    message: `The tag ${observation.tag?.tag} does not hold what it should: ${plainText(what)}.`,
    advice: 'A tag never moves: correct it in the next release.',
  }))
  return [
    ...(observation.manifestChange === null ? [] : [observation.manifestChange]),
    ...[...observation.members.values()].flatMap(({ warnings }) => warnings),
    ...untagged(observation),
    ...late,
    ...missed,
    ...early,
    ...tagged,
  ]
}

/**
 * A bundle that the catalog has before its version has a tag, as CodeFlare's 0.2.1: a tag made now may be on another
 * commit than the one whose bundle people have installed, and the catalog takes no second bundle of the version.
 */
function untagged({ train, version, tag, catalog }: Observation): Reason[] {
  if (train.bundle === null || tag !== null || catalog.state !== 'merged') return []
  const name = tagOf(leader(train), version)
  return [
    {
      message: `${train.bundle.catalog} has published ${train.bundle.package} ${version}, but there is no tag ${name}.`,
      advice: `Tag the commit of that bundle as ${name} (semver-tag with “target”) and go on from there, or release the next version: published bundles are immutable.`,
    },
  ]
}

/** Images whose `stable` did not wait for the catalog (PCF-ADR-003, step 6), as it often was when a rebuild pushed it. */
function tooEarly({ train, tag, catalog, images, members }: Observation): string[] {
  if (train.bundle === null || tag === null || catalog.state === 'merged') return []
  return images
    .filter(({ digest, channels }) => digest !== null && channels.get('stable') === digest)
    .filter(({ component }) => members.get(component)?.before !== members.get(component)?.after)
    .map(({ image }) => image.name)
}

function plainText(text: Inline): string {
  if (typeof text === 'string') return text
  if ('code' in text) return text.code
  return 'link' in text ? text.link : text.map(plainText).join('')
}
