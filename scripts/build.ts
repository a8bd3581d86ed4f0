/**
 * Builds `dist/`: rolldown bundles the sources into one entry with a chunk for each `import()` and for what several share, and a stub
 * of two lines per action names the one to run. Names and layout stay, so that it can be read; what nothing calls is left out.
 * `--check` builds elsewhere and fails on one differing byte.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { type OutputChunk, type Plugin, rolldown } from 'rolldown'
import { actions } from '../actions/index.ts'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
const check = process.argv.includes('--check')
const built = await mkdtemp(join(tmpdir(), 'dist-'))

/** What is one chunk with a name of its own: a library of many modules, and what every action or everybody of a kind loads. */
const CHUNKS = {
  core: /[\\/]packages[\\/](?:action|plan)[\\/]|[\\/]node_modules[\\/](?:p-limit|yocto-queue)[\\/]/,
  github: /[\\/]packages[\\/]github[\\/]/,
  micromark: /[\\/]node_modules[\\/](?:micromark|mdast-util|character-entities|decode-named|unist-util)/,
  semver: /[\\/]node_modules[\\/]semver[\\/]/,
  yaml: /[\\/]node_modules[\\/]yaml[\\/]/,
}

/** Parts of libraries that are large and that we do not reach, or hardly: what stands in their place, by who asks for what. */
const REPLACED = [
  { by: /mdast-util-from-markdown|micromark-/, what: 'decode-named-character-reference', with: 'named-characters.ts' },
  { by: /[\\/]nodemailer[\\/]/, what: '../fetch/index.js', with: 'no-fetch.ts' },
  { by: /@octokit/, what: 'json-with-bigint', with: 'plain-json.ts' },
]
const replacing: Plugin = {
  name: 'replacing',
  resolveId(asked, importer = '') {
    const found = REPLACED.find(({ by, what }) => what === asked && by.test(importer))
    return found === undefined ? null : join(import.meta.dirname, 'bundle', found.with)
  },
}

try {
  const chunks = await bundle()
  await writeFile(join(built, 'package.json'), '{ "type": "module" }\n')
  await writeFile(join(built, 'licenses.txt'), await licenses(chunks))
  for (const name of Object.keys(actions)) {
    await writeFile(join(built, `${name}.js`), `import { main } from './index.js'\nawait main('${name}')\n`)
  }
  if (check) await compare()
  else {
    await rm(dist, { recursive: true, force: true })
    await mkdir(dist)
    await cp(built, dist, { recursive: true })
    console.log(`Wrote dist/ (${(await contents(dist)).size} files).`)
  }
} finally {
  await rm(built, { recursive: true, force: true })
}

async function bundle(): Promise<OutputChunk[]> {
  const build = await rolldown({
    cwd: root,
    input: { index: join(root, 'actions', 'main.ts') },
    platform: 'node',
    plugins: [replacing],
    // Its modules for browsers are the same code as ES modules, of which only what is used is taken; they need no browser.
    resolve: { alias: { yaml: join(root, 'node_modules', 'yaml', 'browser', 'index.js') } },
    // Importing one of ours does nothing by itself, so an index of which one function is used brings only that. Libraries say it
    // in their package.json.
    treeshake: { moduleSideEffects: (id) => (id.startsWith(join(root, 'packages') + sep) ? false : undefined) },
  })
  const { output } = await build.write({
    dir: built,
    format: 'esm',
    chunkFileNames: ({ name, facadeModuleId }) => `chunks/${actionOf(facadeModuleId) ?? name}.js`,
    codeSplitting: { groups: Object.entries(CHUNKS).map(([name, test]) => ({ name, test })) },
    minify: 'dce-only',
    // Comments are in the sources; a notice of copyright stays where it stands.
    comments: { legal: true, annotation: false, jsdoc: false },
  })
  await build.close()
  return output.filter((one) => one.type === 'chunk')
}

/** `semver-tag` for the module that is loaded to run that action. */
function actionOf(module: string | null | undefined): string | undefined {
  return /[\\/]actions[\\/]([^\\/]+)[\\/]action\.ts$/.exec(module ?? '')?.[1]
}

/** The licence of every package of which something is in the bundle: its holders, and what they say, once for all who say the same. */
async function licenses(chunks: readonly OutputChunk[]): Promise<string> {
  const modules = chunks
    .flatMap(({ modules: of }) => Object.entries(of))
    .filter(([, { renderedLength }]) => renderedLength > 0)
  const packages = new Set(
    modules.flatMap(([id]) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? []),
  )
  const said = new Map<string, { readonly holders: string[]; readonly terms: string }>()
  for (const { name, holders, terms } of (await Promise.all([...packages].map(licenseOf))).sort(byName)) {
    const key = terms.replaceAll(/\s+/g, ' ')
    const known = said.get(key) ?? { holders: [], terms }
    known.holders.push([name, ...holders].join('\n  '))
    said.set(key, known)
  }
  return [...said.values()]
    .map(({ holders, terms }) => `${holders.join('\n')}\n\n${terms}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`)
}

interface License {
  readonly name: string
  /** The lines that name who has the copyright. */
  readonly holders: readonly string[]
  readonly terms: string
}

async function licenseOf(directory: string): Promise<License> {
  const stated: unknown = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'))
  if (typeof stated !== 'object' || stated === null || !('name' in stated) || !('license' in stated)) {
    throw new Error(`${directory} states no licence`)
  }
  const file = (await readdir(directory)).find((each) => /^licen[cs]e(?:\.|$)/i.test(each))
  const text = file === undefined ? String(stated.license) : await readFile(join(directory, file), 'utf8')
  const lines = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
  const isHolder = (line: string): boolean => /^\s*copyright (?:\(c\)|©|\d)/i.test(line)
  return {
    name: String(stated.name),
    holders: lines.filter(isHolder).map((line) => line.trim()),
    terms: lines
      .filter((line) => !isHolder(line))
      .join('\n')
      .trim(),
  }
}

function byName(one: License, other: License): number {
  return one.name < other.name ? -1 : 1
}

async function compare(): Promise<void> {
  const [present, wanted] = [await contents(dist), await contents(built)]
  const names = [...new Set([...present.keys(), ...wanted.keys()])].sort()
  const different = names.filter((name) => present.get(name) !== wanted.get(name))
  if (different.length === 0) return console.log('dist/ is what the sources build.')
  console.error(`dist/ is not what the sources build: ${different.join(', ')}\nRun: npm run build`)
  process.exitCode = 1
}

async function contents(directory: string): Promise<Map<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, string]> => [
        file.slice(directory.length + 1),
        await readFile(file, 'latin1'),
      ]),
    ),
  )
}
