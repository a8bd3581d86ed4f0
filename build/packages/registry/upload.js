import { ServiceError } from '../plan/index.js'
import { failure } from './errors.js'
import { formatReference } from './reference.js'
import { isTransient } from './retry.js'
/** How often an upload is taken up again without having got any further. */
const TRIES = 4
/** Size of a piece, in bytes, where a registry (or a proxy before it) does not take a blob in one. */
const CHUNK = 16 * 1024 * 1024
/**
 * One open upload of one blob: as a whole in a single PUT, which costs the fewest requests and needs the least of a
 * registry. When it is cut, the registry is asked how far it got and the rest follows; where it does not know any more,
 * another upload begins. A registry that answers 413 gets the blob in pieces.
 */
export class Upload {
  #transport
  #repository
  #blob
  #options
  #chunk = Infinity
  constructor(transport, repository, blob, options) {
    this.#transport = transport
    this.#repository = repository
    this.#blob = blob
    this.#options = options
  }
  /** @throws ReportedError when the content or the registry fails for good. */
  async run(location) {
    const { size } = this.#blob
    let url = location
    let at = 0
    let furthest = 0
    for (let tries = 1; ;) {
      const end = Math.min(size, at + this.#chunk)
      const outcome = await this.#piece(url, at, end)
      if ('status' in outcome && outcome.status === 201 && end === size) {
        this.#options.onProgress(size - at)
        return
      }
      if ('status' in outcome && outcome.status === 202 && end < size) {
        this.#options.onProgress(end - at)
        url = this.#transport.location(this.#repository, outcome)
        at = receivedOf(outcome) ?? end
        continue
      }
      if (at > furthest) tries = 1
      furthest = Math.max(furthest, at)
      if (tries >= TRIES || !this.#isWorthwhile(outcome)) throw this.#failed(outcome)
      if ('status' in outcome && outcome.status === 413) {
        if (this.#chunk === CHUNK) throw this.#failed(outcome)
        this.#chunk = CHUNK
      } else {
        await this.#transport.pause(tries)
        tries += 1
      }
      const isWrong = this.#options.isDamage(outcome) || ('status' in outcome && outcome.status === 400)
      const state = isWrong ? null : await this.#state(url)
      url = state?.url ?? (await this.#options.start())
      at = state?.at ?? 0
    }
  }
  /** Sends what lies from `at` up to `end`, and closes the upload when that is the last of it. */
  async #piece(url, at, end) {
    const { content } = this.#options
    const { size, digest } = this.#blob
    const isLast = end === size
    const isWhole = isLast && at === 0
    let fault
    async function* watched(pieces) {
      try {
        yield* pieces
      } catch (error) {
        fault = error instanceof Error ? error : new Error(String(error))
        throw error
      }
    }
    const target = new URL(url)
    if (isLast) target.searchParams.append('digest', digest)
    try {
      return await this.#transport.send({
        method: isLast ? 'PUT' : 'PATCH',
        repository: this.#repository,
        access: 'pull,push',
        path: target,
        headers: {
          'content-type': 'application/octet-stream',
          'content-length': String(end - at),
          ...(!isWhole && end > at && { 'content-range': `${at}-${end - 1}` }),
        },
        body: typeof content === 'function' ? () => watched(content(at, end)) : content.subarray(at, end),
      })
    } catch (error) {
      // What the reader of the content gave up is given up.
      if (fault !== undefined && !this.#options.isDamage(fault)) throw fault
      const known = fault ?? error
      if (known instanceof ServiceError) return known
      throw known
    }
  }
  #isWorthwhile(outcome) {
    if (outcome instanceof ServiceError) return true
    const { status } = outcome
    return isTransient(status) || [200, 202, 400, 404, 413, 416].includes(status)
  }
  /** How far the registry got, or null where the upload is gone. */
  async #state(url) {
    const answer = await this.#transport
      .send({ method: 'GET', repository: this.#repository, access: 'pull,push', path: url })
      .catch((error) => {
        if (error instanceof ServiceError) return null
        throw error
      })
    if (answer?.status !== 204) return null
    const at = receivedOf(answer)
    return at === null || at > this.#blob.size
      ? null
      : { url: this.#transport.location(this.#repository, answer, url), at }
  }
  #failed(outcome) {
    if (outcome instanceof ServiceError) return outcome
    const doing = `to take blob ${this.#blob.digest} into ${formatReference(this.#repository)}`
    return failure(doing, this.#repository.registry, outcome)
  }
}
/** How many bytes a registry has, by its header `Range: 0-LAST`; `0-0` is said for one byte and for none. */
function receivedOf({ headers }) {
  const [, last] = /^(?:bytes[ =])?0-(\d{1,15})$/.exec(headers.get('range')?.trim() ?? '') ?? []
  if (last === undefined) return null
  return last === '0' ? 0 : Number(last) + 1
}
