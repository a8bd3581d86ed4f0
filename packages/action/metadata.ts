import type { Action } from './definition.ts'
import type { Input } from './input.ts'

const HEADER = '# Generated from action.ts by `npm run generate`; edit that file.\n'

/** `action.yml`, as the runner reads it. `main` is the path of the entry, relative to the action's folder. */
export function actionYml(action: Action, main: string): string {
  const lines = [
    `name: ${quote(action.title)}`,
    `description: ${quote(action.description)}`,
    'author: Project CodeFlare',
    'branding:',
    `  icon: ${action.branding.icon}`,
    `  color: ${action.branding.color}`,
    'inputs:',
    ...Object.entries(action.inputs).flatMap(([name, input]) => [
      `  ${name}:`,
      `    description: ${quote(input.description)}`,
      `    required: ${input.required}`,
      ...(input.default === undefined ? [] : [`    default: ${quote(input.default)}`]),
    ]),
    'outputs:',
    ...Object.entries(action.outputs).flatMap(([name, description]) => [
      `  ${name}:`,
      `    description: ${quote(description)}`,
    ]),
    'runs:',
    '  using: node24',
    `  main: ${main}`,
    '',
  ]
  return HEADER + lines.join('\n')
}

/** `action-types.yml` of github-actions-typing, from which typed workflow generators and editors know the inputs' types. */
export function actionTypesYml(action: Pick<Action, 'inputs' | 'outputs'>): string {
  const lines = [
    'inputs:',
    ...Object.entries(action.inputs).flatMap(([name, input]) => [`  ${name}:`, ...typeLines(input)]),
    'outputs:',
    ...Object.keys(action.outputs).flatMap((name) => [
      `  ${name}:`,
      `    type: ${name === 'changed' ? 'boolean' : 'string'}`,
    ]),
    '',
  ]
  return HEADER + lines.join('\n')
}

function typeLines(input: Input<unknown>): string[] {
  if (input.type === 'enum')
    return ['    type: enum', '    allowed-values:', ...(input.allowed ?? []).map((word) => `      - ${quote(word)}`)]
  if (input.type === 'list') return ['    type: list', '    separator: "\\n"', '    list-item:', '      type: string']
  return [`    type: ${input.type}`]
}

/** A README with its generated parts (between `<!-- inputs -->` and `<!-- /inputs -->` and so on) brought up to date. */
export function withTables(readme: string, action: Pick<Action, 'inputs' | 'outputs' | 'permissions'>): string {
  const parts = {
    inputs: table(
      ['input', 'default', ''],
      Object.entries(action.inputs).map(([name, input]) => [`\`${name}\``, defaultText(input), inputText(input)]),
    ),
    outputs: table(
      ['output', ''],
      Object.entries(action.outputs).map(([name, description]) => [`\`${name}\``, description]),
    ),
    permissions: permissionsText(action),
  }
  return Object.entries(parts).reduce((text, [part, content]) => replacePart(text, part, content), readme)
}

function replacePart(readme: string, part: string, content: string): string {
  const [open, close] = [`<!-- ${part} -->`, `<!-- /${part} -->`]
  const [start, end] = [readme.indexOf(open), readme.indexOf(close)]
  if (start < 0 || end < start) throw new Error(`README has no ${open} … ${close}`)
  return `${readme.slice(0, start + open.length)}\n${content}\n${readme.slice(end)}`
}

function permissionsText(action: Pick<Action, 'permissions'>): string {
  const lines = Object.entries(action.permissions).map(([scope, level]) => `  ${scope}: ${level}`)
  return ['```yaml', ...(lines.length === 0 ? ['permissions: {}'] : ['permissions:', ...lines]), '```'].join('\n')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

function defaultText(input: Input<unknown>): string {
  if (input.required) return '**required**'
  return input.default === undefined || input.default === '' ? '' : `\`${input.default}\``
}

function inputText(input: Input<unknown>): string {
  const allowed = input.allowed === undefined ? '' : ` One of ${input.allowed.map((word) => `\`${word}\``).join(', ')}.`
  const example =
    input.example === undefined
      ? ''
      : ` Example: ${input.example
          .split('\n')
          .map((line) => `\`${line}\``)
          .join('<br>')}`
  return `${input.description}${allowed}${example}`
}

/** A JSON string is a YAML string, whatever it holds. */
function quote(text: string): string {
  return JSON.stringify(text)
}
