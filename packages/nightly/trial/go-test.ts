import type { Results } from './junit.ts'

/**
 * Collects the events of `go test -json` (`go doc test2json`), a line at a time; other lines are passed over, so it can be
 * given whatever a command prints. A test that failed because a subtest of it did is not named besides it; a package is
 * named only when it failed without any test failing, as one does that cannot be built.
 */
export class GoTestEvents {
  readonly #tests = new Map<string, boolean>()
  readonly #packages = new Map<string, boolean>()

  /** True when the line was an event. */
  add(line: string): boolean {
    const event = parse(line)
    if (event === null) return false
    const { action, pkg, test } = event
    if (action !== 'pass' && action !== 'fail') return true
    if (test === '') this.#packages.set(pkg, action === 'pass')
    else this.#tests.set(`${pkg}.${test}`, action === 'pass')
    return true
  }

  get results(): Results {
    const names = (wanted: boolean): string[] =>
      [...this.#tests].flatMap(([name, passed]) => (passed === wanted ? [name] : []))
    const failed = names(false)
    const leaves = failed.filter((name) => !failed.some((other) => other.startsWith(`${name}/`)))
    const packages = [...this.#packages].flatMap(([name, passed]) =>
      passed || failed.some((test) => test.startsWith(`${name}.`)) ? [] : [name],
    )
    return { failed: [...leaves, ...packages].sort(), passed: names(true).sort() }
  }
}

function parse(line: string): { readonly action: string; readonly pkg: string; readonly test: string } | null {
  if (!line.startsWith('{') || !line.includes('"Action"')) return null
  try {
    const event: unknown = JSON.parse(line)
    if (typeof event !== 'object' || event === null || !('Action' in event)) return null
    const [pkg, test] = ['Package' in event ? event.Package : '', 'Test' in event ? event.Test : '']
    if (typeof event.Action !== 'string' || typeof pkg !== 'string' || typeof test !== 'string') return null
    return { action: event.Action, pkg, test }
  } catch {
    return null
  }
}
