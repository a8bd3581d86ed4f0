import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { parse } from 'yaml'

/** One bundle that operator-sdk made, with what it was made from. */
export interface Golden {
  /** Path of the stream below the data. */
  readonly id: string
  readonly stream: string
  readonly project: string | null
  /** Files of the bundle by path, `bundle.Dockerfile` among them. */
  readonly files: Readonly<Record<string, string>>
}

/** The packed copy of the data; test/fixtures/bundles/README.md says where it is from. */
export interface Packed {
  readonly goldens: readonly Golden[]
  /** Files of bundles of CodeFlare as they were published, by version. */
  readonly published: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Streams on which operator-sdk panics or is wrong, and the base that they need. */
  readonly inputs: Readonly<Record<string, string>>
}

export async function packed(): Promise<Packed> {
  const bytes = await readFile(join(import.meta.dirname, '../fixtures/bundles/generate.json.br'))
  return JSON.parse(brotliDecompressSync(bytes).toString('utf8'))
}

/** The base of the synthetic streams lists an image by hand, which operator-sdk loses. */
export function withoutHandWritten(stream: string): string {
  return stream.replace(/^  relatedImages:\n  - .*manual.*\n(?:    name: manual\n)?/m, '')
}

/** Every bundle of v1.42.3 in the original data, whose layout its README describes. */
export async function originalGoldens(root: string): Promise<Golden[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  const dockerfiles = paths.filter((path) => basename(path) === 'bundle.Dockerfile' && !path.includes('v1.27.0'))
  return Promise.all(
    dockerfiles.sort().map(async (path) => {
      const made = dirname(path)
      const source = basename(made) === 'v1.42.3' ? dirname(made) : made
      const stream = paths.includes(join(source, 'stream.yaml')) ? join(source, 'stream.yaml') : `${source}.yaml`
      const read = (file: string): Promise<string> => readFile(join(root, file), 'utf8')
      const inBundle = paths.filter((file) => file.startsWith(`${made}/bundle/`))
      const files = await Promise.all(
        inBundle.map(async (file) => [relative(`${made}/bundle`, file), await read(file)] as const),
      )
      return {
        id: source,
        stream: await read(stream),
        project: paths.includes(join(source, 'PROJECT')) ? await read(join(source, 'PROJECT')) : null,
        files: { ...Object.fromEntries(files), 'bundle.Dockerfile': await read(path) },
      }
    }),
  )
}

export interface Asked {
  readonly packageName: string
  readonly version: string | undefined
  readonly channels: readonly string[]
  readonly defaultChannel: string | undefined
  readonly layout: string
  readonly createdAt: string
}

/** The flags with which operator-sdk was called, as its output tells. */
export function askedFor({ files, stream, project }: Golden): Asked {
  const annotations = parse(files['metadata/annotations.yaml'] ?? '').annotations
  const csv = parse(csvOf(files))
  const key = 'operators.operatorframework.io.bundle'
  const version = String(csv.spec.version)
  return {
    packageName: String(annotations[`${key}.package.v1`]),
    version: stream.includes(`name: ${csv.metadata.name}\n`) ? undefined : version,
    channels: String(annotations[`${key}.channels.v1`]).split(','),
    defaultChannel: annotations[`${key}.channel.default.v1`],
    layout: layoutOf(project) ?? 'unknown',
    createdAt: String(csv.metadata.annotations.createdAt),
  }
}

function layoutOf(project: string | null): string | undefined {
  const { layout }: { layout?: unknown } = project === null ? {} : parse(project)
  return Array.isArray(layout) ? layout.join(',') : undefined
}

export function csvOf(files: Readonly<Record<string, string>>): string {
  return Object.entries(files).find(([path]) => path.endsWith('.clusterserviceversion.yaml'))?.[1] ?? ''
}

/** A text without the stamps of the tool that made it; the samples of operator-sdk come without any. */
export function unstamped(text: string): string {
  return text.replaceAll(
    /^.*(?:metrics\.(?:builder|mediatype\.v1|project_layout)|framework\.io\/(?:builder|project_layout)).*\n/gm,
    '',
  )
}
