import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareCommits, isAncestor, walk } from '../../../../packages/sandbox/github/git/history.ts'
import { diffLines } from '../../../../packages/sandbox/github/git/lines.ts'
import { mergeCommits, rebase } from '../../../../packages/sandbox/github/git/merge.ts'
import { ObjectStore } from '../../../../packages/sandbox/github/git/store.ts'
import { editTree } from '../../../../packages/sandbox/github/git/tree.ts'
import { git, temporaryDirectory } from './githubs.ts'

async function aStore(): Promise<{ store: ObjectStore; directory: string }> {
  const directory = await temporaryDirectory()
  await git(directory, 'init', '--quiet', '--bare', '.')
  return { store: new ObjectStore(directory), directory }
}

/** A commit of files with so many seconds of age. */
async function commit(
  store: ObjectStore,
  files: Readonly<Record<string, string>>,
  parents: readonly string[],
  seconds = 0,
): Promise<string> {
  const edits = Object.entries(files).map(([path, text]) => ({
    path,
    entry: { mode: '100644', oid: store.write('blob', Buffer.from(text)) },
  }))
  const who = { name: 'A', email: 'a@example.org', date: new Date(1_700_000_000_000 + seconds * 1000) }
  const tree = await editTree(store, undefined, edits)
  return store.writeCommit({ tree, parents, author: who, committer: who, message: `at ${seconds}\n` })
}

const line = fc.constantFrom('a', 'b', 'c', 'd', '')
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.map((part) => `${part}\n`).join(''))
const path = fc.constantFrom('one', 'two', 'dir/one', 'dir/two', 'dir/deep/x', 'deep/x')
const files = fc.dictionary(path, text, { minKeys: 1, maxKeys: 5 })
const edits = fc.array(fc.tuple(path, fc.option(text)), { maxLength: 3 })

function edited(base: Readonly<Record<string, string>>, changes: readonly (readonly [string, string | null])[]) {
  const kept = new Map(Object.entries(base))
  for (const [name, content] of changes) {
    if (content === null) kept.delete(name)
    else kept.set(name, content)
  }
  return Object.fromEntries(kept)
}

describe('merging', () => {
  test('gives the tree of git, or a conflict where git has one', async () => {
    const { store, directory } = await aStore()
    const options = ['-c', 'merge.directoryRenames=false']
    let conflicts = 0
    let clean = 0
    await fc.assert(
      fc.asyncProperty(files, edits, edits, async (base, mine, other) => {
        const [ours, theirs] = [edited(base, mine), edited(base, other)]
        const root = await commit(store, base, [])
        const [left, right] = [await commit(store, ours, [root], 1), await commit(store, theirs, [root], 2)]
        const expected = await git(
          directory,
          ...options,
          'merge-tree',
          '--write-tree',
          '--no-messages',
          left,
          right,
        ).catch(() => undefined)
        const merged = await mergeCommits(store, left, right)
        expect(merged).toBe(expected)
        if (merged === undefined) conflicts += 1
        else clean += 1
      }),
      { numRuns: 60 },
    )
    expect(Math.min(conflicts, clean)).toBeGreaterThan(0)
  }, 60_000)

  test('does not lose a file that both sides renamed differently', async () => {
    const { store } = await aStore()
    const content = 'one\ntwo\nthree\nfour\n'
    const root = await commit(store, { old: content, other: 'x\n' }, [])
    const left = await commit(store, { left: content, other: 'x\n' }, [root], 1)
    const right = await commit(store, { right: content, other: 'x\n' }, [root], 2)
    expect(await mergeCommits(store, left, right)).toBeUndefined()
  })

  test('replays commits as a rebase does', async () => {
    const { store, directory } = await aStore()
    const base = { file: `top\n${'same\n'.repeat(9)}bottom\n` }
    const root = await commit(store, base, [])
    const onto = await commit(store, { file: base.file.replace('top', 'TOP'), new: 'x' }, [root], 1)
    const first = await commit(store, { file: base.file.replace('bottom', 'BOTTOM') }, [root], 2)
    const second = await commit(store, { file: base.file.replace('bottom', 'END'), added: 'y' }, [first], 3)
    const committer = { name: 'G', email: 'g@example.org', date: new Date(1_800_000_000_000) }
    const tip = await rebase(store, [first, second], onto, committer)
    expect(await git(directory, 'log', '--format=%s %an %cn', `${onto}..${tip ?? ''}`)).toBe('at 3 A G\nat 2 A G')
    expect(await git(directory, 'show', `${tip ?? ''}:file`)).toBe(`TOP\n${'same\n'.repeat(9)}END`)
    expect(await git(directory, 'ls-tree', '--name-only', tip ?? '')).toBe('added\nfile\nnew')
  })
})

describe('history', () => {
  test('is compared as git compares it, whatever was merged with what', async () => {
    const { store, directory } = await aStore()
    const graph = fc.array(
      fc.tuple(fc.nat({ max: 30 }), fc.option(fc.nat({ max: 30 }), { freq: 2 }), fc.nat({ max: 1 })),
      {
        minLength: 3,
        maxLength: 14,
      },
    )
    await fc.assert(
      fc.asyncProperty(graph, fc.nat({ max: 30 }), fc.nat({ max: 30 }), async (steps, pickBase, pickHead) => {
        const commits = [await commit(store, { f: 'root' }, [])]
        let seconds = 0
        for (const [index, [first, second, pause]] of steps.entries()) {
          // Several commits may share a second, as they do in a world without a clock.
          seconds += pause
          const parents = [first, ...(second === null ? [] : [second])].map(
            (pick) => commits[pick % commits.length] ?? '',
          )
          commits.push(await commit(store, { f: `${index}` }, [...new Set(parents)], seconds))
        }
        const [base = '', head = ''] = [commits[pickBase % commits.length], commits[pickHead % commits.length]]
        const compared = await compareCommits(store, base, head)
        const counts = await git(directory, 'rev-list', '--left-right', '--count', `${base}...${head}`)
        expect(`${compared.behind.length}\t${compared.ahead.length}`).toBe(counts)
        expect((await git(directory, 'merge-base', '--all', base, head)).split('\n')).toContain(compared.mergeBase)
        const seen = new Set<string>()
        for (const oid of compared.ahead) {
          const found = await store.commit(oid)
          expect(found?.parents.filter((parent) => compared.ahead.includes(parent) && !seen.has(parent))).toEqual([])
          seen.add(oid)
        }
        expect(await isAncestor(store, base, head)).toBe(compared.behind.length === 0)
        let walked = 0
        for await (const entry of walk(store, head)) walked += entry.oid === '' ? 0 : 1
        expect(String(walked)).toBe(await git(directory, 'rev-list', '--count', head))
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  test('has no common ancestor when there is none', async () => {
    const { store } = await aStore()
    const [one, other] = [await commit(store, { a: 'a' }, []), await commit(store, { b: 'b' }, [])]
    expect(await compareCommits(store, one, other)).toMatchObject({
      mergeBase: undefined,
      ahead: [other],
      behind: [one],
    })
    expect(await mergeCommits(store, one, other)).toBeUndefined()
  })
})

describe('the diff of a file', () => {
  test('is as short as a diff can be, and git can apply it', async () => {
    const directory = await temporaryDirectory()
    const end = fc.constantFrom('', 'end')
    await fc.assert(
      fc.asyncProperty(text, text, end, end, async (before, after, tail, newTail) => {
        const [old, now] = [before + tail, after + newTail]
        await writeFile(join(directory, 'old'), old)
        await writeFile(join(directory, 'now'), now)
        const { additions, deletions, patch = '' } = diffLines(Buffer.from(old), Buffer.from(now))
        // Not git's own count: git sets frequent lines aside first, and its diff is then longer than it need be.
        const [oldLines, newLines] = [old, now].map((content) => content.match(/[^\n]*\n|[^\n]+$/g) ?? [])
        const kept = longestCommon(oldLines ?? [], newLines ?? [])
        expect({ additions, deletions }).toEqual({
          additions: (newLines?.length ?? 0) - kept,
          deletions: (oldLines?.length ?? 0) - kept,
        })
        if (old === now) return
        await writeFile(join(directory, 'patch'), `--- a/old\n+++ b/old\n${patch}\n`)
        await git(directory, 'apply', '--unsafe-paths', '--allow-empty', 'patch')
        expect(await git(directory, 'hash-object', 'old')).toBe(await git(directory, 'hash-object', 'now'))
      }),
      { numRuns: 60, examples: [['a\na\nd\na\na\na\na\na\n', 'd\nd\nd\nd\n', '', '']] },
    )
  }, 60_000)

  test('leaves out the patch of a binary file and of a file that is new from end to end', () => {
    expect(diffLines(Buffer.from([0, 1]), Buffer.from([0, 2]))).toEqual({ additions: 0, deletions: 0 })
    const many = (word: string): Buffer =>
      Buffer.from(Array.from({ length: 1200 }, (_, index) => `${word} ${index}\n`).join(''))
    expect(diffLines(many('old'), many('new'))).toEqual({ additions: 1200, deletions: 1200 })
  })
})

/** How many lines the two have in common, in order: the textbook table, which a shortest diff cannot beat. */
function longestCommon(left: readonly string[], right: readonly string[]): number {
  let row = Array.from({ length: right.length + 1 }, () => 0)
  for (const one of left) {
    const next = [0]
    for (const [index, other] of right.entries()) {
      next.push(one === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
