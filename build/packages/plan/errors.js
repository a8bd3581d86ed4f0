/**
 * An error whose message is all that a person needs: it is shown without a stack. Everything else that is thrown is a
 * defect of ours and is shown with one.
 */
export class ReportedError extends Error {
  advice
  report
  place
  constructor(message, details = {}) {
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
