import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isInstalled } from '../../real/docker-registry.ts'

/** A way to do the work; null where the tool cannot do it. */
export interface Tool {
  readonly name: string
  /** What to install, where it is missing. */
  readonly missing?: string
  /** Points tags of the source's repository at the source. */
  retag(source: string, tags: readonly string[]): readonly Command[]
  /** Copies an image with all its platforms, alone or with what belongs to it. */
  copy(source: string, target: string, withAll: boolean): readonly Command[] | null
}

export type Command = readonly [program: string, ...parameters: string[]]

/** The built action, as runners execute it; `DIST` names another build of it. */
const ENTRY = join(process.env['DIST'] ?? join(import.meta.dirname, '..', '..', '..', 'dist'), 'retag-image.js')
const hostOf = (reference: string): string => reference.split('/', 1)[0] ?? ''

export const ours: Tool & { batch(images: readonly string[]): readonly Command[] } = {
  name: 'retag-image',
  retag: (source, tags) => [action({ source, tags: tags.join(','), 'insecure-registries': hostOf(source) })],
  copy: (source, target, withAll) => {
    const hosts = `${hostOf(source)},${hostOf(target)}`
    return [action({ source, tags: target, 'insecure-registries': hosts, referrers: String(withAll) })]
  },
  batch: (images) => [action({ images: images.join('\n'), 'insecure-registries': hostOf(images[0] ?? '') })],
}

/** A run of the action, with its inputs as a runner gives them. */
export function action(inputs: Readonly<Record<string, string>>, ...flags: string[]): Command {
  const texts = Object.entries(inputs).map(([name, text]) => `INPUT_${name.toUpperCase()}=${text}`)
  return ['env', ...texts, process.execPath, ...flags, ENTRY]
}

export const crane = tool('crane', ['version'], 'go install github.com/google/go-containerregistry/cmd/crane@latest', {
  retag: (source, tags) => tags.map((tag) => ['crane', 'tag', source, tag]),
  // It leaves behind what belongs to an image.
  copy: (source, target, withAll) => (withAll ? null : [['crane', 'copy', source, target]]),
})

export const regctl = tool('regctl', ['version'], 'go install github.com/regclient/regclient/cmd/regctl@latest', {
  retag: (source, tags) => tags.map((tag) => ['regctl', 'image', 'copy', source, retagged(source, tag)]),
  copy: (source, target, withAll) => [
    ['regctl', 'image', 'copy', ...(withAll ? ['--referrers', '--digest-tags'] : []), source, target],
  ],
})

const SKOPEO = [
  'skopeo',
  'copy',
  '--all',
  '--insecure-policy',
  '--src-tls-verify=false',
  '--dest-tls-verify=false',
] as const

export const skopeo = tool('skopeo', ['--version'], 'apt-get install skopeo', {
  retag: (source, tags) => tags.map((tag) => [...SKOPEO, `docker://${source}`, `docker://${retagged(source, tag)}`]),
  copy: (source, target, withAll) => (withAll ? null : [[...SKOPEO, `docker://${source}`, `docker://${target}`]]),
})

function tool(name: string, version: string[], missing: string, work: Pick<Tool, 'retag' | 'copy'>): Tool {
  return { name, ...(!isInstalled(name, ...version) && { missing }), ...work }
}

function retagged(source: string, tag: string): string {
  return `${source.replace(/(?::[^/:]+)?(?:@.+)?$/, '')}:${tag}`
}

/** A home with the credentials of the registries, as each of the tools finds them. */
export async function furnishHome(home: string, hosts: readonly string[]): Promise<void> {
  const auth = Buffer.from('robot:secret').toString('base64')
  await mkdir(join(home, '.docker'), { recursive: true })
  const auths = Object.fromEntries(hosts.map((host) => [host, { auth }]))
  await writeFile(join(home, '.docker', 'config.json'), JSON.stringify({ auths }))
  await mkdir(join(home, '.regctl'), { recursive: true })
  const settings = Object.fromEntries(
    hosts.map((host) => [host, { tls: 'disabled', hostname: host, user: 'robot', pass: 'secret' }]),
  )
  await writeFile(join(home, '.regctl', 'config.json'), JSON.stringify({ hosts: settings }), { mode: 0o600 })
}

/** Runs commands one after the other in that home; gives the wall time of all in milliseconds. */
export async function run(commands: readonly Command[], home: string): Promise<number> {
  const start = performance.now()
  for (const [program, ...parameters] of commands) {
    const child = spawn(program, parameters, {
      env: { PATH: process.env['PATH'] ?? '', HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()))
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', resolve)
    })
    if (code !== 0) throw new Error(`${program} ${parameters.join(' ')} ended with ${code}:\n${said.slice(-2000)}`)
  }
  return performance.now() - start
}
