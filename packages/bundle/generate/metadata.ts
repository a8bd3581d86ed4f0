import { isMap, isScalar, parseDocument } from 'yaml'
import { UserError } from '../../plan/index.ts'
import { writeGoYaml } from '../../yaml/index.ts'
import type { TextFile } from './base.ts'

export interface MetadataOptions {
  readonly packageName: string
  readonly channels: readonly string[]
  /** Undefined: the annotation is not written. */
  readonly defaultChannel: string | undefined
  readonly builder: string
  readonly layout: string
  readonly hasScorecard: boolean
  /** Annotations of the project's own, kept from an earlier file. */
  readonly kept: Readonly<Record<string, string>>
}

const BUNDLE = 'operators.operatorframework.io.bundle'
const METRICS = 'operators.operatorframework.io.metrics'
const TEST = 'operators.operatorframework.io.test'
const OURS = [BUNDLE, METRICS, TEST].map((prefix) => `${prefix}.`)

interface Blocks {
  readonly core: Readonly<Record<string, string>>
  readonly tests: Readonly<Record<string, string>>
}

function blocksOf(options: MetadataOptions): Blocks {
  const { defaultChannel } = options
  return {
    core: {
      [`${BUNDLE}.mediatype.v1`]: 'registry+v1',
      [`${BUNDLE}.manifests.v1`]: 'manifests/',
      [`${BUNDLE}.metadata.v1`]: 'metadata/',
      [`${BUNDLE}.package.v1`]: options.packageName,
      [`${BUNDLE}.channels.v1`]: options.channels.join(','),
      ...(defaultChannel !== undefined && { [`${BUNDLE}.channel.default.v1`]: defaultChannel }),
      [`${METRICS}.builder`]: options.builder,
      [`${METRICS}.mediatype.v1`]: 'metrics+v1',
      [`${METRICS}.project_layout`]: options.layout,
    },
    tests: options.hasScorecard
      ? { [`${TEST}.mediatype.v1`]: 'scorecard+v1', [`${TEST}.config.v1`]: 'tests/scorecard/' }
      : {},
  }
}

/** `metadata/annotations.yaml` (operator-sdk, internal/util/bundleutil/template.go), with the project's own annotations. */
export function annotationsFile(options: MetadataOptions): string {
  const { core, tests } = blocksOf(options)
  const block = (title: string, entries: Readonly<Record<string, string>>): string[] => {
    const lines = Object.entries(entries).map(
      ([name, value]) =>
        `  ${writeGoYaml({ [name]: value })
          .trimEnd()
          .replaceAll('\n', '\n  ')}`,
    )
    return lines.length === 0 ? [] : ['', `  # ${title}`, ...lines]
  }
  return [
    'annotations:',
    ...block('Core bundle annotations.', core).slice(1),
    ...block('Annotations for testing.', tests),
    ...block('Annotations of this project.', options.kept),
    '',
  ].join('\n')
}

/** `bundle.Dockerfile`, which stands beside the bundle's directory. */
export function dockerfile(options: MetadataOptions, directory: string): string {
  const { core, tests } = blocksOf(options)
  const labels = (title: string, entries: Readonly<Record<string, string>>): string[] => {
    const lines = Object.entries(entries).map(([name, value]) => `LABEL ${name}=${labelValue(value)}`)
    return lines.length === 0 ? [] : ['', `# ${title}`, ...lines]
  }
  return [
    'FROM scratch',
    ...labels('Core bundle labels.', core),
    ...labels('Labels for testing.', tests),
    ...labels('Labels of this project.', options.kept),
    '',
    '# Copy files to locations specified by labels.',
    `COPY ${directory}/manifests /manifests/`,
    `COPY ${directory}/metadata /metadata/`,
    ...(options.hasScorecard ? [`COPY ${directory}/tests/scorecard /tests/scorecard/`] : []),
    '',
  ].join('\n')
}

/** Quoted where a Dockerfile would cut it. */
function labelValue(value: string): string {
  return /^[\w./:@,+=-]+$/.test(value) ? value : JSON.stringify(value).replaceAll('$', String.raw`\$`)
}

/**
 * The annotations of an earlier file that no generator writes, such as `com.redhat.openshift.versions`.
 *
 * @throws UserError for a file that cannot be read: overwriting it could lose them.
 */
export function ownAnnotations({ path, text }: TextFile): Record<string, string> {
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' })
  const annotations = document.errors.length > 0 ? undefined : document.get('annotations')
  if (!isMap(annotations)) {
    throw new UserError(`${path} is there and holds no “annotations”.`, {
      file: path,
      advice: 'Correct or delete it. It would be written anew, and what it says of its own would be lost.',
    })
  }
  const own: Record<string, string> = {}
  for (const { key, value } of annotations.items) {
    const name = isScalar(key) ? String(key.value) : ''
    if (!OURS.some((prefix) => name.startsWith(prefix)) && isScalar(value)) own[name] = String(value.value)
  }
  return own
}
