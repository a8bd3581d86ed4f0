import { writePath } from './source-file.js'
/** Collects findings of one source. */
export class Findings {
  all = []
  #source
  constructor(source) {
    this.#source = source
  }
  /** A finding about a value of a file. */
  at(file, path, verdict) {
    this.#add({ ...this.#ours(verdict), ...file.locate(path), ...(path.length > 0 && { path: writePath(path) }) })
  }
  /** A finding about a file or a directory as a whole, or about none. */
  about(file, verdict) {
    this.#add({ ...this.#ours(verdict), ...(file !== null && { file }) })
  }
  #ours(verdict) {
    return { ...verdict, rule: `${this.#source}/${verdict.rule}` }
  }
  /** operator-sdk says some things twice; once is enough. */
  #add(finding) {
    const same = this.all.some(
      ({ rule, message, file, path }) =>
        rule === finding.rule && message === finding.message && file === finding.file && path === finding.path,
    )
    if (!same) this.all.push(finding)
  }
}
