import { connectionFault } from './connection.ts'

/** A time limit that starts anew with each piece that goes on, so that long transfers live and dead ones end. */
export class Patience {
  readonly #controller = new AbortController()
  readonly #given: AbortSignal | undefined
  readonly #milliseconds: number
  #timer: NodeJS.Timeout | undefined

  /** @param given Ends it as well. */
  constructor(milliseconds: number, given?: AbortSignal) {
    this.#milliseconds = milliseconds
    this.#given = given
    if (given?.aborted === true) this.#controller.abort(given.reason)
    given?.addEventListener('abort', this.#pass, { once: true })
    this.renew()
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  get milliseconds(): number {
    return this.#milliseconds
  }

  renew(milliseconds = this.#milliseconds): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#controller.abort(new DOMException('nothing came in time', 'TimeoutError'))
    }, milliseconds)
  }

  /** Must be called when nothing is waited for any more. */
  end(): void {
    clearTimeout(this.#timer)
    this.#given?.removeEventListener('abort', this.#pass)
  }

  /** The same pieces, each renewing the limit; after the last one `last` milliseconds are left for the answer. */
  async *watch<T>(pieces: AsyncIterable<T>, last = this.#milliseconds): AsyncGenerator<T> {
    for await (const piece of pieces) {
      this.renew()
      yield piece
    }
    this.renew(last)
  }

  readonly #pass = (): void => this.#controller.abort(this.#given?.reason)
}

/**
 * The body of an answer, piece by piece.
 *
 * @throws ServiceError when it is cut or nothing comes any more.
 */
export async function* patientStream(
  response: Response,
  patience: Patience,
  registry: string,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  try {
    if (response.body !== null) yield* patience.watch(response.body)
  } catch (error) {
    throw connectionFault(error, registry, patience.milliseconds)
  } finally {
    patience.end()
  }
}
