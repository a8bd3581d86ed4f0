import { basename, dirname, resolve } from 'node:path'
import { UserError, Workspace } from '../plan/index.ts'
import { leader, loadManifest } from '../train/index.ts'
import type { Command } from './command.ts'

/** Checks a manifest and says in a few lines what it describes. */
export const validate: Command = {
  name: 'validate',
  summary: 'Checks a release-train.yaml: its shape, its references, its dependency order.',
  operands: '[MANIFEST]',
  flags: {},
  notes: 'Without MANIFEST: release-train.yaml, then .github/release-train.yaml, in the current directory.',
  async run({ positionals }, terminal) {
    const [path, ...more] = positionals
    if (more.length > 0) {
      throw new UserError(`One manifest at a time; ${positionals.length} were given: ${positionals.join(', ')}.`)
    }
    const file = path === undefined ? undefined : resolve(terminal.directory, path)
    const train = await loadManifest(
      new Workspace(file === undefined ? terminal.directory : dirname(file)),
      ...(file === undefined ? [] : [basename(file)]),
    )
    const external = train.external.length === 0 ? '' : `, adopts ${train.external.map(({ name }) => name).join(', ')}`
    terminal.out(
      `${path ?? train.file} is valid.\n${train.title}: ${train.components.length} components (${leader(train).name} leads)${external}.\n`,
    )
    return 0
  },
}
