import { createHash } from 'node:crypto'
import { UserError } from '../../plan/index.js'
import { decode, isBlank, parse, splitDocuments } from './document.js'
import { canonical, entriesOf, isObject, listMember, member, textMember } from '../../yaml/index.js'
/** Annotations that tools write and that change nothing: 96 of 256 real CRD updates move this one. */
const IGNORED_ANNOTATIONS = new Set(['controller-gen.kubebuilder.io/version'])
/** Whether a file of this name can hold definitions. */
export function mayHoldDefinitions(path) {
  return /\.(ya?ml|json)$/i.test(path)
}
/**
 * Reads the definitions of one file; documents that are none are named, not refused. So are excerpts of a definition
 * (a kustomize patch), where the caller says that they may be there.
 *
 * @throws UserError naming file and line for text that cannot be read, for a definition that is not whole, and for a
 * Helm template that was never rendered.
 */
export function readDefinitions(bytes, path, excerpts = 'refuse') {
  const text = decode(bytes, path)
  // A file that never says the word holds none; charts and configurations beside the CRDs need not even be valid YAML.
  if (!text.includes('CustomResourceDefinition')) {
    return {
      path,
      documents: [{ text, line: 1, definition: undefined, other: isBlank(text) ? undefined : 'other text' }],
    }
  }
  const documents = splitDocuments(text).map((document) => {
    const value = isBlank(document.text) ? null : parse(document, path)
    if (value === null) return { ...document, definition: undefined, other: undefined }
    const isExcerpt = excerpts === 'name' && member(member(value, 'spec'), 'names') === undefined
    if (!isDefinition(value) || isExcerpt) return { ...document, definition: undefined, other: describe(value) }
    return { ...document, definition: toDefinition(value, path, document.line), other: undefined }
  })
  return { path, documents }
}
function isDefinition(value) {
  return (
    textMember(value, 'kind') === 'CustomResourceDefinition' &&
    (textMember(value, 'apiVersion')?.startsWith('apiextensions.k8s.io/') ?? false)
  )
}
function describe(value) {
  const kind = textMember(value, 'kind') ?? 'a document without a kind'
  const name = textMember(member(value, 'metadata'), 'name')
  return name === undefined ? kind : `${kind} ${name}`
}
function toDefinition(value, file, line) {
  const metadata = member(value, 'metadata')
  const spec = member(value, 'spec')
  const name = need(textMember(metadata, 'name'), 'metadata.name')
  if (isObject(metadata) && canonical(metadata).includes('{{')) {
    throw new UserError(`${file}: CRD “${name}” is a Helm template that was not rendered.`, {
      file,
      line,
      advice: 'Point to the CRDs that the project generates (config/crd/bases in most), or render the chart first.',
    })
  }
  const apiVersion = need(textMember(value, 'apiVersion'), 'apiVersion').slice('apiextensions.k8s.io/'.length)
  if (apiVersion !== 'v1' && apiVersion !== 'v1beta1') {
    throw wrong(`CRD “${name}” has apiVersion “apiextensions.k8s.io/${apiVersion}”; v1 and v1beta1 are known`)
  }
  const group = need(textMember(spec, 'group'), 'spec.group')
  const names = member(spec, 'names')
  const plural = need(textMember(names, 'plural'), 'spec.names.plural')
  if (name !== `${plural}.${group}`) {
    throw wrong(`CRD “${name}” must be named “${plural}.${group}”, after its plural and its group`)
  }
  const kind = need(textMember(names, 'kind'), 'spec.names.kind')
  const versions = readVersions(spec)
  const said = canonical(withoutIgnored(value))
  if (versions.length === 0) throw wrong(`CRD “${name}” has no spec.versions`)
  return {
    name,
    group,
    // What the API server fills in (apiextensions SetDefaults_CustomResourceDefinitionSpec).
    names: {
      kind,
      plural,
      singular: textMember(names, 'singular') ?? kind.toLowerCase(),
      listKind: textMember(names, 'listKind') ?? `${kind}List`,
      shortNames: texts(listMember(names, 'shortNames')),
      categories: texts(listMember(names, 'categories')),
    },
    scope: textMember(spec, 'scope') ?? 'Namespaced',
    versions,
    conversion: member(spec, 'conversion') ?? null,
    annotations: new Map(
      entriesOf(metadata, 'annotations').flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])),
    ),
    value,
    prunes: (member(spec, 'preserveUnknownFields') ?? apiVersion === 'v1beta1') === false,
    digest: `sha256:${createHash('sha256').update(said).digest('hex')}`,
    bytes: Buffer.byteLength(said),
  }
  function need(found, path) {
    if (found !== undefined) return found
    throw wrong(`a CustomResourceDefinition lacks ${path}`)
  }
  function wrong(what) {
    return new UserError(`${file}: ${what}.`, {
      file,
      line,
      advice: 'A kustomize patch or an excerpt is not a CRD: point to the directory with the whole definitions.',
    })
  }
}
/** v1 has versions with a schema each; v1beta1 also one `version`, and one schema for all. */
function readVersions(spec) {
  const common = member(member(spec, 'validation'), 'openAPIV3Schema')
  const single = textMember(spec, 'version')
  const shared = member(spec, 'subresources')
  const columns = listMember(spec, 'additionalPrinterColumns')
  const listed = listMember(spec, 'versions').flatMap((version) => {
    const name = textMember(version, 'name')
    if (name === undefined) return []
    return [
      {
        name,
        served: member(version, 'served') === true,
        storage: member(version, 'storage') === true,
        schema: member(member(version, 'schema'), 'openAPIV3Schema') ?? common,
        deprecated: member(version, 'deprecated') === true,
        subresources: objectOr(member(version, 'subresources') ?? shared),
        printerColumns:
          member(version, 'additionalPrinterColumns') === undefined
            ? columns
            : listMember(version, 'additionalPrinterColumns'),
        selectableFields: listMember(version, 'selectableFields').flatMap(
          (field) => textMember(field, 'jsonPath') ?? [],
        ),
      },
    ]
  })
  return listed.length === 0 && single !== undefined
    ? [
        {
          name: single,
          served: true,
          storage: true,
          schema: common,
          deprecated: false,
          subresources: objectOr(shared),
          printerColumns: columns,
          selectableFields: [],
        },
      ]
    : listed
}
function objectOr(value) {
  return isObject(value) ? value : {}
}
function texts(list) {
  return list.filter((item) => typeof item === 'string')
}
function withoutIgnored(value) {
  const metadata = member(value, 'metadata')
  if (!isObject(metadata)) return value
  const { annotations: _, ...rest } = metadata
  const kept = entriesOf(metadata, 'annotations').filter(([name]) => !IGNORED_ANNOTATIONS.has(name))
  return { ...value, metadata: kept.length === 0 ? rest : { ...rest, annotations: Object.fromEntries(kept) } }
}
