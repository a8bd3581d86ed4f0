import { describe, expect, test } from 'vitest'
import { apply, Draft } from '../../../packages/plan/index.ts'

const COMMIT: Readonly<Record<string, string>> = {
  'README.md': 'Read me\n',
  'stack/a.env': 'a=1\n',
  'stack/b.env': 'b=1\n',
}

function aDraft() {
  const asked: string[] = []
  const draft = new Draft(Object.keys(COMMIT), async (path) => {
    asked.push(path)
    return Buffer.from(COMMIT[path] ?? '')
  })
  return { draft, asked }
}

async function edit(draft: Draft, path: string, content: string | null): Promise<void> {
  const change = await draft.change(path, content, 'a test')
  await apply(change === null ? [] : [change])
}

describe('a draft', () => {
  test('reads a file of the commit once, however its path is spelled', async () => {
    const { draft, asked } = aDraft()
    expect(String(await draft.read('stack/a.env'))).toBe('a=1\n')
    expect(String(await draft.read('./stack/../stack/a.env'))).toBe('a=1\n')
    expect(await draft.read('stack')).toBeNull()
    expect(await draft.read('../README.md')).toBeNull()
    expect(asked).toEqual(['stack/a.env'])
  })

  test('shows what was edited to whoever reads next, and keeps it apart from the commit', async () => {
    const { draft } = aDraft()
    await edit(draft, './stack/a.env', 'a=2\n')
    await edit(draft, 'stack/b.env', null)
    await edit(draft, 'stack/c.env', 'c=1\n')
    await edit(draft, 'README.md', 'Read me\n')
    expect(String(await draft.read('stack/a.env'))).toBe('a=2\n')
    expect(await draft.read('stack/b.env')).toBeNull()
    expect(await draft.list('stack')).toEqual(['stack/a.env', 'stack/c.env'])
    expect(await draft.list('.')).toEqual(['README.md', 'stack/a.env', 'stack/c.env'])
    expect([...draft.edits].map(([path, content]) => [path, content === null ? null : String(content)])).toEqual([
      ['stack/a.env', 'a=2\n'],
      ['stack/b.env', null],
      ['stack/c.env', 'c=1\n'],
    ])
  })

  test('plans a change as a checkout does', async () => {
    const { draft } = aDraft()
    expect(await draft.change('README.md', 'Read me\n', 'nothing')).toBeNull()
    expect(await draft.change('README.md', 'Read!\n', 'a word')).toMatchObject({
      action: 'update',
      subject: 'file README.md',
    })
    expect(await draft.change('new.md', 'New\n', 'a file')).toMatchObject({ action: 'create', before: null })
    expect(await draft.change('README.md', null, 'gone')).toMatchObject({ action: 'delete', after: null })
    expect(draft.edits.size).toBe(0)
  })
})
