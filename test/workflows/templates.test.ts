/** The workflows that consumers copy: each is sound by our rules and by GitHub's own parser, and has what GitHub asks of a template. */
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isMap } from 'yaml'
import { actions } from '../../actions/index.ts'
import type { Action } from '../../packages/action/index.ts'
import { parserErrors } from './github-parser.ts'
import { textOf } from './executor/yaml.ts'
import { offences, readWorkflow } from './rules.ts'

const root = join(import.meta.dirname, '..', '..')
const templates = globSync('workflows-templates/*.yml', { cwd: root }).sort()

async function load(name: string): Promise<Action> {
  const found = actions[name === 'retag' ? 'retag-image' : name]
  if (found === undefined) throw new Error(`there is no action ${name}`)
  return (await found()).default
}

function ask(asked: Map<string, string>, permissions: Readonly<Record<string, string>>): void {
  for (const [scope, level] of Object.entries(permissions)) {
    if (asked.get(scope) !== 'write') asked.set(scope, level)
  }
}

function permissionsIn(node: unknown): Map<string, string> {
  return new Map(isMap(node) ? node.items.map(({ key, value }) => [String(key), String(value)] as const) : [])
}

it('there is a template for each part of the process', () => {
  expect(templates.map((file) => basename(file, '.yml'))).toEqual([
    'adopt-dependency',
    'component-pr',
    'component-release',
    'dev-image',
    'hotfix',
    'nightly-integration',
    'operator-publish',
    'operator-release',
    'promote-stable',
    'release-status',
    'support-matrix-check',
    'sync-crds',
  ])
})

describe.each(templates)('%s', (file) => {
  const text = readFileSync(join(root, file), 'utf8')

  it('keeps every rule', () => {
    expect(offences(text)).toEqual([])
  })

  it('is what GitHub’s own parser takes', async () => {
    expect(await parserErrors(file, text)).toEqual([])
  })

  it('begins with what it is for', () => {
    expect(text).toMatch(/^# [A-Z]/)
  })

  it('has the properties that GitHub asks of a template, and its icon', () => {
    const read = (name: string): string => readFileSync(join(root, 'workflows-templates', name), 'utf8')
    const properties: unknown = JSON.parse(read(`${basename(file, '.yml')}.properties.json`))
    const property = (key: string): string =>
      String(Object.entries(Object(properties)).find(([name]) => name === key)?.[1])
    expect(property('name')).toMatch(/^[A-Z].{3,40}$/)
    expect(property('description')).toMatch(/^[A-Z].{20,200}\.$/)
    expect(property('categories')).toContain('Automation')
    const icon = read(`${property('iconName')}.svg`)
    expect(icon).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*viewBox="0 0 24 24"/)
    expect(icon).not.toMatch(/<script|href=|<image/)
  })

  it('grants each job what its actions ask for, and nothing else', async () => {
    for (const { id, map, steps } of readWorkflow(text).jobs) {
      const granted = permissionsIn(map.get('permissions', true))
      const asked = new Map<string, string>()
      for (const step of steps) {
        const uses = textOf(step.get('uses'))
        if (uses.startsWith('actions/checkout@')) ask(asked, { contents: 'read' })
        const name = /^project-codeflare\/actions\/([\w-]+)@/.exec(uses)?.[1]
        // With a token of its own an action needs nothing of the job's.
        if (name === undefined || step.hasIn(['with', 'token'])) continue
        // Nights are remembered in a directory of the job, and no issue is kept: nothing is written.
        if (step.getIn(['with', 'issue']) === false) continue
        ask(asked, (await load(name)).permissions)
      }
      expect(granted, `job ${id}`).toEqual(asked)
    }
  })
})

describe('our own workflow', () => {
  it('keeps the rules that are not about changing the world', () => {
    const own = readFileSync(join(root, '.github/workflows/ci.yml'), 'utf8')
    const told = offences(own).map((line) => line.split(':')[0])
    expect(told.filter((rule) => rule !== 'excessive-permissions' && rule !== 'anonymous-definition')).toEqual([])
  })
})

describe('GitHub’s parser', () => {
  it('finds what is wrong', async () => {
    expect(await parserErrors('x.yml', 'on: push\njobs: { a: { runs-on: x, steps: [{ use: y }] } }\n')).not.toEqual([])
  })
})
