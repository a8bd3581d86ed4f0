import { basename } from 'node:path/posix'
import { mentions, sourceOf } from '../versions/index.js'
/** Where files refer to images, by the kind of each file; files of other kinds and binary files refer to none. */
export async function findImages(workspace, files, images) {
  const places = []
  for (const file of files) {
    const forms = formsOf(file)
    const bytes = forms.length === 0 ? null : await workspace.read(file, 'file')
    // Most files name none of them: those are not even decoded.
    const named = bytes === null || bytes.includes(0) ? [] : images.filter((image) => bytes.includes(image))
    if (bytes === null || named.length === 0) continue
    const source = sourceOf(file, bytes)
    for (const key of named) {
      const form = forms.find((one) => mentions(source, one, key))
      if (form !== undefined) places.push({ file, form, key })
    }
  }
  return places
}
/** The forms that a file of this name may hold, the more particular one first. */
function formsOf(file) {
  const name = basename(file)
  if (/^kustomization\.ya?ml$|^Kustomization$/.test(name)) return ['kustomize-image', 'yaml-image']
  if (/\.ya?ml$/.test(name)) return ['imagestream', 'yaml-image']
  if (/\.env$|^\.env/.test(name)) return ['params-env']
  return /^(?:Dockerfile|Containerfile)(?:\.|$)|\.(?:Dockerfile|Containerfile)$/i.test(name) ? ['dockerfile'] : []
}
