import { type FileHandle, open } from 'node:fs/promises'

/** Kept from the beginning of a log, and from its end, in bytes. */
const KEPT = { head: 8 * 1024 * 1024, tail: 2 * 1024 * 1024 }

/**
 * A log on disk that cannot fill it: the beginning as it comes, of the rest only the end, with a line between that says
 * how much is missing. A suite that prints 200 MB costs 10.
 */
export class LogFile {
  readonly path: string
  readonly #file: FileHandle
  #written = 0
  #tail: Buffer[] = []
  #tailSize = 0
  #dropped = 0
  #queue: Promise<void> = Promise.resolve()
  #closed = false

  private constructor(path: string, file: FileHandle) {
    this.path = path
    this.#file = file
  }

  static async create(path: string): Promise<LogFile> {
    return new LogFile(path, await open(path, 'w'))
  }

  /** Takes what was printed; resolves when it needs no memory beyond the tail. */
  write(chunk: Buffer): Promise<void> {
    if (this.#closed) return Promise.resolve()
    const head = chunk.subarray(0, Math.max(0, KEPT.head - this.#written))
    this.#written += head.length
    if (head.length > 0) this.#queue = this.#queue.then(async () => void (await this.#file.write(head)))
    if (head.length < chunk.length) this.#remember(chunk.subarray(head.length))
    return this.#queue
  }

  /** Writes the tail and closes; what comes later is not kept. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#queue
    if (this.#dropped > 0) await this.#file.write(`\n… ${this.#dropped} bytes left out …\n`)
    for (const chunk of this.#tail) await this.#file.write(chunk)
    await this.#file.close()
  }

  #remember(chunk: Buffer): void {
    this.#tail.push(chunk)
    this.#tailSize += chunk.length
    for (
      let [first] = this.#tail;
      first !== undefined && this.#tailSize - first.length >= KEPT.tail;
      [first] = this.#tail
    ) {
      this.#tail.shift()
      this.#tailSize -= first.length
      this.#dropped += first.length
    }
  }
}
