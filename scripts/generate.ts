/**
 * Writes what follows from a single source: from each `action.ts` its action.yml, action-types.yml and the README's tables,
 * from `packages/train` the JSON Schema of manifests and the tables of docs/manifest.md. `--check` only compares.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { actions } from '../actions/index.ts'
import { actionTypesYml, actionYml, withTables } from '../packages/action/metadata.ts'
import { compositeNames, readComposite } from './composite.ts'
import { schemaText, withReferenceTables } from '../packages/train/reference.ts'

const root = join(import.meta.dirname, '..')
const check = process.argv.includes('--check')
const folders = (await readdir(join(root, 'actions'), { withFileTypes: true })).filter((entry) => entry.isDirectory())
const drifted: string[] = []

for (const { name } of folders.filter((folder) => !compositeNames.includes(folder.name))) {
  const load = actions[name]
  if (load === undefined) throw new Error(`actions/${name} is not listed in actions/index.ts`)
  const { default: action } = await load()
  if (action.name !== name) throw new Error(`actions/${name}/action.ts says that its name is “${action.name}”`)
  const readme = join(root, 'actions', name, 'README.md')
  const files: readonly (readonly [string, string])[] = [
    [join(root, 'actions', name, 'action.yml'), actionYml(action, `../../dist/${name}.js`)],
    [join(root, 'actions', name, 'action-types.yml'), actionTypesYml(action)],
    [readme, withTables(await readFile(readme, 'utf8'), action)],
  ]
  await update(files)
}

for (const name of compositeNames) {
  const composite = readComposite(name)
  const readme = join(root, 'actions', name, 'README.md')
  await update([
    [join(root, 'actions', name, 'action-types.yml'), actionTypesYml(composite)],
    [readme, withTables(await readFile(readme, 'utf8'), composite)],
  ])
}

const reference = join(root, 'docs', 'manifest.md')
await update([
  [join(root, 'packages', 'train', 'release-train.schema.json'), schemaText()],
  [reference, withReferenceTables(await readFile(reference, 'utf8'))],
])

if (check && drifted.length > 0) {
  console.error(`Out of date: ${drifted.join(', ')}\nRun: npm run generate`)
  process.exitCode = 1
} else console.log(drifted.length === 0 ? 'All generated files are up to date.' : `Wrote ${drifted.join(', ')}`)

async function update(files: readonly (readonly [string, string])[]): Promise<void> {
  for (const [file, wanted] of files) {
    const present = await readFile(file, 'utf8').catch(() => '')
    if (present === wanted) continue
    drifted.push(file.slice(root.length + 1))
    if (!check) await writeFile(file, wanted)
  }
}
