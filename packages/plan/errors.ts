import type { Report } from './report.ts'

/** A place in an input or a file; lines and columns count from 1. */
export interface Place {
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/** A place as people and editors write it: `README.md:8`; empty for none. */
export function placeText({ file, line }: Place): string {
  return file === undefined || line === undefined ? (file ?? '') : `${file}:${line}`
}

export interface ErrorDetails extends Place {
  /** What to do about it, as a sentence. */
  readonly advice?: string
  /** What helps to understand it, for the job summary: the end of a log, who waits for whom. */
  readonly report?: Report
  readonly cause?: unknown
}

/**
 * An error whose message is all that a person needs: it is shown without a stack. Everything else that is thrown is a
 * defect of ours and is shown with one.
 */
export abstract class ReportedError extends Error {
  readonly advice: string | undefined
  readonly report: Report
  readonly place: Place

  constructor(message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = new.target.name
    this.advice = details.advice
    this.report = details.report ?? []
    this.place = {
      ...(details.file !== undefined && { file: details.file }),
      ...(details.line !== undefined && { line: details.line }),
      ...(details.column !== undefined && { column: details.column }),
    }
  }
}

/** The caller's to mend: an input, a manifest, a file, a permission, a state of the world that forbids the change. */
export class UserError extends ReportedError {}

/** A service's to mend, or time's: it failed, contradicted itself or could not be reached within the retries. */
export class ServiceError extends ReportedError {}
