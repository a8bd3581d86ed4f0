import { type Action, type Context, execute, type Log, Secrets } from '../action/index.ts'
import type { Finding } from '../plan/index.ts'
import type { Arguments, Flag } from './arguments.ts'
import type { Command } from './command.ts'
import { errorText } from './errors.ts'
import { laptopEnvironment } from './laptop.ts'
import type { Terminal } from './terminal.ts'
import { renderText, visible } from './terminal-report.ts'

/** An action as a command: its inputs are flags, its summary is what the command prints. */
export function actionCommand(action: Action): Command {
  const flags = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]): [string, Flag] => [
      name,
      {
        type: input.type === 'boolean' ? 'boolean' : 'string',
        multiple: input.type === 'list',
        value: input.allowed?.join('|') ?? (input.type === 'list' ? 'ITEM …' : input.type === 'integer' ? 'N' : 'TEXT'),
        description: describe(input),
      },
    ]),
  )
  return {
    name: action.name,
    summary: action.description,
    operands: '',
    flags,
    notes:
      'A token is taken from GITHUB_TOKEN or GH_TOKEN when --token is not given, so that it stays out of the shell’s history.',
    run: (args, terminal) => runAction(action, args, terminal),
  }
}

async function runAction(action: Action, args: Arguments, terminal: Terminal): Promise<number> {
  const secrets = new Secrets()
  const context: Context = {
    environment: await laptopEnvironment(terminal),
    workspace: terminal.directory,
    log: terminalLog(terminal, secrets),
    signal: terminal.signal,
  }
  const say = (line: string): void => terminal.err(`${secrets.redact(visible(line))}\n`)
  const execution = await execute(action, inputTexts(action, args, terminal), context, {
    onChange: ({ action: verb, subject }, outcome) => say(`${outcome === 'applied' ? '✔' : '='} ${verb} ${subject}`),
  })
  const title = execution.dryRun ? `${action.title} (dry run: nothing was written)` : action.title
  const report = renderText([{ kind: 'heading', level: 2, text: title }, ...execution.report])
  terminal.out(`${secrets.redact(report)}\n`)
  for (const finding of execution.findings) say(findingLine(finding))
  if (execution.refusal === undefined) return 0
  terminal.err(secrets.redact(errorText(execution.refusal)))
  return 1
}

/** The texts of the inputs as a workflow would give them: a list has one item a line. */
function inputTexts(action: Action, args: Arguments, terminal: Terminal): Map<string, string> {
  const texts = new Map([...args.given].map(([name, values]) => [name, values.join('\n')]))
  const token = terminal.environment['GITHUB_TOKEN'] ?? terminal.environment['GH_TOKEN']
  if (action.inputs['token'] !== undefined && !texts.has('token') && token !== undefined) texts.set('token', token)
  return texts
}

/** Progress goes to standard error, so that standard output holds the report and nothing else. */
export function terminalLog(terminal: Terminal, secrets: Secrets): Log {
  const say = (line: string): void => terminal.err(`${secrets.redact(visible(line))}\n`)
  return {
    info: say,
    debug: (line) => {
      if (terminal.environment['RUNNER_DEBUG'] === '1') say(line)
    },
    warning: (line) => say(`warning: ${line}`),
    async group(title, body) {
      say(title)
      return await body()
    },
    mask: (secret) => secrets.add(secret),
  }
}

function findingLine({ severity, rule, message, advice, file, line, column }: Finding): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  return [place, `${severity}:`, message, `[${rule}]`, advice].filter((part) => part !== '').join(' ')
}

function describe(input: Action['inputs'][string]): string {
  const standing = input.default === undefined || input.default.includes('${{') ? '' : ` Default: ${input.default}.`
  const example = input.example === undefined ? '' : ` Example: ${input.example.split('\n')[0] ?? ''}`
  return `${input.required ? 'Required. ' : ''}${input.description}${standing}${example}`
}
