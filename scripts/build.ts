/**
 * Builds `dist/`: tsc emits JavaScript, ncc bundles it into one shared bundle with a chunk per action, terser cuts what
 * nothing calls (names and layout stay, so that it can be read), and a stub of two lines per action names the one to run.
 * `--check` builds elsewhere and fails on one differing byte.
 */
import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { minify } from 'terser'
import { actions } from '../actions/index.ts'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
const check = process.argv.includes('--check')
const built = await mkdtemp(join(tmpdir(), 'dist-'))

try {
  await rm(join(root, 'build'), { recursive: true, force: true })
  run('typescript/bin/tsc', '-p', 'tsconfig.build.json')
  run(
    '@vercel/ncc/dist/ncc/cli.js',
    'build',
    'build/actions/main.js',
    '-o',
    built,
    '--license',
    'licenses.txt',
    '--no-cache',
    '--quiet',
  )
  for (const file of await readdir(built)) if (file.endsWith('.js')) await prune(join(built, file))
  for (const name of Object.keys(actions)) {
    await writeFile(join(built, `${name}.js`), `import { main } from './index.js'\nawait main('${name}')\n`)
  }
  if (check) await compare()
  else {
    await rm(dist, { recursive: true, force: true })
    await mkdir(dist)
    await cp(built, dist, { recursive: true })
    console.log(`Wrote dist/ (${(await readdir(dist)).length} files).`)
  }
} finally {
  await rm(built, { recursive: true, force: true })
}

/** ncc keeps whole libraries of which we call two functions: 567 KB as tar.gz where 350 KB are used. */
async function prune(file: string): Promise<void> {
  const { code } = await minify(await readFile(file, 'utf8'), {
    module: true,
    compress: { defaults: false, unused: true, dead_code: true, side_effects: true, passes: 3 },
    mangle: false,
    // Comments are in the sources; a notice of copyright stays where it stands.
    format: { beautify: true, indent_level: 2, comments: /copyright|@license|\(c\)/i },
  })
  if (code === undefined) throw new Error(`terser made nothing of ${file}`)
  await writeFile(file, `${code}\n`)
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
  const names = await readdir(directory).catch(() => [])
  return new Map(
    await Promise.all(
      names.map(async (name): Promise<[string, string]> => [name, await readFile(join(directory, name), 'latin1')]),
    ),
  )
}

function run(program: string, ...args: string[]): void {
  execFileSync(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root, stdio: 'inherit' })
}
