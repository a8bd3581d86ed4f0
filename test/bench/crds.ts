/**
 * `npm run bench -- crds [DIRECTORY]`: how well and how fast CRDs are judged and copied, against what issue and peers say.
 * DIRECTORY holds originals (`pairs.jsonl`, `pairs/`), descriptions and all; without it, the packed fixtures are used.
 */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import syncCrds from '../../actions/sync-crds/action.ts'
import { execute, renderMarkdown } from '../../packages/action/index.ts'
import {
  checkDefinition,
  checkSchema,
  checkUpdate,
  isRatcheted,
} from '../../packages/crds/validity/check-definition.ts'
import { judge } from '../../packages/crds/compare/compatibility.ts'
import { parse } from '../../packages/crds/document/document.ts'
import { isObject, type Json, type JsonObject } from '../../packages/yaml/index.ts'
import { reportFindings } from '../../packages/crds/report/report-findings.ts'
import type { Finding } from '../../packages/plan/index.ts'
import { openWorld } from '../../packages/sandbox/index.ts'
import {
  apiServerCases,
  type Case,
  definition,
  linesOf,
  type Pair,
  realLabels,
  realPairs,
  textOf,
} from '../golden/crds.ts'
import { quietContext } from '../context.ts'

const run = promisify(execFile)
const [, directory] = process.argv.slice(2)
const pairs = directory === undefined ? await realPairs() : await originals(directory)
const found = new Map<string, readonly Finding[]>()
const times = new Map<string, number>()
let crashes = 0
for (const { id, old, new: now } of pairs) {
  const start = performance.now()
  try {
    found.set(id, judge(definition(old), definition(now), []))
  } catch {
    crashes++
  }
  times.set(id, performance.now() - start)
}

const labels = await realLabels()
const harmful = labels.filter(({ label }) => ['BREAK_UPDATE', 'BREAK_CREATE', 'DATA_LOSS'].includes(label))
const harmless = labels.filter(({ label }) => label === 'NO_WITNESS')
const isError = ({ id, version, path, change }: (typeof labels)[number]): boolean => {
  const node = path === '^' ? '' : path.slice(1)
  const required = /^required\+ (.*)$/.exec(change)?.[1]
  const at = required === undefined ? node || '.' : `${node}.${required}`
  return (found.get(id) ?? []).some((one) => one.severity === 'error' && one.version === version && one.path === at)
}
const errors = [...found.values()]
  .flat()
  .filter(({ severity, path }) => severity === 'error' && path?.startsWith('.') === true)
const update = found.get('kuberay/v1.1.1..v1.2.0/ray.io_rayclusters.yaml') ?? []
const open = renderMarkdown(reportFindings(update)).replaceAll(/<details>[\s\S]*?<\/details>/g, '')
const slowest = [...times].toSorted(([, a], [, b]) => b - a)[0]
const agreement = await tables()
const copied = await copyMany(300)

row('what', 'asked', 'reached', 'crdify (OLM settings)', 'crd-schema-checker')
row('---', '---', '---', '---', '---')
row(
  'nodes that break or lose data, found',
  '100 %',
  share(harmful.filter(isError).length, harmful.length),
  'all',
  '32 %',
)
row(
  'nodes without harm, called errors',
  '≤ 3 %',
  share(harmless.filter(isError).length, harmless.length),
  '89 %',
  '0 %',
)
row(
  'errors with an example object',
  'where one can be made',
  share(errors.filter(({ witness }) => witness !== undefined).length, errors.length),
  'none',
  'none',
)
row('crashes', '0', String(crashes), '0', '29 of 256')
row(
  'KubeRay v1.1.1 → v1.2.0, open lines',
  '≤ 40',
  String(open.split('\n').filter((line) => line.trim() !== '').length),
  '622 findings',
  '',
)
row(
  `slowest pair, read and compared (${slowest?.[0] ?? ''})`,
  '≤ 500 ms',
  `${Math.round(slowest?.[1] ?? 0)} ms`,
  '≤ 1120 ms',
  '~1000 ms',
)
row('the API server’s tables', '≥ 98 %', agreement, '', '')
row('300 CRDs, copied through the sandbox', '≤ 12 requests, ≤ 3000 ms', copied, '', '')
await peer('crdify', 'sigs.k8s.io/crdify')
await peer('crd-schema-checker', 'github.com/openshift/crd-schema-checker/cmd/crd-schema-checker')

function row(...cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`)
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`
}

async function originals(root: string): Promise<Pair[]> {
  const listed = linesOf(await readFile(join(root, 'pairs.jsonl'), 'utf8')).filter(({ status }) => status === 'changed')
  const read = async (side: unknown): Promise<string> =>
    typeof side === 'object' && side !== null && 'path' in side ? readFile(join(root, String(side.path)), 'utf8') : ''
  return Promise.all(
    listed.map(async (entry) => ({
      id: `${textOf(entry, 'set')}/${textOf(entry, 'old_tag')}..${textOf(entry, 'new_tag')}/${textOf(entry, 'file')}`,
      old: await read(entry['old']),
      new: await read(entry['new']),
    })),
  )
}

function asJson(value: unknown): Json {
  return parse({ text: JSON.stringify(value ?? null), line: 1 }, 'case.json')
}

function asObject(value: unknown): JsonObject {
  const json = asJson(value)
  return isObject(json) ? json : {}
}

async function tables(): Promise<string> {
  const [schema, create, updates] = await Promise.all([
    apiServerCases('schema'),
    apiServerCases('create'),
    apiServerCases('update'),
  ])
  const agree = (cases: readonly Case[], refuses: (one: Case) => boolean): number =>
    cases.filter((one) => refuses(one) === one.got.length > 0).length
  const agreed =
    agree(schema, (one) => {
      const options = {
        types: one['requireStructuralSchema'] === true,
        atomicSets: one['requireAtomicSetType'] === true,
        mapKeys: one['requireMapListKeysMapSetValidation'] === true,
        structural: one['requireStructuralSchema'] === true,
        defaults: one['allowDefaults'] === true,
        prunedDefaults: one['requirePrunedDefaults'] === true,
        status: one['statusEnabled'] === true,
      }
      return checkSchema(asJson(one['schema']), 'spec.validation.openAPIV3Schema', options).length > 0
    }) +
    agree(create, (one) => checkDefinition(asObject(one['new'])).length > 0) +
    agree(updates, (one) => {
      const [old, now] = [asObject(one['old']), asObject(one['new'])]
      const before = checkDefinition(old)
      return (
        checkUpdate(old, now).length + checkDefinition(now).filter((refusal) => !isRatcheted(refusal, before)).length >
        0
      )
    })
  return share(agreed, schema.length + create.length + updates.length)
}

async function copyMany(count: number): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'bench-crds-'))
  await mkdir(join(root, 'checkout'))
  const world = await openWorld({ directory: join(root, 'world') })
  try {
    const template = pairs.find(({ id }) => id.includes('quotasubtrees'))?.new ?? ''
    const files = Array.from(
      { length: count },
      (_, index) => [`crd/${index}.yaml`, template.replaceAll('quotasubtrees', `quota${index}s`)] as const,
    )
    await world.github.createRepository('bench/many', { files: Object.fromEntries(files) })
    await world.github.tag('bench/many', 'v1.0.0')
    const before = world.requests.lines().length
    const start = performance.now()
    await execute(
      syncCrds,
      new Map([
        ['token', 'ghs_bench'],
        ['sources', 'bench/many@v1.0.0:crd'],
        ['destination', 'crd'],
      ]),
      quietContext(world.environment(), join(root, 'checkout')),
    )
    const took = performance.now() - start
    return `${world.requests.lines().length - before} requests, ${Math.round(took)} ms`
  } finally {
    await world.close()
    await rm(root, { recursive: true })
  }
}

/** Runs a peer on every pair, if Go can build it here; says by name that it cannot. */
async function peer(name: string, path: string): Promise<void> {
  const bin = await mkdtemp(join(tmpdir(), 'bench-peer-'))
  try {
    await run('go', ['install', `${path}@latest`], { env: { ...process.env, GOBIN: bin }, timeout: 300_000 })
    let [failed, milliseconds] = [0, 0]
    for (const { old, new: now } of pairs) {
      await writeFile(join(bin, 'old.yaml'), old)
      await writeFile(join(bin, 'new.yaml'), now)
      const [before, after] = [join(bin, 'old.yaml'), join(bin, 'new.yaml')]
      const args =
        name === 'crdify'
          ? [`file://${before}`, `file://${after}`]
          : ['check-manifests', `--existing-crd-filename=${before}`, `--new-crd-filename=${after}`]
      const start = performance.now()
      await run(join(bin, name), args, { maxBuffer: 1 << 28 }).catch(() => failed++)
      milliseconds += performance.now() - start
    }
    console.log(
      `${name}, here: fails ${failed} of ${pairs.length} pairs, ${Math.round(milliseconds / pairs.length)} ms each`,
    )
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : '').split('\n').slice(1)
    console.log(
      `${name}: skipped, Go cannot build it here (${line.slice(0, 120)}); its columns are those of the issue.`,
    )
  } finally {
    await rm(bin, { recursive: true })
  }
}
