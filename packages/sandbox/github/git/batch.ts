import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { type GitObject, isObjectType } from './object.ts'
import { gitEnvironment } from './process.ts'

interface Waiting {
  readonly resolve: (object: GitObject | undefined) => void
  readonly reject: (error: Error) => void
}

/** One long-lived `git cat-file --batch`: reads packed objects, at a pipe's cost instead of a process's. */
export class BatchReader {
  readonly #gitDirectory: string
  readonly #waiting: Waiting[] = []
  #child: ChildProcessWithoutNullStreams | undefined
  #received: Buffer = Buffer.alloc(0)

  constructor(gitDirectory: string) {
    this.#gitDirectory = gitDirectory
  }

  read(oid: string): Promise<GitObject | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#start().stdin.write(`${oid}\n`)
    })
  }

  close(): void {
    this.#child?.kill()
    this.#child = undefined
  }

  #start(): ChildProcessWithoutNullStreams {
    if (this.#child !== undefined) return this.#child
    const child = spawn('git', [`--git-dir=${this.#gitDirectory}`, 'cat-file', '--batch'], { env: gitEnvironment() })
    this.#child = child
    child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk))
    child.stderr.resume()
    child.stdin.on('error', () => undefined)
    const fail = (): void => {
      if (this.#child === child) this.#child = undefined
      const error = new Error(`git cat-file ended in ${this.#gitDirectory}`)
      for (const { reject } of this.#waiting.splice(0)) reject(error)
    }
    child.on('error', fail)
    child.on('close', fail)
    return child
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk])
    for (;;) {
      const end = this.#received.indexOf(10)
      if (end < 0) return
      const [, type = '', length = ''] = this.#received.toString('latin1', 0, end).split(' ')
      if (!isObjectType(type)) {
        this.#received = this.#received.subarray(end + 1)
        this.#waiting.shift()?.resolve(undefined)
        continue
      }
      const start = end + 1
      const stop = start + Number(length)
      // A newline follows the object.
      if (this.#received.length <= stop) return
      const data = Buffer.from(this.#received.subarray(start, stop))
      this.#received = this.#received.subarray(stop + 1)
      this.#waiting.shift()?.resolve({ type, data })
    }
  }
}
