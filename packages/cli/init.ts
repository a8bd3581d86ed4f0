import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import {
  apply,
  type Change,
  code,
  codeBlock,
  heading,
  list,
  paragraph,
  type Report,
  table,
  UserError,
} from '../plan/index.ts'
import { type Component, parseManifest, type Train } from '../train/index.ts'
import { type Arguments, isOn, only } from './arguments.ts'
import type { Command } from './command.ts'
import { type Checkout, openCheckout } from './init/checkout.ts'
import { findCommands } from './init/commands.ts'
import { draftManifest } from './init/draft-manifest.ts'
import { findRepository, whichRepository } from './init/find-repository.ts'
import { marked, type Standing, standing } from './init/mark.ts'
import { type Setting, settingsOf } from './init/settings.ts'
import { componentOf, workflowsFor } from './init/workflows.ts'
import type { Terminal } from './terminal.ts'
import { renderText } from './terminal-report.ts'

/** A repository takes part in a train: its workflows, and a first manifest where there is none. */
export const init: Command = {
  name: 'init',
  summary:
    'Writes the workflows that a repository needs, filled in from the manifest, and a first release-train.yaml from what it finds. Files that somebody changed stay as they are.',
  operands: '[DIRECTORY]',
  flags: {
    manifest: {
      type: 'string',
      value: 'FILE',
      description:
        'The release-train.yaml of the repository that leads the train. Default: the one here; without one, a first one is written.',
    },
    repository: {
      type: 'string',
      value: 'OWNER/NAME',
      description: 'Which repository this is. Default: what git’s remote “origin”, go.mod or PROJECT say.',
    },
    overwrite: { type: 'boolean', description: 'Replace workflows that somebody changed, too. The manifest never is.' },
    'dry-run': { type: 'boolean', description: 'Say what would be written, and write nothing.' },
  },
  notes: 'Run it again after the manifest or this tool has changed: it brings up to date what nobody has edited.',
  run: runInit,
}

interface File {
  readonly path: string
  readonly text: string
  readonly standing: Standing
  readonly change: Change | null
}

async function runInit(args: Arguments, terminal: Terminal): Promise<number> {
  const [operand = '.', ...more] = args.positionals
  if (more.length > 0) throw new UserError(`One directory at a time; ${more.length + 1} were given.`)
  const directory = resolve(terminal.directory, operand)
  const checkout = await openCheckout(directory)
  if (checkout.paths.length === 0) {
    throw new UserError(`There is no file in ${operand}.`, { advice: 'Name a clone of the repository.' })
  }
  const repository = await whichRepository(checkout, only(args, 'repository'))
  const manifest = await manifestFor(checkout, repository, only(args, 'manifest'), terminal)
  const component = componentOf(manifest.train, repository)
  if (component === undefined) {
    throw new UserError(`${repository} is no component of ${manifest.name}.`, {
      advice: `Its components: ${manifest.train.components.map((one) => one.repository).join(', ')}. Add this one, or say --repository.`,
    })
  }
  const files = [
    ...(manifest.draft === null ? [] : [await manifestFile(checkout, manifest.draft)]),
    ...(await workflowFiles(checkout, manifest.train, component, isOn(args, 'overwrite'))),
  ]
  const dryRun = isOn(args, 'dry-run')
  const changes = files.flatMap(({ change }) => (change === null ? [] : [change]))
  if (!dryRun) await apply(changes, { signal: terminal.signal })
  terminal.out(`${renderText(reportOf({ repository, component, files, manifest, dryRun }))}\n`)
  return 0
}

interface Manifest {
  /** As people name it. */
  readonly name: string
  readonly train: Train
  /** Its text where there was none; null where it is not ours to write. */
  readonly draft: string | null
  readonly notes: readonly string[]
}

async function manifestFor(
  checkout: Checkout,
  repository: string,
  given: string | undefined,
  terminal: Terminal,
): Promise<Manifest> {
  if (given !== undefined) {
    const file = resolve(terminal.directory, given)
    const text = await readFile(file, 'utf8').catch((cause: unknown) => {
      throw new UserError(`The manifest ${given} cannot be read.`, { advice: 'Name it with --manifest FILE.', cause })
    })
    return { name: given, train: parseManifest(text, given), draft: null, notes: [] }
  }
  for (const file of ['release-train.yaml', '.github/release-train.yaml']) {
    const text = await checkout.text(file)
    if (text !== '') return { name: file, train: parseManifest(text, file), draft: null, notes: [] }
  }
  const found = await findRepository(checkout, repository)
  const draft = draftManifest(found)
  return { name: 'release-train.yaml', train: parseManifest(draft, 'release-train.yaml'), draft, notes: found.notes }
}

async function manifestFile({ workspace }: Checkout, text: string): Promise<File> {
  const path = 'release-train.yaml'
  return { path, text, standing: 'none', change: await workspace.change(path, text, 'a first manifest') }
}

async function workflowFiles(
  checkout: Checkout,
  train: Train,
  component: Component,
  overwrite: boolean,
): Promise<File[]> {
  const workflows = await workflowsFor(train, component, await findCommands(checkout))
  return Promise.all(
    workflows.map(async (workflow): Promise<File> => {
      const [path, text] = [`.github/workflows/${workflow.name}.yml`, marked(workflow)]
      const present = await checkout.workspace.read(path)
      const found = standing(present?.toString('utf8') ?? null, text)
      const stays = found === 'same' || (found === 'theirs' && !overwrite)
      const change = stays ? null : await checkout.workspace.change(path, text, `template ${workflow.name}`)
      return { path, text, standing: found, change }
    }),
  )
}

interface Told {
  readonly repository: string
  readonly component: Component
  readonly files: readonly File[]
  readonly manifest: Manifest
  readonly dryRun: boolean
}

function reportOf({ repository, component, files, manifest, dryRun }: Told): Report {
  const settings = settingsOf(files.filter(({ path }) => path.endsWith('.yml')).map(({ text }) => text))
  const kept = files.filter(({ standing: found, change }) => found === 'theirs' && change === null)
  return [
    heading(`${repository}${dryRun ? ' (dry run: nothing was written)' : ''}`, 2),
    paragraph(
      `${component.name}${component.leads ? ' leads' : ' is a component of'} the train “${manifest.train.id}” (${manifest.name}).`,
    ),
    table(
      ['File', ''],
      files.map((file) => [code(file.path), fate(file, dryRun)]),
    ),
    ...(kept.length === 0
      ? []
      : [
          paragraph(
            'What somebody changed or wrote was left alone. To take the template’s text instead: --overwrite, then look at the difference with git.',
          ),
        ]),
    ...(manifest.notes.length === 0 ? [] : [heading('To look at'), list([...manifest.notes])]),
    ...settingsReport(settings, repository),
    heading('Next'),
    list(nextSteps(manifest, component, files)),
  ]
}

function fate({ standing: found, change }: File, dryRun: boolean): string {
  if (found === 'same') return 'as it should be'
  if (change === null) return 'kept: somebody changed or wrote it'
  const verb = found === 'none' ? 'written' : found === 'ours' ? 'brought up to date' : 'overwritten'
  return dryRun ? `would be ${verb}` : verb
}

function settingsReport(settings: readonly Setting[], repository: string): Report {
  if (settings.length === 0) return []
  const how = ({ kind, name, environments }: Setting): string[] =>
    kind === 'variable'
      ? [`gh variable set ${name} --repo ${repository}`]
      : environments.map((one) => `gh secret set ${name} --repo ${repository} --env ${one}`)
  return [
    heading('To set once, in the settings of the repository'),
    ...settings.flatMap((setting) => [
      paragraph(`${setting.name}: ${setting.what}.`),
      codeBlock(how(setting).join('\n')),
    ]),
    paragraph('Environments with reviewers make a release wait for one of them: Settings, Environments, “release”.'),
  ]
}

function nextSteps({ draft, train, name }: Manifest, component: Component, files: readonly File[]): string[] {
  const others = train.components.filter(({ id }) => id !== component.id)
  return [
    ...(draft === null
      ? []
      : ['Read release-train.yaml and correct it: it holds what could be found, and comments for the rest.']),
    `codeflare-actions validate ${name}`,
    `codeflare-actions rehearse --manifest ${name} --repositories DIR, with clones of ${[component, ...others].map(({ repository }) => repository).join(', ')} in DIR`,
    `Commit the files, then start “${files.some(({ path }) => path.endsWith('/operator-release.yml')) ? 'Operator release' : 'Component release'}” in the tab Actions, with “dry-run” first.`,
    ...(component.leads && others.length > 0
      ? ['In a clone of each other component: codeflare-actions init --manifest PATH, with the path of this manifest.']
      : []),
  ]
}
