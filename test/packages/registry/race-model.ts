/**
 * Every order in which runs of `retag-image` can do what they do to one repository, against a registry of atomic tags: the runs are the
 * real ones, their `fetch`, their clock and their pauses are a scheduler's. A request takes effect in one moment; before any of them
 * time may pass. A depth-first search runs each schedule from its beginning.
 */
import { expect, onTestFinished, vi } from 'vitest'
import { apply, ReportedError } from '../../../packages/plan/index.ts'
import { planRetag, readRequests, RegistryClient } from '../../../packages/registry/index.ts'
import { anIndex } from './registries.ts'

const MANIFEST = /^\/v2\/org\/app\/manifests\/(.+)$/

export interface Contestant {
  readonly version: string
  /** From `dev-VERSION`, with its version tag in the same run; otherwise the version was published before. */
  readonly publishes?: boolean
  /** The first PUT of `stable` gets no answer, and arrives at any later moment. */
  readonly ghost?: boolean
}

export interface Scenario {
  /** What `stable` shows in the beginning; null where there is none. */
  readonly shows: string | null
  readonly runs: readonly Contestant[]
  /** How much time passes at a time, in milliseconds, and how often in one schedule at most. */
  readonly tick: number
  readonly ticks: number
}

export interface End {
  /** One letter a step: what went, in its order. */
  readonly schedule: string
  /** The version that `stable` shows. */
  readonly shown: string | null
  readonly failed: readonly string[]
}

/** All ends of a scenario, one for each schedule. */
export async function* everyEnd(scenario: Scenario): AsyncGenerator<End> {
  onTestFinished(() => void vi.unstubAllGlobals())
  const choices: { taken: number; of: number }[] = []
  for (;;) {
    yield await new Play(scenario, choices).play()
    while (choices.length > 0 && isLast(choices.at(-1))) choices.pop()
    const last = choices.at(-1)
    if (last === undefined) return
    last.taken += 1
  }
}

function isLast(choice: { taken: number; of: number } | undefined): boolean {
  return choice !== undefined && choice.taken === choice.of - 1
}

/** What a run, or a ghost of one, waits to be allowed. */
interface Pending {
  readonly name: string
  readonly dueAt: number
  readonly go: () => void
}

class Play {
  readonly #scenario: Scenario
  readonly #choices: { taken: number; of: number }[]
  readonly #images = new Map<string, ReturnType<typeof anIndex>>()
  readonly #tags = new Map<string, string>()
  readonly #pending = new Map<string, Pending>()
  readonly #ended = new Set<string>()
  readonly #failed: string[] = []
  #now = 0
  #ticks = 0
  #schedule = ''

  constructor(scenario: Scenario, choices: { taken: number; of: number }[]) {
    this.#scenario = scenario
    this.#choices = choices
  }

  async play(): Promise<End> {
    const { shows, runs } = this.#scenario
    if (shows !== null) this.#push(shows, [`v${shows}`, 'stable'])
    for (const { version, publishes } of runs)
      this.#push(version, [publishes === true ? `dev-${version}` : `v${version}`])
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => this.#fetch(new URL(url), init))
    const all = runs.map((run) => this.#run(run))
    let step = 0
    while (await this.#someoneWaits()) {
      const ready = [...this.#pending.values()].filter(({ dueAt }) => dueAt <= this.#now).sort(byName)
      const mayPass = this.#ticks < this.#scenario.ticks
      if (ready.length === 0) {
        this.#now = Math.min(...[...this.#pending.values()].map(({ dueAt }) => dueAt))
        continue
      }
      const choice = this.#choice(step, ready.length + (mayPass ? 1 : 0))
      step += 1
      const next = ready[choice]
      if (next === undefined) {
        this.#ticks += 1
        this.#now += this.#scenario.tick
        this.#schedule += '.'
        continue
      }
      this.#schedule += next.name
      this.#pending.delete(next.name)
      next.go()
    }
    await Promise.all(all)
    const digest = this.#tags.get('stable')
    const shown = [...this.#images].find(([, image]) => image.digest === digest)?.[0] ?? null
    return { schedule: this.#schedule, shown, failed: this.#failed }
  }

  #choice(step: number, of: number): number {
    const known = this.#choices[step]
    if (known !== undefined) return known.taken
    this.#choices.push({ taken: 0, of })
    return 0
  }

  #push(version: string, tags: readonly string[]): void {
    const image = anIndex(version)
    this.#images.set(version, image)
    for (const tag of tags) this.#tags.set(tag, image.digest)
  }

  /** Until every run has ended or waits for its turn: only then is it known who can go. */
  async #someoneWaits(): Promise<boolean> {
    const names = this.#scenario.runs.map((_, index) => nameOf(index))
    while (names.some((name) => !this.#ended.has(name) && !this.#pending.has(name))) {
      await new Promise<void>((resolve) => {
        setImmediate(resolve)
      })
    }
    return this.#pending.size > 0
  }

  #turn(name: string, dueAt = -Infinity): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#pending.set(name, { name, dueAt, go: resolve })
    return promise
  }

  async #run({ version, publishes }: Contestant, index = this.#indexOf(version)): Promise<void> {
    const name = nameOf(index)
    const client = new RegistryClient({
      credentials: () => Promise.resolve(null),
      endpoints: new Map([['quay.io', `http://${name}.test`]]),
      sleep: (milliseconds) => this.#turn(name, this.#now + milliseconds),
      now: () => this.#now,
    })
    const request =
      publishes === true
        ? { source: `dev-${version}`, tags: [`v${version}`, 'stable'] }
        : { source: `v${version}`, tags: ['stable'] }
    const requests = readRequests({ source: `quay.io/org/app:${request.source}`, tags: request.tags, images: [] })
    try {
      const plan = await planRetag(
        client,
        requests,
        { guard: 'strict', channels: ['stable'] },
        { now: () => this.#now },
      )
      if (plan.refusal !== null) throw plan.refusal
      await apply(plan.changes, { sleep: (milliseconds) => this.#turn(name, this.#now + milliseconds) })
    } catch (error) {
      if (!(error instanceof ReportedError)) throw error
      this.#failed.push(version)
    } finally {
      this.#ended.add(name)
    }
  }

  #indexOf(version: string): number {
    return this.#scenario.runs.findIndex((run) => run.version === version)
  }

  async #fetch({ hostname, pathname }: URL, { method = 'GET', body }: RequestInit): Promise<Response> {
    const [name = ''] = hostname.split('.')
    const [, reference] = MANIFEST.exec(pathname) ?? []
    // What nobody ever changes needs no turn: published versions, their list, content by its digest.
    const lists = reference === undefined && this.#scenario.runs.some(({ publishes }) => publishes === true)
    if (lists || reference === 'stable' || method === 'PUT') await this.#turn(name)
    if (reference === undefined) return Response.json({ name: 'org/app', tags: [...this.#tags.keys()].sort() })
    if (method === 'PUT') return this.#put(name, reference, body)
    const digest = reference.startsWith('sha256:') ? reference : this.#tags.get(reference)
    const image = [...this.#images.values()].find((one) => one.digest === digest)
    if (image === undefined) return Response.json({ errors: [{ code: 'MANIFEST_UNKNOWN' }] }, { status: 404 })
    const headers = { 'content-type': image.mediaType, 'docker-content-digest': image.digest }
    return new Response(method === 'HEAD' ? null : new Uint8Array(image.bytes), { headers })
  }

  #put(name: string, reference: string, body: RequestInit['body']): Response {
    const bytes = body instanceof Uint8Array ? Buffer.from(body) : Buffer.alloc(0)
    const image = [...this.#images.values()].find((one) => one.bytes.equals(bytes))
    if (image === undefined) throw new Error('something else was put')
    const ghost = `${name}'`
    const isGhost = this.#scenario.runs[name === 'n' ? 0 : name.charCodeAt(0) - 'a'.charCodeAt(0) + 1]?.ghost === true
    if (isGhost && reference === 'stable' && !this.#schedule.includes(ghost) && !this.#pending.has(ghost)) {
      void this.#turn(ghost).then(() => this.#tags.set(reference, image.digest))
      throw new TypeError('fetch failed', { cause: new Error('socket hang up') })
    }
    this.#tags.set(reference, image.digest)
    return new Response(null, { status: 201, headers: { 'docker-content-digest': image.digest } })
  }
}

/** The first run is `n`, the newest; the others are `a`, `b`, … */
function nameOf(index: number): string {
  return index === 0 ? 'n' : String.fromCharCode('a'.charCodeAt(0) + index - 1)
}

function byName(one: Pending, other: Pending): number {
  return one.name < other.name ? -1 : 1
}

/** How many of a scenario's schedules end quietly and how many loudly. Fails for one that is quiet and wrong. */
export async function judged(scenario: Scenario): Promise<{ readonly quiet: number; readonly loud: number }> {
  let [quiet, loud] = [0, 0]
  for await (const { schedule, shown, failed } of everyEnd(scenario)) {
    if (failed.length > 0) loud += 1
    else {
      expect(shown, `${schedule}: nobody complained`).toBe(scenario.runs[0]?.version)
      quiet += 1
    }
  }
  return { quiet, loud }
}
