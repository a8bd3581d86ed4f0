import { posix } from 'node:path'
import { UserError } from '../../plan/index.js'
import { decode, parse } from '../document/document.js'
import { entriesOf, isList, listMember, member, textMember } from '../../yaml/index.js'
export const KUSTOMIZATIONS = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']
/** Whether a path names a kustomization. */
export function isKustomization(path) {
  return KUSTOMIZATIONS.includes(posix.basename(path))
}
const TRANSFORMS = [
  'patches',
  'patchesJson6902',
  'patchesStrategicMerge',
  'namePrefix',
  'nameSuffix',
  'commonLabels',
  'commonAnnotations',
  'labels',
  'transformers',
  'replacements',
]
/** Reads a kustomization. @throws UserError for one that cannot be read or lists what lies outside the repository. */
export function readKustomization(bytes, path) {
  const value = parse({ text: decode(bytes, path), line: 1 }, path)
  const listed = ['resources', 'bases', 'components'].flatMap((name) => listMember(value, name))
  const resources = []
  const elsewhere = []
  for (const entry of listed) {
    if (typeof entry !== 'string' || entry === '') continue
    if (/^(?:https?|ssh|git):|^git@|^[\w.-]+\.[a-z]+\/|\?(?:ref|version)=|\/\//.test(entry)) elsewhere.push(entry)
    else {
      const found = posix.normalize(posix.join(posix.dirname(path), entry)).replace(/\/+$/, '')
      if (found.startsWith('..') || found.startsWith('/')) {
        throw new UserError(`${path}: the resource “${entry}” lies outside the repository.`, {
          file: path,
          advice: 'Name the CRDs as a source of their own.',
        })
      }
      resources.push(found)
    }
  }
  const transforms = TRANSFORMS.filter((name) => {
    const said = member(value, name)
    return isList(said) ? said.length > 0 : textMember(value, name) !== undefined || entriesOf(value, name).length > 0
  })
  return { resources, elsewhere, transforms }
}
