import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { parse } from 'yaml'
import { UserError, Workspace } from '../../plan/index.ts'

/** What the outside world holds when a rehearsal begins, as `world.yaml` beside a manifest describes it. */
export interface WorldFile {
  /** The time at which the rehearsal begins. */
  readonly now: string
  readonly repositories: readonly RepositoryHistory[]
}

export interface RepositoryHistory {
  /** `OWNER/NAME`. */
  readonly name: string
  readonly description: string
  /** Oldest first; the first one holds the files that lie beside the world file. */
  readonly history: readonly HistoryEntry[]
}

/** One commit on the default branch, made by hand or by merging a pull request. */
export interface HistoryEntry {
  /** `YYYY-MM-DD`. */
  readonly on: string
  readonly message: string
  readonly pull: { readonly by: string } | null
  /** Whole contents after this commit, of the files that it changes. */
  readonly files: Readonly<Record<string, string | Buffer>>
  /** Tags with a release. */
  readonly releases: readonly string[]
  /** Tags without one. */
  readonly tags: readonly string[]
}

const names = v.union([
  v.pipe(
    v.string(),
    v.transform((name) => [name]),
  ),
  v.array(v.string()),
])
const edit = v.union([
  v.strictObject({ find: v.string(), put: v.string() }),
  v.strictObject({ every: v.string(), put: v.string() }),
])
const common = {
  on: v.pipe(v.string(), v.isoDate()),
  files: v.optional(v.record(v.string(), v.array(edit)), {}),
  release: v.optional(names, []),
  tags: v.optional(names, []),
}
const entry = v.union([
  v.strictObject({ ...common, commit: v.string() }),
  v.strictObject({
    ...common,
    pull: v.string(),
    by: v.string(),
  }),
])
const worldFile = v.strictObject({
  now: v.pipe(v.string(), v.isoTimestamp()),
  repositories: v.record(
    v.string(),
    v.strictObject({
      description: v.optional(v.string(), ''),
      history: v.pipe(v.array(entry), v.nonEmpty()),
    }),
  ),
})

type Edit = v.InferOutput<typeof edit>

/**
 * Reads `world.yaml` of a directory, with the files under its `repositories/`.
 *
 * @throws UserError for a file that does not have the shape above, and for an edit whose text is not there (or not once).
 */
export async function readWorldFile(directory: string): Promise<WorldFile> {
  const file = join(directory, 'world.yaml')
  // The core schema leaves dates as the texts that they are.
  const read = v.safeParse(worldFile, parse(await readFile(file, 'utf8'), { schema: 'core' }))
  if (!read.success) {
    const [issue] = read.issues
    throw new UserError(`${v.getDotPath(issue) ?? 'the whole file'}: ${issue.message}`, { file })
  }
  const { now, repositories } = read.output
  return {
    now,
    repositories: await Promise.all(
      Object.entries(repositories).map(async ([name, { description, history }]) => {
        const current = await filesOf(join(directory, 'repositories', name))
        return {
          name,
          description,
          history: history.map((given, index): HistoryEntry => {
            const edited = Object.fromEntries(
              Object.entries(given.files).map(([path, edits]) => [
                path,
                applyEdits(current, path, edits, `${file}: ${name}`),
              ]),
            )
            const files = index === 0 ? { ...Object.fromEntries(current), ...edited } : edited
            for (const [path, content] of Object.entries(edited)) current.set(path, content)
            return {
              on: given.on,
              message: 'commit' in given ? given.commit : given.pull,
              pull: 'pull' in given ? { by: given.by } : null,
              files,
              releases: given.release,
              tags: given.tags,
            }
          }),
        }
      }),
    ),
  }
}

async function filesOf(directory: string): Promise<Map<string, string | Buffer>> {
  const workspace = new Workspace(directory)
  const files = new Map<string, string | Buffer>()
  for (const path of await workspace.list('.')) {
    const content = await workspace.read(path)
    if (content !== null) files.set(path, content)
  }
  return files
}

function applyEdits(
  files: ReadonlyMap<string, string | Buffer>,
  path: string,
  edits: readonly Edit[],
  where: string,
): string {
  let text = files.get(path)?.toString()
  if (text === undefined) throw new UserError(`${where}: there is no file ${path} to edit.`)
  for (const change of edits) {
    const wanted = 'find' in change ? change.find : change.every
    const count = text.split(wanted).length - 1
    if (count === 0 || ('find' in change && count > 1)) {
      throw new UserError(
        `${where}: ${path} holds “${wanted.trim()}” ${count} times; ${'find' in change ? 'once' : 'at least once'} was expected.`,
      )
    }
    text = text.replaceAll(wanted, () => change.put)
  }
  return text
}
