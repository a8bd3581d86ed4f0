import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { apply, Workspace } from '../../../packages/plan/index.ts'
import { parseVersion, planUpdate, type Release, TagTemplate, type Wanted } from '../../../packages/versions/index.ts'

function checkout(files: Readonly<Record<string, string>>): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'versions-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return new Workspace(root)
}

const release = (version: string): Release => ({
  version: parseVersion(version, 'test'),
  template: new TagTemplate('v{version}', 'test'),
})

const makefile = (key: string, version: string): Wanted => ({
  file: 'Makefile',
  form: 'makefile',
  key,
  to: release(version),
  of: key,
})

it('makes one change a file, whatever the number of places', async () => {
  const workspace = checkout({ Makefile: 'A ?= v1.0.0\nB ?= v1.0.0\n', 'sub/go.mod': 'require a/b v1.0.0\n' })
  const go: Wanted = { file: 'sub/go.mod', form: 'go-mod', key: 'a/b', to: release('1.1.0'), of: 'AB' }
  const update = await planUpdate(workspace, [makefile('B', '2.0.0'), go, makefile('A', '1.0.1')])
  expect(update.changes.map(({ subject, reason }) => [subject, reason])).toEqual([
    ['file Makefile', 'holds the versions of B, A'],
    ['file sub/go.mod', 'holds the versions of AB'],
  ])
  expect(update.edits.map(({ file, line, before, after }) => [file, line, before, after])).toEqual([
    ['Makefile', 1, 'v1.0.0', 'v1.0.1'],
    ['Makefile', 2, 'v1.0.0', 'v2.0.0'],
    ['sub/go.mod', 1, 'v1.0.0', 'v1.1.0'],
  ])
  expect(update.files).toEqual(['Makefile', 'sub/go.mod'])
  expect(update.untidy).toEqual(['sub/go.mod'])
  await apply(update.changes)
  expect(String(await workspace.read('Makefile'))).toBe('A ?= v1.0.1\nB ?= v2.0.0\n')
  const again = await planUpdate(workspace, [makefile('B', '2.0.0'), go])
  expect([again.changes, again.edits, again.files, again.untidy]).toEqual([[], [], ['Makefile', 'sub/go.mod'], []])
})

it('changes no file when one place cannot be edited', async () => {
  const workspace = checkout({ Makefile: 'A ?= v1.0.0\n' })
  await expect(planUpdate(workspace, [makefile('A', '1.1.0'), makefile('B', '1.1.0')])).rejects.toThrow(
    'Makefile: the variable “B” was not found (form makefile).',
  )
  await expect(planUpdate(workspace, [{ ...makefile('A', '1.1.0'), file: 'gone.mk' }])).rejects.toThrow(
    'gone.mk: the file does not exist, and a version should be written in it.',
  )
})

it('says that go mod tidy is needed until go.sum knows the version', async () => {
  const wanted: Wanted = { file: 'go.mod', form: 'go-mod', key: 'a/b', to: release('1.1.0'), of: 'AB' }
  const old = 'a/b v1.0.0 h1:old=\na/b v1.0.0/go.mod h1:old=\na/b v1.1.0/go.mod h1:new=\n'
  const stale = checkout({ 'go.mod': 'require a/b v1.0.0\n', 'go.sum': old })
  expect((await planUpdate(stale, [wanted])).untidy).toEqual(['go.mod'])
  const half = checkout({ 'go.mod': 'require a/b v1.1.0\n', 'go.sum': old })
  expect((await planUpdate(half, [wanted])).untidy).toEqual(['go.mod'])
  const tidy = checkout({ 'go.mod': 'require a/b v1.1.0\n', 'go.sum': `${old}a/b v1.1.0 h1:new=\n` })
  expect((await planUpdate(tidy, [wanted])).untidy).toEqual([])
})
