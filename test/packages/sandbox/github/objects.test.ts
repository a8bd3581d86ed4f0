import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  decodeCommit,
  decodeTag,
  decodeTree,
  encodeCommit,
  encodeTag,
  encodeTree,
  frameObject,
  type Signature,
  type TreeEntry,
} from '../../../../packages/sandbox/github/git/object.ts'
import { ObjectStore } from '../../../../packages/sandbox/github/git/store.ts'
import { isTreePath } from '../../../../packages/sandbox/github/git/tree.ts'
import { isRefName } from '../../../../packages/sandbox/github/git/refs.ts'
import { git, temporaryDirectory } from './githubs.ts'

const name = fc.stringMatching(/^[a-zA-Z0-9._ äß-]{1,12}$/).filter((text) => isTreePath(text))
const oid = fc.stringMatching(/^[0-9a-f]{40}$/)
const signature: fc.Arbitrary<Signature> = fc.record({
  name: fc.stringMatching(/^[A-Za-zé]{1,10}( [A-Za-z]{1,10})?$/),
  email: fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.org$/),
  date: fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000)),
})
const message = fc.string({ unit: 'grapheme', maxLength: 80 }).map((text) => text.replaceAll('\0', ''))
const entries: fc.Arbitrary<TreeEntry[]> = fc.uniqueArray(
  fc.record({ mode: fc.constantFrom('100644', '100755', '40000', '120000', '160000'), name, oid }),
  { selector: (entry) => entry.name, maxLength: 12 },
)

describe('the object codec', () => {
  test('reads back every commit that it writes', () => {
    const commits = fc.record({
      tree: oid,
      parents: fc.array(oid, { maxLength: 3 }),
      author: signature,
      committer: signature,
      message,
    })
    fc.assert(
      fc.property(commits, (commit) => {
        expect(decodeCommit(encodeCommit(commit))).toEqual(commit)
      }),
    )
  })

  test('reads back every tag and every tree that it writes', () => {
    const tags = fc.record({ object: oid, type: fc.constant('commit' as const), name, tagger: signature, message })
    fc.assert(
      fc.property(tags, (tag) => {
        expect(decodeTag(encodeTag(tag))).toEqual(tag)
      }),
    )
    const byName = (list: readonly TreeEntry[]): TreeEntry[] => list.toSorted((a, b) => (a.name < b.name ? -1 : 1))
    fc.assert(
      fc.property(entries, (list) => {
        expect(byName(decodeTree(encodeTree(list)))).toEqual(byName(list))
      }),
    )
  })

  test('drops from an identity what would break the object', () => {
    const author = { name: 'A <b>\nc', email: 'a@b>\n', date: new Date(0) }
    const text = encodeCommit({ tree: 'a'.repeat(40), parents: [], author, committer: author, message: 'x' }).toString()
    expect(text).toContain('author A bc <a@b> 0 +0000\n')
  })

  test('names every blob and tree as git does', async () => {
    const directory = await temporaryDirectory()
    await git(directory, 'init', '--quiet', '--bare', '.')
    const store = new ObjectStore(directory)
    const files = fc.dictionary(name, fc.uint8Array({ maxLength: 64 }), { minKeys: 1, maxKeys: 6 })
    await fc.assert(
      fc.asyncProperty(files, files, async (top, inner) => {
        const write = (contents: Record<string, Uint8Array>): TreeEntry[] =>
          Object.entries(contents).map(([key, bytes]) => ({
            mode: '100644',
            name: key,
            oid: store.write('blob', bytes),
          }))
        const folder = { mode: '40000', name: Object.keys(top)[0] ?? '', oid: store.writeTree(write(inner)) }
        const tree = store.writeTree([...write(top).filter((entry) => entry.name !== folder.name), folder])
        // What git makes of the same entries is the same tree: order, modes and ids agree.
        await git(directory, `--work-tree=${directory}`, 'read-tree', tree)
        expect(await git(directory, 'write-tree')).toBe(tree)
        for (const [key, bytes] of Object.entries(top).slice(1)) {
          expect(await git(directory, 'cat-file', '-s', `${tree}:${key}`)).toBe(String(bytes.length))
        }
      }),
      { numRuns: 15 },
    )
    expect(await git(directory, 'fsck', '--strict')).not.toMatch(/error|warning/)
  }, 60_000)

  test('knows the name of the empty tree', () => {
    expect(frameObject('tree', Buffer.alloc(0)).oid).toBe('4b825dc642cb6eb9a060e54bf8d69288fbee4904')
  })
})

describe('the object store', () => {
  test('reads packed objects like loose ones', async () => {
    const directory = await temporaryDirectory()
    await git(directory, 'init', '--quiet', '--bare', '.')
    const writer = new ObjectStore(directory)
    const blobs = Array.from({ length: 20 }, (_, index) =>
      writer.write('blob', Buffer.from(`blob\n${index}\n`.repeat(500))),
    )
    const tree = writer.writeTree(blobs.map((id, index) => ({ mode: '100644', name: `file-${index}`, oid: id })))
    const author = { name: 'A', email: 'a@b.org', date: new Date(1000) }
    const commit = writer.writeCommit({ tree, parents: [], author, committer: author, message: 'all\n' })
    await git(directory, 'update-ref', 'refs/heads/main', commit)
    await git(directory, 'gc', '--quiet', '--prune=now')
    expect(await git(directory, 'count-objects')).toMatch(/^0 objects/)

    const store = new ObjectStore(directory)
    onTestFinished(() => store.close())
    expect(await store.commit(commit)).toMatchObject({ tree, message: 'all\n' })
    const read = await Promise.all(blobs.map((id) => store.blob(id)))
    expect(read.map((bytes) => bytes?.toString())).toEqual(blobs.map((_id, index) => `blob\n${index}\n`.repeat(500)))
    expect(await store.read('0'.repeat(40))).toBeUndefined()
    expect(await store.read('../../../etc/passwd')).toBeUndefined()
  })

  test('borrows objects from another repository, as git does', async () => {
    const directory = await temporaryDirectory()
    await git(directory, 'init', '--quiet', '--bare', 'parent.git')
    await git(directory, 'clone', '--quiet', '--bare', '--shared', 'parent.git', 'fork.git')
    const blob = new ObjectStore(join(directory, 'parent.git')).write('blob', Buffer.from('shared'))
    expect((await new ObjectStore(join(directory, 'fork.git')).blob(blob))?.toString()).toBe('shared')
  })
})

describe('names', () => {
  test.each(['refs/heads/main', 'refs/heads/release-1.4', 'refs/tags/v1.2.3', 'refs/tags/sdk/v1.0.0-rc.1'])(
    '%s is a reference',
    async (ref) => {
      expect(isRefName(ref)).toBe(true)
      expect(await git('.', 'check-ref-format', ref)).toBe('')
    },
  )

  test.each([
    'main',
    'refs/heads',
    'refs/heads/',
    'refs/tags/v 1',
    'refs/tags/a..b',
    'refs/tags/.a',
    'refs/heads/a.lock',
    'refs/heads/../../x',
    'refs/tags/a~1',
    'refs/tags/@{x',
    'refs/tags/v1.',
  ])('%s is no reference', async (ref) => {
    expect(isRefName(ref)).toBe(false)
    if (ref !== 'refs/heads') await expect(git('.', 'check-ref-format', ref)).rejects.toThrow()
  })

  test.each(['../x', '/etc/passwd', 'a//b', 'a/./b', '.git/config', 'a/.GIT/hooks', '', 'a\0b'])(
    '%j is no path of a file',
    (path) => {
      expect(isTreePath(path)).toBe(false)
    },
  )
})
