import { basename } from 'node:path/posix'
import type { Files } from '../plan/index.ts'
import { type FormName, loadForm, mentions, sourceOf } from '../versions/index.ts'

/** A file that refers to an image, and the form in which it does. */
export interface ImagePlace {
  readonly file: string
  readonly form: FormName
  /** The image, without tag. */
  readonly key: string
}

/** Where files refer to images, by the kind of each file; files of other kinds and binary files refer to none. */
export async function findImages(
  workspace: Files,
  files: readonly string[],
  images: readonly string[],
): Promise<ImagePlace[]> {
  const places: ImagePlace[] = []
  for (const file of files) {
    const forms = formsOf(file)
    const bytes = forms.length === 0 ? null : await workspace.read(file, 'file')
    // Most files name none of them: those are not even decoded.
    const named = bytes === null || bytes.includes(0) ? [] : images.filter((image) => bytes.includes(image))
    if (bytes === null || named.length === 0) continue
    const source = sourceOf(file, bytes)
    for (const key of named) {
      for (const form of forms) if (mentions(source, await loadForm(form), key)) places.push({ file, form, key })
    }
  }
  return places
}

/** The forms that a file of this name may hold; a place that two of them find is one place. */
function formsOf(file: string): readonly FormName[] {
  const name = basename(file)
  if (/^kustomization\.ya?ml$|^Kustomization$/.test(name)) return ['kustomize-image', 'yaml-image']
  if (/^values\b.*\.ya?ml$/.test(name)) return ['helm-values']
  if (/\.ya?ml$/.test(name)) return ['imagestream', 'yaml-image']
  if (/\.env$|^\.env/.test(name)) return ['params-env']
  return /^(?:Dockerfile|Containerfile)(?:\.|$)|\.(?:Dockerfile|Containerfile)$/i.test(name) ? ['dockerfile'] : []
}
