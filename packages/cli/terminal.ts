/** Where a command runs and speaks; tests give their own. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The current directory. */
  readonly directory: string
  /** What was asked for: reports, help. Standard output. */
  out(text: string): void
  /** What happens meanwhile: progress, warnings, errors. Standard error. */
  err(text: string): void
  /** Whether `err` is a terminal on which a line may be rewritten. */
  readonly interactive: boolean
  readonly signal: AbortSignal
}

/** The process's own. */
export function processTerminal(signal: AbortSignal): Terminal {
  return {
    environment: process.env,
    directory: process.cwd(),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    interactive: process.stderr.isTTY && process.env['CI'] === undefined,
    signal,
  }
}
