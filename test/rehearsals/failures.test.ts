import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rehearsalPage } from '../../packages/cli/page/page.ts'
import { buildIndex } from '../../packages/sandbox/index.ts'
import { exampleScene, type Scene } from './scene.ts'

const MAIN = join(import.meta.dirname, '..', '..', 'packages', 'cli', 'main.ts')

/** Runs the command line as its own process. */
async function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const run = promisify(execFile)
  return run(process.execPath, [MAIN, ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error: unknown) => {
      if (!(error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error)) throw error
      return { code: Number(error.code), out: String(error.stdout), err: String(error.stderr) }
    },
  )
}

describe('a step that fails', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await exampleScene('codeflare')
  })
  afterAll(() => scene.remove())

  test('ends the rehearsal there, says why, and leaves what was done before', async () => {
    const world = await scene.open()
    world.faults.add({
      service: 'registry:quay.io',
      method: 'PUT',
      path: /codeflare-operator\/manifests\/v1\.3\.0/,
      times: Number.POSITIVE_INFINITY,
      fault: {
        kind: 'status',
        status: 403,
        body: { errors: [{ code: 'DENIED', message: 'requested access to the resource is denied' }] },
      },
    })
    const result = await scene.rehearse({ world })
    await world.close()
    expect(result.failure).toMatchObject({ stage: 4, step: 'dev becomes v1.3.0' })
    expect(result.failure?.message).toContain('quay.io/project-codeflare/codeflare-operator')
    expect(result.stages.map(({ state }) => state)).toEqual([
      'done',
      'done',
      'done',
      'failed',
      'waiting',
      'waiting',
      'waiting',
      'waiting',
    ])
    expect(rehearsalPage(result)).toContain('Stopped at step 4')
  })

  test('is finished by running again once the cause is mended', async () => {
    expect(await scene.rehearse()).toMatchObject({ outcome: 'released', version: 'v1.3.0', failure: null })
  })

  test('is one that would promote an image of another commit', async () => {
    const other = await exampleScene('codeflare')
    const world = await other.open()
    // Somebody's build of an old commit overtakes the one of the merge.
    const registry = await world.registry('quay.io')
    const old = registry.digest('project-codeflare/mcad-controller', 'v1.40.0')
    const result = await other.rehearse({
      world,
      progress: {
        started: () => {
          registry.push('project-codeflare/mcad-controller', ['dev'], imageOf('an older commit'))
        },
        stageStarted: () => undefined,
        step: () => undefined,
        stageEnded: () => undefined,
      },
    })
    expect(result.failure).toMatchObject({ stage: 1 })
    expect(result.failure?.message).toMatch(/^Multi-Cluster App Dispatcher v1\.41\.0: its run failed in job “release”/)
    // The end of the run's log says why.
    expect(JSON.stringify(result.stages[0]?.steps.map(({ report }) => report))).toMatch(
      /quay\.io\/project-codeflare\/mcad-controller:dev was built from 0000000; [0-9a-f]{7} is to be released\./,
    )
    expect(await world.github.resolve('project-codeflare/multi-cluster-app-dispatcher', 'v1.41.0')).toBeUndefined()
    expect(registry.digest('project-codeflare/mcad-controller', 'v1.41.0')).toBeUndefined()
    expect(registry.digest('project-codeflare/mcad-controller', 'stable')).toBe(old)
    await world.close()
    await other.remove()
  })
})

function imageOf(version: string) {
  const repository = 'project-codeflare/mcad-controller'
  return buildIndex({ name: repository, version, revision: '0'.repeat(40), source: `https://github.com/${repository}` })
}

describe('codeflare-actions rehearse', () => {
  let home: string
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'rehearse-'))
  })
  afterAll(() => rm(home, { recursive: true }))

  test('ends right after the n-th write, and finishes when it is run again', async () => {
    const kept = join(home, 'kept')
    const crashed = await cli('rehearse', '--keep', kept, '--crash-after', '17')
    expect(crashed.code).toBe(137)
    expect(crashed.err).toContain('Ended on purpose right after write 17.')
    const finished = await cli('rehearse', '--keep', kept)
    expect(finished).toMatchObject({ code: 0 })
    expect(finished.out).toContain('CodeFlare Stack v1.3.0 went through all eight steps')
    expect(finished.out).toContain('git -C ')
    const again = await cli('rehearse', '--keep', kept)
    expect(again.out).toContain('v1.3.0 is out already')
  })

  test('fails with words for a version that cannot be released', async () => {
    const { code, err } = await cli('rehearse', '--version', 'v1.1.5')
    expect(code).toBe(1)
    expect(err).toContain('1.1.5')
    expect(err).not.toContain('    at ')
  })
})
