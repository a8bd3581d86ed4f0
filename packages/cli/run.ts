import { actions } from '../../actions/index.ts'
import { ReportedError } from '../plan/index.ts'
import { actionCommand } from './action-command.ts'
import { isOn, parseFlags, unknownWord } from './arguments.ts'
import { columns, type Command, commandHelp } from './command.ts'
import { errorText } from './errors.ts'
import { init } from './init.ts'
import { rehearse } from './rehearse.ts'
import type { Terminal } from './terminal.ts'
import { validate } from './validate.ts'

/** Commands that are no actions. */
const OWN: readonly Command[] = [init, rehearse, validate]

/**
 * Runs `codeflare-actions` with the words that follow its name.
 *
 * @returns the exit code: 0 done; 1 the caller's or a service's to mend; 70 a defect of ours (EX_SOFTWARE of sysexits).
 */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const [name = '--help', ...rest] = argv
    if (name === '--help' || name === '-h' || name === 'help') {
      terminal.out(await overview())
      return 0
    }
    const command = await findCommand(name)
    const args = parseFlags(rest, command.flags, command.name)
    if (isOn(args, 'help')) {
      terminal.out(commandHelp(command))
      return 0
    }
    const [stray] = command.operands === '' ? args.positionals : []
    if (stray !== undefined) {
      throw unknownWord('operand', stray, Object.keys(command.flags), 'Inputs are given as flags: --name value.')
    }
    return await command.run(args, terminal)
  } catch (error) {
    terminal.err(errorText(error))
    return error instanceof ReportedError ? 1 : 70
  }
}

async function findCommand(name: string): Promise<Command> {
  const own = OWN.find((command) => command.name === name)
  if (own !== undefined) return own
  const load = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (load !== undefined) return actionCommand((await load()).default)
  const known = [...OWN.map((command) => command.name), ...Object.keys(actions)]
  throw unknownWord('command', name, known, '“codeflare-actions --help” lists all commands.')
}

async function overview(): Promise<string> {
  const loaded = await Promise.all(Object.values(actions).map(async (load) => (await load()).default))
  return `Releases a stack of repositories by the steps of its release process.

Usage: codeflare-actions COMMAND [flags]

Commands:
${columns(OWN.map(({ name, summary }) => [name, summary]))}

Actions, as in a workflow (their inputs are flags):
${columns(loaded.map(({ name, description }) => [name, description]))}

“codeflare-actions COMMAND --help” tells more.
`
}
