import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Log, renderSummary, Secrets } from '../action/index.ts'
import { type Report, UserError } from '../plan/index.ts'
import type { CrashPoint, World } from '../sandbox/index.ts'
import type { Train } from '../train/index.ts'
import { terminalLog } from './action-command.ts'
import { type Arguments, isOn, only } from './arguments.ts'
import type { Command } from './command.ts'
import { errorText } from './errors.ts'
import { rehearsalPage } from './page/page.ts'
import { openHome } from './rehearsal/home.ts'
import { rehearsalReport } from './rehearsal/markdown-report.ts'
import { bareRepository } from './rehearsal/observe.ts'
import { progressOn } from './rehearsal/progress.ts'
import { rehearseRelease } from './rehearsal/rehearsal.ts'
import type { RehearsalResult } from './rehearsal/result.ts'
import { readStack } from './rehearsal/stack.ts'
import type { Terminal } from './terminal.ts'
import { renderText } from './terminal-report.ts'

/** A whole release in an embedded world. */
export const rehearse: Command = {
  name: 'rehearse',
  summary:
    'Takes a whole release through all steps of the process, on real git repositories and a real registry protocol that live and end on this machine.',
  operands: '',
  flags: {
    example: {
      type: 'string',
      value: 'NAME',
      description: 'The stack to rehearse with: codeflare (default), appwrapper.',
    },
    repositories: {
      type: 'string',
      value: 'DIR',
      description: 'Rehearse with your own clones, DIR/OWNER/NAME or DIR/NAME. They are only read.',
    },
    manifest: {
      type: 'string',
      value: 'FILE',
      description: 'The release-train.yaml of your clones. Default: release-train.yaml here.',
    },
    version: {
      type: 'string',
      value: 'VERSION',
      description: 'The version to release. Default: what the commits ask for.',
    },
    hotfix: {
      type: 'boolean',
      description: 'Rehearse an out-of-band release from the branch of the newest release line (release-1.2 or v1.2).',
    },
    keep: {
      type: 'string',
      value: 'DIR',
      description:
        'Leave the world in DIR, to be looked at with git. Run again with the same DIR to go on where it stands.',
    },
    'dry-run': { type: 'boolean', description: 'Plan and report, and write nothing, not even in the embedded world.' },
    'crash-after': {
      type: 'string',
      value: 'N',
      description: 'End the process right after the n-th write. Needs --keep; run again without it to finish.',
    },
    report: { type: 'string', value: 'FILE', description: 'Write the report as one self-contained HTML page.' },
    markdown: { type: 'string', value: 'FILE', description: 'Write the report as Markdown.' },
  },
  run: runRehearsal,
}

async function runRehearsal(args: Arguments, terminal: Terminal): Promise<number> {
  const crashAfter = readCrash(args)
  const request = { example: only(args, 'example'), repositories: only(args, 'repositories') }
  const stack = await readStack({ ...request, manifest: only(args, 'manifest') }, terminal.directory)
  const kept = only(args, 'keep')
  const home = kept === undefined ? await mkdtemp(join(tmpdir(), 'rehearsal-')) : resolve(terminal.directory, kept)
  try {
    const crash = crashAfter === null ? {} : { crash: endAfter(crashAfter, terminal) }
    const world = await openHome({ directory: home, onNote: (note) => terminal.err(`${note}\n`), ...crash }, stack)
    try {
      const version = only(args, 'version')
      const { result, defect } = await rehearseRelease({
        world,
        train: stack.train,
        manifest: stack.manifest,
        rendered: stack.rendered,
        dryRun: isOn(args, 'dry-run'),
        hotfix: isOn(args, 'hotfix'),
        workspace: join(home, 'clones'),
        log: quiet(terminal),
        signal: terminal.signal,
        progress: progressOn(terminal),
        ...(version !== undefined && { version }),
      })
      await writeReports(result, args, terminal, kept === undefined ? null : home)
      if (kept !== undefined) terminal.out(`\n${whereToLook(world, stack.train, result)}`)
      if (defect !== null) terminal.err(errorText(defect))
      if (crashAfter !== null)
        terminal.err(`There were ${result.writes} writes: no write ${crashAfter} to end after.\n`)
      return defect !== null ? 70 : result.outcome === 'failed' ? 1 : 0
    } finally {
      await world.close()
    }
  } finally {
    if (kept === undefined) await rm(home, { recursive: true, force: true })
  }
}

function endAfter(afterWrite: number, terminal: Terminal): CrashPoint {
  return {
    afterWrite,
    act() {
      terminal.err(`\nEnded on purpose right after write ${afterWrite}. Run again without --crash-after to finish.\n`)
      process.exit(137)
    },
  }
}

function readCrash(args: Arguments): number | null {
  const given = only(args, 'crash-after')
  if (given === undefined) return null
  if (!/^[1-9]\d{0,5}$/.test(given)) {
    throw new UserError(`--crash-after is “${given}”; a whole number from 1 was expected.`, {
      advice: 'Write for example --crash-after 7.',
    })
  }
  if (only(args, 'keep') === undefined) {
    throw new UserError('--crash-after needs --keep DIR.', {
      advice: 'Without a directory that stays there is nothing to go on with.',
    })
  }
  return Number(given)
}

/** The steps' own words are in the report; on the terminal only their warnings are shown. */
function quiet(terminal: Terminal): Log {
  const secrets = new Secrets()
  return {
    ...terminalLog(terminal, secrets),
    info: () => undefined,
    group: (_, body) => body(),
  }
}

async function writeReports(
  result: RehearsalResult,
  args: Arguments,
  terminal: Terminal,
  kept: string | null,
): Promise<void> {
  const report = rehearsalReport(result)
  const at = (name: string, fallback: string): string | null => {
    const given = only(args, name)
    return given === undefined ? (kept === null ? null : join(kept, fallback)) : resolve(terminal.directory, given)
  }
  const [page, markdown] = [at('report', 'report.html'), at('markdown', 'report.md')]
  if (page !== null) await writeFile(page, rehearsalPage(result))
  if (markdown !== null) await writeFile(markdown, renderSummary(report, Number.POSITIVE_INFINITY))
  const summary = terminal.environment['GITHUB_STEP_SUMMARY']
  if (summary !== undefined && summary !== '') await appendFile(summary, renderSummary(report))
  terminal.out(`\n${renderText(withoutDetails(report))}\n`)
  for (const file of [page, markdown]) if (file !== null) terminal.out(`\n${file}`)
  if (page !== null || markdown !== null) terminal.out('\n')
}

/** What is folded on a page is left to the page. */
function withoutDetails(report: Report): Report {
  return report.filter(({ kind }) => kind !== 'details')
}

function whereToLook(world: World, train: Train, { previous }: RehearsalResult): string {
  const lead = train.components.find(({ leads }) => leads)
  if (lead === undefined) return ''
  const git = `git -C ${bareRepository(world, lead.repository)}`
  const range = previous === null ? lead.branch : `${previous}..${lead.branch}`
  return `Look at it with git:\n  ${git} log --oneline ${range}\n  ${git} diff ${range.replace('..', ' ')}\n`
}
