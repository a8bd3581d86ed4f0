/** Where an action says what it does while it does it. */
export interface Log {
  info(line: string): void
  /** Shown only when the runner's debug logging is on. */
  debug(line: string): void
  warning(line: string): void
  /** Runs `body` with its lines folded under `title`. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>
  /** From here on this text is shown as `***`, in this log and everything after it in the job. */
  mask(secret: string): void
}
