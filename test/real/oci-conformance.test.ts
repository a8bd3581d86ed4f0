import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { openWorld, type RegistryPolicy } from '../../packages/sandbox/index.ts'
import { findGoProgram } from './go-program.ts'

/** The suite of the distribution specification, at the version that the sandbox was last held to. */
const SUITE = 'github.com/opencontainers/distribution-spec/conformance@v0.0.0-20260831232431-97274622c111'

const directory = await mkdtemp(join(tmpdir(), 'conformance-'))
afterAll(() => rm(directory, { recursive: true, force: true }))
const suite = findGoProgram({ variable: 'OCI_CONFORMANCE', module: SUITE, name: 'conformance', directory })
const name = `the sandbox registry passes the OCI conformance suite${suite.program === undefined ? ` (${suite.why})` : ''}`

const auth = { users: { robot: 'secret' } }
test.skipIf(suite.program === undefined).each<[string, RegistryPolicy]>([
  ['anonymously', { multiTag: true }],
  ['with tokens', { multiTag: true, auth: { scheme: 'token', ...auth } }],
  ['with basic authentication', { multiTag: true, auth: { scheme: 'basic', ...auth } }],
])(`${name}, %s`, async (variant, policy) => {
  const world = await openWorld({ directory: join(directory, variant) })
  try {
    const registry = await world.registry('conformance')
    registry.configure(policy)
    const results = join(directory, `${variant} results`)
    await promisify(execFile)(suite.program ?? '', [], {
      cwd: directory,
      maxBuffer: 64 * 1024 * 1024,
      env: {
        OCI_REGISTRY: new URL(registry.url).host,
        OCI_TLS: 'disabled',
        OCI_VERSION: 'dev',
        OCI_RESULTS_DIR: results,
        OCI_API_BLOBS_DIGEST_HEADER: 'true',
        OCI_API_BLOBS_UPLOAD_CANCEL: 'true',
        OCI_API_MANIFESTS_DIGEST_HEADER: 'true',
        OCI_API_MANIFESTS_TAG_PARAM: 'true',
        ...(policy.auth === undefined ? {} : { OCI_USERNAME: 'robot', OCI_PASSWORD: 'secret' }),
      },
    }).catch((error: unknown) => error)
    const report = await readFile(join(results, 'junit.xml'), 'utf8')
    const [, tests, failures, errors] =
      /<testsuite name="OCI Conformance Test" tests="(\d+)" failures="(\d+)" errors="(\d+)"/.exec(report) ?? []
    expect({ failures, errors }).toEqual({ failures: '0', errors: '0' })
    expect(Number(tests)).toBeGreaterThan(900)
  } finally {
    await world.close()
  }
})
