import { UserError } from '../../plan/index.js'
import { isObject, member, textMember, writeGoYaml } from '../../yaml/index.js'
import { isSupported } from './kinds.js'
/**
 * The files beside the CSV, by name, in the order and under the names of operator-sdk (`GetManifestObjects`,
 * `WriteObjectsToFiles`): definitions, services, other supported kinds, RBAC that is not in the CSV.
 *
 * @throws UserError for an object whose name cannot be part of a file's.
 */
export function manifestFiles(manifests, rbac, stream) {
  const objects = [
    ...manifests.definitions,
    ...manifests.oldDefinitions,
    ...manifests.services,
    ...manifests.others.filter(({ kind }) => isSupported(kind)),
    ...rbac,
  ]
  const files = new Map()
  let duplicates = 0
  for (const object of objects) {
    const name = fileName(object, stream)
    const free = files.has(name) ? `dup${duplicates++}_${name}` : name
    files.set(free, writeGoYaml(withoutNamespace(object.value)))
  }
  return files
}
function fileName(object, stream) {
  const { group, version, kind, name, line } = object
  const spec = member(object.value, 'spec')
  const plural = textMember(member(spec, 'names'), 'plural')
  const definesGroup = kind === 'CustomResourceDefinition' ? textMember(spec, 'group') : undefined
  const said =
    definesGroup !== undefined && plural !== undefined
      ? `${definesGroup}_${plural}.yaml`
      : `${[name, group, version, kind.toLowerCase()].filter((part, index) => part !== '' || index !== 1).join('_')}.yaml`
  if (/[/\\]|\p{Cc}/u.test(said)) {
    throw new UserError(`${stream}: the name “${name}” of the ${kind} cannot be part of a file's name.`, {
      file: stream,
      line,
      advice: 'Kubernetes allows no such name either: correct it.',
    })
  }
  return said
}
/** OLM installs everything into the operator's namespace and refuses objects that name one. */
function withoutNamespace(value) {
  const metadata = value['metadata']
  if (!isObject(metadata)) return value
  const { namespace: _, ...rest } = metadata
  return { ...value, metadata: rest }
}
