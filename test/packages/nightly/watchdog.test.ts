import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { GitHub } from '../../../packages/github/index.ts'
import {
  branchHistory,
  readSchedules,
  runsNightly,
  watchNights,
  watchRepository,
} from '../../../packages/nightly/index.ts'
import { firings, parseCron } from '../../../packages/nightly/watchdog/cron.ts'
import { UserError } from '../../../packages/plan/index.ts'
import { openWorld } from '../../../packages/sandbox/index.ts'
import { aNight, asRecord } from './history-sample.ts'

const times = (cron: string, from: string, until: string, zone = 'UTC'): string[] =>
  firings(parseCron(cron), zone, new Date(from), new Date(until), 1000).map((at) => at.toISOString().slice(0, 16))

describe('a schedule', () => {
  it.each([
    ['30 2 * * *', '2026-11-27T02:30:00Z', '2026-11-29T02:30:00Z', ['2026-11-28T02:30', '2026-11-29T02:30']],
    ['0 2 * * MON-fri', '2026-11-27T12:00:00Z', '2026-12-01T12:00:00Z', ['2026-11-30T02:00', '2026-12-01T02:00']],
    [
      '20/15 3 1 1 *',
      '2026-01-01T00:00:00Z',
      '2026-12-31T00:00:00Z',
      ['2026-01-01T03:20', '2026-01-01T03:35', '2026-01-01T03:50'],
    ],
    ['0 0,12 29 feb *', '2026-01-01T00:00:00Z', '2028-12-31T00:00:00Z', ['2028-02-29T00:00', '2028-02-29T12:00']],
    ['0 0 13 * 5', '2026-02-01T00:00:00Z', '2026-02-14T00:00:00Z', ['2026-02-06T00:00', '2026-02-13T00:00']],
    ['0 0 */15 * 1', '2026-06-01T00:00:00Z', '2026-06-30T00:00:00Z', []],
    [
      '0-10/5 6 1 12 *',
      '2026-11-01T00:00:00Z',
      '2026-12-31T00:00:00Z',
      ['2026-12-01T06:00', '2026-12-01T06:05', '2026-12-01T06:10'],
    ],
    ['0 0 30 2 *', '2026-01-01T00:00:00Z', '2030-01-01T00:00:00Z', []],
  ])('%s after %s until %s fires at %j', (cron, from, until, expected) => {
    expect(times(cron, from, until)).toEqual(expected)
  })

  it.each([
    ['in winter', '2026-01-10T00:00:00Z', '2026-01-10T23:00:00Z', ['2026-01-10T01:30']],
    ['in summer', '2026-07-10T00:00:00Z', '2026-07-10T23:00:00Z', ['2026-07-10T00:30']],
    ['when that time is skipped, right after', '2026-03-29T00:00:00Z', '2026-03-29T23:00:00Z', ['2026-03-29T01:00']],
    [
      'when that time comes twice, the first time',
      '2026-10-24T23:00:00Z',
      '2026-10-25T22:00:00Z',
      ['2026-10-25T00:30'],
    ],
  ])('at half past two in Berlin fires %s', (_when, from, until, expected) => {
    expect(times('30 2 * * *', from, until, 'Europe/Berlin')).toEqual(expected)
  })

  it('fires once where several of its times are skipped', () => {
    expect(times('*/15 2 29 3 *', '2026-03-28T00:00:00Z', '2026-03-30T00:00:00Z', 'Europe/Berlin')).toEqual([
      '2026-03-29T01:00',
    ])
  })

  it('fires on the days of a zone that is a day ahead', () => {
    expect(times('0 8 1 * *', '2026-10-20T00:00:00Z', '2026-11-10T00:00:00Z', 'Pacific/Kiritimati')).toEqual([
      '2026-10-31T18:00',
    ])
  })

  it('is what looking at every minute finds', () => {
    const numbers = (first: number, last: number) =>
      fc.option(fc.uniqueArray(fc.integer({ min: first, max: last }), { minLength: 1, maxLength: 4 }), {
        nil: undefined,
        freq: 1,
      })
    const zones = fc.constantFrom('UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe')
    const from = fc
      .integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2026, 11, 1) / 60_000 })
      .map((minutes) => minutes * 60_000)
    fc.assert(
      fc.property(
        numbers(0, 59),
        numbers(0, 23),
        numbers(1, 31),
        numbers(1, 12),
        numbers(0, 6),
        zones,
        from,
        (minute, hour, day, month, weekday, zone, start) => {
          const sets = [minute, hour, day, month, weekday]
          const text = sets.map((set) => set?.join(',') ?? '*').join(' ')
          const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
          const local = (at: number) => {
            const [, d, m, y, h, mi] = (/(\d+)\/(\d+)\/(\d+), (\d+):(\d+)/.exec(clock.format(at)) ?? []).map(Number)
            return {
              d: d ?? 0,
              m: m ?? 0,
              h: h ?? 0,
              mi: mi ?? 0,
              w: new Date(Date.UTC(y ?? 0, (m ?? 1) - 1, d)).getUTCDay(),
            }
          }
          const expected: string[] = []
          const until = start + 86_400_000
          for (let at = start + 60_000; at <= until; at += 60_000) {
            const { d, m, h, mi, w } = local(at)
            const [ofMonth, ofWeek] = [day?.includes(d) ?? true, weekday?.includes(w) ?? true]
            const isDay = day !== undefined && weekday !== undefined ? ofMonth || ofWeek : ofMonth && ofWeek
            if ((minute?.includes(mi) ?? true) && (hour?.includes(h) ?? true) && (month?.includes(m) ?? true) && isDay)
              expected.push(new Date(at).toISOString())
          }
          const found = firings(parseCron(text), zone, new Date(start), new Date(until), 10_000).map((at) =>
            at.toISOString(),
          )
          // Where the clocks are changed in this day, times are skipped or come twice: the examples above say what then.
          const changes = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
          const offset = (at: number) => changes.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value
          fc.pre(offset(start - 86_400_000) === offset(until + 86_400_000))
          expect(found).toEqual(expected)
        },
      ),
      { numRuns: 20 },
    )
  })

  it.each([
    ['@daily', 'it has to have five fields'],
    ['0 2 * *', 'it has to have five fields'],
    ['0 2 * * * *', 'it has to have five fields'],
    ['60 2 * * *', '“60” is not between 0 and 59'],
    ['0 2 0 * *', '“0” is not between 1 and 31'],
    ['0 2 * * 7', '“7” is not between 0 and 6'],
    ['0 2 * foo *', '“foo” is not between 1 and 12'],
    ['0 5-2 * * *', '“5-2” ends before it begins'],
    ['*/0 2 * * *', '“*/0” is no list, range or step'],
    ['0 2 L * *', '“L” is not between 1 and 31'],
    ['0, 2 * * *', '“” is no list, range or step'],
  ])('%s is refused: %s', (cron, why) => {
    expect(() => parseCron(cron)).toThrow(UserError)
    expect(() => parseCron(cron)).toThrow(why)
  })
})

const WORKFLOW = `
name: Nightly
on:
  schedule:
    - cron: '30 2 * * *' # a quiet time
  workflow_dispatch:
jobs:
  nightly:
    runs-on: ubuntu-latest
    steps:
      - uses: project-codeflare/actions/nightly-integration@v1
`
const FILE = '.github/workflows/nightly.yml'

describe('the schedules of a workflow', () => {
  it('are read with their time zones', () => {
    const text = `on:\n  schedule:\n    - cron: '30 2 * * *'\n      timezone: Europe/Berlin\n    - {cron: "0 4 * * 0"}\n`
    expect(readSchedules(text, FILE).map(({ zone, cron }) => [zone, [...cron.hours]])).toEqual([
      ['Europe/Berlin', [2]],
      ['UTC', [4]],
    ])
    expect(readSchedules('on: push\n', FILE)).toEqual([])
    expect(readSchedules('on:\n  push:\n', FILE)).toEqual([])
    expect(readSchedules('', FILE)).toEqual([])
  })

  it.each([
    ['on: [\n', 'is no YAML'],
    ["on:\n  schedule:\n    - cron: '@daily'\n", 'cannot be read'],
    ['on:\n  schedule:\n    - timezone: UTC\n', 'a schedule has no “cron”'],
  ])('%j are refused: it %s', (text, why) => {
    expect(() => readSchedules(text, FILE)).toThrow(why)
  })

  it.each([
    ['- uses: project-codeflare/actions/nightly-integration@v1', true],
    ['    uses: ./.github/workflows/nightly-integration.yml', true],
    ['- uses: ./nightly-integration # here', true],
    ['- uses: acme/nightly-integration-tests@v1', false],
    ['- run: nightly-integration', false],
  ])('%s runs the nightly: %s', (line, expected) => {
    expect(runsNightly(`jobs:\n  x:\n    steps:\n      ${line}\n`)).toBe(expected)
  })
})

describe('the watchdog', () => {
  const watch = (
    now: string,
    lastNight: string | null,
    {
      running = false,
      text = WORKFLOW,
      state = 'active',
    }: { running?: boolean; text?: string; state?: string | null } = {},
  ) =>
    watchNights({
      workflow: { file: FILE, text, state, url: 'https://github.com/acme/app/actions/workflows/nightly.yml' },
      nights: lastNight === null ? [] : [{ ...aNight(lastNight.slice(0, 10)), at: lastNight }],
      now,
      running,
    }).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`)

  it.each([
    ['the night before', '2026-11-29T02:41:00Z', '2026-11-28T02:39:00Z', true],
    ['a night by hand in between', '2026-11-29T02:41:00Z', '2026-11-28T15:00:00Z', true],
    ['a night that may still be under way', '2026-11-29T09:00:00Z', '2026-11-28T02:39:00Z', false],
    ['no night yet', '2026-11-29T09:00:00Z', null, false],
  ])('is content with %s', (_what, now, last, running) => {
    expect(watch(now, last, { running })).toEqual([])
  })

  it.each([
    ['the next run', '2026-11-29T02:41:00Z', true],
    ['a release plan', '2026-11-28T10:31:00Z', false],
  ])('tells %s of a night that did not come', (_who, now, running) => {
    expect(watch(now, '2026-11-27T02:39:00Z', { running })).toEqual([
      'warning nightly-missed: A night is missing since that of 2026-11-27 02:39 UTC: the schedule expected 2026-11-28 02:30.',
    ])
  })

  it('counts many', () => {
    expect(watch('2026-11-29T02:41:00Z', '2026-11-20T02:39:00Z', { running: true })).toEqual([
      'warning nightly-missed: 8 nights are missing since that of 2026-11-20 02:39 UTC: the schedule expected 2026-11-21 02:30, 2026-11-22 02:30, 2026-11-23 02:30, 2026-11-24 02:30, 2026-11-25 02:30 and 3 more.',
    ])
  })

  it('says that a night came late', () => {
    expect(watch('2026-11-29T06:20:00Z', '2026-11-28T02:39:00Z', { running: true })).toEqual([
      'info nightly-late: This night was due at 2026-11-29 02:30 UTC and began 4 hours later.',
    ])
  })

  it('knows that GitHub stopped it for want of activity, before the first night is missing', () => {
    expect(watch('2026-11-28T09:00:00Z', '2026-11-28T02:39:00Z', { state: 'disabled_inactivity' })).toEqual([
      'warning nightly-disabled: No night will come: GitHub has stopped its schedule after sixty days without activity in the repository.',
    ])
    expect(watch('2026-11-28T09:00:00Z', null, { state: 'disabled_manually' })).toEqual([
      'warning nightly-disabled: No night will come: it is disabled manually.',
    ])
  })

  it('does not fail over a schedule that it cannot read', () => {
    const text = WORKFLOW.replace('30 2 * * *', '@daily')
    expect(watch('2026-11-29T02:41:00Z', '2026-11-20T02:39:00Z', { text })).toEqual([
      'warning nightly-schedule-unreadable: Whether nights are missing is not known. The schedule “@daily” cannot be read: it has to have five fields: minute, hour, day, month, day of the week.',
    ])
    const zone = WORKFLOW.replace("'30 2 * * *'", "'30 2 * * *'\n      timezone: Mars/Olympus")
    expect(watch('2026-11-29T02:41:00Z', '2026-11-20T02:39:00Z', { text: zone })[0]).toContain(
      '“Mars/Olympus” is no time zone.',
    )
  })
})

describe('watching a repository from elsewhere', () => {
  it('finds its nightly workflow, what GitHub says of it, and what the history lacks', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'watch-'))
    const world = await openWorld({ directory })
    onTestFinished(async () => {
      await world.close()
      await rm(directory, { recursive: true, force: true })
    })
    const repository = { owner: 'project-codeflare', repo: 'codeflare-operator' }
    const name = 'project-codeflare/codeflare-operator'
    const github = new GitHub({ token: 'ghs_x', environment: world.environment(), sleep: async () => undefined })
    const watched = { github, repository, branch: 'nightly-history' }
    await world.github.createRepository(name, { files: { '.github/workflows/ci.yml': 'on: push\n' } })
    expect(await watchRepository({ ...watched, now: '2026-11-29T12:00:00Z' })).toEqual([])

    await world.github.commit(name, 'main', { message: 'nightly', files: { [FILE]: WORKFLOW } })
    expect(await watchRepository({ ...watched, now: '2026-11-29T12:00:00Z' })).toEqual([])
    await branchHistory(watched).append(asRecord(aNight('2026-11-27', { at: '2026-11-27T02:40:00Z' })))
    const [finding, ...others] = await watchRepository({ ...watched, now: '2026-11-29T12:00:00Z' })
    expect([finding?.rule, finding?.file, others]).toEqual(['nightly-missed', FILE, []])
    expect(finding?.message).toBe(
      '2 nights are missing since that of 2026-11-27 02:40 UTC: the schedule expected 2026-11-28 02:30, 2026-11-29 02:30.',
    )
    expect(finding?.advice).toContain('/project-codeflare/codeflare-operator/actions/workflows/nightly.yml')
    world.faults.add({
      service: 'github',
      path: /actions\/workflows\/nightly.yml$/,
      fault: { kind: 'status', status: 403, body: { message: 'Resource not accessible by integration' } },
    })
    expect((await watchRepository({ ...watched, now: '2026-11-29T12:00:00Z' })).length).toBe(1)
  })
})
