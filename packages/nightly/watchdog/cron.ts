import { UserError } from '../../plan/index.ts'

/** The times of a schedule, as GitHub takes them: POSIX cron with five fields, `*`, lists, ranges, steps and names. */
export interface Cron {
  readonly minutes: ReadonlySet<number>
  readonly hours: ReadonlySet<number>
  readonly days: ReadonlySet<number>
  readonly months: ReadonlySet<number>
  readonly weekdays: ReadonlySet<number>
  /** Both days are limited: then one of them is enough. */
  readonly eitherDay: boolean
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** @throws UserError naming the field that is wrong. */
export function parseCron(text: string): Cron {
  const fields = text.trim().split(/\s+/)
  const [minute, hour, day, month, weekday] = fields
  if (
    minute === undefined ||
    hour === undefined ||
    day === undefined ||
    month === undefined ||
    weekday === undefined ||
    fields.length > 5
  ) {
    throw wrong(text, 'it has to have five fields: minute, hour, day, month, day of the week')
  }
  return {
    minutes: parseField(text, minute, 0, 59),
    hours: parseField(text, hour, 0, 23),
    days: parseField(text, day, 1, 31),
    months: parseField(text, month, 1, 12, MONTHS),
    weekdays: parseField(text, weekday, 0, 6, WEEKDAYS),
    eitherDay: !day.startsWith('*') && !weekday.startsWith('*'),
  }
}

function parseField(text: string, field: string, first: number, last: number, names?: readonly string[]): Set<number> {
  const numbers = new Set<number>()
  const numberOf = (word: string): number => {
    const named = names?.indexOf(word.toLowerCase()) ?? -1
    const number = named >= 0 ? named + first : /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN
    if (!(number >= first && number <= last)) throw wrong(text, `“${word}” is not between ${first} and ${last}`)
    return number
  }
  for (const part of field.split(',')) {
    const [, range, from, to, step] = /^(\*|(\w+)(?:-(\w+))?)(?:\/(\d{1,2}))?$/.exec(part) ?? []
    if (range === undefined || step === '0') throw wrong(text, `“${part}” is no list, range or step`)
    const start = from === undefined ? first : numberOf(from)
    // `20/15`: from 20 on, every 15.
    const end = to !== undefined ? numberOf(to) : from === undefined || step !== undefined ? last : start
    if (end < start) throw wrong(text, `“${part}” ends before it begins`)
    for (let number = start; number <= end; number += Number(step ?? 1)) numbers.add(number)
  }
  return numbers
}

function wrong(cron: string, why: string): UserError {
  return new UserError(`The schedule “${cron}” cannot be read: ${why}.`, {
    advice: 'Write it as GitHub takes it, for example “30 2 * * *” for half past two each night.',
  })
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * When a schedule fires, after `from` and up to `until`, oldest first. A local time that a change of the clocks skips fires when
 * they have been changed; one that comes twice fires the first time.
 *
 * @param zone IANA name: `Europe/Berlin`, `UTC`.
 * @param most so many of them at most: a schedule may fire every five minutes, and have been silent for a year.
 * @throws UserError for a time zone that does not exist.
 */
export function firings(cron: Cron, zone: string, from: Date, until: Date, most: number): Date[] {
  const found: Date[] = []
  const clock = new Clock(zone)
  let last = from.getTime()
  const startOfDay = Math.floor((from.getTime() + clock.offset(from.getTime())) / DAY) * DAY
  const hours = [...cron.hours].sort((a, b) => a - b)
  const minutes = [...cron.minutes].sort((a, b) => a - b)
  // Local days, as if they were UTC; the first may have begun before `from`.
  for (let day = startOfDay; day - 2 * DAY < until.getTime(); day += DAY) {
    if (!isDay(cron, new Date(day))) continue
    for (const hour of hours) {
      for (const minute of minutes) {
        const at = clock.instant(day + (hour * 60 + minute) * MINUTE)
        if (at > until.getTime() || found.length === most) return found
        if (at <= last) continue
        last = at
        found.push(new Date(at))
      }
    }
  }
  return found
}

function isDay({ days, months, weekdays, eitherDay }: Cron, day: Date): boolean {
  if (!months.has(day.getUTCMonth() + 1)) return false
  const [isOfMonth, isOfWeek] = [days.has(day.getUTCDate()), weekdays.has(day.getUTCDay())]
  return eitherDay ? isOfMonth || isOfWeek : isOfMonth && isOfWeek
}

/** The clock of a time zone. */
class Clock {
  readonly #format: Intl.DateTimeFormat

  constructor(zone: string) {
    try {
      const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
      this.#format = new Intl.DateTimeFormat('en-u-ca-iso8601', { ...parts, hourCycle: 'h23', timeZone: zone })
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw new UserError(`“${zone}” is no time zone.`, { advice: 'Give its IANA name, for example “Europe/Berlin”.' })
    }
  }

  /** How far the clock is ahead of UTC at an instant, in milliseconds. */
  offset(instant: number): number {
    const found = new Map(this.#format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
    const part = (name: Intl.DateTimeFormatPartTypes): number => found.get(name) ?? 0
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
    return local - Math.floor(instant / MINUTE) * MINUTE
  }

  /** The instant at which the clock shows a local time, given as if it were UTC. */
  instant(local: number): number {
    const [before, after] = [this.offset(local - DAY), this.offset(local + DAY)]
    for (const offset of [before, after]) if (this.offset(local - offset) === offset) return local - offset
    // Skipped: the clocks are changed somewhere between these two.
    let [low, high] = [local - after, local - before]
    while (high - low > MINUTE) {
      const middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE
      if (this.offset(middle) === before) low = middle
      else high = middle
    }
    return high
  }
}
