import { UserError } from '../plan/index.js'
import { edited, referenceEdits, releasedImages, releaseEdits } from './edit.js'
import { needsTidy } from './go-sum.js'
import { sourceOf } from './occurrence.js'
/**
 * Plans all edits before any is made: where one place cannot be edited, no file changes.
 *
 * @param digestOf answers the digest of an image by tag; when given, images are pinned to it.
 * @throws UserError for a file that is missing or no text, and as `releaseEdits` and `referenceEdits` do.
 */
export async function planUpdate(workspace, wanted, digestOf) {
  const byFile = [...Map.groupBy(wanted, (one) => one.file)].sort(([a], [b]) => (a < b ? -1 : 1))
  const changes = []
  const edits = []
  const untidy = []
  for (const [file, places] of byFile) {
    const source = await readSource(workspace, file)
    const found = []
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
export async function readSource(workspace, file) {
  const bytes = await workspace.read(file, 'file')
  if (bytes !== null) return sourceOf(file, bytes)
  throw new UserError(`${file}: the file does not exist, and a version should be written in it.`, {
    file,
    advice: 'Check out the repository first, or correct the path in the manifest.',
  })
}
async function editsOf(source, { form, key, to }, digestOf) {
  if (typeof to === 'string') return referenceEdits(source, form, key, to)
  if (digestOf === undefined) return releaseEdits(source, form, key, to)
  const digests = new Map()
  for (const image of releasedImages(source, form, key, to)) digests.set(image, await digestOf(image))
  const known = digests
  return releaseEdits(source, form, key, to, known)
}
/** Two entries may name one place; it is told once. */
function unique(edits) {
  const places = new Map(edits.map((edit) => [`${edit.start}-${edit.end}`, edit]))
  return [...places.values()].sort((a, b) => a.start - b.start)
}
