/** The workflows that consumers copy: each has its properties, the least permissions, and foreign actions pinned by commit. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isMap, isScalar, parseDocument, visit } from 'yaml'

const root = join(import.meta.dirname, '..', '..')
const templates = globSync('workflows-templates/*.yml', { cwd: root }).concat(
  globSync('.github/workflows/*.yml', { cwd: root }),
)

describe.each(templates)('%s', (file) => {
  const text = readFileSync(join(root, file), 'utf8')
  const document = parseDocument(text)

  it('is YAML, grants nothing to the whole workflow but reading, and says what each job may', () => {
    expect(document.errors).toEqual([])
    const granted = document.get('permissions')
    expect(isMap(granted) ? granted.items.map(({ value }) => String(value)) : null).not.toContain('write')
    expect(isMap(granted)).toBe(true)
  })

  it('pins every action that is not ours by commit', () => {
    const used: string[] = []
    visit(document, {
      Pair(_, { key, value }) {
        if (isScalar(key) && key.value === 'uses' && isScalar(value)) used.push(String(value.value))
      },
    })
    for (const action of used) expect(action).toMatch(/^project-codeflare\/actions\/[\w-]+@v1$|@[0-9a-f]{40}$/)
  })

  it('puts no expression into a script', () => {
    visit(document, {
      Pair(_, { key, value }) {
        if (isScalar(key) && key.value === 'run' && isScalar(value)) expect(String(value.value)).not.toContain('${{')
      },
    })
    expect(isMap(document.contents)).toBe(true)
  })

  if (!file.startsWith('workflows-templates')) return
  it('has the properties that GitHub asks of a template', () => {
    const properties: unknown = JSON.parse(readFileSync(join(root, file.replace(/\.yml$/, '.properties.json')), 'utf8'))
    const entries = new Map<string, unknown>(Object.entries(Object(properties)))
    for (const key of ['name', 'description']) expect(entries.get(key), key).toMatch(/./)
    expect(entries.get('iconName')).toMatch(/^octicon /)
  })
})
