import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

/** An answer of GitHub as it was received. */
export interface KeptAnswer {
  readonly etag: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly bytes: Buffer
}

/** The largest file that is read: what a plan asks for is far less. */
const LARGEST = 64 * 1024 * 1024
/** What of an answer's head matters for reading it again. */
const KEPT_HEADERS = new Set(['content-type', 'etag', 'link', 'last-modified'])

/**
 * Answers of GitHub with their ETags, kept in a file between runs. An answer from it counts only when GitHub itself says that it
 * is still the same (304), which does not count against the rate limit. It is no state: without it, or with another one, the
 * same is found out with more requests.
 *
 * Whoever can write the file could put words into GitHub's mouth for what has not changed: keep it where only this
 * repository's own workflows write (the cache of its default branch).
 */
export class AnswerCache {
  readonly #file: string
  readonly #known: ReadonlyMap<string, KeptAnswer>
  readonly #used = new Map<string, KeptAnswer>()

  private constructor(file: string, known: ReadonlyMap<string, KeptAnswer>) {
    this.#file = file
    this.#known = known
  }

  /** A file that is missing, too large or not ours counts as empty: the cache saves requests and decides nothing. */
  static async open(file: string): Promise<AnswerCache> {
    return new AnswerCache(file, await readAnswers(file))
  }

  get(key: string): KeptAnswer | undefined {
    return this.#used.get(key) ?? this.#known.get(key)
  }

  /** Keeps an answer that was just received, or was just confirmed. */
  keep(key: string, answer: KeptAnswer): void {
    const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => KEPT_HEADERS.has(name)))
    this.#used.set(key, { ...answer, headers })
  }

  /** Writes what this run used; what it did not ask for is forgotten. Written beside the file and renamed. */
  async save(): Promise<void> {
    const lines = [...this.#used]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { etag, headers, bytes }]) => JSON.stringify([key, etag, headers, bytes.toString('base64')]))
    const packed = gzipSync([FORMAT, ...lines].join('\n'))
    await mkdir(dirname(this.#file), { recursive: true })
    const beside = `${this.#file}.${process.pid}`
    try {
      await writeFile(beside, packed)
      await rename(beside, this.#file)
    } finally {
      await rm(beside, { force: true })
    }
  }
}

const FORMAT = 'codeflare-actions answers 1'

async function readAnswers(file: string): Promise<Map<string, KeptAnswer>> {
  const answers = new Map<string, KeptAnswer>()
  try {
    const packed = await readFile(file)
    const [format, ...lines] = gunzipSync(packed, { maxOutputLength: LARGEST }).toString('utf8').split('\n')
    if (format !== FORMAT) return answers
    for (const line of lines) {
      const value: unknown = JSON.parse(line)
      if (!Array.isArray(value)) continue
      const [key, etag, headers, body] = value.map((part: unknown) => part)
      if (typeof key !== 'string' || typeof etag !== 'string' || typeof body !== 'string') continue
      answers.set(key, { etag, headers: textsOf(headers), bytes: Buffer.from(body, 'base64') })
    }
  } catch {
    return new Map()
  }
  return answers
}

function textsOf(value: unknown): Record<string, string> {
  const entries: [string, unknown][] = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return Object.fromEntries(entries.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])))
}
