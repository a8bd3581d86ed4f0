import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unknownWord } from '../arguments.ts'

/** The stacks that come with this tool. */
const EXAMPLES = join(import.meta.dirname, '..', '..', '..', 'examples')

export interface Example {
  readonly directory: string
  /** Text of its release-train.yaml. */
  readonly manifest: string
  /** The operator's `config/manifests` as kustomize renders them when the release comes to its bundle. */
  readonly rendered: string
}

/** @throws UserError with the names there are when there is no such example. */
export async function findExample(name: string): Promise<Example> {
  const names = (await readdir(EXAMPLES, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  if (!names.includes(name)) throw unknownWord('example', name, names, `There are: ${names.join(', ')}.`)
  const directory = join(EXAMPLES, name)
  const read = (file: string): Promise<string> => readFile(join(directory, file), 'utf8')
  return { directory, manifest: await read('release-train.yaml'), rendered: await read('rendered.yaml') }
}
