import { escapeHtml } from '../../action/index.ts'
import type { StageState } from '../rehearsal/result.ts'

/** A word in the colour of a state. */
export function badge(state: StageState | 'prepared', text: string): string {
  return `<span class="badge ${state}">${escapeHtml(text)}</span>`
}

/** A digest or a commit in the length in which people compare them. */
export function short(text: string): string {
  if (/^sha256:[0-9a-f]{64}$/.test(text)) return text.slice(7, 19)
  return /^[0-9a-f]{40}$/.test(text) ? text.slice(0, 7) : text
}
