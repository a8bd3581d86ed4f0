import { type Action, type Context, execute, type Log, Secrets, useProxyOf } from '../action/index.ts'
import { type Finding, UserError } from '../plan/index.ts'
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
        description: input.secret
          ? `From ${variableOf(name)} in the environment. ${input.description}`
          : describe(input),
      },
    ]),
  )
  return {
    name: action.name,
    summary: action.description,
    operands: '',
    flags,
    notes:
      'Secrets come from the environment, where neither process lists nor the shell’s history show them. The token may also stand in GITHUB_TOKEN or GH_TOKEN.',
    run: (args, terminal) => runAction(action, args, terminal),
  }
}

async function runAction(action: Action, args: Arguments, terminal: Terminal): Promise<number> {
  await useProxyOf(terminal.environment)
  const secrets = new Secrets()
  const context: Context = {
    environment: await laptopEnvironment(terminal),
    workspace: terminal.directory,
    log: terminalLog(terminal, secrets),
    signal: terminal.signal,
    now: () => new Date(),
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

/**
 * The texts of the inputs as a workflow would give them: a list has one item a line. Secrets are read where a runner would
 * put them, from the environment.
 *
 * @throws UserError for a secret among the arguments.
 */
function inputTexts(action: Action, args: Arguments, { environment }: Terminal): Map<string, string> {
  const texts = new Map([...args.given].map(([name, values]) => [name, values.join('\n')]))
  for (const [name, input] of Object.entries(action.inputs)) {
    if (!input.secret) continue
    if (texts.has(name)) {
      throw new UserError(`--${name} is a secret, and arguments show in process lists and in the shell’s history.`, {
        advice: `Put it into the environment as ${variableOf(name)} and leave --${name} away. What was typed just now is known to others on this machine: change it.`,
      })
    }
    const { [variableOf(name)]: given = name === 'token' ? tokenOf(environment) : undefined } = environment
    if (given !== undefined) texts.set(name, given)
  }
  return texts
}

/** `INPUT_SMTP_URL` for `smtp-url`; a shell cannot set the runner's own `INPUT_SMTP-URL`. */
function variableOf(input: string): string {
  return `INPUT_${input.replaceAll('-', '_').toUpperCase()}`
}

function tokenOf(environment: Terminal['environment']): string | undefined {
  return environment['GITHUB_TOKEN'] ?? environment['GH_TOKEN']
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
