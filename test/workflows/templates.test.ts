/** The workflows that consumers copy: each is sound by our rules, by GitHub's own parser and by actionlint, and has what GitHub asks of a template. */
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parserErrors } from './github-parser.ts'
import { offences } from './rules.ts'

const root = join(import.meta.dirname, '..', '..')
const templates = globSync('workflows-templates/*.yml', { cwd: root }).sort()
const actionlint = process.env['ACTIONLINT'] ?? 'actionlint'
const hasActionlint = spawnSync(actionlint, ['--version']).status === 0

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

  it.runIf(hasActionlint)('passes actionlint', () => {
    const { status, stdout } = spawnSync(actionlint, ['-no-color', '-'], { input: text, encoding: 'utf8' })
    expect(stdout).toBe('')
    expect(status).toBe(0)
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
