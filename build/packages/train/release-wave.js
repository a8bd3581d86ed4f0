import { codeBlock, details, link, paragraph, ReportedError, ServiceError, UserError } from '../plan/index.js'
import { lacking, lookAtRelease, stateText } from './component-release.js'
/** How long a release is looked for after its run has succeeded: what was written may not show everywhere yet. */
const UNTIL_SHOWN = [1_000, 3_000, 10_000]
/**
 * Components that are released at once as far as they do not need each other. Each is a change of its own; when the first
 * of them is due, all are made: a component is begun as soon as what it depends on is released, those that depend on one that
 * failed are held back, the others go on to their end.
 *
 * Whether a release came to be is read from the world (tag, GitHub release, image digests), not from what its run came to.
 */
export class ReleaseWave {
  #world
  #entries
  #options
  #findings = []
  #made
  /** @param releases those that are to be made, each after everything that it depends on. */
  constructor(world, releases, options) {
    this.#world = world
    this.#options = options
    this.#entries = new Map(
      releases.map((release) => [
        release.component.id,
        {
          release,
          before: stateText(release.before, release.component),
          after: options.wait || release.start === null ? 'released' : 'started',
          run: null,
          state: 'planned',
          error: null,
          failures: [],
          acted: false,
          seen: release.before,
        },
      ]),
    )
  }
  changes() {
    return [...this.#entries.values()].map((entry) => {
      const { component, tag } = entry.release
      return {
        action: entry.release.start === null ? 'create' : 'run',
        subject:
          entry.release.start === null
            ? `tag ${tag} of ${component.repository}`
            : `release ${tag} of ${component.repository}`,
        before: entry.before,
        after: entry.after,
        reason: reasonOf(entry.release),
        probe: async () => {
          // What the wave made for this one counts as its own doing, so that it is told as done and not as found.
          if (this.#made !== undefined && !entry.acted) return entry.before
          if (entry.after === 'started' && entry.run !== null) return 'started'
          // The wave has read back what it made, a moment ago.
          const state = entry.acted ? entry.seen : await this.#look(entry)
          return stateText(state, component)
        },
        act: async () => {
          this.#made ??= this.#make()
          await this.#made
          entry.acted = true
        },
      }
    })
  }
  /** What the last look at a release showed; null for one that is not of this wave. */
  seen({ component }) {
    return this.#entries.get(component.id)?.seen ?? null
  }
  runs() {
    return [...this.#entries.values()].flatMap(({ run }) => run ?? [])
  }
  findings() {
    return this.#findings
  }
  async #look(entry) {
    const { component, version } = entry.release
    entry.seen = await lookAtRelease(this.#world, component, version)
    return entry.seen
  }
  async #make() {
    const ends = new Map()
    for (const [id, entry] of this.#entries) {
      const needs = entry.release.component.dependsOn.flatMap((need) => ends.get(need) ?? [])
      ends.set(id, this.#afterwards(entry, needs))
    }
    const settled = await Promise.allSettled(ends.values())
    const defect = settled.find((one) => one.status === 'rejected')
    if (defect !== undefined) throw defect.reason
    const open = [...this.#entries.values()].filter(({ state }) => state === 'failed' || state === 'held back')
    if (open.length > 0) throw notReleased(open, [...this.#entries.values()])
  }
  async #afterwards(entry, needs) {
    if (!(await Promise.all(needs)).every(Boolean)) {
      entry.state = 'held back'
      return false
    }
    try {
      await this.#release(entry)
      entry.state = 'done'
      return true
    } catch (error) {
      if (!(error instanceof ReportedError)) throw error
      entry.state = 'failed'
      entry.error = error
      this.#options.log(`${nameOf(entry.release)}: ${error.message}`)
      return false
    }
  }
  async #release(entry) {
    const { component, tag, commit, start } = entry.release
    const { log } = this.#options
    if (start === null) {
      if (entry.release.before.commit === null) {
        await this.#world.createTag(component.repository, tag, commit)
        log(`${component.name}: tagged ${tag}.`)
      }
      await this.#whole(entry, this.#untilBuilt())
      return
    }
    const started = await this.#world.start(component.repository, start)
    log(`${nameOf(entry.release)}: ${started.adopted ? 'is under way already' : 'started'}, ${started.url}`)
    entry.run = told(entry.release, started, null)
    if (!this.#options.wait) return
    let ended = await this.#followed(entry, started)
    if (started.adopted && ended.conclusion === 'success' && !start.isNamed) {
      // A run without our name may have released something else; then it is our turn now.
      if (lacking(await this.#look(entry), component).length > 0) {
        const again = await this.#world.start(component.repository, start)
        log(`${nameOf(entry.release)}: the run under way was for something else; ${again.url}`)
        ended = await this.#followed(entry, again)
      }
    }
    const state = await this.#whole(entry, ended.conclusion === 'success' ? UNTIL_SHOWN : [], ended)
    this.#check(entry, state, ended)
  }
  async #followed(entry, run) {
    const { component } = entry.release
    const ended = await this.#world.ended(component.repository, run, (line) =>
      this.#options.log(`${nameOf(entry.release)}: ${line}`),
    )
    entry.run = told(entry.release, ended, ended.conclusion)
    this.#options.log(`${nameOf(entry.release)}: the run ${ended.words}.`)
    return ended
  }
  /** The release once nothing of it is missing. */
  async #whole(entry, pauses, ended = null) {
    const { component } = entry.release
    let state = await this.#look(entry)
    for (const pause of pauses) {
      if (lacking(state, component).length === 0) return state
      await this.#options.sleep(pause)
      state = await this.#look(entry)
    }
    if (lacking(state, component).length === 0) return state
    if (ended === null) throw unbuilt(entry.release, state)
    if (ended.conclusion !== 'success')
      entry.failures = await this.#world.failures(component.repository, { ...ended, adopted: true })
    throw incomplete(entry, state, ended)
  }
  /** Something else than the run builds the images, when it sees the tag. */
  *#untilBuilt() {
    const start = this.#options.now()
    for (
      let pause = 2_000;
      this.#options.now() - start + pause <= this.#options.timeoutMs;
      pause = Math.min(30_000, pause * 1.5)
    )
      yield pause
  }
  /** What a release manager should know of a release that is there. */
  #check({ release }, state, ended) {
    const finding = (rule, message, advice) => this.#findings.push({ severity: 'warning', rule, message, advice })
    if (ended.conclusion !== 'success') {
      finding(
        'run-failed-after-release',
        `${nameOf(release)} is released, and its run ${ended.words} (${ended.url}).`,
        'Tag, release and images are there; look what came after them in the run.',
      )
    }
    if (state.commit !== release.commit) {
      finding(
        'other-commit',
        `${nameOf(release)} is on ${state.commit?.slice(0, 12)}; ${release.commit.slice(0, 12)} was planned.`,
        'The workflow took the branch as it was when it ran. Give it an input “commit”, and tag that.',
      )
    }
  }
}
const nameOf = ({ component, tag }) => `${component.name} ${tag}`
function told({ component }, { id, url }, conclusion) {
  return { component: component.id, repository: component.repository, id, url, conclusion }
}
function reasonOf({ component, start, commit, ref, before }) {
  const on = `${commit.slice(0, 12)} of ${ref}`
  const what = start === null ? `a tag on ${on}` : `workflow ${start.workflow} on ${on}`
  const after = component.dependsOn.length === 0 ? '' : `, after ${component.dependsOn.join(', ')}`
  return before.commit === null ? `${what}${after}` : `${what}${after}, to finish what was begun`
}
function unbuilt(release, state) {
  return new ServiceError(`${nameOf(release)} is tagged; missing: ${lacking(state, release.component).join(', ')}.`, {
    advice:
      'Look what builds its images when a tag is pushed, then run again. (A tag made with the default token starts no workflow.)',
  })
}
function incomplete(entry, state, { conclusion, words, url }) {
  const { release, failures } = entry
  const missing = lacking(state, release.component).join(', ')
  const [first] = failures
  const where =
    first === undefined
      ? ''
      : ` in job “${first.name}”${first.step === null ? '' : `, step “${first.step}”`}: ${first.url}`
  return conclusion === 'success'
    ? new UserError(`${nameOf(release)}: its run succeeded (${url}); missing: ${missing}.`, {
        advice: 'Look what the workflow released instead: does it use its input for the version? Then run again.',
      })
    : new UserError(`${nameOf(release)}: its run ${words}${where === '' ? ` (${url})` : where}; missing: ${missing}.`, {
        advice: NEXT_STEP[conclusion] ?? 'Mend it there, then run this again (or re-run the failed jobs there first).',
      })
}
const NEXT_STEP = {
  cancelled:
    'If nobody cancelled it, a newer run pushed it out of the queue of its concurrency group (“queue: max” keeps all). Run this again.',
  action_required: 'Approve it on its page, then run this again: it waits for that run.',
  skipped: 'Look at the “if:” of its jobs, then run this again.',
  timed_out: 'Look what took so long, then run this again.',
  startup_failure: 'Mend the workflow file, then run this again.',
}
/** One error for all, with the end of each log. */
function notReleased(open, all) {
  const failed = open.filter(({ state }) => state === 'failed')
  const held = open.filter(({ state }) => state === 'held back')
  const done = all.filter(({ state }) => state === 'done')
  const [only] = failed
  const message = [
    ...failed.map(({ error }) => error?.message ?? ''),
    ...(held.length === 0
      ? []
      : [`Held back, because they depend on it: ${held.map(({ release }) => nameOf(release)).join(', ')}.`]),
    ...(done.length === 0 ? [] : [`Released: ${done.map(({ release }) => nameOf(release)).join(', ')}.`]),
  ].join(' ')
  const advices = new Set(failed.flatMap(({ error }) => error?.advice ?? []))
  return new (only?.error instanceof ServiceError ? ServiceError : UserError)(message, {
    advice: `${[...advices].join(' ')} What was released is found then and not released again.`,
    report: failed.flatMap(({ release, failures }) => failures.flatMap((failure) => logReport(release, failure))),
  })
}
function logReport(release, { name, step, url, tail }) {
  const where = step === null ? name : `${name} / ${step}`
  if (tail.length === 0) return [paragraph(`${nameOf(release)}: `, link(where, url))]
  return [details([`${nameOf(release)}: the end of the log of `, link(where, url)], [codeBlock(tail.join('\n'))])]
}
