import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { apply, Workspace } from '../../../packages/plan/index.ts'

let root: string
let outside: string

beforeEach(() => {
  const base = mkdtempSync(join(tmpdir(), 'workspace-'))
  root = join(base, 'checkout')
  outside = join(base, 'outside')
  mkdirSync(root)
  mkdirSync(outside)
  writeFileSync(join(outside, 'secret'), 'theirs')
})
afterEach(() => rmSync(join(root, '..'), { recursive: true }))

describe('the files of a checkout', () => {
  it.each(['../outside/secret', '/etc/passwd', 'a/../../outside/secret', 'C:\\Windows\\win.ini', 'a\0b'])(
    'refuses %j, which leaves the checkout',
    async (path) => {
      await expect(new Workspace(root).read(path, 'Input “file”')).rejects.toThrow(
        `Input “file”: “${path}” leaves the workspace.`,
      )
    },
  )

  it('refuses to read or write through a symbolic link that leads outside', async () => {
    symlinkSync(outside, join(root, 'link'))
    const workspace = new Workspace(root)
    await expect(workspace.read('link/secret')).rejects.toThrow('leaves the workspace')
    await expect(workspace.change('link/new', 'x', 'test')).rejects.toThrow('leaves the workspace')
    expect(readdirSync(outside)).toEqual(['secret'])
  })

  it('plans no change for a file that holds the content already', async () => {
    writeFileSync(join(root, 'a'), 'same')
    expect(await new Workspace(root).change('a', 'same', 'test')).toBeNull()
  })

  it('creates, updates and deletes files, keeping their mode and leaving nothing beside them', async () => {
    writeFileSync(join(root, 'run.sh'), 'old', { mode: 0o755 })
    writeFileSync(join(root, 'gone'), 'x')
    const workspace = new Workspace(root)
    const changes = await Promise.all([
      workspace.change('deep/er/new', 'new', 'test'),
      workspace.change('run.sh', 'new', 'test'),
      workspace.change('gone', null, 'test'),
    ])
    await apply(changes.filter((change) => change !== null))
    expect(await workspace.list('.')).toEqual(['deep/er/new', 'run.sh'])
    expect(readFileSync(join(root, 'run.sh'), 'utf8')).toBe('new')
    expect(lstatSync(join(root, 'run.sh')).mode & 0o777).toBe(0o755)
    expect(changes.map((change) => change?.action)).toEqual(['create', 'update', 'delete'])
  })

  it('lists files sorted, without .git and without links', async () => {
    mkdirSync(join(root, '.git'))
    writeFileSync(join(root, '.git', 'HEAD'), '')
    writeFileSync(join(root, 'b'), '')
    writeFileSync(join(root, 'a'), '')
    symlinkSync(join(outside, 'secret'), join(root, 'c'))
    expect(await new Workspace(root).list('.')).toEqual(['a', 'b'])
    expect(await new Workspace(root).list('missing')).toEqual([])
  })

  it('says when a directory stands where a file was expected', async () => {
    mkdirSync(join(root, 'config'))
    await expect(new Workspace(root).read('config', 'Input “file”')).rejects.toThrow(
      'Input “file”: “config” is a directory; a file was expected.',
    )
  })
})
