import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { payloadOf } from '../../../packages/nightly/index.ts'
import { GoTestEvents } from '../../../packages/nightly/trial/go-test.ts'
import { readJUnit } from '../../../packages/nightly/trial/junit.ts'
import { holdAgainst, judge, type Judgement, type Seen } from '../../../packages/nightly/trial/judge.ts'
import { runTrial, type TrialRun, type TrialSettings } from '../../../packages/nightly/trial/run-trial.ts'

const payload = payloadOf([
  {
    component: 'mcad',
    reference: 'localhost:5000/org/mcad:dev',
    digest: `sha256:${'a'.repeat(64)}`,
    revision: null,
    version: null,
    repository: null,
  },
])

async function aPlace(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'trial-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

async function trial(
  commands: Partial<TrialSettings['commands']>,
  settings: Partial<TrialSettings> = {},
): Promise<TrialRun & { readonly told: readonly string[] }> {
  const directory = settings.directory ?? (await aPlace())
  const told: string[] = []
  const run = await runTrial(
    {
      commands: { deploy: '', test: 'true', reset: '', ...commands },
      workingDirectory: directory,
      results: [],
      environment: { PATH: process.env['PATH'] },
      timeout: 20_000,
      signal: new AbortController().signal,
      onProgress: (line) => void told.push(line),
      grace: 200,
      ...settings,
      directory,
    },
    payload,
    't1',
    0,
  )
  return { ...run, told }
}

/** True when the process runs no more; where nobody collects orphans, what is left of it is a zombie. */
function isGone(pid: string): boolean {
  try {
    process.kill(Number(pid), 0)
    return /^State:\s*[ZX]/m.test(readFileSync(`/proc/${pid.trim()}/status`, 'utf8'))
  } catch {
    return true
  }
}

describe('a trial', () => {
  it('runs a script as a runner does: the first failing line ends it, also within a pipe', async () => {
    expect(await trial({ test: 'false\ntrue' })).toMatchObject({ outcome: 'failed', failing: ['test-command'] })
    expect(await trial({ test: 'false | cat\ntrue' })).toMatchObject({ outcome: 'failed' })
    expect(await trial({ test: 'if false; then exit 1; fi\r\ntrue\r\n' })).toMatchObject({ outcome: 'passed' })
  })

  it('never puts an input into the script, whatever it holds', async () => {
    const evil = `$(touch pwned) ; touch pwned; " ' \` \\`
    const directory = await aPlace()
    const run = await trial(
      { test: 'printf %s "$GIVEN" > given' },
      { environment: { PATH: process.env['PATH'], GIVEN: evil }, directory },
    )
    expect(run.outcome).toBe('passed')
    expect(await readFile(join(directory, 'given'), 'utf8')).toBe(evil)
    await expect(stat(join(directory, 'pwned'))).rejects.toThrow('ENOENT')
  })

  it('ends a command that hangs with everything that it started, and keeps its log', async () => {
    const directory = await aPlace()
    const started = Date.now()
    const run = await trial(
      { test: 'trap "" TERM\necho begun\nsleep 600 & echo $! > child\nsetsid sleep 600 & echo $! > hidden\nsleep 600' },
      { timeout: 700, directory },
    )
    expect(run).toMatchObject({ outcome: 'failed', failing: ['test-command timed out'] })
    expect(run.detail).toContain('ran out of time')
    expect(Date.now() - started).toBeLessThan(15_000)
    expect(await readFile(join(directory, 't1', 'test.log'), 'utf8')).toBe('begun\n')
    for (const file of ['child', 'hidden']) {
      const pid = await readFile(join(directory, file), 'utf8')
      await vi.waitFor(() => expect(isGone(pid)).toBe(true))
    }
  })

  it('lets a deployment leave something running for the tests, and ends it afterwards', async () => {
    const directory = await aPlace()
    const run = await trial({ deploy: 'sleep 600 & echo $! > child', test: 'kill -0 "$(cat child)"' }, { directory })
    expect(run.outcome).toBe('passed')
    const pid = await readFile(join(directory, 'child'), 'utf8')
    await vi.waitFor(() => expect(isGone(pid)).toBe(true))
  })

  it('keeps ten of 200 MB, the beginning and the end, and goes on', async () => {
    const directory = await aPlace()
    const run = await trial(
      { test: 'echo first\nhead -c 200000000 /dev/zero\necho\necho last\nexit 1' },
      { directory, timeout: 120_000 },
    )
    expect(run.lastLines.at(-1)).toBe('last')
    const log = join(directory, 't1', 'test.log')
    expect((await stat(log)).size).toBeLessThan(11 * 1024 * 1024)
    const text = await readFile(log, 'latin1')
    expect(text.startsWith('first\n')).toBe(true)
    expect(text.endsWith('last\n')).toBe(true)
    expect(text).toMatch(/\d{9} bytes left out/)
  })

  it('ends at once when the run is cancelled', async () => {
    const cancelled = new AbortController()
    const directory = await aPlace()
    const running = trial({ test: 'echo $$ > child; sleep 600' }, { signal: cancelled.signal, directory })
    await vi.waitFor(() => stat(join(directory, 'child')), { timeout: 10_000 })
    cancelled.abort(new Error('Cancelled (SIGTERM).'))
    await expect(running).rejects.toThrow('Cancelled (SIGTERM).')
    const pid = await readFile(join(directory, 'child'), 'utf8')
    await vi.waitFor(() => expect(isGone(pid)).toBe(true))
  })

  it('says so when there is no such working directory', async () => {
    await expect(trial({}, { workingDirectory: '/nonexistent' })).rejects.toThrow('Cannot start bash in /nonexistent')
  })

  it('reads results from its own directory, from where they are said to be, and from what is printed', async () => {
    const directory = await aPlace()
    await mkdir(join(directory, 'reports'))
    const old = join(directory, 'reports', 'old.xml')
    await writeFile(old, junit('yesterday', '<failure/>'))
    await utimes(old, 1_700_000_000, 1_700_000_000)
    const run = await trial(
      {
        test: [
          `echo '${junit('inside', '<failure/>')}' > "$NIGHTLY_RESULTS/a.xml"`,
          `echo '${junit('beside', '<error/>')}' > reports/b.xml`,
          `echo '${JSON.stringify({ Action: 'fail', Package: 'pkg', Test: 'TestPrinted' })}'`,
        ].join('\n'),
      },
      { directory, results: ['reports/*.xml'] },
    )
    // It ended with 0, and is no success all the same.
    expect(run).toMatchObject({ outcome: 'failed', failing: ['e2e.beside', 'e2e.inside', 'pkg.TestPrinted'] })
  })

  it('reads what go test -json wrote into a file, and says when a file holds nothing of the kind', async () => {
    const event = JSON.stringify({ Action: 'fail', Package: 'pkg', Test: 'TestFile' })
    expect(await trial({ test: `echo '${event}' > "$NIGHTLY_RESULTS/go.json"` })).toMatchObject({
      outcome: 'failed',
      failing: ['pkg.TestFile'],
    })
    const empty = await trial({ test: 'echo hello > "$NIGHTLY_RESULTS/go.json"' })
    expect(empty.outcome).toBe('infrastructure')
    expect(empty.findings[0]?.message).toContain('no events of “go test -json” in it')
  })

  it('takes torn results for what they are', async () => {
    const torn = `echo '<testsuite><testcase classname="e2e" name="a"><failure/></testcase><testcase' > "$NIGHTLY_RESULTS/a.xml"`
    const failed = await trial({ test: `${torn}; exit 1` })
    expect(failed).toMatchObject({ outcome: 'failed', failing: ['e2e.a'] })
    expect(failed.findings[0]).toMatchObject({ rule: 'unreadable-results', severity: 'warning' })
    expect(await trial({ test: `echo '<html>' > "$NIGHTLY_RESULTS/a.xml"` })).toMatchObject({
      outcome: 'infrastructure',
    })
  })
})

const junit = (name: string, inside: string): string =>
  `<testsuites><testsuite name="s"><testcase classname="e2e" name="${name}">${inside}</testcase></testsuite></testsuites>`

describe('JUnit XML', () => {
  it('of several tools', () => {
    const text = `<?xml version="1.0"?>
      <!-- by hand --><testsuites tests="5"><testsuite name="outer"><testsuite name="inner">
      <testcase name="a &lt;b&gt; &#x41;" classname="k"/>
      <testcase classname='k' name='failed'><failure message="x > y"><![CDATA[</testcase> not an end]]></failure></testcase>
      <testcase classname="k" name="errored"><system-out>text</system-out><error/></testcase>
      <testcase classname="k" name="skipped"><skipped message="later"/></testcase>
      <testcase classname="k" name="flaky"><flakyFailure>once</flakyFailure></testcase>
      </testsuite></testsuite></testsuites>`
    expect(readJUnit(text)).toEqual({ failed: ['k.errored', 'k.failed'], passed: ['k.a <b> A', 'k.flaky'] })
  })

  it.each([
    ['', 'no JUnit results'],
    ['plain text', 'no JUnit results'],
    ['<html></html>', '<html> where <testsuites>'],
    ['<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><testsuite/>', 'a “<” that begins no element'],
    ['<testsuite><testcase name="a"></testsuite>', '</testsuite> ends what is not open'],
    ['<testsuite><testcase name="a">', 'breaks off within <testcase>'],
    ['<testsuite/><testsuite/>', 'a second document'],
    ['<testsuite>'.repeat(70), 'nested deeper'],
  ])('broken, case %#: $1', (text, message) => {
    expect(readJUnit(text).broken?.message).toContain(message)
  })

  it('names the line at which it is broken', () => {
    expect(readJUnit('<testsuite>\n<testcase name="a"/>\n<testcase <').broken?.line).toBe(3)
  })

  it('never throws, never names a test twice, and gives back what was written', () => {
    fc.assert(fc.property(fc.string(), (text) => void readJUnit(`<testsuite>${text}`)))
    const name = fc
      .string({ minLength: 1, maxLength: 20 })
      .map((text) => text.replaceAll(/\s+/g, ' ').trim())
      .filter((text) => text !== '' && !/\p{Cc}/u.test(text))
    const escaped = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    fc.assert(
      fc.property(fc.dictionary(name, fc.boolean()), (tests) => {
        const cases = Object.entries(tests).map(
          ([test, passed]) => `<testcase name="${escaped(test)}">${passed ? '' : '<failure/>'}</testcase>`,
        )
        const names = (wanted: boolean): string[] =>
          Object.entries(tests)
            .flatMap(([test, passed]) => (passed === wanted ? [test] : []))
            .sort()
        expect(readJUnit(`<testsuite>${cases.join('\n')}</testsuite>`)).toEqual({
          failed: names(false),
          passed: names(true),
        })
      }),
    )
  })
})

describe('go test -json', () => {
  const events = (...lines: readonly object[]) => {
    const collected = new GoTestEvents()
    for (const line of lines) collected.add(JSON.stringify(line))
    return collected.results
  }

  it('names the subtest and not its parents; a package only when no test of it failed', () => {
    expect(
      events(
        { Action: 'run', Package: 'p', Test: 'TestA' },
        { Action: 'fail', Package: 'p', Test: 'TestA/one' },
        { Action: 'pass', Package: 'p', Test: 'TestA/two' },
        { Action: 'fail', Package: 'p', Test: 'TestA' },
        { Action: 'fail', Package: 'p' },
        { Action: 'fail', Package: 'unbuildable' },
        { Action: 'skip', Package: 'p', Test: 'TestB' },
      ),
    ).toEqual({ failed: ['p.TestA/one', 'unbuildable'], passed: ['p.TestA/two'] })
  })

  it('passes over everything else that is printed', () => {
    const collected = new GoTestEvents()
    for (const line of ['=== RUN', '{', '{"Action":', '{"Action":1}', 'null', '{"Action":"fail","Package":7}']) {
      expect(collected.add(line)).toBe(false)
    }
    expect(collected.results).toEqual({ failed: [], passed: [] })
  })
})

describe('the judgement', () => {
  const end = { code: 0, signal: null, timedOut: false, log: '', lastLines: [] }
  const seen = (more: Partial<Seen>): Judgement =>
    judge({ deploy: end, test: end, results: { failed: [], passed: [] }, isTorn: false, ...more })

  it.each([
    ['Back-off pulling image: ImagePullBackOff', 'an image could not be pulled'],
    ['write /var: no space left on device', 'a disk is full'],
    ['Unable to connect to the server: EOF', 'the cluster did not answer'],
    ['dial tcp 10.0.0.1:443: i/o timeout', 'the network failed'],
    ['ERROR: failed to create cluster: x', 'the cluster could not be made'],
  ])('“%s” is trouble of the ground', (line, trouble) => {
    const judged = seen({ test: { ...end, code: 1, lastLines: [line] } })
    expect(judged).toMatchObject({ outcome: 'infrastructure', failing: [] })
    expect(judged.detail).toContain(trouble)
  })

  it('a failing test is named, whatever trouble the log shows beside it', () => {
    const test = { ...end, code: 1, lastLines: ['ImagePullBackOff'] }
    expect(seen({ test, results: { failed: ['a'], passed: [] } })).toMatchObject({ outcome: 'failed', failing: ['a'] })
  })

  it('held against a failure: the same, another story, or passed beside it', () => {
    const failing = (tests: readonly string[], passing: readonly string[] = []): Judgement => ({
      outcome: 'failed',
      failing: tests,
      passing,
      detail: '',
    })
    expect(holdAgainst(failing(['a', 'b']), ['b', 'c'])).toBe('failed')
    expect(holdAgainst(failing(['a']), ['b'])).toBe('other')
    expect(holdAgainst(failing(['a'], ['b']), ['b'])).toBe('passed')
    expect(holdAgainst({ outcome: 'passed', failing: [], passing: [], detail: '' }, ['b'])).toBe('passed')
    expect(holdAgainst({ outcome: 'infrastructure', failing: [], passing: [], detail: '' }, ['b'])).toBe(
      'infrastructure',
    )
    // Where deploying was what failed, whatever came as far as its tests could be deployed.
    expect(holdAgainst(failing(['a']), ['deploy-command'])).toBe('passed')
  })
})
