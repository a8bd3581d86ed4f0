import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommandLine } from '../../packages/cli/index.ts'
import { hashOf } from './scene.ts'

const MANIFEST = `train: mine
title: My Stack
components:
  operator:
    name: My Operator
    repository: acme/operator
    leads: true
    images:
      - { name: registry.example.com/acme/operator, channels: [dev, stable] }
    depends-on: [engine, ray]
    versions:
      - { of: engine, file: Makefile, form: makefile, key: ENGINE_VERSION }
      - { of: ray, file: Makefile, form: makefile, key: RAY_VERSION }
    matrix: { file: README.md, section: Versions }
  engine:
    name: Engine
    repository: acme/engine
    images:
      - { name: registry.example.com/acme/engine, channels: [dev, stable] }
external:
  ray: { name: Ray, repository: ray-project/ray }
downstream:
  - name: Docs
    repository: acme/docs
    within-days: 3
    matrix: { file: README.md, section: Versions }
`

describe('a rehearsal on somebody’s own clones', () => {
  let home: string
  const git = (repository: string, ...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Me', '-c', 'user.email=me@example.com', ...args], {
      cwd: join(home, 'clones', repository),
      encoding: 'utf8',
      env: { ...process.env, GIT_COMMITTER_DATE: '2024-01-02T03:04:05Z', GIT_AUTHOR_DATE: '2024-01-02T03:04:05Z' },
    })
  const commit = async (
    repository: string,
    message: string,
    files: Record<string, string>,
    tag?: string,
  ): Promise<void> => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(home, 'clones', repository, path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, text)
    }
    git(repository, 'add', '.')
    git(repository, 'commit', '--quiet', '-m', message)
    if (tag !== undefined) git(repository, 'tag', tag)
  }
  const cli = async (...argv: string[]): Promise<{ code: number; out: string; err: string }> => {
    let [out, err] = ['', '']
    const code = await runCommandLine(argv, {
      environment: {},
      directory: home,
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      interactive: false,
      signal: new AbortController().signal,
    })
    return { code, out, err }
  }

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'own-'))
    // Both layouts that are looked for: OWNER/NAME and NAME.
    for (const repository of ['acme/operator', 'engine']) {
      await mkdir(join(home, 'clones', repository), { recursive: true })
      git(repository, 'init', '--quiet', '--initial-branch=main')
    }
    await commit(
      'acme/operator',
      'feat: first',
      {
        Makefile: 'ENGINE_VERSION ?= v0.3.0\nRAY_VERSION ?= v2.9.0\n',
        'README.md':
          '# Operator\n\n<!-- Versions start -->\n| Component | Version |\n|---|---|\n| My Operator | v1.0.0 |\n| Engine | v0.3.0 |\n| Ray | v2.9.0 |\n<!-- Versions end -->\n',
      },
      'v1.0.0',
    )
    await commit('acme/operator', 'fix: a leak', { 'main.go': 'package main\n' })
    await commit('engine', 'feat: first', { 'engine.go': 'package engine\n' }, 'v0.3.0')
    await commit('engine', 'feat: twice as fast', { 'engine.go': 'package engine // fast\n' })
    await writeFile(join(home, 'train.yaml'), MANIFEST)
  })
  afterAll(() => rm(home, { recursive: true }))

  test('releases what they hold, says what is not there, and leaves them as they are', async () => {
    const before = await hashOf(join(home, 'clones'))
    const { code, out, err } = await cli(
      'rehearse',
      '--repositories',
      'clones',
      '--manifest',
      'train.yaml',
      '--keep',
      'kept',
    )
    expect(err).toContain('✔ 4')
    expect(code).toBe(0)
    expect(err).toContain('Ray (ray-project/ray) is not among the clones')
    expect(err).toContain('Docs (acme/docs) is not among the clones')
    expect(out).toContain('My Stack v1.1.0')
    expect(out).toContain('v0.4.0')
    const page = await readFile(join(home, 'kept', 'report.html'), 'utf8')
    expect(page).toContain('registry.example.com/acme/engine')
    const makefile = execFileSync(
      'git',
      ['-C', join(home, 'kept/world/github/acme/operator.git'), 'show', 'v1.1.0:Makefile'],
      { encoding: 'utf8' },
    )
    expect(makefile).toBe('ENGINE_VERSION ?= v0.4.0\nRAY_VERSION ?= v2.9.0\n')
    expect(await hashOf(join(home, 'clones'))).toBe(before)
  })

  test('goes on where a kept world stands', async () => {
    const { code, out } = await cli(
      'rehearse',
      '--repositories',
      'clones',
      '--manifest',
      'train.yaml',
      '--keep',
      'kept',
    )
    expect(code).toBe(0)
    expect(out).toContain('v1.1.0 is out already')
  })

  test('does not mix worlds', async () => {
    const { code, err } = await cli('rehearse', '--keep', 'kept')
    expect(code).toBe(1)
    expect(err).toContain('holds a rehearsal of another stack')
  })

  test.each([
    [
      'a component without a clone',
      MANIFEST.replaceAll('acme/engine', 'acme/motor'),
      'There is no clone of acme/motor',
    ],
    [
      'a manifest that contradicts itself',
      MANIFEST.replace('depends-on: [engine, ray]', 'depends-on: [engin, ray]'),
      'engin',
    ],
    [
      'a branch that is not there',
      MANIFEST.replace('repository: acme/engine', 'repository: acme/engine\n    branch: trunk'),
      'trunk',
    ],
  ])('%s is named before anything is written', async (_, manifest, message) => {
    await writeFile(join(home, 'wrong.yaml'), manifest)
    const { code, err } = await cli('rehearse', '--repositories', 'clones', '--manifest', 'wrong.yaml')
    expect(code).toBe(1)
    expect(err).toContain(message)
    expect(err).not.toContain('    at ')
  })
})
