import type { Night, Verdict } from '../record.ts'

/** How a verdict is shown: never by its colour alone. */
interface VerdictLook {
  readonly symbol: string
  readonly word: string
  /** Name of its colour in the page's style. */
  readonly tone: 'good' | 'bad' | 'wait' | 'outside' | 'quiet'
  /** Its colour in the badge, dark enough for white letters (WCAG 2.2, 4.5 to 1). */
  readonly colour: string
}

export const VERDICTS: Readonly<Record<Verdict, VerdictLook>> = {
  accepted: { symbol: '✓', word: 'accepted', tone: 'good', colour: '#1a7f4b' },
  rejected: { symbol: '✗', word: 'rejected', tone: 'bad', colour: '#b3261e' },
  flaky: { symbol: '≈', word: 'flaky', tone: 'wait', colour: '#8a6100' },
  environment: { symbol: '!', word: 'environment', tone: 'outside', colour: '#7a3fa0' },
  inconclusive: { symbol: '?', word: 'inconclusive', tone: 'quiet', colour: '#5a6675' },
  unchanged: { symbol: '=', word: 'unchanged', tone: 'quiet', colour: '#5a6675' },
}

/** `2026-11-28` */
export function dayOf({ at }: Night): string {
  return at.slice(0, 10)
}

/** `2026-11-28 02:00` */
export function minuteOf({ at }: Night): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)}`
}

/** A digest, a payload or a commit in the length in which people compare them. */
export function short(name: string): string {
  const hex = name.slice(name.indexOf(':') + 1)
  return /^[0-9a-f]{40}$/.test(hex) ? hex.slice(0, 7) : hex.slice(0, 12)
}

/** `3 nights` */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

export function percent(probability: number): string {
  // What is not certain is never shown as certain.
  return `${Math.min(99, Math.max(1, Math.round(probability * 100)))} %`
}
