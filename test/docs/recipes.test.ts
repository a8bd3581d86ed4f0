/** Every workflow that the documentation shows uses actions, inputs and outputs that exist, with values that they take. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { actions } from '../../actions/index.ts'
import type { Action } from '../../packages/action/index.ts'
import { compositeNames, readComposite } from '../../scripts/composite.ts'

const root = join(import.meta.dirname, '..', '..')
const SHORT_NAMES: Readonly<Record<string, string>> = { retag: 'retag-image' }

interface Use {
  readonly file: string
  readonly line: number
  readonly id: string | undefined
  readonly action: string
  readonly with: Readonly<Record<string, unknown>>
  /** The whole example, in which later steps refer to this one's outputs. */
  readonly example: string
}

const files = globSync(
  [
    'README.md',
    'docs/*.md',
    'actions/*/README.md',
    'packages/*/README.md',
    'workflows-templates/*.yml',
    'workflows-templates/README.md',
    'actions/*/action.yml',
  ],
  { cwd: root },
)
const uses = files.flatMap((file) => usesIn(file, readFileSync(join(root, file), 'utf8')))

function usesIn(file: string, text: string): Use[] {
  const blocks = file.endsWith('.yml')
    ? [{ example: text, line: 1 }]
    : [...text.matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)].map((match) => ({
        example: match[1] ?? '',
        line: text.slice(0, match.index).split('\n').length,
      }))
  return blocks.flatMap(({ example, line }) =>
    stepsOf(parse(example)).map((step) => ({ ...step, file, line, example })),
  )
}

/** Every object with `uses: project-codeflare/actions/…` anywhere in the example. */
function stepsOf(value: unknown): Pick<Use, 'id' | 'action' | 'with'>[] {
  if (Array.isArray(value)) return value.flatMap((item) => stepsOf(item))
  if (typeof value !== 'object' || value === null) return []
  const entries = new Map<string, unknown>(Object.entries(value))
  const name = /^project-codeflare\/actions\/([\w-]+)@/.exec(String(entries.get('uses')))?.[1]
  if (name === undefined) return [...entries.values()].flatMap((item) => stepsOf(item))
  const id = entries.get('id')
  return [
    {
      action: SHORT_NAMES[name] ?? name,
      with: Object.fromEntries(Object.entries(entries.get('with') ?? {})),
      id: typeof id === 'string' ? id : undefined,
    },
  ]
}

async function load(name: string): Promise<Pick<Action, 'inputs' | 'outputs'>> {
  if (compositeNames.includes(name)) return readComposite(name)
  const found = actions[name]
  if (found === undefined) throw new Error(`there is no action ${name}`)
  return (await found()).default
}

describe('the recipes in the documentation', () => {
  it('show every action', () => {
    expect(new Set(uses.map(({ action }) => action))).toEqual(new Set([...Object.keys(actions), ...compositeNames]))
  })

  it.each(uses)('$file:$line $action takes what it is given', async (use) => {
    const action = await load(use.action)
    for (const [name, value] of Object.entries(use.with)) {
      const input = action.inputs[name]
      expect(input, `input ${name}`).toBeDefined()
      if (!String(value).includes('${{')) input?.parse(String(value), name)
    }
    for (const [name, input] of Object.entries(action.inputs))
      if (input.required) expect(use.with, `input ${name}`).toHaveProperty(name)
  })

  it.each(uses.filter(({ id }) => id !== undefined))(
    '$file:$line $action gives the outputs that are read',
    async (use) => {
      const action = await load(use.action)
      const read = [...use.example.matchAll(new RegExp(`steps\\.${use.id}\\.outputs\\.([\\w-]+)`, 'g'))].map(
        (match) => match[1],
      )
      for (const name of read) expect(Object.keys(action.outputs)).toContain(name)
    },
  )
})
