import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { readWorldFile } from '../../../packages/cli/rehearsal/world-file.ts'
import { UserError } from '../../../packages/plan/index.ts'

const made: string[] = []
afterEach(async () => {
  for (const directory of made.splice(0)) await rm(directory, { recursive: true })
})

async function write(world: string, files: Record<string, string> = { 'o/r/a.txt': 'one two\n' }) {
  const directory = await mkdtemp(join(tmpdir(), 'world-file-'))
  made.push(directory)
  const all = Object.entries(files).map(([path, text]) => [`repositories/${path}`, text] as const)
  for (const [path, text] of [...all, ['world.yaml', world] as const]) {
    await mkdir(dirname(join(directory, path)), { recursive: true })
    await writeFile(join(directory, path), text)
  }
  return readWorldFile(directory)
}

const world = (history: string): string => `now: 2024-04-05T09:00:00Z\nrepositories:\n  o/r:\n    history:\n${history}`

describe('world.yaml', () => {
  test('begins with the files beside it and edits them from entry to entry', async () => {
    const file = await write(
      world(`      - { on: 2024-01-01, commit: first, release: v1.0.0, tags: [vv1] }
      - { on: 2024-01-02, pull: second, by: ada, files: { a.txt: [{ find: one, put: '1' }] } }
      - { on: 2024-01-03, commit: third, files: { a.txt: [{ every: '1', put: two }] } }
`),
    )
    const [repository] = file.repositories
    expect(
      repository?.history.map(({ message, files, releases, tags, pull }) => ({
        message,
        files: files['a.txt']?.toString(),
        releases,
        tags,
        by: pull?.by,
      })),
    ).toEqual([
      { message: 'first', files: 'one two\n', releases: ['v1.0.0'], tags: ['vv1'], by: undefined },
      { message: 'second', files: '1 two\n', releases: [], tags: [], by: 'ada' },
      { message: 'third', files: 'two two\n', releases: [], tags: [], by: undefined },
    ])
  })

  test.each([
    ['      - { on: 2024-01-01, commit: x, files: { a.txt: [{ find: three, put: y }] } }\n', '0 times'],
    ['      - { on: 2024-01-01, commit: x, files: { a.txt: [{ find: o, put: y }] } }\n', '2 times'],
    ['      - { on: 2024-01-01, commit: x, files: { b.txt: [{ find: o, put: y }] } }\n', 'no file b.txt'],
    ['      - { on: yesterday, commit: x }\n', 'repositories.o/r.history.0'],
    ['      - { on: 2024-01-01, comit: x }\n', 'repositories.o/r.history.0'],
    ['      []\n', 'history'],
  ])('%j is refused', async (history, message) => {
    await expect(write(world(history))).rejects.toThrow(UserError)
    await expect(write(world(history))).rejects.toThrow(message)
  })
})
