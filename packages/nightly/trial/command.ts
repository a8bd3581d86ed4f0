import { type ChildProcess, spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../plan/index.ts'
import { LogFile } from './log-file.ts'
import { signal as send } from './processes.ts'

/** How long a command may tidy up after SIGTERM before it is killed, in milliseconds. */
const GRACE = 10_000
/** How long output may still come after a command ended before we go on without it, in milliseconds. */
const LAST_WORDS = 1000
/** Lines of the end of the output that are kept for people and for telling what happened. */
const LAST_LINES = 200
const LONGEST_LINE = 500

export interface CommandOptions {
  /** `deploy`, `test` or `reset`: names the script and the log. */
  readonly name: string
  /** The user's own script, as `run:` of a step would have it. */
  readonly script: string
  /** Where the script and the log are put. */
  readonly directory: string
  readonly workingDirectory: string
  /** The whole environment; inputs travel in it and never in the script's text. */
  readonly environment: Readonly<Record<string, string>>
  readonly timeout: number
  readonly signal: AbortSignal
  /** Each line of standard output; for reading results that are printed. */
  readonly onLine?: (line: string) => void
  /** For a command that is asked to end, in milliseconds; ten seconds. */
  readonly grace?: number
}

/** How a command ended. */
export interface CommandEnd {
  /** Null when it was killed, by us or by somebody else. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly timedOut: boolean
  readonly log: string
  /** The end of what it printed, on both streams. */
  readonly lastLines: readonly string[]
}

/** A command that has ended, and what it may have left running. */
export interface RunningCommand {
  readonly end: CommandEnd
  /** Ends what is left of its process group and stops keeping its log. */
  release(): Promise<void>
}

/**
 * Runs a script of the user's the way a runner does: written to a file as it is and given to
 * `bash --noprofile --norc -eo pipefail FILE`. Nothing is ever pasted into it.
 *
 * It leads a process group of its own. When time is up the whole group is asked to end, and killed when it does not. What
 * it leaves in the background when it ends by itself (a port-forward, a registry) lives on until `release`.
 *
 * @throws UserError when there is no bash, or no such working directory.
 */
export async function runCommand(options: CommandOptions): Promise<RunningCommand> {
  const { name, directory } = options
  options.signal.throwIfAborted()
  const script = join(directory, `${name}.sh`)
  await writeFile(script, `${options.script.replaceAll('\r\n', '\n').trimEnd()}\n`)
  const log = await LogFile.create(join(directory, `${name}.log`))
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: options.workingDirectory,
    env: options.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const lines = new LastLines()
  const exited = exitOf(child, options)
  const flowing = Promise.all([keep(child.stdout, log, lines, options.onLine), keep(child.stderr, log, lines)])
  const watch = watchOver(child, options)
  let ended: { readonly code: number | null; readonly signal: NodeJS.Signals | null }
  try {
    ended = await exited
  } catch (error) {
    await log.close()
    throw error
  } finally {
    watch.stop()
  }
  await Promise.race([flowing, pause(LAST_WORDS)])
  const release = async (): Promise<void> => {
    killGroup(child, 'SIGKILL')
    child.stdout.destroy()
    child.stderr.destroy()
    await log.close()
  }
  if (watch.timedOut() || options.signal.aborted) await release()
  options.signal.throwIfAborted()
  return { end: { ...ended, timedOut: watch.timedOut(), log: log.path, lastLines: lines.all() }, release }
}

function exitOf(child: ChildProcess, { workingDirectory }: CommandOptions) {
  return new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
    child.once('error', (cause) =>
      reject(
        new UserError(`Cannot start bash in ${workingDirectory}: ${cause.message}.`, {
          advice: 'Check “working-directory”, and that bash is on the PATH of the runner.',
          cause,
        }),
      ),
    )
  })
}

/** Ends the command when its time is up or the run is cancelled. */
function watchOver(child: ChildProcess, { timeout, signal, grace = GRACE }: CommandOptions) {
  let timedOut = false
  let killing: NodeJS.Timeout | undefined
  const end = (): void => {
    killGroup(child, 'SIGTERM')
    killing = setTimeout(() => killGroup(child, 'SIGKILL'), grace)
  }
  const timer = setTimeout(() => {
    timedOut = true
    end()
  }, timeout)
  signal.addEventListener('abort', end, { once: true })
  return {
    timedOut: () => timedOut,
    stop(): void {
      clearTimeout(timer)
      clearTimeout(killing)
      signal.removeEventListener('abort', end)
    },
  }
}

function killGroup({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid !== undefined) send(process.platform === 'win32' ? pid : -pid, name)
}

/** Writes a stream to the log as fast as the disk takes it, and no faster, and cuts it into lines on the way. */
async function keep(
  stream: NodeJS.ReadableStream,
  log: LogFile,
  last: LastLines,
  onLine?: (line: string) => void,
): Promise<void> {
  const line = (text: string): void => {
    last.add(text)
    onLine?.(text)
  }
  let open = ''
  const decoder = new TextDecoder()
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      await log.write(bytes)
      const pieces = (open + decoder.decode(bytes, { stream: true })).split('\n')
      open = pieces.pop() ?? ''
      for (const piece of pieces) line(piece)
      // Without an end of line this would grow for ever.
      if (open.length > 1024 * 1024) open = open.slice(-LONGEST_LINE)
    }
  } catch {
    // The stream was destroyed by `release`: nobody listens any more.
  }
  if (open !== '') line(open)
}

class LastLines {
  #lines: string[] = []

  add(line: string): void {
    this.#lines.push(line.slice(0, LONGEST_LINE))
    if (this.#lines.length > 2 * LAST_LINES) this.#lines = this.#lines.slice(-LAST_LINES)
  }

  all(): string[] {
    return this.#lines.slice(-LAST_LINES)
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}
