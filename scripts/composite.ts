/**
 * Actions that are made of our own actions: a folder of `actions/` with an action.yml that people wrote and no action.ts. Their
 * tables and types follow from that file as the others' follow from action.ts.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Action, type Input, required, secret, text } from '../packages/action/index.ts'

const root = join(import.meta.dirname, '..')

/** What such an action says about itself. */
export interface Composite extends Pick<Action, 'name' | 'inputs' | 'outputs' | 'permissions'> {
  /** Text of its action.yml. */
  readonly text: string
}

/** Names of the folders. */
export const compositeNames: readonly string[] = globSync('actions/*/action.yml', { cwd: root })
  .map((file) => file.split(/[/\\]/)[1] ?? '')
  .filter((name) => globSync(`actions/${name}/action.ts`, { cwd: root }).length === 0)
  .sort()

export function readComposite(name: string): Composite {
  const source = readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8')
  const metadata = fields(parse(source))
  // GitHub has no key for what a job must grant; a comment says it.
  const granted = /^# permissions: (.*)$/m.exec(source)?.[1] ?? ''
  return {
    name,
    text: source,
    inputs: Object.fromEntries(
      [...fields(metadata.get('inputs'))].map(([input, details]) => [input, inputOf(input, fields(details))]),
    ),
    outputs: Object.fromEntries(
      [...fields(metadata.get('outputs'))].map(([output, details]) => [
        output,
        wordOf(fields(details).get('description')),
      ]),
    ),
    permissions: Object.fromEntries(
      [...granted.matchAll(/([\w-]+): (read|write)/g)].map(([, scope = '', level]) => [
        scope,
        level === 'write' ? 'write' : 'read',
      ]),
    ),
  }
}

function inputOf(name: string, details: ReadonlyMap<string, unknown>): Input<string> {
  const standing = details.get('default')
  const detail = {
    description: wordOf(details.get('description')),
    ...(standing !== undefined && { default: wordOf(standing) }),
  }
  if (details.get('required') === true) return required(detail)
  return /token|password|url/.test(name) ? secret(detail) : text(detail)
}

function fields(value: unknown): Map<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
