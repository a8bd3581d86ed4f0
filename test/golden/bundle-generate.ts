import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
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
export function askedFor({ files, stream }: Golden): Asked {
  const annotations = parse(files['metadata/annotations.yaml'] ?? '').annotations
  const csv = parse(csvOf(files))
  const key = 'operators.operatorframework.io.bundle'
  const version = String(csv.spec.version)
  return {
    packageName: String(annotations[`${key}.package.v1`]),
    version: stream.includes(`name: ${csv.metadata.name}\n`) ? undefined : version,
    channels: String(annotations[`${key}.channels.v1`]).split(','),
    defaultChannel: annotations[`${key}.channel.default.v1`],
    layout: String(annotations['operators.operatorframework.io.metrics.project_layout']),
    createdAt: String(csv.metadata.annotations.createdAt),
  }
}

export function csvOf(files: Readonly<Record<string, string>>): string {
  return Object.entries(files).find(([path]) => path.endsWith('.clusterserviceversion.yaml'))?.[1] ?? ''
}

/** A text with the builder's stamp of another tool. */
export function restamped(text: string): string {
  return text.replaceAll(/((?:metrics\.builder|framework\.io\/builder)(?:=|: ))\S+$/gm, '$1THE-BUILDER')
}
