import type { Finding } from '../../plan/index.ts'
import { type SourceFile, type ValuePath, writePath } from './source-file.ts'

/** What a rule says: everything of a finding but where it is. */
export interface Verdict {
  readonly severity: Finding['severity']
  /** Without the prefix that says whose rule it is. */
  readonly rule: string
  readonly message: string
  readonly advice: string
}

/** Whose rule it is: operator-sdk’s, the catalog’s pipeline’s, or ours, for what both let through. */
export type RuleSource = 'operator-sdk' | 'catalog' | 'extra'

/** Collects findings of one source. */
export class Findings {
  readonly all: Finding[] = []
  readonly #source: RuleSource

  constructor(source: RuleSource) {
    this.#source = source
  }

  /** A finding about a value of a file. */
  at(file: SourceFile, path: ValuePath, verdict: Verdict): void {
    this.#add({ ...this.#ours(verdict), ...file.locate(path), ...(path.length > 0 && { path: writePath(path) }) })
  }

  /** A finding about a file or a directory as a whole, or about none. */
  about(file: string | null, verdict: Verdict): void {
    this.#add({ ...this.#ours(verdict), ...(file !== null && { file }) })
  }

  #ours(verdict: Verdict): Verdict {
    return { ...verdict, rule: `${this.#source}/${verdict.rule}` }
  }

  /** operator-sdk says some things twice; once is enough. */
  #add(finding: Finding): void {
    const same = this.all.some(
      ({ rule, message, file, path }) =>
        rule === finding.rule && message === finding.message && file === finding.file && path === finding.path,
    )
    if (!same) this.all.push(finding)
  }
}
