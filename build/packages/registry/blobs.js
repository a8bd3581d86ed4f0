import { createHash } from 'node:crypto'
import { ServiceError } from '../plan/index.js'
import { algorithmOf, matchesDigest } from './digest.js'
import { failure } from './errors.js'
import { swept } from './garbage.js'
import { formatReference } from './reference.js'
import { Upload } from './upload.js'
/** Up to here a blob is held in memory, which makes repeating it simple; beyond, it streams. */
const SMALL = 1024 * 1024
/** Up to here a blob is sent along with the request that begins its upload, on the chance that this is all. */
const TINY = 64 * 1024
/** How often a blob is read again when it came damaged or was cut without getting any further. */
const TRIES = 4
/** Moves blobs between repositories: within a registry by name, between registries as a stream. Nothing touches a disk. */
export class Blobs {
  #transport
  /** Registries of which it is known that they do not mount, and that one POST is not enough for them. */
  #withoutMount = new Set()
  #withoutSinglePost = new Set()
  constructor(transport) {
    this.#transport = transport
  }
  /**
   * Puts a blob of one repository into another, with as little as the registries allow: within a registry it is mounted
   * without asking first (which is also the answer where it is there already); to another registry it is streamed.
   * There, too, the upload begins as a mount, of the repository from itself: it costs nothing and ends the upload at
   * once where the blob is there.
   *
   * @param onProgress Told how many bytes went on since it was told last.
   * @throws ServiceError when the source serves something else than the digest says, or the target refuses it.
   */
  async copy(from, to, blob, options = {}) {
    const { onProgress = () => {} } = options
    const isNear = from.registry === to.registry
    if (!isNear && blob.size <= TINY && options.isProbe !== true && !this.#withoutSinglePost.has(to.registry)) {
      const bytes = await this.#whole(from, blob)
      const { answer, upload } = await this.#begin(to, `digest=${encodeURIComponent(blob.digest)}`, bytes)
      if (upload === null) throw this.#refused(to, blob, answer)
      if (upload === 'done') onProgress(bytes.length)
      else {
        this.#withoutSinglePost.add(to.registry)
        await this.#send(upload, from, to, blob, onProgress, bytes)
      }
      return 'sent'
    }
    const kind = `${isNear ? 'another' : 'itself'} ${to.registry}`
    let opened = this.#withoutMount.has(kind) ? null : await this.#mount(isNear ? from : to, to, blob)
    if (opened?.upload === 'done') return 'mounted'
    // 405 or another refusal of the mount; an upload without it may be allowed all the same.
    if (opened === null || opened.upload === null) {
      if (opened !== null && ![401, 403, 404].includes(opened.answer.status)) this.#withoutMount.add(kind)
      opened = await this.#begin(to, '')
    }
    if (opened.upload === null || opened.upload === 'done') throw this.#refused(to, blob, opened.answer)
    const bytes = blob.size <= SMALL ? await this.#whole(from, blob) : null
    await this.#send(opened.upload, from, to, blob, onProgress, bytes)
    return 'sent'
  }
  /**
   * The bytes of a blob from `start` up to `end`. A transfer that is cut goes on where it ended. A whole blob is
   * checked against its digest at its end.
   *
   * @throws ServiceError when it is not there, stays cut, or is not what its digest says.
   */
  async *read(repository, blob, start = 0, end = blob.size) {
    const what = `Blob ${blob.digest} of ${formatReference(repository)}`
    const isWhole = start === 0 && end === blob.size
    const hash = createHash(algorithmOf(blob.digest) ?? 'sha256')
    let at = start
    let last
    for (let tries = 1; at < end || tries === 1; tries += 1) {
      const range = at === 0 && isWhole ? {} : { range: `bytes=${at}-${Math.max(at, end - 1)}` }
      const answer = await this.#transport.open({
        method: 'GET',
        repository,
        access: 'pull',
        path: `blobs/${blob.digest}`,
        headers: { 'accept-encoding': 'identity', ...range },
      })
      if (answer.stream === undefined) throw failure(`to read ${what}`, repository.registry, answer)
      // A registry that knows no ranges gives all of it again.
      let skip = answer.status === 206 ? 0 : at
      const before = at
      try {
        for await (const piece of answer.stream) {
          const rest = piece.subarray(Math.min(skip, piece.length), Math.min(piece.length, skip + end - at))
          skip -= Math.min(skip, piece.length)
          if (rest.length === 0) continue
          if (isWhole) hash.update(rest)
          at += rest.length
          // The last piece waits for the judgement: damaged content is never complete at the other end.
          if (at < end) yield rest
          else last = rest
          if (at === end && !isWhole) break
        }
      } catch (error) {
        if (!(error instanceof ServiceError) || (at === before && tries >= TRIES)) throw error
        await this.#transport.pause(tries)
        continue
      }
      if (at < end && at === before && tries >= TRIES)
        throw new ServiceError(`${what} ends after ${at} of ${blob.size} bytes.`)
    }
    if (isWhole && `${blob.digest.split(':', 1)[0]}:${hash.digest('hex')}` !== blob.digest) throw new Damaged(what)
    if (last !== undefined) yield last
  }
  /** A small blob, checked; read again when it came damaged. */
  async #whole(repository, blob) {
    for (let tries = 1; ; tries += 1) {
      const pieces = []
      try {
        for await (const piece of this.read(repository, blob)) pieces.push(piece)
        return Buffer.concat(pieces)
      } catch (error) {
        if (!(error instanceof Damaged) || tries >= TRIES) throw error
        await this.#transport.pause(tries)
      }
    }
  }
  #mount(source, to, { digest }) {
    const query = new URLSearchParams({ mount: digest, from: source.repository })
    return this.#begin(to, query.toString(), undefined, source)
  }
  async #begin(to, query, body, from) {
    const answer = await this.#transport.send({
      method: 'POST',
      repository: to,
      access: 'pull,push',
      path: `blobs/uploads/${query === '' ? '' : `?${query}`}`,
      headers: body === undefined ? {} : { 'content-type': 'application/octet-stream' },
      body: body ?? new Uint8Array(),
      ...(from !== undefined && from.repository !== to.repository && { from }),
      isTransient: ({ status }) => status === 200,
    })
    if (answer.status === 201) return { answer, upload: 'done' }
    return { answer, upload: answer.status === 202 ? this.#transport.location(to, answer) : null }
  }
  async #send(at, from, to, blob, onProgress, bytes) {
    if (bytes !== null && !matchesDigest(bytes, blob.digest)) throw new Damaged(`Blob ${blob.digest}`)
    const upload = new Upload(this.#transport, to, blob, {
      start: async () => {
        const { answer, upload: again } = await this.#begin(to, '')
        if (again === null || again === 'done') throw this.#refused(to, blob, answer)
        return again
      },
      content: bytes ?? ((start, end) => swept(this.read(from, blob, start, end))),
      isDamage: (error) => error instanceof Damaged,
      onProgress,
    })
    await upload.run(at)
  }
  #refused(to, { digest }, answer) {
    return failure(`to take blob ${digest} into ${formatReference(to)}`, to.registry, answer)
  }
}
/** Content that is not what its digest says. */
class Damaged extends ServiceError {
  constructor(what) {
    super(`${what} was served with other content than its digest says.`, {
      advice: 'The registry’s storage, or a cache before it, is damaged. No tag was moved to this image.',
    })
  }
}
