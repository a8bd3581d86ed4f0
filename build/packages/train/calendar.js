import { UserError } from '../plan/index.js'
/** The sprint that a day belongs to. */
export function sprintOf(calendar, day) {
  const index = Math.floor((daysSinceEpoch(day) - daysSinceEpoch(calendar.firstDay)) / (calendar.sprintWeeks * 7))
  return sprint(calendar, index + 1)
}
/** A sprint by its number. */
export function sprint(calendar, number) {
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
export function isFrozen(calendar, day) {
  const { number, freezeFrom } = sprintOf(calendar, day)
  return number > 0 && freezeFrom !== null && day >= freezeFrom
}
/**
 * The last day on which a release of somebody else's project may be adopted: the end of the sprint that is
 * `withinSprints` after the one in which it came out (PCF-ADR-003: 1 for KubeRay). What came out before the calendar
 * begins counts as if it came out just before.
 */
export function adoptionDeadline(calendar, releasedOn, withinSprints) {
  const { number } = sprintOf(calendar, releasedOn)
  return sprint(calendar, Math.max(number, 0) + withinSprints).lastDay
}
export function addDays(day, days) {
  return new Date((daysSinceEpoch(day) + days) * DAY_MS).toISOString().slice(0, 10)
}
/** Days from one day to another; negative when the other is earlier. */
export function daysBetween(from, to) {
  return daysSinceEpoch(to) - daysSinceEpoch(from)
}
/**
 * The day of a time as people write it: RFC 3339 (`2024-04-05T09:00:00Z`) or a day alone.
 *
 * @param what names the input or service that gave it, for the error.
 */
export function dayOf(time, what) {
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
export function isDay(text) {
  const parsed = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(text)
}
const RFC_3339 = /^\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2}))?$/
const DAY_MS = 24 * 60 * 60 * 1000
function daysSinceEpoch(day) {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS
}
