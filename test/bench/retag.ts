/**
 * Moving image tags, against the tools that can: `npm run bench -- retag`. Each tool is started cold, as a workflow step
 * would, against Debian's `docker-registry` behind a proxy that counts requests, delays each of them, and asks for
 * tokens. Tools that are not installed are skipped by name. `npm run bench -- retag memory` measures
 * only the memory, `… train` only the hundred images.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isInstalled, PROGRAM, push, startDockerRegistry } from '../real/docker-registry.ts'
import { anImage, anIndex, signaturesOf } from './retag/images.ts'
import { LIMIT, measureMemory } from './retag/memory.ts'
import { type Proxy, startProxy } from './retag/proxy.ts'
import { type Command, crane, furnishHome, ours, regctl, run, skopeo, type Tool } from './retag/tools.ts'

const DELAYS = [0, 20, 40]
const TRAIN = 100

interface Reached {
  /** Of each delay: a copy that takes longer than two seconds looks at its tag once more. */
  readonly requests: readonly number[]
  readonly puts: number
  readonly bytes: number
  readonly seconds: readonly number[]
}

const failures: string[] = []

if (isInstalled(PROGRAM, '--version')) {
  // First: a child begins with the memory of whoever starts it.
  if (!process.argv.includes('train')) await memory()
  if (!process.argv.includes('memory')) await traffic()
} else {
  console.error(`${PROGRAM} is not installed: apt-get install ${PROGRAM}`)
  process.exitCode = 1
}
for (const failure of failures) console.error(failure)
if (failures.length > 0) process.exitCode = 1

async function traffic(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'retag-bench-'))
  const registries = await Promise.all([startDockerRegistry(), startDockerRegistry()])
  const [near, far] = await Promise.all(registries.map(({ url }) => startProxy(url)))
  if (near === undefined || far === undefined) throw new Error('two registries were started')
  const proxies = [near, far]
  try {
    await furnishHome(
      home,
      proxies.map(({ host }) => host),
    )
    const [url = ''] = registries.map((registry) => registry.url)
    if (process.argv.includes('train')) return await train(url, near, home)
    const [index, single] = [anIndex('index'), anImage('single', [3_900_000, 2_000_000])]
    await push(url, 'bench/index', index, 'dev')
    await push(url, 'bench/single', single, 'dev')
    await push(url, 'bench/signed', index, 'dev')
    for (const { name, artifact } of signaturesOf(index)) await push(url, 'bench/signed', artifact, name)

    let fresh = 0
    const next = (): number => (fresh += 1)
    const source = (name: string): string => `${near.host}/bench/${name}:dev`
    const measure = (work: () => readonly Command[]): Promise<Reached> => measured(proxies, home, work)
    const compare = async (
      title: string,
      limit: number | null,
      peers: readonly Tool[],
      work: (tool: Tool) => readonly Command[] | null,
    ): Promise<void> => {
      const rows: [string, Reached | string][] = []
      for (const tool of [ours, ...peers]) {
        if (tool.missing !== undefined) rows.push([tool.name, `skipped, not installed: ${tool.missing}`])
        else if (work(tool) === null) rows.push([tool.name, 'cannot'])
        else rows.push([tool.name, await measure(() => work(tool) ?? [])])
      }
      show(title, limit, rows)
    }
    console.log(
      `Requests, PUTs and blob bytes of one cold run, and its wall time at ${DELAYS.join(', ')} ms a request.`,
    )
    const version = (): string[] => [`v1.0.${next()}`]
    await compare('a version tag, index', 5, [crane, regctl, skopeo], (tool) => tool.retag(source('index'), version()))
    await compare('a version tag, single image', 5, [crane, regctl, skopeo], (tool) =>
      tool.retag(source('single'), version()),
    )

    const channel = (name: string): readonly Command[] => ours.retag(`${near.host}/bench/${name}:v1.0.0`, ['stable'])
    let shown = 0
    const channels: [string, Reached][] = [
      [
        'new',
        await measured(
          proxies,
          home,
          () => channel(`channel-${shown}`),
          async () => {
            shown += 1
            await push(url, `bench/channel-${shown}`, single, 'v1.0.0')
          },
        ),
      ],
      [
        'goes on',
        await measured(
          proxies,
          home,
          () => channel(`channel-${shown}`),
          async () => {
            shown += 1
            const old = anImage(`old ${shown}`, [1000])
            for (const tag of ['v0.9.0', 'stable']) await push(url, `bench/channel-${shown}`, old, tag)
            await push(url, `bench/channel-${shown}`, single, 'v1.0.0')
          },
        ),
      ],
    ]
    show('a channel tag', 6, channels)

    await push(url, 'bench/index', index, 'v2.0.0')
    await compare('the same again', 4, [crane, regctl, skopeo], (tool) => tool.retag(source('index'), ['v2.0.0']))
    await compare('three version tags on an index', 9, [crane, regctl, skopeo], (tool) =>
      tool.retag(source('index'), [...version(), ...version(), ...version()]),
    )
    await compare('across repositories', 57, [crane, regctl, skopeo], (tool) =>
      tool.copy(source('index'), `${near.host}/bench/to-${next()}:v1.0.0`, false),
    )
    await compare('across repositories, signed, with all', 80, [regctl], (tool) =>
      tool.copy(source('signed'), `${near.host}/bench/to-${next()}:v1.0.0`, true),
    )
    await compare('across registries', 131, [crane, regctl, skopeo], (tool) =>
      tool.copy(source('index'), `${far.host}/bench/to-${next()}:v1.0.0`, false),
    )
    await train(url, near, home)
  } finally {
    for (const proxy of proxies) proxy.close()
    await Promise.all(registries.map((registry) => registry.stop()))
    await rm(home, { recursive: true, force: true })
  }
}

/** `stable` of a hundred images at 20 ms: all in one run, against a loop of crane. */
async function train(url: string, proxy: Proxy, home: string): Promise<void> {
  proxy.delay = 20
  const names = Array.from({ length: TRAIN }, (_, index) => `train/app-${index}`)
  for (const name of names) await push(url, name, anImage(name, [1000]), 'v1.0.0')
  const rows: [string, { requests: number; seconds: number } | null][] = []
  const count = async (title: string, commands: readonly Command[]): Promise<void> => {
    proxy.take()
    const seconds = (await run(commands, home)) / 1000
    rows.push([title, { requests: proxy.take().requests.length, seconds }])
  }
  await count('retag-image, stable is new', ours.batch(names.map((name) => `${proxy.host}/${name}:v1.0.0 => stable`)))
  for (const name of names) await push(url, name, anImage(`${name} next`, [1000]), 'v1.1.0')
  await count('retag-image, stable goes on', ours.batch(names.map((name) => `${proxy.host}/${name}:v1.1.0 => stable`)))
  if (crane.missing === undefined) {
    await count(
      'crane in a loop, no guards',
      names.flatMap((name) => crane.retag(`${proxy.host}/${name}:v1.0.0`, ['stable'])),
    )
  } else rows.push([`crane: skipped, not installed: ${crane.missing}`, null])
  console.log(
    `\n${TRAIN} images, stable for all, at 20 ms (asked: ${4 * TRAIN} + 401 and tokens, wall at most 1/5 of crane in a loop)`,
  )
  for (const [title, found] of rows) {
    console.log(
      `  ${title.padEnd(30)}${found === null ? '' : `${String(found.requests).padStart(6)} requests ${found.seconds.toFixed(1).padStart(7)} s`}`,
    )
  }
  const [first, goesOn, loop] = rows.map(([, found]) => found)
  if (first && first.requests > 4 * TRAIN + 1 + TRAIN / 20)
    failures.push(`${first.requests} requests for ${TRAIN} images`)
  for (const found of [first, goesOn]) {
    if (found && loop && found.seconds > loop.seconds / 5)
      failures.push(`${found.seconds.toFixed(1)} s for ${TRAIN} images`)
  }
}

/** The work once for each delay, each time on tags or repositories that are new. */
async function measured(
  proxies: readonly Proxy[],
  home: string,
  work: () => readonly Command[],
  prepare: () => Promise<void> = () => Promise.resolve(),
): Promise<Reached> {
  const seconds: number[] = []
  const counts: number[] = []
  let counted = { puts: 0, bytes: 0 }
  for (const delay of DELAYS) {
    await prepare()
    for (const proxy of proxies) {
      proxy.delay = delay
      proxy.take()
    }
    seconds.push((await run(work(), home)) / 1000)
    const taken = proxies.map((proxy) => proxy.take())
    const requests = taken.flatMap((taking) => taking.requests)
    counts.push(requests.length)
    counted = {
      puts: Math.max(
        counted.puts,
        requests.filter((line) => line.startsWith('PUT') && line.includes('/manifests/')).length,
      ),
      bytes: Math.max(
        counted.bytes,
        taken.reduce((sum, taking) => sum + taking.blobBytes, 0),
      ),
    }
  }
  return { ...counted, requests: counts, seconds }
}

function show(title: string, limit: number | null, rows: readonly (readonly [string, Reached | string])[]): void {
  console.log(`\n${title}${limit === null ? '' : ` (asked: at most ${limit})`}`)
  for (const [index, [name, found]] of rows.entries()) {
    if (typeof found === 'string') {
      console.log(`  ${name.padEnd(12)}  ${found}`)
      continue
    }
    const { requests, puts, bytes, seconds } = found
    const [least, most] = [Math.min(...requests), Math.max(...requests)]
    const range = least === most ? String(least) : `${least}–${most}`
    const times = seconds.map((value) => value.toFixed(2).padStart(7)).join('')
    const sent = `${(bytes / 1e6).toFixed(1)} MB`
    console.log(
      `  ${name.padEnd(12)}${range.padStart(8)} requests ${String(puts).padStart(3)} PUT ${sent.padStart(9)} ${times} s`,
    )
    if (index === 0 && limit !== null && least > limit)
      failures.push(`${title}: ${range} requests, asked were ${limit}`)
  }
}

async function memory(): Promise<void> {
  const { idle, peak, seconds } = await measureMemory()
  const more = peak - idle
  console.log(
    `\nPeak memory of a copy of a 2 GB layer across registries (asked: at most ${LIMIT} MB above an idle Node)`,
  )
  console.log(`  retag-image  ${more.toFixed(0)} MB above ${idle.toFixed(0)} MB, in ${seconds.toFixed(1)} s`)
  if (more > LIMIT) failures.push(`${more.toFixed(0)} MB above an idle Node`)
}
