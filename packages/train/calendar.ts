import { UserError } from '../plan/index.ts'
import type { Calendar } from './train.ts'

/** A day in UTC, `YYYY-MM-DD`: whoever reads a plan elsewhere in the world reads the same days. */
export type Day = string

export interface Sprint {
  /** Counts from 1; 0 and below lie before the calendar begins. */
  readonly number: number
  readonly firstDay: Day
  readonly lastDay: Day
  /** First day of the freeze, which ends with the sprint; null without one. */
  readonly freezeFrom: Day | null
}

/** The sprint that a day belongs to. */
export function sprintOf(calendar: Calendar, day: Day): Sprint {
  const index = Math.floor((daysSinceEpoch(day) - daysSinceEpoch(calendar.firstDay)) / (calendar.sprintWeeks * 7))
  return sprint(calendar, index + 1)
}

/** A sprint by its number. */
export function sprint(calendar: Calendar, number: number): Sprint {
  const length = calendar.sprintWeeks * 7
  const firstDay = addDays(calendar.firstDay, (number - 1) * length)
  const lastDay = addDays(firstDay, length - 1)
  return {
    number,
    firstDay,
    lastDay,
    freezeFrom: calendar.freezeDays === 0 ? null : addDays(lastDay, 1 - calendar.freezeDays),
  }
}

/** True on the last days of a sprint, as many as the calendar freezes (PCF-ADR-003, open question 2). */
export function isFrozen(calendar: Calendar, day: Day): boolean {
  const { number, freezeFrom } = sprintOf(calendar, day)
  return number > 0 && freezeFrom !== null && day >= freezeFrom
}

/**
 * The last day on which a release of somebody else's project may be adopted: the end of the sprint that is
 * `withinSprints` after the one in which it came out (PCF-ADR-003: 1 for KubeRay). What came out before the calendar
 * begins counts as if it came out just before.
 */
export function adoptionDeadline(calendar: Calendar, releasedOn: Day, withinSprints: number): Day {
  const { number } = sprintOf(calendar, releasedOn)
  return sprint(calendar, Math.max(number, 0) + withinSprints).lastDay
}

export function addDays(day: Day, days: number): Day {
  return new Date((daysSinceEpoch(day) + days) * DAY_MS).toISOString().slice(0, 10)
}

/** Days from one day to another; negative when the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return daysSinceEpoch(to) - daysSinceEpoch(from)
}

/**
 * The day of a time as people write it: RFC 3339 (`2024-04-05T09:00:00Z`) or a day alone.
 *
 * @param what names the input or service that gave it, for the error.
 */
export function dayOf(time: string, what: string): Day {
  const written = time.slice(0, 10)
  const parsed = Date.parse(time.length === 10 ? `${time}T00:00:00Z` : time)
  if (!RFC_3339.test(time) || !isDay(written) || Number.isNaN(parsed)) {
    throw new UserError(`${what}: “${time}” is no time.`, {
      advice: 'Write a day (2024-04-05) or a time with its zone (2024-04-05T09:00:00Z).',
    })
  }
  return new Date(parsed).toISOString().slice(0, 10)
}

/** True for `2024-02-29`, false for `2023-02-29`, which Date.parse takes for 1 March. */
export function isDay(text: string): boolean {
  const parsed = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(text)
}

const RFC_3339 = /^\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2}))?$/
const DAY_MS = 24 * 60 * 60 * 1000

function daysSinceEpoch(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS
}
