import pLimit from 'p-limit'
import { type Change, ReportedError, ServiceError, UserError } from '../plan/index.ts'
import type { RegistryClient } from './client.ts'
import { matchesDigest } from './digest.ts'
import type { Manifest } from './manifest.ts'
import { formatReference, type TagReference } from './reference.ts'
import { CONCURRENCY } from './transport.ts'
import type { TagKind } from './version-tag.ts'

/** A tag as it was seen, and the image that it shall point at. */
export interface TagMove {
  readonly target: TagReference
  readonly kind: TagKind
  readonly before: string | null
  /** When `before` was read, in milliseconds. */
  readonly seenAt: number
  readonly manifest: Manifest
  readonly reason: string
  /** Asks for a release of the repository above this one, to which another run may be moving the same channel tag; null where none is. */
  readonly higher?: () => Promise<string | null>
  /** Brings everything below the manifest into the target's repository; missing where it is there anyway. */
  readonly prepare?: () => Promise<void>
}

/** For how long a look at a tag is as good as another one, in milliseconds: the time of a small copy, or of a train. */
const FRESH = 2000
/**
 * Registries know no conditional PUT (they ignore `If-Match`), so between the look at a channel tag and its PUT another run may write it,
 * and is overwritten. It can know: every run has at most `WINDOW` from its look to the answer of its PUT, and whoever wrote waits until
 * the windows of all others are over (`SETTLED`) before the look that decides. Durations, each by the run's own clock. In milliseconds.
 */
const WINDOW = 1000
/** For how long a look at a channel tag counts; the rest of the window is the PUT's. */
const FRESH_CHANNEL = 700
const SETTLED = WINDOW + 50
/** Images whose contents are copied at a time. */
const COPIES = 4

/** One tag of a wave, and how far it came. */
interface Entry extends TagMove {
  readonly name: string
  seen: { readonly digest: string | null; readonly at: number }
  state: 'planned' | 'already' | 'written' | 'failed'
  error?: ReportedError
  /** The registry named the right digest in its 201, or it was read back. */
  confirmed: boolean
  acted: boolean
  /** When the answer to its PUT came. */
  writtenAt: number
  /** A first PUT had no good answer, and may still arrive. */
  repeated: boolean
}

/**
 * Tags that are written at once. Each is a change of its own, with its own look before and after; when the first of them
 * is due, all of them are made, side by side, and the others find theirs made. What each `probe` says was read from the
 * registry at the moment that counts: right before that tag's PUT, or after it.
 *
 * A wave of channel tags moves as a whole or not at all, as far as a registry allows: when one fails, those that had moved
 * are put back. The error says of every tag where it is.
 */
export class TagWave {
  readonly #client: RegistryClient
  readonly #entries: readonly Entry[]
  readonly #now: () => number
  /** A wave before this one, whose tags stay whatever happens here. */
  readonly #earlier: TagWave | null
  #run: Promise<void> | undefined
  #isOver = false
  #hasFailed = false

  constructor(client: RegistryClient, moves: readonly TagMove[], now: () => number, earlier: TagWave | null = null) {
    this.#client = client
    this.#now = now
    this.#earlier = earlier
    this.#entries = moves.map((move) => ({
      ...move,
      name: formatReference(move.target),
      seen: { digest: move.before, at: move.seenAt },
      state: 'planned',
      confirmed: false,
      acted: false,
      writtenAt: -Infinity,
      repeated: false,
    }))
  }

  changes(): Change[] {
    return this.#entries.map((entry) => ({
      action: entry.before === null ? 'create' : 'move',
      subject: `image tag ${entry.name}`,
      before: entry.before,
      after: entry.manifest.digest,
      reason: entry.reason,
      probe: async () => {
        // What a slow registry did not show yet is looked at again each time.
        if (entry.acted && !entry.confirmed) entry.seen = { digest: entry.before, at: -Infinity }
        if (!this.#isOver || (entry.acted && !entry.confirmed)) return this.#look(entry)
        return entry.state === 'written' && !entry.acted ? entry.before : entry.seen.digest
      },
      act: async () => {
        this.#run ??= this.#make()
        await this.#run
        entry.acted = true
      },
    }))
  }

  async #make(): Promise<void> {
    const copies = pLimit(COPIES)
    await Promise.all(this.#entries.map((entry) => this.#guarded(entry, () => copies(() => entry.prepare?.()))))
    // No more at a time than requests may be under way: a look that waits for its turn would be old when its PUT begins.
    const groups = pLimit(CONCURRENCY)
    await Promise.all([...this.#groups().values()].map((group) => groups(() => this.#writeGroup(group))))
    await Promise.all(this.#entries.map((entry) => this.#guarded(entry, () => this.#confirm(entry))))
    const failed = this.#entries.filter(({ error }) => error !== undefined)
    if (failed.length > 0) throw await this.#failure(failed)
    this.#isOver = true
  }

  /** Tags of one repository that get the same manifest. */
  #groups(): Map<string, Entry[]> {
    const groups = new Map<string, Entry[]>()
    for (const entry of this.#entries) {
      const { registry, repository } = entry.target
      const key = formatReference({ registry, repository, digest: entry.manifest.digest })
      groups.set(key, [...(groups.get(key) ?? []), entry])
    }
    return groups
  }

  async #writeGroup(group: readonly Entry[]): Promise<void> {
    const [first, ...others] = group
    if (first === undefined) return
    if (others.length > 0) await this.#guarded(first, () => this.#writeTogether(group))
    await Promise.all(
      group.map((entry) => this.#guarded(entry, () => (entry.state === 'planned' ? this.#write(entry) : undefined))),
    )
  }

  async #writeTogether(group: readonly Entry[]): Promise<void> {
    const [first] = group
    if (first === undefined || !this.#client.takesSeveralTags(first.target)) return
    const due: Entry[] = []
    for (const entry of group) {
      await this.#guarded(entry, async () => {
        if (await this.#isDue(entry)) due.push(entry)
      })
    }
    if (this.#hasFailed) return
    const tags = due.map(({ target }) => target.tag)
    const beforeRetry = async (): Promise<void> => {
      for (const entry of due) await this.#lookAgain(entry)
    }
    const written = await this.#client.putTags(first.target, tags, first.manifest, { beforeRetry })
    for (const entry of due) {
      if (written.includes(entry.target.tag)) await this.#guarded(entry, () => this.#note(entry, true))
    }
  }

  async #write(entry: Entry): Promise<void> {
    if (!(await this.#isDue(entry))) return
    const beforeRetry = (): Promise<void> => this.#lookAgain(entry)
    const { confirmed } = await this.#client.put(entry.target, entry.manifest, { beforeRetry })
    await this.#note(entry, confirmed)
  }

  /** Notes that a tag was written; `confirmed` where the registry named the digest. */
  async #note(entry: Entry, confirmed: boolean): Promise<void> {
    entry.state = 'written'
    entry.writtenAt = this.#now()
    // The registry's 201 with the digest is the reading back; a channel tag, which others move too, is looked at again.
    if (entry.kind !== 'channel') {
      if (!confirmed) return
      entry.confirmed = true
      entry.seen = { digest: entry.manifest.digest, at: entry.writtenAt }
      return
    }
    const took = entry.writtenAt - entry.seen.at
    if (took <= WINDOW && !entry.repeated) return
    // Outside its window this run may have overwritten a newer one that cannot see it. That one has its version tag by then.
    const higher = (await entry.higher?.()) ?? null
    if (higher !== null) throw doubtful(entry, higher, took)
  }

  /** Looks at the tag right before it is written, and whether it is still as planned. */
  async #isDue(entry: Entry): Promise<boolean> {
    const { before, name, manifest } = entry
    const found = await this.#look(entry)
    if (found === manifest.digest) {
      entry.state = 'already'
      entry.confirmed = true
      return false
    }
    if (found === before) return true
    throw new UserError(
      `image tag ${name} was ${shown(before)} when this run planned to move it; now it is ${shown(found)}.`,
      { advice: 'Somebody else changed it in between. It was not overwritten; look at it and run again.' },
    )
  }

  /** Before a PUT is tried again: it, or somebody else's, may have arrived meanwhile. */
  async #lookAgain(entry: Entry): Promise<void> {
    entry.repeated = true
    entry.seen = { digest: entry.before, at: -Infinity }
    const found = await this.#look(entry)
    if (found !== entry.before && found !== entry.manifest.digest) throw lost(entry, found)
  }

  async #confirm(entry: Entry): Promise<void> {
    if (entry.state !== 'written' || entry.confirmed) return
    if (entry.kind === 'channel') await this.#client.sleep(Math.max(0, entry.writtenAt + SETTLED - this.#now()))
    entry.seen = { digest: entry.before, at: -Infinity }
    const found = await this.#look(entry)
    if (found === entry.manifest.digest) entry.confirmed = true
    // What still shows the old state is slow, and looked at again by whoever applies the change.
    else if (found !== entry.before) throw lost(entry, found)
  }

  async #look(entry: Entry): Promise<string | null> {
    const fresh = entry.kind === 'channel' ? FRESH_CHANNEL : FRESH
    if (this.#now() - entry.seen.at < fresh) return entry.seen.digest
    const at = this.#now()
    const found = (await this.#client.head(entry.target))?.digest ?? null
    // The same bytes under another algorithm's name are the same image.
    const isSame = found !== null && matchesDigest(entry.manifest.bytes, found)
    entry.seen = { digest: isSame ? entry.manifest.digest : found, at }
    return entry.seen.digest
  }

  /** Does one tag's part; after a failure anywhere nothing more is begun. */
  async #guarded(entry: Entry, work: () => Promise<void> | undefined): Promise<void> {
    if (this.#hasFailed && entry.state !== 'written') return
    try {
      await work()
    } catch (error) {
      if (!(error instanceof ReportedError)) throw error
      this.#hasFailed = true
      if (entry.state !== 'written') entry.state = 'failed'
      entry.error = error
    }
  }

  async #failure(failed: readonly Entry[]): Promise<ReportedError> {
    const [first] = failed
    const earlier = this.#earlier?.places() ?? []
    if (first?.error !== undefined && this.#entries.length + earlier.length === 1) return first.error
    const places: string[] = []
    for (const entry of this.#entries) places.push(`- ${entry.name}: ${await this.#settle(entry)}`)
    const lines = failed.map(({ name, error }) => `- ${name}: ${error?.message ?? ''}`)
    const Kind = failed.every(({ error }) => error instanceof UserError) ? UserError : ServiceError
    return new Kind(
      `${failed.length} of ${this.#entries.length} tags could not be moved:\n${lines.join('\n')}\nWhat is where now:\n${[...earlier, ...places].join('\n')}`,
      {
        advice: first?.error?.advice ?? 'Run again: what is in its place is left alone.',
        ...(first?.error !== undefined && { cause: first.error }),
      },
    )
  }

  /** Where the tags of this wave are, once it is over. */
  places(): string[] {
    return this.#entries.map(({ name, manifest }) => `- ${name}: at ${manifest.digest}`)
  }

  /** What becomes of a tag whose wave failed: a channel tag goes back to where it was. Says where it is. */
  async #settle(entry: Entry): Promise<string> {
    const { before, kind, manifest, target } = entry
    if (entry.state === 'planned') return `not touched, at ${before ?? 'nothing (it does not exist)'}`
    if (entry.state === 'already') return `at ${manifest.digest} already`
    if (kind !== 'channel' && entry.state === 'written') return `at ${manifest.digest}`
    try {
      entry.seen = { digest: before, at: -Infinity }
      const found = await this.#look(entry)
      if (found === null) return 'does not exist'
      if (found !== manifest.digest || kind !== 'channel') return found === before ? `still at ${found}` : `at ${found}`
      if (before === null) return `new, at ${found}; delete it by hand if it should not be there yet`
      if (this.#entries.length === 1) return `at ${found}`
      const { registry, repository } = target
      const old = await this.#client.get({ registry, repository, digest: before })
      if (old === null) return `at ${found}; not put back, because ${before} is gone`
      await this.#client.put(target, old)
      const now = (await this.#client.head(target))?.digest
      return now === before
        ? `put back to ${before}`
        : `at ${now ?? 'nothing'}; another run moved it while it was put back`
    } catch (error) {
      if (!(error instanceof ReportedError)) throw error
      return `NOT put back from ${manifest.digest} to ${before ?? 'nothing'} (${error.message})`
    }
  }
}

function lost({ name, manifest }: Entry, found: string | null): UserError {
  return new UserError(
    `${name} was written as ${manifest.digest} and a moment later points at ${found ?? 'nothing'}.`,
    {
      advice:
        'Another run moved the same tag; that one won. Let only one job at a time move it (“concurrency:”), and look which image should stay.',
    },
  )
}

function doubtful({ name, manifest }: Entry, higher: string, took: number): ServiceError {
  return new ServiceError(
    `${name} was moved to ${manifest.digest}, but the registry took ${Math.round(took)} ms or several tries for it, and ${higher} is published: if another run moved the tag to that in this time, it was taken back.`,
    { advice: `Look which release ${name} should show. If it is this one, run again: nothing will be changed.` },
  )
}

function shown(state: string | null): string {
  return state === null ? 'absent' : `“${state}”`
}
