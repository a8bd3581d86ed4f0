import type { Finding } from '../../plan/index.ts'
import { type JsonObject, member, textMember } from '../../yaml/index.ts'
import { collect, type Manifests, type Typed } from './manifests.ts'

/** A file with its text. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

/** The ClusterServiceVersion that everything else is put into. */
export interface Base {
  readonly value: JsonObject
  /** Where it stands; null when it was made up. */
  readonly place: { readonly file: string; readonly line: number } | null
  readonly findings: readonly Finding[]
}

/**
 * The stream's CSV of this package; else, if the stream has none at all, that of `bases/`; else one that says TODO, as
 * operator-sdk makes it up, which no catalog takes: it comes with an error among the findings.
 */
export function chooseBase(manifests: Manifests, packageName: string, bases: TextFile | null, file: string): Base {
  const ours = manifests.csvs.filter(({ name }) => name.startsWith(`${packageName}.`))
  const [first, second] = ours
  if (first !== undefined) {
    const findings: Finding[] = second === undefined ? [] : [twoCsvs(first, second, file)]
    return { value: first.value, place: { file, line: first.line }, findings }
  }
  const [foreign] = manifests.csvs
  if (foreign !== undefined) {
    return { value: madeUp(packageName), place: null, findings: [otherPackage(foreign, packageName, file)] }
  }
  const found = bases === null ? undefined : collect(bases.text, bases.path).csvs[0]
  if (bases === null || found === undefined) {
    return { value: madeUp(packageName), place: null, findings: [noCsv(packageName, bases, file)] }
  }
  return { value: migrated(found, packageName), place: { file: bases.path, line: found.line }, findings: [] }
}

/** A base of old may be named `PACKAGE.vX.Y.Z`, literally. */
function migrated({ name, value }: Typed, packageName: string): JsonObject {
  if (name !== `${packageName}.vX.Y.Z`) return value
  const version = textMember(member(value, 'spec'), 'version') ?? '0.0.0'
  return { ...value, metadata: { ...asObject(value['metadata']), name: `${packageName}.v${version}` } }
}

function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function twoCsvs(first: Typed, second: Typed, file: string): Finding {
  return {
    severity: 'error',
    rule: 'two-csvs',
    file,
    line: second.line,
    message: `${file} has two ClusterServiceVersions of this package: ${first.name} on line ${first.line}, ${second.name} on line ${second.line}.`,
    advice: 'A bundle holds one: render one base.',
  }
}

function otherPackage(found: Typed, packageName: string, file: string): Finding {
  return {
    severity: 'error',
    rule: 'csv-of-another-package',
    file,
    line: found.line,
    message: `The ClusterServiceVersion ${found.name} in ${file} is not of the package “${packageName}”: its name would begin with “${packageName}.”.`,
    advice: 'Correct “package”, or the name of the base.',
  }
}

function noCsv(packageName: string, bases: TextFile | null, file: string): Finding {
  return {
    severity: 'error',
    rule: 'no-csv',
    file: bases?.path ?? file,
    message: `There is no ClusterServiceVersion in ${bases === null ? file : `${file}, nor in ${bases.path}`}.`,
    advice: `Write bases/${packageName}.clusterserviceversion.yaml with description, icon, maintainers and links, and name it in the kustomization.`,
  }
}

/** operator-sdk, `bases.New`. */
function madeUp(packageName: string): JsonObject {
  const displayName = displayNameOf(packageName)
  const mode = (type: string, supported: boolean): JsonObject => ({ type, supported })
  return {
    apiVersion: 'operators.coreos.com/v1alpha1',
    kind: 'ClusterServiceVersion',
    metadata: {
      name: `${packageName}.v0.0.0`,
      namespace: 'placeholder',
      annotations: { capabilities: 'Basic Install', 'alm-examples': '[]' },
    },
    spec: {
      displayName,
      description: `${displayName} description. TODO.`,
      provider: { name: 'Provider Name', url: 'https://your.domain' },
      maintainers: [{ name: 'Maintainer Name', email: 'your@email.com' }],
      links: [{ name: displayName, url: `https://${packageName}.domain` }],
      maturity: 'alpha',
      keywords: [packageName],
      icon: [{}],
      installModes: [
        mode('OwnNamespace', false),
        mode('SingleNamespace', false),
        mode('MultiNamespace', false),
        mode('AllNamespaces', true),
      ],
    },
  }
}

/** Words of a name in any spelling, the first letter of each a capital: `my-RayOperator` is `My Ray Operator`. */
export function displayNameOf(name: string): string {
  return name
    .split(/[-._ ]+/)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll(/(?<=[^\p{Lu}])(?=\p{Lu})/gu, ' '))
    .join(' ')
    .replaceAll(/(?<=(?:^|\s)\P{L}*)(?<!\p{L}\S*)\p{L}/gu, (letter) => letter.toUpperCase())
}
