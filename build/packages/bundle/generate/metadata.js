import { isMap, isScalar, parseDocument } from 'yaml'
import { UserError } from '../../plan/index.js'
import { writeGoYaml } from '../../yaml/index.js'
const BUNDLE = 'operators.operatorframework.io.bundle'
const METRICS = 'operators.operatorframework.io.metrics'
const TEST = 'operators.operatorframework.io.test'
const OURS = [BUNDLE, METRICS, TEST].map((prefix) => `${prefix}.`)
function blocksOf(options) {
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
export function annotationsFile(options) {
  const { core, tests } = blocksOf(options)
  const block = (title, entries) => {
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
export function dockerfile(options, directory) {
  const { core, tests } = blocksOf(options)
  const labels = (title, entries) => {
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
function labelValue(value) {
  return /^[\w./:@,+=-]+$/.test(value) ? value : JSON.stringify(value).replaceAll('$', String.raw`\$`)
}
/**
 * The annotations of an earlier file that no generator writes, such as `com.redhat.openshift.versions`.
 *
 * @throws UserError for a file that cannot be read: overwriting it could lose them.
 */
export function ownAnnotations({ path, text }) {
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' })
  const annotations = document.errors.length > 0 ? undefined : document.get('annotations')
  if (!isMap(annotations)) {
    throw new UserError(`${path} is there and holds no “annotations”.`, {
      file: path,
      advice: 'Correct or delete it. It would be written anew, and what it says of its own would be lost.',
    })
  }
  const own = {}
  for (const { key, value } of annotations.items) {
    const name = isScalar(key) ? String(key.value) : ''
    if (!OURS.some((prefix) => name.startsWith(prefix)) && isScalar(value)) own[name] = String(value.value)
  }
  return own
}
