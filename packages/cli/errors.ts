import { ReportedError } from '../plan/index.ts'
import { visible } from './terminal-report.ts'

/** An error as a person reads it: place, message, what to do; a defect of ours with its stack. */
export function errorText(error: unknown): string {
  if (!(error instanceof ReportedError)) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return `defect: ${visible(text)}\nThis is our fault, not yours. Please report it with the lines above.\n`
  }
  const { file, line, column } = error.place
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  const advice = error.advice === undefined ? '' : `${visible(error.advice)}\n`
  return `${place === '' ? '' : `${place}: `}error: ${visible(error.message)}\n${advice}`
}
