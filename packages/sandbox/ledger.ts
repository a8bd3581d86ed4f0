import { AsyncLocalStorage } from 'node:async_hooks'
import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { readIfThere, writeAtomic } from './durable.ts'

/** THE one place where state changes are counted; the count is the world's only clock. */
export interface Ledger {
  /** Writes over the whole life of the world, earlier processes included. */
  readonly writes: number
  /** What was written, oldest first: `registry quay.io put manifest org/app:v1`. */
  readonly subjects: readonly string[]
  /** The world's time: its start plus one second for each write. */
  now(): Date
  /** While the work runs, `now` answers this time: furnishing a world with what happened before it was watched. */
  at<T>(time: Date, work: () => Promise<T>): Promise<T>
  /**
   * Counts one change. Call it after the change is durable on disk and BEFORE the response is sent.
   * @throws WorldStopped when the world has crashed: let it pass, the connection is gone.
   */
  record(subject: string): void
}

/** Thrown inside a handler when the world has crashed in this process: nothing more may be written or answered. */
export class WorldStopped extends Error {
  override readonly name = 'WorldStopped'
  constructor() {
    super('the sandbox world has crashed on purpose and writes nothing more')
  }
}

/** A point at which the world dies: right after the n-th write of this process is durable, before it is answered. */
export interface CrashPoint {
  readonly afterWrite: number
  /** `() => process.exit(137)` for a real end; a function that returns leaves a world that answers nobody. */
  readonly act: () => void
}

export interface LedgerOptions {
  /** One JSON string a line, appended to: the subjects, and by their number the clock. */
  readonly file: string
  readonly start: Date
  readonly crash?: CrashPoint | undefined
  /** Called after `crash.act` returned: the world stops answering. */
  readonly onStop: () => void
}

/** What one request did to the ledger; the service runs each handler in its own. */
export interface WriteScope {
  wrote: boolean
}

export const writeScope = new AsyncLocalStorage<WriteScope>()

/** Opens the ledger of a world, continuing after the last complete line when the file exists. */
export function openLedger(options: LedgerOptions): Ledger & { readonly stopped: boolean } {
  const subjects = readSubjects(options.file)
  const before = subjects.length
  let stopped = false
  let pretended: Date | undefined
  return {
    subjects,
    get writes() {
      return subjects.length
    },
    get stopped() {
      return stopped
    },
    now: () => pretended ?? new Date(options.start.getTime() + subjects.length * 1000),
    async at(time, work) {
      pretended = time
      try {
        return await work()
      } finally {
        pretended = undefined
      }
    },
    record(subject) {
      if (stopped) throw new WorldStopped()
      appendFileSync(options.file, `${JSON.stringify(subject)}\n`)
      subjects.push(subject)
      const scope = writeScope.getStore()
      if (scope !== undefined) scope.wrote = true
      if (options.crash === undefined || subjects.length - before < options.crash.afterWrite) return
      stopped = true
      try {
        options.crash.act()
      } finally {
        options.onStop()
      }
      throw new WorldStopped()
    },
  }
}

function readSubjects(file: string): string[] {
  const text = readIfThere(file)?.toString('utf8')
  if (text === undefined) {
    mkdirSync(dirname(file), { recursive: true })
    return []
  }
  // A kill during the append can leave half a line: that write was not counted yet.
  const complete = text.slice(0, text.lastIndexOf('\n') + 1)
  if (complete !== text) writeAtomic(file, complete)
  return complete
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => String(JSON.parse(line)))
}
