import { connectionFault } from './connection.js'
/** A time limit that starts anew with each piece that goes on, so that long transfers live and dead ones end. */
export class Patience {
  #controller = new AbortController()
  #given
  #milliseconds
  #timer
  /** @param given Ends it as well. */
  constructor(milliseconds, given) {
    this.#milliseconds = milliseconds
    this.#given = given
    if (given?.aborted === true) this.#controller.abort(given.reason)
    given?.addEventListener('abort', this.#pass, { once: true })
    this.renew()
  }
  get signal() {
    return this.#controller.signal
  }
  get milliseconds() {
    return this.#milliseconds
  }
  renew(milliseconds = this.#milliseconds) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#controller.abort(new DOMException('nothing came in time', 'TimeoutError'))
    }, milliseconds)
  }
  /** Must be called when nothing is waited for any more. */
  end() {
    clearTimeout(this.#timer)
    this.#given?.removeEventListener('abort', this.#pass)
  }
  /** The same pieces, each renewing the limit; after the last one `last` milliseconds are left for the answer. */
  async *watch(pieces, last = this.#milliseconds) {
    for await (const piece of pieces) {
      this.renew()
      yield piece
    }
    this.renew(last)
  }
  #pass = () => this.#controller.abort(this.#given?.reason)
}
/**
 * The body of an answer, piece by piece.
 *
 * @throws ServiceError when it is cut or nothing comes any more.
 */
export async function* patientStream(response, patience, registry) {
  try {
    if (response.body !== null) yield* patience.watch(response.body)
  } catch (error) {
    throw connectionFault(error, registry, patience.milliseconds)
  } finally {
    patience.end()
  }
}
