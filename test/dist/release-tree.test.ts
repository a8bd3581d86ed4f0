import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { actions } from '../../actions/index.ts'
import { compositeNames } from '../../scripts/composite.ts'
import { runStep } from '../transcripts/runner.ts'

const root = join(import.meta.dirname, '..', '..')
const base = mkdtempSync(join(tmpdir(), 'release-tree-'))
const tree = join(base, 'tree')

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts', 'release-tree.ts'), tree], { stdio: 'pipe' })
})
afterAll(() => rmSync(base, { recursive: true }))

const folders = [...Object.keys(actions), 'retag']

describe('the tree that a tag carries', () => {
  it('holds a folder for each action, the short name retag, and nothing that consumers do not need', () => {
    expect(readdirSync(tree).sort()).toEqual([...folders, ...compositeNames, 'LICENSE', 'README.md', 'dist'].sort())
    for (const folder of [...folders, ...compositeNames]) expect(readdirSync(join(tree, folder)).sort()).toEqual(['README.md', 'action-types.yml', 'action.yml'])
  })

  it.each(folders)('%s runs from its action.yml and asks for what it misses or does nothing', async (folder) => {
    const metadata: { runs: { using: string; main: string } } = parse(readFileSync(join(tree, folder, 'action.yml'), 'utf8'))
    expect(metadata.runs.using).toBe('node24')
    const entry = join(tree, folder, metadata.runs.main)
    expect(existsSync(entry)).toBe(true)
    const { code, stdout } = await runStep(folder, { entry })
    // With nothing given an action either has nothing to do or says in one line which input or file it misses.
    if (code !== 0) expect(stdout).toMatch(/^::error[^\n]*::[^\n]+\n/)
    expect(stdout).not.toContain('Defect')
    expect(stdout).not.toContain('    at ')
  })

  it.each(compositeNames)('%s is made of actions that are in the tree', (folder) => {
    const text = readFileSync(join(tree, folder, 'action.yml'), 'utf8')
    const metadata: { runs: { using: string } } = parse(text)
    expect(metadata.runs.using).toBe('composite')
    const used = [...text.matchAll(/uses: project-codeflare\/actions\/([\w-]+)@v1/g)].map((match) => match[1])
    expect(used.length).toBeGreaterThan(1)
    for (const action of used) expect(folders).toContain(action)
  })

  it('is at most 500 KB as tar.gz', () => {
    const archive = join(base, 'tree.tar.gz')
    // In the order of `git archive`, which is what a runner downloads.
    execFileSync('tar', ['--sort=name', '-czf', archive, '-C', base, 'tree'])
    expect(statSync(archive).size).toBeLessThanOrEqual(500 * 1000)
  })
})
