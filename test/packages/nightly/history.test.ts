import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { GitHub } from '../../../packages/github/index.ts'
import {
  branchHistory,
  directoryHistory,
  flakeCounts,
  type History,
  type HistoryRecord,
  nightsOf,
} from '../../../packages/nightly/index.ts'
import { exclusively } from '../../../packages/nightly/history/lock.ts'
import { UserError } from '../../../packages/plan/index.ts'
import { openWorld, type World } from '../../../packages/sandbox/index.ts'
import { aNight, asRecord, aTrial, hash, imageOf, manyNights, payloadOf } from './history-sample.ts'

const NAME = 'project-codeflare/codeflare-operator'
const BRANCH = 'nightly-history'

async function aDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'history-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

interface Place {
  readonly world: World
  readonly history: History
  /** The same history, by another run. */
  readonly another: () => History
}

async function onGitHub(): Promise<Place> {
  const world = await openWorld({ directory: join(await aDirectory(), 'world') })
  onTestFinished(() => world.close())
  await world.github.createRepository(NAME, { files: { 'README.md': 'The operator\n' } })
  const another = (): History => {
    const github = new GitHub({ token: 'ghs_x', environment: world.environment(), sleep: async () => undefined })
    return branchHistory({
      github,
      repository: { owner: 'project-codeflare', repo: 'codeflare-operator' },
      branch: BRANCH,
    })
  }
  return { world, history: another(), another }
}

const trials = (count: number, by = ''): HistoryRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    record: 'trial',
    ...aTrial(aNight('2026-11-28'), {
      id: `2026-11-28.t${index}`,
      detail: `trial ${index} ${by}`,
      moved: ['instascale'],
    }),
  }))

const nights = manyNights(12).map(asRecord)
const [firstNight, secondNight] = [
  asRecord(manyNights(1)[0] ?? aNight('2026-09-25')),
  asRecord(manyNights(2)[1] ?? aNight('2026-09-26')),
]
const aTrialRecord: HistoryRecord = { record: 'trial', ...aTrial(aNight('2026-11-28')) }

describe.each([
  ['a branch', async () => (await onGitHub()).another],
  [
    'a directory',
    async () => {
      const directory = await aDirectory()
      return () => directoryHistory(directory)
    },
  ],
] as const)('the history in %s', (_where, place) => {
  it('is empty before the first record', async () => {
    expect(await (await place())().read()).toEqual([])
  })

  it('gives back what was appended, in that order, to whoever reads it', async () => {
    const open = await place()
    for (const record of [...nights, ...trials(2)]) await open().append(record)
    expect(await open().read()).toEqual([...nights, ...trials(2)])
  })

  it('takes a record once, however often it is appended and in whatever order its members are', async () => {
    const open = await place()
    const { id, ...rest } = aNight('2026-09-25')
    await open().append({ record: 'night', id, ...rest })
    await open().append({ ...rest, id, record: 'night' })
    expect((await open().read()).length).toBe(1)
  })

  it('loses nothing of two writers at once', async () => {
    const open = await place()
    const write = async (records: readonly HistoryRecord[]): Promise<void> => {
      const history = open()
      for (const record of records) await history.append(record)
    }
    await Promise.all([write(trials(4, 'one')), write(trials(4, 'two')), write(nights.slice(0, 3))])
    const found = await open().read()
    const byOne = (text: string) =>
      found.flatMap((record) => (record.record === 'trial' && record.detail.endsWith(text) ? [record] : []))
    expect(byOne('one')).toEqual(trials(4, 'one'))
    expect(byOne('two')).toEqual(trials(4, 'two'))
    expect(nightsOf(found)).toEqual(nightsOf(nights.slice(0, 3)))
    expect(found.length).toBe(11)
  })

  it('refuses a second night of the same name that says something else', async () => {
    const open = await place()
    const night = aNight('2026-11-28')
    await open().append(asRecord(night))
    const other = asRecord({ ...night, verdict: 'rejected' })
    await expect(open().append(other)).rejects.toThrow(
      `This night was recorded by ${night.url} while this run was under way. Nothing was overwritten.`,
    )
    expect(await open().read()).toEqual([asRecord(night)])
  })
})

describe('the history on a branch', () => {
  it('begins as a branch that shares nothing with the code, with page, badge and overview in the same commit', async () => {
    const { world, history } = await onGitHub()
    const [first, second, third] = manyNights(3)
    const files = ['README.md', 'badge.svg', 'index.html', 'nights/2026-09.jsonl']
    for (const night of manyNights(3)) await history.append(asRecord(night))
    const git = join(world.directory, 'github', `${NAME}.git`)
    const log = await promisify(execFile)('git', ['-C', git, 'log', '--name-only', '--format=%s', BRANCH])
    expect(log.stdout.trim().split(/\n+/)).toEqual([
      `Night ${third?.id}: accepted`,
      ...files,
      `Night ${second?.id}: accepted`,
      ...files,
      `Night ${first?.id}: accepted`,
      ...files,
    ])
    const readme = await world.github.readFile(NAME, BRANCH, 'README.md')
    expect(readme?.toString()).toContain('![nightly](badge.svg)\n\n### The last 3 nights')
    expect((await world.github.readFile(NAME, BRANCH, 'badge.svg'))?.toString()).toContain('accepted 2026-09-27')
  })

  it('reads every month, more of them by one archive', async () => {
    const { history, another } = await onGitHub()
    const months = Array.from({ length: 8 }, (_, index) =>
      asRecord(aNight(`2026-${String(index + 1).padStart(2, '0')}-01`)),
    )
    for (const night of months) await history.append(night)
    expect(await another().read()).toEqual(months)
  })

  it.each(['before', 'after'] as const)('appends once when the answer is lost %s the write', async (when) => {
    const { world, history } = await onGitHub()
    await history.append(aTrialRecord)
    world.faults.add({ service: 'github', method: 'POST', path: /graphql/, nth: 1, fault: { kind: 'reset', when } })
    await history.append(asRecord(aNight('2026-11-28')))
    expect(nightsOf(await history.read())).toEqual([aNight('2026-11-28')])
  })

  it('says what GitHub says when it may not write', async () => {
    const { world, history } = await onGitHub()
    await history.append(asRecord(aNight('2026-11-27')))
    world.faults.add({
      service: 'github',
      method: 'POST',
      path: /graphql/,
      fault: {
        kind: 'status',
        status: 403,
        body: { message: 'Resource not accessible by integration' },
      },
    })
    await expect(history.append(asRecord(aNight('2026-11-28')))).rejects.toThrow(
      'Resource not accessible by integration',
    )
  })

  it('that is damaged is refused with file and line, and left as it is', async () => {
    const { world, history, another } = await onGitHub()
    for (const night of nights.slice(0, 2)) await history.append(night)
    const file = 'nights/2026-09.jsonl'
    const whole = (await world.github.readFile(NAME, BRANCH, file))?.toString() ?? ''
    await world.github.commit(NAME, BRANCH, { message: 'oops', files: { [file]: whole.slice(0, -40) } })
    const before = await world.github.resolve(NAME, BRANCH)
    for (const run of [another().read(), another().append(asRecord(aNight('2026-09-28')))]) {
      await expect(run).rejects.toMatchObject({
        message: `The history is damaged: ${file}, line 2: this line is no record of a night.`,
        place: { file, line: 2 },
      })
    }
    expect(await world.github.resolve(NAME, BRANCH)).toBe(before)
  })
})

describe('the history in a directory', () => {
  it('has the log, the page, the badge and the overview, and nothing is left beside them', async () => {
    const directory = await aDirectory()
    for (const night of nights) await directoryHistory(directory, { title: NAME }).append(night)
    const files = await readdir(directory, { recursive: true })
    expect(files.sort()).toEqual(
      ['README.md', 'badge.svg', 'index.html', 'nights', 'nights/2026-09.jsonl', 'nights/2026-10.jsonl'].sort(),
    )
    expect(await readFile(join(directory, 'index.html'), 'utf8')).toContain(`<h1>${NAME}</h1>`)
  })

  it('is written by whole processes at once, each line in one piece', async () => {
    const directory = await aDirectory()
    const program = `
      import { directoryHistory } from ${JSON.stringify(new URL('../../../packages/nightly/index.ts', import.meta.url).href)}
      const { records } = JSON.parse(process.argv[1])
      for (const record of records) await directoryHistory(${JSON.stringify(directory)}).append(record)`
    const run = (by: string) =>
      promisify(execFile)(process.execPath, [
        '--input-type=module',
        '-e',
        program,
        JSON.stringify({ records: trials(5, by) }),
      ])
    await Promise.all(['one', 'two', 'three'].map(run))
    const found = await directoryHistory(directory).read()
    const sorted = (records: readonly HistoryRecord[]) => records.map((record) => JSON.stringify(record)).sort()
    expect(sorted(found)).toEqual(sorted(['one', 'two', 'three'].flatMap((by) => trials(5, by))))
  })

  it('has what was acknowledged, and at most one record more, when the process is killed', async () => {
    const directory = await aDirectory()
    const records = trials(40)
    const program = `
      import { directoryHistory } from ${JSON.stringify(new URL('../../../packages/nightly/index.ts', import.meta.url).href)}
      for (const record of JSON.parse(process.argv[1])) {
        await directoryHistory(${JSON.stringify(directory)}).append(record)
        process.stdout.write('.')
      }`
    for (const kill of [1, 4, 9]) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program, JSON.stringify(records)])
      const before = (await directoryHistory(directory).read()).length
      let acknowledged = 0
      child.stdout.on('data', (dots: Buffer) => {
        acknowledged += dots.length
        if (acknowledged >= before + kill) child.kill('SIGKILL')
      })
      await once(child, 'close')
      const found = await directoryHistory(directory).read()
      expect(found).toEqual(records.slice(0, found.length))
      expect(found.length - acknowledged).toBeOneOf([0, 1])
    }
    const rest = await directoryHistory(directory).read()
    for (const record of records.slice(rest.length)) await directoryHistory(directory).append(record)
    expect(await directoryHistory(directory).read()).toEqual(records)
  })

  it('takes over the lock of a process that ended, and names the one of another machine', async () => {
    const directory = await aDirectory()
    const history = directoryHistory(directory)
    await history.append(aTrialRecord)
    const { pid } = await ended()
    const { hostname } = await import('node:os')
    await writeFile(join(directory, '.lock'), `process ${pid} on ${hostname()}`)
    await history.append(asRecord(aNight('2026-11-28')))
    expect((await history.read()).length).toBe(2)
    const lock = join(directory, '.lock')
    await writeFile(lock, 'process 1 on another-machine')
    let waited = 0
    const sleep = async (milliseconds: number) => void (waited += milliseconds)
    await expect(exclusively(lock, async () => 'ran', sleep)).rejects.toThrow(
      `${lock} is held by process 1 on another-machine for more than ten seconds.`,
    )
    expect(waited).toBeGreaterThan(9_900)
    const release = async () => rm(lock)
    expect(await exclusively(lock, async () => 'ran', release)).toBe('ran')
  })

  it.each([
    ['{"record":"night"}', 1, /^id: /],
    ['{"record":"trial","id":"t","base":null,"candidate":"x"}', 1, /^candidate: must be 64 hexadecimal digits/],
    ['<<<<<<< HEAD', 1, /^this line is no record of a night/],
    ['{"record":"verdict"}', 1, /^record: /],
    ['', 1, /^this line is no record of a night/],
  ])('refuses %s behind a good line, with its place', async (line, _, said) => {
    const directory = await aDirectory()
    await directoryHistory(directory).append(firstNight)
    const file = join(directory, 'nights/2026-09.jsonl')
    const damaged = `${await readFile(file, 'utf8')}${line}\n`
    await writeFile(file, damaged)
    const error: unknown = await directoryHistory(directory)
      .append(secondNight)
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    if (!(error instanceof UserError)) return
    expect(error.place).toEqual({ file: 'nights/2026-09.jsonl', line: 2 })
    expect(error.message.replace('The history is damaged: nights/2026-09.jsonl, line 2: ', '')).toMatch(said)
    expect(await readFile(file, 'utf8')).toBe(damaged)
  })

  it('refuses the same night twice', async () => {
    const directory = await aDirectory()
    await directoryHistory(directory).append(firstNight)
    const file = join(directory, 'nights/2026-09.jsonl')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text + text.replace('All tests', 'Nearly all tests'))
    await expect(directoryHistory(directory).read()).rejects.toThrow(
      /line 2: night \S+ is in nights\/2026-09.jsonl, line 1, already/,
    )
  })

  it('goes on behind a last line without an end, and keeps what a newer version wrote', async () => {
    const directory = await aDirectory()
    await directoryHistory(directory).append(firstNight)
    const file = join(directory, 'nights/2026-09.jsonl')
    const newer = (await readFile(file, 'utf8'))
      .trimEnd()
      .replace('"record":"night"', '"record":"night","weather":"rain"')
    await writeFile(file, newer)
    await directoryHistory(directory).append(secondNight)
    expect((await readFile(file, 'utf8')).split('\n')[0]).toBe(newer)
    expect(await directoryHistory(directory).read()).toEqual(nights.slice(0, 2))
  })

  it('reads back any record that can be written', async () => {
    const text = fc.string({ unit: 'grapheme' })
    const trial = fc.record({
      record: fc.constant('trial' as const),
      id: text,
      base: fc.option(fc.constant(hash('base'))),
      candidate: fc.constant(hash('candidate')),
      moved: fc.option(fc.array(text)),
      outcome: fc.constantFrom('passed', 'failed', 'other', 'infrastructure' as const),
      failing: fc.array(text),
      detail: text,
      minutes: fc.nat(),
      at: fc
        .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString()),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(trial, { maxLength: 5 }), async (records) => {
        const directory = await mkdtemp(join(tmpdir(), 'history-'))
        for (const record of records) await directoryHistory(directory).append(record)
        const found = await directoryHistory(directory).read()
        await rm(directory, { recursive: true })
        const unique = [...new Map(records.map((record) => [JSON.stringify(record), record])).values()]
        expect(found).toEqual(
          unique.sort((a, b) =>
            a.at.slice(0, 7) < b.at.slice(0, 7) ? -1 : a.at.slice(0, 7) > b.at.slice(0, 7) ? 1 : 0,
          ),
        )
      }),
      { numRuns: 50 },
    )
  })
})

/** A process that was and is no more. */
async function ended(): Promise<{ pid: number }> {
  const child = execFile(process.execPath, ['-e', ''])
  await new Promise((resolve) => void child.on('exit', resolve))
  return { pid: child.pid ?? 0 }
}

describe('the runs that the flake rate is estimated from', () => {
  const images = ['a', 'b', 'c'].map((component) => imageOf(component, 1))
  const night = aNight('2026-11-28', {
    payload: payloadOf(images),
    verdict: 'rejected',
    failing: ['T'],
    changed: ['a', 'b', 'c'],
  })
  const culprit = (...components: string[]) => ({
    probability: 0.97,
    components: components.map((component) => ({
      component,
      repository: null,
      before: `sha256:${hash('1')}`,
      after: `sha256:${hash('2')}`,
      commits: { before: null, after: null },
      compare: null,
    })),
  })
  const counted = (
    told: object,
    ...moved: (readonly [readonly string[] | null, 'passed' | 'failed' | 'other' | 'infrastructure'])[]
  ) =>
    flakeCounts([
      asRecord({
        ...night,
        ...told,
        trials: moved.map(([names, outcome]) => aTrial(night, { moved: names, outcome })),
      }),
    ])

  it('are all runs of a night that was accepted or flaky', () => {
    const runs = [
      [null, 'failed'],
      [null, 'passed'],
      [['a'], 'passed'],
      [[], 'infrastructure'],
      [['b'], 'other'],
    ] as const
    for (const verdict of ['accepted', 'flaky'])
      expect(counted({ verdict }, ...runs)).toEqual({ passes: 2, failures: 1 })
  })

  it('are those of a rejected night that moved less than the whole culprit', () => {
    const runs = [
      [null, 'failed'],
      [['a', 'b'], 'failed'],
      [['b', 'c'], 'passed'],
      [['a'], 'failed'],
      [[], 'passed'],
    ] as const
    expect(counted({ culprit: culprit('a', 'b') }, ...runs)).toEqual({ passes: 2, failures: 1 })
    expect(counted({ culprit: culprit('a') }, ...runs)).toEqual({ passes: 2, failures: 0 })
  })

  it('are none where nobody knows whether they were sound', () => {
    const runs = [
      [null, 'failed'],
      [['a'], 'failed'],
      [[], 'failed'],
    ] as const
    const nothing = { passes: 0, failures: 0 }
    for (const verdict of ['environment', 'inconclusive', 'unchanged'])
      expect(counted({ verdict }, ...runs)).toEqual(nothing)
    expect(counted({ culprit: null }, ...runs)).toEqual(nothing)
    expect(counted({ culprit: culprit('a') }, [['a@c0ffee'], 'failed'])).toEqual(nothing)
    expect(counted({ culprit: culprit('a') }, [['b@c0ffee'], 'passed'])).toEqual({ passes: 1, failures: 0 })
  })

  it('are of the newest sixty nights', () => {
    expect(
      flakeCounts(
        manyNights(200).map((one) =>
          asRecord({ ...one, verdict: 'accepted', trials: [aTrial({ ...one, verdict: 'accepted' })] }),
        ),
      ),
    ).toEqual({
      passes: 60,
      failures: 0,
    })
  })
})
