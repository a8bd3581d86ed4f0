import { createHash } from 'node:crypto'
import type { Finding } from '../../plan/index.ts'
import type { Move } from '../payload/steps.ts'
import type { History, Night, Payload, Trial } from '../record.ts'
import type { Leading } from '../search/belief.ts'
import { Assembly } from '../search/parts.ts'
import { Search } from '../search/search.ts'
import { UNNAMED } from '../trial/judge.ts'
import { type Conclusion, conclude, nameOf, percent } from './conclude.ts'
import { type Laboratory, type MadeTrial, makeTrials, type PlannedTrial } from './laboratory.ts'
import type { Standing } from './standing.ts'

/** How often the night's own test is tried when the ground gives way. */
const OWN_TRIES = 2
/** Chance that broken components pass all the same: what only fails now and then must not be acquitted by one pass. */
const FALSE_PASS = 0.05

export interface Limits {
  /** Trials of the search in this night, those of other jobs and of a run that was cut off included. */
  readonly maxTrials: number
  /** For everything that this run does. */
  readonly maxMinutes: number
  readonly confidence: number
  readonly parallel: number
  /** Chance that a sound payload fails. */
  readonly flakeRate: number
}

export interface NightWorld {
  readonly history: Pick<History, 'append'>
  readonly laboratory: Laboratory
  /** How the components moved since the base; asked for when the payload has failed. */
  moves(base: Payload, candidate: Payload): Promise<readonly Move[]>
  /** Images of the base that are gone, by component: what cannot be brought back cannot be compared with. */
  missing(base: Payload): Promise<readonly string[]>
  /** Minutes since this run began. */
  minutes(): number
  readonly log: (line: string) => void
}

export interface NightRequest {
  readonly payload: Payload
  readonly standing: Standing
  readonly together: readonly (readonly string[])[]
  readonly limits: Limits
  readonly at: string
  readonly run: string | null
  readonly url: string | null
  /** `https://github.com` */
  readonly server: string
}

/** A night that is over, or what other jobs have to try before it is. */
export interface NightResult {
  readonly night: Night
  /** Empty when the night is over. */
  readonly next: readonly PlannedTrial[]
  readonly findings: readonly Finding[]
  /** Trials made by this run, with their logs. */
  readonly made: readonly MadeTrial[]
}

/**
 * One night: tests the payload, and when it fails looks for the reason. Goes on from whatever trials the history has of
 * it, so a run that was cut off is finished by running again and other jobs can make trials in between.
 *
 * With `maxTrials: 0` the search is left to others: what would be tried next is returned, and the night stays open.
 *
 * @throws UserError when a command cannot be started or the history cannot be written.
 */
export async function runNight(world: NightWorld, request: NightRequest): Promise<NightResult> {
  const course = new Course(world, request)
  const own = await course.testPayload()
  if (own === null) return course.end(course.unusable())
  if (own.outcome === 'passed') return course.end(passed(request.standing.judgedBefore))
  return course.search(own)
}

/** A payload that was to blame the last time is not accepted because it passes once. */
function passed(before: Night | null): Conclusion {
  if (before === null || !['rejected', 'inconclusive'].includes(before.verdict)) {
    return { verdict: 'accepted', reason: 'All tests passed.', culprit: null }
  }
  const reason = `All tests passed, and the same payload failed in the night ${before.id}.`
  return { verdict: 'flaky', reason, culprit: null }
}

class Course {
  readonly #world: NightWorld
  readonly #request: NightRequest
  readonly #trials: Trial[]
  readonly #made: MadeTrial[] = []
  #failing: readonly string[] = []

  constructor(world: NightWorld, request: NightRequest) {
    this.#world = world
    this.#request = request
    this.#trials = [...request.standing.tonight]
  }

  /** The night's own test, made now or found made; null when the ground gave way each time. */
  async testPayload(): Promise<Trial | null> {
    for (;;) {
      const own = this.#trials.filter(({ moved }) => moved === null)
      const said = own.find(({ outcome }) => outcome === 'passed' || outcome === 'failed')
      if (said !== undefined) {
        this.#failing = said.failing
        return said
      }
      if (own.length >= OWN_TRIES) return this.#deploymentFails(own)
      const { payload, standing } = this.#request
      const planned = {
        id: this.#nextId(0),
        base: standing.base?.id ?? null,
        candidate: payload.id,
        moved: null,
        payload,
      }
      await this.#make([planned], null)
    }
  }

  /**
   * A deployment that fails twice, without a sign that the ground gave way, may be the payload's own fault: then it is
   * the failure that is searched for, and the base will tell whether it is the environment's.
   */
  #deploymentFails(own: readonly Trial[]): Trial | null {
    const [last] = own.slice(-1)
    const isItsOwn = own.every(({ failing }) => failing.includes(UNNAMED.deploy))
    if (last === undefined || !isItsOwn || this.#request.standing.base === null) return null
    this.#failing = [UNNAMED.deploy]
    return last
  }

  unusable(): Conclusion {
    const [last] = this.#trials.filter(({ moved }) => moved === null).slice(-1)
    const reason = `Nothing could be tested, ${OWN_TRIES} times: ${last?.detail ?? 'no trial'}.`
    return { verdict: 'environment', reason, culprit: null }
  }

  async search(own: Trial): Promise<NightResult> {
    const { payload, standing, limits, server } = this.#request
    const { base } = standing
    if (base === null) {
      const reason = `${sentence(own.detail)} No payload was ever accepted, so there is nothing to compare with and no search.`
      return this.end({ verdict: 'rejected', reason, culprit: null })
    }
    const missing = await this.#world.missing(base)
    if (missing.length > 0) {
      const reason = `${sentence(own.detail)} No search: of the payload accepted last, the ${missing.length === 1 ? 'image' : 'images'} of ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} no longer in the registry.`
      return this.end({ verdict: 'rejected', reason, culprit: null })
    }
    const assembly = new Assembly(base, payload, await this.#world.moves(base, payload), this.#request.together)
    const search = new Search(assembly, { falseFail: limits.flakeRate, falsePass: FALSE_PASS })
    const done = (stopped: string): NightResult =>
      this.end(conclude(search.explain(this.#evidence(own)), limits.confidence, assembly, server, stopped))

    for (;;) {
      const evidence = this.#evidence(own)
      const [top] = search.explain(evidence)
      if (top !== undefined && top.probability >= limits.confidence) return done('')
      const used = this.#trials.filter(({ moved }) => moved !== null).length
      const left = limits.maxTrials === 0 ? limits.parallel : limits.maxTrials - used
      if (left <= 0) return done(`The budget of ${limits.maxTrials} trials is spent.`)
      const subsets = search.next(evidence, Math.min(limits.parallel, left))
      if (subsets.length === 0) return done('No other combination would teach anything.')
      const planned = subsets.map((subset, index) => ({
        id: this.#nextId(index),
        base: base.id,
        candidate: payload.id,
        moved: assembly.name(subset),
        payload: assembly.payload(subset),
      }))
      if (limits.maxTrials === 0) return this.#open(planned)
      if (!this.#hasTime()) return done(`The time of ${limits.maxMinutes} minutes is spent.`)
      this.#world.log(progressOf(top, planned))
      const made = await this.#make(planned, this.#failing)
      if (made.some(({ run }) => run.isDirty))
        return done('The reset command failed, so no trial after it would start clean.')
    }
  }

  end({ verdict, reason, culprit }: Conclusion): NightResult {
    return { night: this.#night(verdict, reason, culprit), next: [], findings: this.#findings(), made: this.#made }
  }

  #open(next: readonly PlannedTrial[]): NightResult {
    const reason = `The payload failed; ${next.length === 1 ? 'a trial' : `${next.length} trials`} by other jobs will tell more.`
    return { night: this.#night('inconclusive', reason, null), next, findings: this.#findings(), made: this.#made }
  }

  #night(verdict: Night['verdict'], reason: string, culprit: Night['culprit']): Night {
    const { payload, standing, at, run, url } = this.#request
    return {
      id: standing.id,
      at,
      run,
      url,
      payload,
      base: standing.base?.id ?? null,
      changed: standing.changed,
      verdict,
      reason,
      failing: this.#failing,
      signature: signatureOf(this.#failing),
      trials: this.#trials.toSorted((one, other) => numberOf(one.id) - numberOf(other.id)),
      culprit,
    }
  }

  /** What is known of this failure: trials of tonight, and of earlier nights that failed in the same tests. */
  #evidence(own: Trial): Trial[] {
    const failing = new Set(this.#failing)
    const earlier = this.#request.standing.earlier
    const nights = new Set(
      earlier
        .filter(({ moved, failing: tests }) => moved === null && tests.some((test) => failing.has(test)))
        .map(({ id }) => nightOf(id)),
    )
    // The first failure is in the prior already.
    const later = this.#trials.filter((trial) => trial !== own)
    return [...earlier.filter(({ id }) => nights.has(nightOf(id))), ...later]
  }

  async #make(planned: readonly PlannedTrial[], wanted: readonly string[] | null): Promise<MadeTrial[]> {
    const { history, laboratory } = this.#world
    const made = await makeTrials(laboratory, planned, wanted, this.#request.at, (trial) =>
      history.append({ record: 'trial', ...trial }),
    )
    this.#trials.push(...made.map(({ trial }) => trial))
    this.#made.push(...made)
    return made
  }

  /** A trial takes as long as the longest so far; one that would not end in time is not begun. */
  #hasTime(): boolean {
    const longest = Math.max(0, ...this.#trials.map(({ minutes }) => minutes))
    return this.#world.minutes() + longest <= this.#request.limits.maxMinutes
  }

  #nextId(index: number): string {
    const last = Math.max(0, ...this.#trials.map(({ id }) => numberOf(id)))
    return `${this.#request.standing.id}.t${last + 1 + index}`
  }

  #findings(): Finding[] {
    return this.#made.flatMap(({ run }) => run.findings)
  }
}

/** Fingerprint of a failure: equal for the same failing tests; null where nothing failed. */
export function signatureOf(failing: readonly string[]): string | null {
  if (failing.length === 0) return null
  return createHash('sha256')
    .update([...failing].sort().join('\n'))
    .digest('hex')
    .slice(0, 16)
}

function progressOf(top: Leading | undefined, planned: readonly PlannedTrial[]): string {
  const tried = planned.map(({ moved }) => (moved ?? []).join(' + ') || 'the payload accepted last')
  return `${top === undefined ? '' : `Most probable: ${nameOf(top)}, ${percent(top.probability)}. `}Trying ${tried.join(' | ')}.`
}

function numberOf(trial: string): number {
  return Number(trial.slice(trial.lastIndexOf('.t') + 2))
}

function nightOf(trial: string): string {
  return trial.slice(0, trial.lastIndexOf('.t'))
}

function sentence(detail: string): string {
  return `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`
}
