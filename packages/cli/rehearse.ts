import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { renderSummary, Secrets } from '../action/index.ts'
import { type Report, UserError } from '../plan/index.ts'
import { openWorld, type World } from '../sandbox/index.ts'
import { parseManifest, type Train } from '../train/index.ts'
import { terminalLog } from './action-command.ts'
import { type Arguments, isOn, only } from './arguments.ts'
import type { Command } from './command.ts'
import { errorText } from './errors.ts'
import { rehearsalPage } from './page/page.ts'
import { findExample } from './rehearsal/example.ts'
import { furnish } from './rehearsal/furnish.ts'
import { importRepositories } from './rehearsal/import.ts'
import { rehearsalReport } from './rehearsal/markdown-report.ts'
import { bareRepository } from './rehearsal/observe.ts'
import { progressOn } from './rehearsal/progress.ts'
import { rehearseRelease } from './rehearsal/rehearsal.ts'
import type { RehearsalResult } from './rehearsal/result.ts'
import { readWorldFile } from './rehearsal/world-file.ts'
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
  const stack = await readStack(args, terminal)
  const kept = only(args, 'keep')
  const home = kept === undefined ? await mkdtemp(join(tmpdir(), 'rehearsal-')) : resolve(terminal.directory, kept)
  try {
    const world = await openHome(home, stack, crashAfter, terminal)
    try {
      const version = only(args, 'version')
      const { result, defect } = await rehearseRelease({
        world,
        train: stack.train,
        manifest: stack.manifest,
        dryRun: isOn(args, 'dry-run'),
        workspace: join(home, 'clones'),
        log: quiet(terminal),
        signal: terminal.signal,
        progress: progressOn(terminal),
        ...(version !== undefined && { version }),
      })
      await writeReports(result, args, terminal, kept === undefined ? null : home)
      if (kept !== undefined) terminal.out(`\n${whereToLook(world, stack.train, result)}`)
      if (defect !== null) terminal.err(errorText(defect))
      return defect !== null ? 70 : result.outcome === 'failed' ? 1 : 0
    } finally {
      await world.close()
    }
  } finally {
    if (kept === undefined) await rm(home, { recursive: true, force: true })
  }
}

interface Stack {
  /** What a kept world is recognised by: one world is not another's. */
  readonly identity: string
  readonly manifest: string
  readonly train: Train
  /** Of the world, RFC 3339. */
  readonly start: string
  furnish(world: World): Promise<readonly string[]>
}

async function readStack(args: Arguments, terminal: Terminal): Promise<Stack> {
  const [example, repositories, manifest] = ['example', 'repositories', 'manifest'].map((name) => only(args, name))
  if (repositories === undefined) {
    if (manifest !== undefined) {
      throw new UserError('--manifest is given without --repositories.', {
        advice: 'Name the directory that holds clones of the repositories in the manifest: --repositories DIR.',
      })
    }
    return await readExample(example ?? 'codeflare')
  }
  if (example !== undefined)
    throw new UserError('--example and --repositories are both given.', { advice: 'Give one of them.' })
  return await readOwn(
    resolve(terminal.directory, repositories),
    resolve(terminal.directory, manifest ?? 'release-train.yaml'),
  )
}

async function readExample(name: string): Promise<Stack> {
  const { directory, manifest } = await findExample(name)
  const [train, file] = [parseManifest(manifest, `examples/${name}/release-train.yaml`), await readWorldFile(directory)]
  return {
    identity: `example ${name}`,
    manifest,
    train,
    start: file.now,
    async furnish(world) {
      await furnish(world, file, train, manifest)
      return []
    },
  }
}

async function readOwn(directory: string, file: string): Promise<Stack> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UserError(`The manifest ${file} cannot be read.`, {
      advice: 'Name it with --manifest FILE.',
      cause: error,
    })
  })
  const train = parseManifest(text, file)
  return {
    identity: `repositories ${directory}`,
    manifest: text,
    train,
    start: new Date().toISOString(),
    furnish: (world) => importRepositories(world, directory, train),
  }
}

/** A world that was furnished is opened, an empty directory is furnished, anything else is left alone. */
async function openHome(home: string, stack: Stack, crashAfter: number | null, terminal: Terminal): Promise<World> {
  await mkdir(home, { recursive: true })
  const marker = join(home, 'rehearsal.json')
  const found = await readFile(marker, 'utf8').catch(() => null)
  const known: unknown = found === null ? null : JSON.parse(found)
  const state = typeof known === 'object' && known !== null ? (known as { of?: unknown; furnished?: unknown }) : null
  if (state === null && (await readdir(home)).length > 0) {
    throw new UserError(`${home} is not empty and holds no rehearsal.`, { advice: 'Name an empty or a new directory.' })
  }
  if (state !== null && state.of !== stack.identity) {
    throw new UserError(`${home} holds a rehearsal of another stack (${String(state.of)}).`, {
      advice: 'Name another directory, or give the same flags as then.',
    })
  }
  const directory = join(home, 'world')
  if (state?.furnished !== true) {
    // Furnishing is not a release: what a kill left of it is thrown away.
    await rm(directory, { recursive: true, force: true })
    await writeFile(marker, `${JSON.stringify({ of: stack.identity, furnished: false })}\n`)
    const world = await openWorld({ directory, start: stack.start })
    try {
      for (const note of await stack.furnish(world)) terminal.err(`${note}\n`)
    } finally {
      await world.close()
    }
    await writeFile(marker, `${JSON.stringify({ of: stack.identity, furnished: true })}\n`)
  }
  return await openWorld({
    directory,
    ...(crashAfter !== null && { crash: { afterWrite: crashAfter, act: () => endProcess(crashAfter, terminal) } }),
  })
}

function endProcess(after: number, terminal: Terminal): void {
  terminal.err(`\nEnded on purpose right after write ${after}. Run again without --crash-after to finish.\n`)
  process.exit(137)
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
function quiet(terminal: Terminal) {
  const secrets = new Secrets()
  return {
    ...terminalLog(terminal, secrets),
    info: () => undefined,
    group: <T>(_: string, body: () => Promise<T>) => body(),
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
