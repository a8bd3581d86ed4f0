/**
 * `npm run release-tree -- DIR` writes the tree that a tag carries: the licence, a folder per action with action.yml and
 * README.md, the shared `dist/`, and `retag/` as the short name of `retag-image/`; actions made of others as they are.
 */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { actions } from '../actions/index.ts'
import { actionYml } from '../packages/action/metadata.ts'
import { compositeNames } from './composite.ts'

const SHORT_NAMES: Readonly<Record<string, string>> = { retag: 'retag-image' }

const README = `# CodeFlare Actions

What \`uses: project-codeflare/actions/NAME@v1\` runs, as it was released. Sources, guides, the threat model and how \`dist/\` is built:
<https://github.com/project-codeflare/actions>. Each action has its README:

`

const root = join(import.meta.dirname, '..')
const given = process.argv[2]
if (given === undefined) throw new Error('Usage: npm run release-tree -- DIR')
const target = resolve(given)
const present = await readdir(target).catch(() => [])
if (present.length > 0) throw new Error(`${given} is not empty; give a new or an empty directory.`)

const names = Object.keys(actions)
const folders = [...names, ...Object.keys(SHORT_NAMES), ...compositeNames].sort()
await mkdir(target, { recursive: true })
await cp(join(root, 'dist'), join(target, 'dist'), { recursive: true })
await cp(join(root, 'LICENSE'), join(target, 'LICENSE'))
// The repository's own README leads to what this tree does not have.
await writeFile(join(target, 'README.md'), `${README}${folders.map(line).join('\n')}\n`)
for (const [folder, name] of [...names.map((each) => [each, each] as const), ...Object.entries(SHORT_NAMES)]) {
  const { default: action } = (await actions[name]?.()) ?? missing(name)
  await mkdir(join(target, folder))
  await writeFile(join(target, folder, 'action.yml'), actionYml(action, `../dist/${name}.js`))
  await cp(join(root, 'actions', name, 'action-types.yml'), join(target, folder, 'action-types.yml'))
  const readme = await readFile(join(root, 'actions', name, 'README.md'), 'utf8')
  await writeFile(join(target, folder, 'README.md'), withoutTables(readme))
}
for (const name of compositeNames) {
  await mkdir(join(target, name))
  for (const file of ['action.yml', 'action-types.yml', 'README.md'])
    await cp(join(root, 'actions', name, file), join(target, name, file))
}
console.log(`Wrote ${names.length + Object.keys(SHORT_NAMES).length + compositeNames.length} actions to ${given}.`)

function line(folder: string): string {
  return `- [\`${folder}\`](${folder})`
}

/** What action.yml says beside it is not told twice. */
function withoutTables(readme: string): string {
  return readme.replace(/^## Inputs\n.*?(?=^## Permissions\n)/ms, 'Inputs and outputs: [action.yml](action.yml).\n\n')
}

function missing(name: string): never {
  throw new Error(`There is no action “${name}”.`)
}
