import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommandLine } from '../../../packages/cli/index.ts'
import { buildIndex, openWorld, type World } from '../../../packages/sandbox/index.ts'

describe('an action from a laptop', () => {
  let home: string
  let world: World
  const cli = async (...argv: string[]): Promise<{ code: number; out: string; err: string }> => {
    let [out, err] = ['', '']
    const code = await runCommandLine(argv, {
      environment: { ...world.environment(), GITHUB_TOKEN: 'a-secret-token', HOME: home },
      directory: home,
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      interactive: false,
      signal: new AbortController().signal,
    })
    return { code, out, err }
  }
  const digest = async (tag: string): Promise<string | undefined> =>
    (await world.registry('quay.io')).digest('org/app', tag)

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'laptop-'))
    world = await openWorld({ directory: join(home, 'world') })
    const registry = await world.registry('quay.io')
    registry.push(
      'org/app',
      ['dev'],
      buildIndex({ name: 'org/app', version: 'main', revision: 'a'.repeat(40), source: 'https://github.com/org/app' }),
    )
    await world.github.createRepository('org/app', { files: { 'README.md': '# App\n' }, message: 'feat: first' })
  })
  afterAll(async () => {
    await world.close()
    await rm(home, { recursive: true })
  })

  test('plans and writes nothing in a dry run', async () => {
    const { code, out } = await cli('retag-image', '--source', 'quay.io/org/app:dev', '--tags', 'v1.0.0', '--dry-run')
    expect(code).toBe(0)
    expect(out).toContain('Move image tags (dry run: nothing was written)')
    expect(await digest('v1.0.0')).toBeUndefined()
  })

  test('prints what the summary would say, and what it did on standard error', async () => {
    const { code, out, err } = await cli(
      'retag-image',
      '--source=quay.io/org/app:dev',
      '--tags',
      'v1.0.0',
      '--tags',
      'stable',
    )
    expect(code).toBe(0)
    expect(out).toContain('quay.io/org/app:v1.0.0')
    expect(err).toContain('✔ ')
    expect(await digest('v1.0.0')).toBe(await digest('dev'))
    expect(await digest('stable')).toBe(await digest('dev'))
  })

  test('takes the token from the environment and never shows it', async () => {
    const { code, out, err } = await cli(
      'semver-tag',
      '--repository',
      'org/app',
      '--target',
      'main',
      '--version',
      '1.0.0',
    )
    expect({ code, err: err.includes('defect') }).toEqual({ code: 0, err: false })
    expect(await world.github.resolve('org/app', 'refs/tags/v1.0.0')).toBeDefined()
    expect(out + err).not.toContain('a-secret-token')
  })

  test('fails with a refusal, after showing what it found', async () => {
    const registry = await world.registry('quay.io')
    registry.push(
      'org/app',
      ['dev'],
      buildIndex({ name: 'org/app', version: 'main', revision: 'b'.repeat(40), source: 'https://github.com/org/app' }),
    )
    const before = await digest('v1.0.0')
    const { code, err } = await cli('retag-image', '--source', 'quay.io/org/app:dev', '--tags', 'v1.0.0')
    expect(code).toBe(1)
    expect(err).toContain('error: ')
    expect(err).toContain('v1.0.0')
    expect(await digest('v1.0.0')).toBe(before)
  })

  test('fails with words when the place does not exist', async () => {
    const { code, err } = await cli('retag-image', '--source', 'quay.io/org/none:dev', '--tags', 'v1.0.0')
    expect(code).toBe(1)
    expect(err).not.toContain('    at ')
  })
})
