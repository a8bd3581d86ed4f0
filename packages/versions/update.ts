import { type Change, UserError, type Files } from '../plan/index.ts'
import { type Digests, type Edit, edited, referenceEdits, releasedImages, releaseEdits } from './edit.ts'
import type { Source } from './forms/form.ts'
import type { FormName } from './forms/form-name.ts'
import { loadForm } from './forms/index.ts'
import type { Release } from './forms/kind.ts'
import { needsTidy } from './go-sum.ts'
import { sourceOf } from './occurrence.ts'

/** One place to be written, and what. */
export interface Wanted {
  readonly file: string
  readonly form: FormName
  readonly key: string
  /** A release, or a whole image reference. */
  readonly to: Release | string
  /** Whose version it is, for people. */
  readonly of: string
}

/** All places of a repository brought to their versions in one pass. */
export interface Update {
  /** One for each file that changes, in the order of their names. */
  readonly changes: readonly Change[]
  /** Every place that changes, by file and line. */
  readonly edits: readonly Edit[]
  /** Every file in which the versions are written, changing or not. */
  readonly files: readonly string[]
  /** The go.mod files for which `go mod tidy` must run before anything builds. */
  readonly untidy: readonly string[]
}

/**
 * Plans all edits before any is made: where one place cannot be edited, no file changes.
 *
 * @param digestOf answers the digest of an image by tag; when given, images are pinned to it.
 * @throws UserError for a file that is missing or no text, and as `releaseEdits` and `referenceEdits` do.
 */
export async function planUpdate(
  workspace: Files,
  wanted: readonly Wanted[],
  digestOf?: (reference: string) => Promise<string>,
): Promise<Update> {
  const byFile = [...Map.groupBy(wanted, (one) => one.file)].sort(([a], [b]) => (a < b ? -1 : 1))
  const changes: Change[] = []
  const edits: Edit[] = []
  const untidy: string[] = []
  for (const [file, places] of byFile) {
    const source = await readSource(workspace, file)
    const found: Edit[] = []
    for (const place of places) found.push(...(await editsOf(source, place, digestOf)))
    const text = edited(source, found)
    const names = [...new Set(places.map(({ of }) => of))].join(', ')
    const change = await workspace.change(file, text, `holds the versions of ${names}`)
    if (change !== null) {
      changes.push(change)
      edits.push(...unique(found.filter(({ before, after }) => before !== after)))
    }
    const modules = places.flatMap(({ form, key }) => (form === 'go-mod' ? [key] : []))
    const lacking = modules.length > 0 && ((await needsTidy(workspace, { file, text }, modules)) ?? change !== null)
    if (lacking) untidy.push(file)
  }
  return { changes, edits, files: byFile.map(([file]) => file), untidy }
}

/** A text file of the workspace. @throws UserError when it is missing or no text. */
export async function readSource(workspace: Files, file: string): Promise<Source> {
  const bytes = await workspace.read(file, 'file')
  if (bytes !== null) return sourceOf(file, bytes)
  throw new UserError(`${file}: the file does not exist, and a version should be written in it.`, {
    file,
    advice: 'Check out the repository first, or correct the path in the manifest.',
  })
}

async function editsOf(
  source: Source,
  { form: name, key, to }: Wanted,
  digestOf: ((reference: string) => Promise<string>) | undefined,
): Promise<Edit[]> {
  const form = await loadForm(name)
  if (typeof to === 'string') return referenceEdits(source, form, key, to)
  if (digestOf === undefined) return releaseEdits(source, form, key, to)
  const digests = new Map<string, string>()
  for (const image of releasedImages(source, form, key, to)) digests.set(image, await digestOf(image))
  const known: Digests = digests
  return releaseEdits(source, form, key, to, known)
}

/** Two entries may name one place; it is told once. */
function unique(edits: readonly Edit[]): Edit[] {
  const places = new Map(edits.map((edit) => [`${edit.start}-${edit.end}`, edit]))
  return [...places.values()].sort((a, b) => a.start - b.start)
}
