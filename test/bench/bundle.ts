/**
 * `npm run bench -- bundle [DIRECTORY]`: bundles against operator-sdk, in what they are and how long they take. DIRECTORY holds the
 * original data (`generated/`, `synthetic/`, `sdk-testdata/`); without it, the packed fixtures are used. A `operator-sdk` on the
 * PATH (or in `OPERATOR_SDK`) is measured in the same run.
 */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'yaml'
import { generateBundle, type GeneratedBundle } from '../../packages/bundle/index.ts'
import {
  askedFor,
  type Golden,
  originalGoldens,
  packed,
  unstamped,
  withoutHandWritten,
} from '../golden/bundle-generate.ts'

const run = promisify(execFile)
const [, directory] = process.argv.slice(2)
const goldens = directory === undefined ? (await packed()).goldens : await originalGoldens(directory)
/** One conversion webhook for two definitions; the README of gen-bundle says why. */
const BETTER = 'synthetic/conversion-bugs/ports'

let [same, equal, files] = [0, 0, 0]
for (const golden of goldens.filter(({ id }) => id !== BETTER)) {
  const made = filesOf(await generate(golden, withoutHandWritten(golden.stream)))
  for (const path of new Set([...Object.keys(made), ...Object.keys(golden.files)])) {
    const [mine, theirs] = [unstamped(made[path] ?? ''), unstamped(golden.files[path] ?? '')]
    files++
    if (mine === theirs) same++
    if (mine === theirs || (path.endsWith('.yaml') && isEqual(mine, theirs))) equal++
    else console.log(`differs: ${golden.id} ${path}`)
  }
}

const stream = longest(goldens)
await generate(stream, stream.stream)
const inProcess = await median(9, () => generate(stream, stream.stream))
const whole = await wholeAction(stream)
const large = [await many(500), await many(1000), await many(2000)]
const [small, , largest] = large

row('what', 'asked', 'reached')
row('---', '---', '---')
row('files of operator-sdk v1.42.3, byte for byte', 'all', `${same} of ${files} (${goldens.length} bundles)`)
row('the same as parsed YAML', 'all', `${equal} of ${files}`)
row(`a rendered stream of ${lines(stream.stream)} lines, in-process`, '≤ 150 ms', `${inProcess.toFixed(0)} ms`)
row('the whole action, built, from a kustomize directory', '≤ 1200 ms', whole.text)
row(
  '2,000 objects, 20 MB',
  '< 3000 ms, < 400 MB',
  `${largest?.milliseconds} ms (${largest?.processor} ms of the processor), ${largest?.megabytes} MB`,
)
row(
  'four times the objects',
  'linear (≤ 4.5 times)',
  `${((largest?.processor ?? 0) / (small?.processor ?? 1)).toFixed(1)} times`,
)
await peer(whole.milliseconds)

function row(...cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`)
}

function generate(golden: Golden, text: string): Promise<GeneratedBundle> {
  return generateBundle({ stream: { path: 'stream.yaml', text }, ...askedFor(golden) })
}

function filesOf({ files: made, dockerfile }: GeneratedBundle): Record<string, string> {
  return { ...Object.fromEntries(made), 'bundle.Dockerfile': dockerfile }
}

function isEqual(one: string, other: string): boolean {
  return JSON.stringify(parse(one)) === JSON.stringify(parse(other))
}

function lines(text: string): number {
  return text.split('\n').length - 1
}

/** The real stream nearest to the 1,241 lines of the issue. */
function longest(all: readonly Golden[]): Golden {
  const real = all.filter(({ id }) => id.startsWith('generated/'))
  const [nearest] = real.toSorted((a, b) => Math.abs(lines(a.stream) - 1241) - Math.abs(lines(b.stream) - 1241))
  if (nearest === undefined) throw new Error('There is no stream of a release.')
  return nearest
}

async function median(count: number, body: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < count; round++) {
    const start = performance.now()
    await body()
    times.push(performance.now() - start)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(count / 2)] ?? 0
}

/** The built action as a runner starts it, on a kustomization whose one resource is the stream. */
async function wholeAction(golden: Golden): Promise<{ readonly text: string; readonly milliseconds: number }> {
  const entry = join(import.meta.dirname, '../../dist/gen-bundle.js')
  return inDirectory(async (checkout) => {
    await mkdir(join(checkout, 'config/manifests'), { recursive: true })
    await writeFile(join(checkout, 'config/manifests/kustomization.yaml'), 'resources:\n- all.yaml\n')
    await writeFile(join(checkout, 'config/manifests/all.yaml'), golden.stream)
    const env = {
      ...process.env,
      GITHUB_WORKSPACE: checkout,
      INPUT_PACKAGE: 'codeflare-operator',
      INPUT_MANIFESTS: 'config/manifests',
      'INPUT_CREATED-AT': '2026-01-01T00:00:00Z',
      'INPUT_USE-IMAGE-DIGESTS': 'false',
    }
    try {
      await run('kubectl', ['version', '--client'])
      const start = async (): Promise<unknown> => {
        await rm(join(checkout, 'bundle'), { recursive: true, force: true })
        return run(process.execPath, [entry], { env })
      }
      await start()
      const [milliseconds, rendering] = [
        await median(5, start),
        await median(5, () => run('kubectl', ['kustomize', join(checkout, 'config/manifests')])),
      ]
      return {
        text: `${milliseconds.toFixed(0)} ms, of which kubectl kustomize alone ${rendering.toFixed(0)} ms`,
        milliseconds,
      }
    } catch (error) {
      const why = error instanceof Error ? error.message.split('\n')[0] : String(error)
      return {
        text: `skipped: ${why} (it needs kubectl, and dist/ as npm run build writes it)`,
        milliseconds: Number.NaN,
      }
    }
  })
}

interface Large {
  readonly milliseconds: number
  /** Of the processor, all threads; on a busy machine the clock says nothing. */
  readonly processor: number
  readonly megabytes: number
}

/** So many objects of 10 KB on average, in a process of its own so that its memory is its own. */
async function many(count: number): Promise<Large> {
  const script = `
    import { generateBundle } from ${JSON.stringify(join(import.meta.dirname, '../../packages/bundle/index.ts'))}
    const definition = ${JSON.stringify(aDefinition())}
    const documents = ['apiVersion: operators.coreos.com/v1alpha1\\nkind: ClusterServiceVersion\\nmetadata: {name: p.v0.0.0}\\nspec: {displayName: x}\\n']
    for (let index = 0, size = 0; index < ${count}; index++) {
      const document = size < index * 10000 ? definition.replaceAll('appwrappers', 'kind' + index) : 'apiVersion: v1\\nkind: ConfigMap\\nmetadata:\\n  name: c' + index + '\\ndata:\\n  a: b\\n'
      size += document.length
      documents.push(document)
    }
    const text = documents.join('---\\n')
    const [start, before] = [performance.now(), process.cpuUsage()]
    await generateBundle({ stream: { path: 's', text }, packageName: 'p', channels: ['alpha'], createdAt: 'x' })
    const { user, system } = process.cpuUsage(before)
    console.log(JSON.stringify({ milliseconds: Math.round(performance.now() - start), processor: Math.round((user + system) / 1000), megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }))
  `
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { maxBuffer: 1 << 26 })
  const measured: Large = JSON.parse(stdout)
  return measured
}

function aDefinition(): string {
  const documents = goldens.flatMap(({ stream: text }) => text.split(/^---\n/m))
  return documents.find((text) => text.includes('kind: CustomResourceDefinition') && text.includes('appwrappers')) ?? ''
}

/** Measures operator-sdk in the same minute, from the same stream, if there is one; says by name that there is none. */
async function peer(milliseconds: number): Promise<void> {
  const program = process.env['OPERATOR_SDK'] ?? 'operator-sdk'
  // A program of the generator alone has its flags at once.
  const command = program.endsWith('genbundle') ? '' : 'generate bundle'
  await inDirectory(async (checkout) => {
    await mkdir(join(checkout, 'config/manifests'), { recursive: true })
    await writeFile(join(checkout, 'config/manifests/kustomization.yaml'), 'resources:\n- all.yaml\n')
    await writeFile(join(checkout, 'config/manifests/all.yaml'), stream.stream)
    const pipe = `kubectl kustomize config/manifests | ${program} ${command} -q --package codeflare-operator --channels alpha`
    try {
      const start = (): Promise<unknown> => run('sh', ['-c', pipe], { cwd: checkout })
      await start()
      const theirs = await median(5, start)
      row(
        'kubectl kustomize into operator-sdk, here, against the whole action',
        '≥ 3 times as long',
        `${theirs.toFixed(0)} ms, ${(theirs / milliseconds).toFixed(1)} times`,
      )
      const rendered = join(checkout, 'rendered.yaml')
      await writeFile(rendered, stream.stream)
      const alone = await median(5, () =>
        run(
          'sh',
          ['-c', `cat rendered.yaml | ${program} ${command} -q --package codeflare-operator --channels alpha`],
          {
            cwd: checkout,
          },
        ),
      )
      row(
        'operator-sdk alone, against ours in-process',
        '≥ 3 times as long',
        `${alone.toFixed(0)} ms, ${(alone / inProcess).toFixed(1)} times`,
      )
    } catch (error) {
      const why = error instanceof Error ? error.message.split('\n').slice(0, 2).join(' ') : String(error)
      console.log(`operator-sdk: skipped, it is not here (${why.slice(0, 160)}).`)
    }
  })
}

async function inDirectory<T>(body: (directory: string) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'bench-bundle-'))
  try {
    return await body(home)
  } finally {
    await rm(home, { recursive: true })
  }
}
