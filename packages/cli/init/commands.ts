import type { Checkout } from './checkout.ts'
import { readMakefile } from './makefile.ts'
import type { Commands } from './workflows.ts'

const UNIT = ['test-unit', 'unit-test', 'unit-tests', 'test']
const E2E = ['test-e2e', 'e2e-test', 'e2e-tests', 'e2e', 'run-e2e', 'run-test-e2e']

/** How a repository is tested: its Makefile's targets, else what its language has. */
export async function findCommands(checkout: Checkout): Promise<Commands> {
  const { targets } = readMakefile(await checkout.text('Makefile'))
  const target = (names: readonly string[]): string | null => {
    const found = names.find((name) => targets.has(name))
    return found === undefined ? null : `make ${found}`
  }
  return { unit: target(UNIT) ?? byLanguage(checkout.paths), e2e: target(E2E) }
}

function byLanguage(paths: readonly string[]): string | null {
  if (paths.includes('go.mod')) return 'go test ./...'
  if (paths.includes('poetry.lock')) return 'pipx run poetry install --all-groups && pipx run poetry run pytest'
  if (paths.includes('pyproject.toml')) return 'pip install . pytest && pytest'
  if (paths.includes('package.json')) return 'npm ci && npm test'
  return null
}
