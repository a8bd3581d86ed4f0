import { describe, expect, it } from 'vitest'
import {
  decideBuild,
  type History,
  templateFromPrefix,
  type VersionRequest,
  versionOf,
} from '../../../packages/versions/index.ts'

/** A straight history of the commits 1, 2, 3 …, and tags on them. */
function straight(tags: Readonly<Record<string, number>>): History {
  return {
    tags: (prefix) => Promise.resolve(Object.keys(tags).filter((tag) => tag.startsWith(prefix))),
    commitOf: (tag) => Promise.resolve(String(tags[tag])),
    contains: (head, commit) => Promise.resolve(Number(commit) <= Number(head)),
    since: (ancestor, head) =>
      Promise.resolve(
        Array.from({ length: Number(head) - Number(ancestor ?? 0) }, (_, index) => ({
          sha: String(Number(ancestor ?? 0) + index + 1),
          message: 'fix: x',
          parents: 1,
        })),
      ),
  }
}

const ask = (target: string, given: Partial<VersionRequest> = {}): VersionRequest => ({
  version: versionOf(1, 2, 0),
  bump: 'auto',
  prereleaseId: 'rc',
  line: null,
  template: templateFromPrefix('v{version}-odh-{n}', 'tag-prefix'),
  target,
  ...given,
})

const OUT = { 'v1.1.0-odh-1': 2, 'v1.2.0-odh-9': 3, 'v1.2.0-odh-10': 4, 'v1.2.0': 3, 'v1.2.0-odh': 3 }

describe('the next build of a version', () => {
  it('has the number after the highest, counted as numbers', async () => {
    expect(await decideBuild(ask('5'), straight(OUT))).toMatchObject({
      tag: 'v1.2.0-odh-11',
      previous: { tag: 'v1.2.0-odh-10' },
      bump: 'build',
      exists: false,
    })
  })

  it('is the first where the version was not built, after the build of another', async () => {
    const decision = await decideBuild(ask('5', { version: versionOf(1, 3, 0) }), straight(OUT))
    expect(decision).toMatchObject({ tag: 'v1.3.0-odh-1', previous: { tag: 'v1.2.0-odh-10' }, bump: 'minor' })
  })

  it('is there when its commit is tagged, and decided the same', async () => {
    const first = await decideBuild(ask('5'), straight(OUT))
    const { exists, reasons: _, ...again } = await decideBuild(ask('5'), straight({ ...OUT, [first.tag]: 5 }))
    expect(exists).toBe(true)
    expect(first).toMatchObject(again)
    expect(await decideBuild(ask('3'), straight(OUT))).toMatchObject({
      tag: 'v1.2.0-odh-9',
      previous: { tag: 'v1.1.0-odh-1' },
      exists: true,
    })
  })

  it.each([
    [
      'loses the build before it',
      ask('3'),
      straight({ ...OUT, 'v1.2.0-odh-9': 1 }),
      'Commit 3 does not contain v1.2.0-odh-10 (4)',
    ],
    [
      'is of an older version of the line',
      ask('5'),
      straight({ 'v1.2.1-odh-1': 2 }),
      'is not higher than that of v1.2.1-odh-1',
    ],
    ['is of no version', ask('5', { version: null }), straight(OUT), 'count the builds of a version'],
    ['is named by a bump', ask('5', { bump: 'minor' }), straight(OUT), 'count the builds of a version'],
    ['is of another line', ask('5', { line: { major: 1, minor: 1 } }), straight(OUT), 'is not of release line 1.1'],
  ])('is refused when it %s', async (_, request, history, message) => {
    await expect(decideBuild(request, history)).rejects.toThrow(message)
  })
})
