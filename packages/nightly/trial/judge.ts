import type { TrialOutcome } from '../record.ts'
import type { CommandEnd } from './command.ts'
import type { Results } from './junit.ts'

/** What the commands of one trial did. */
export interface Seen {
  readonly deploy: CommandEnd | null
  /** Null when the deployment failed, so that nothing could be tested. */
  readonly test: CommandEnd | null
  readonly results: Results
  /** The results could not be read to their end. */
  readonly isTorn: boolean
}

/** One trial, before it is held against the failure in question. */
export interface Judgement {
  readonly outcome: 'passed' | 'failed' | 'infrastructure'
  /**
   * Failing tests, sorted; the command's own name where none is named. Of a deployment that failed, its command, unless the
   * log says that the ground gave way.
   */
  readonly failing: readonly string[]
  /** Tests that ran and passed. */
  readonly passing: readonly string[]
  readonly detail: string
}

/** What a log shows when the ground gave way, and not the thing that stood on it. */
const TROUBLE: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:ErrImagePull|ImagePullBackOff|toomanyrequests)\b|failed to pull image|pull access denied/i,
    'an image could not be pulled',
  ],
  [/no space left on device|DiskPressure/, 'a disk is full'],
  [
    /Unable to connect to the server|The connection to the server \S+ was refused|etcdserver: (?:request timed out|leader changed)/,
    'the cluster did not answer',
  ],
  [
    /net\/http: TLS handshake timeout|dial tcp \S+: i\/o timeout|lookup \S+: (?:no such host|i\/o timeout|server misbehaving)|Temporary failure in name resolution|Could not resolve host/,
    'the network failed',
  ],
  [
    /ERROR: failed to create cluster|kind: failed to|could not find a log line that matches/,
    'the cluster could not be made',
  ],
  [
    /The (?:runner|operation) (?:has received a shutdown signal|was canceled)|cannot allocate memory|OOMKilled.*runner/,
    'the runner failed',
  ],
]

/** The name that a failure has when no test is named. */
export const UNNAMED = { deploy: 'deploy-command', test: 'test-command', timeout: 'test-command timed out' }

/**
 * What a trial says. Passed: the test command ended with 0 and no test failed; a suite that reports a failure and ends with
 * 0 (`go test | tee`) has failed. Infrastructure: the deployment failed, or the tests ended without naming one that failed
 * and the log shows trouble that no payload makes, or the results are torn.
 */
export function judge({ deploy, test, results, isTorn }: Seen): Judgement {
  const { failed, passed: passing } = results
  if (deploy !== null && !isClean(deploy)) {
    return {
      outcome: 'infrastructure',
      failing: troubleIn(deploy) === null ? [UNNAMED.deploy] : [],
      passing: [],
      detail: `the deployment ${endOf(deploy)}${because(deploy)}`,
    }
  }
  if (test === null) return { outcome: 'infrastructure', failing: [], passing: [], detail: 'nothing was tested' }
  if (failed.length > 0) {
    return { outcome: 'failed', failing: failed, passing, detail: `${failed.length} failing: ${some(failed)}` }
  }
  if (isClean(test) && !isTorn) {
    return {
      outcome: 'passed',
      failing: [],
      passing,
      detail: passing.length === 0 ? 'passed' : `${passing.length} ${passing.length === 1 ? 'test' : 'tests'} passed`,
    }
  }
  const trouble = troubleIn(test)
  if (isClean(test) || trouble !== null) {
    const detail = isClean(test) ? 'the results of the tests cannot be read' : `the tests ${endOf(test)}: ${trouble}`
    return { outcome: 'infrastructure', failing: [], passing: [], detail }
  }
  return {
    outcome: 'failed',
    failing: [test.timedOut ? UNNAMED.timeout : UNNAMED.test],
    passing,
    detail: `the tests ${endOf(test)} and named no failing test`,
  }
}

/**
 * A trial held against the failure in question. The same tests failing, or some of them, is the same failure. When only
 * others fail, it is another story, unless the tests in question are known to have passed beside them. Where the failure is the
 * deployment's, whatever could be deployed has passed.
 */
export function holdAgainst({ outcome, failing, passing }: Judgement, wanted: readonly string[]): TrialOutcome {
  if (failing.some((test) => wanted.includes(test))) return 'failed'
  if (outcome === 'infrastructure') return outcome
  if (outcome === 'passed' || wanted.includes(UNNAMED.deploy)) return 'passed'
  return wanted.every((test) => passing.includes(test)) ? 'passed' : 'other'
}

function isClean(end: CommandEnd): boolean {
  return end.code === 0 && !end.timedOut
}

function endOf({ code, signal, timedOut }: CommandEnd): string {
  if (timedOut) return 'ran out of time and was ended'
  return code === null ? `was killed (${signal})` : `ended with exit code ${code}`
}

function because(end: CommandEnd): string {
  const trouble = troubleIn(end)
  return trouble === null ? '' : `: ${trouble}`
}

function troubleIn({ lastLines }: CommandEnd): string | null {
  const found = TROUBLE.find(([pattern]) => lastLines.some((line) => pattern.test(line)))
  return found?.[1] ?? null
}

function some(tests: readonly string[]): string {
  const shown = tests.slice(0, 3).join(', ')
  return tests.length > 3 ? `${shown} and ${tests.length - 3} more` : shown
}
