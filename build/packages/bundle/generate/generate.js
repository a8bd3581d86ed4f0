import { UserError } from '../../plan/index.js'
import { isObject, listMember, member, textMember, writeGoYaml } from '../../yaml/index.js'
import { chooseBase } from './base.js'
import { assembleCsv } from './csv.js'
import { manifestFiles } from './files.js'
import { pinImages, putImage } from './images.js'
import { droppedKinds, lostOfDeployments } from './kinds.js'
import { collect } from './manifests.js'
import { annotationsFile, dockerfile, ownAnnotations } from './metadata.js'
import { splitRbac } from './rbac.js'
import { relatedImages } from './related-images.js'
import { describeWebhooks } from './webhooks.js'
/** The stamp in CSV and metadata: which tool, and which of its layouts. */
const BUILDER = 'codeflare-actions-v1'
/**
 * What `kustomize build | operator-sdk generate bundle` makes of a rendered stream, with what the README lists on top. Pure
 * but for the digests: the same stream and options give the same bytes.
 *
 * @throws UserError for a stream that cannot be read, and for options that cannot be met.
 */
export async function generateBundle(options) {
  const { stream, packageName } = options
  checkOptions(options)
  const read = collect(stream.text, stream.path)
  const base = chooseBase(read, packageName, options.bases ?? null, stream.path)
  const manifests = { ...read, ...withImage(read.deployments, options) }
  const related = relatedImages(manifests.deployments, base.value, stream.path)
  const { deployments, images, annotations } = await pinned(manifests.deployments, related.images, base.value, options)
  const rbac = splitRbac(manifests, options.extraServiceAccounts)
  const webhooks = describeWebhooks(manifests, stream.path)
  const layout = options.layout ?? 'unknown'
  const csv = assembleCsv(
    base.value,
    { ...manifests, deployments },
    {
      packageName,
      version: options.version,
      ...rbac,
      relatedImages: images,
      webhooks: webhooks.descriptions,
      annotations: {
        ...annotations,
        createdAt: options.createdAt,
        'operators.operatorframework.io/builder': BUILDER,
        'operators.operatorframework.io/project_layout': layout,
      },
      place: options.place ?? {},
    },
  )
  const csvPath = `manifests/${packageName.toLowerCase()}.clusterserviceversion.yaml`
  const metadata = {
    packageName,
    channels: options.channels,
    defaultChannel: options.defaultChannel,
    builder: BUILDER,
    layout,
    hasScorecard: manifests.scorecard !== null || options.hasScorecard === true,
    kept: options.annotations === undefined || options.annotations === null ? {} : ownAnnotations(options.annotations),
  }
  const files = new Map([[csvPath, writeGoYaml(csv)]])
  for (const [name, text] of manifestFiles(manifests, rbac.files, stream.path)) files.set(`manifests/${name}`, text)
  files.set('metadata/annotations.yaml', annotationsFile(metadata))
  if (manifests.scorecard !== null) files.set('tests/scorecard/config.yaml', writeGoYaml(manifests.scorecard.value))
  const spec = member(csv, 'spec')
  return {
    packageName,
    csvName: textMember(csv['metadata'], 'name') ?? '',
    version: textMember(spec, 'version') ?? null,
    replaces: textMember(spec, 'replaces') ?? null,
    relatedImages: imagesOf(spec),
    files,
    csvPath,
    dockerfile: dockerfile(metadata, options.directory ?? 'bundle'),
    findings: [
      ...base.findings,
      ...manifests.findings,
      ...droppedKinds(manifests, stream.path),
      ...lostOfDeployments(manifests, stream.path),
      ...related.findings,
      ...webhooks.findings,
    ],
  }
}
function imagesOf(spec) {
  return listMember(spec, 'relatedImages').map((entry) => ({
    name: textMember(entry, 'name') ?? '',
    image: textMember(entry, 'image') ?? '',
  }))
}
function withImage(deployments, { image, stream }) {
  return { deployments: image === undefined ? deployments : putImage(deployments, image, stream.path) }
}
async function pinned(deployments, images, base, { image, digests }) {
  const metadata = base['metadata']
  const written = textMember(isObject(metadata) ? metadata['annotations'] : undefined, 'containerImage')
  const containerImage = image ?? written
  if (digests === undefined || digests === null) {
    return { deployments, images, annotations: image === undefined ? {} : { containerImage: image } }
  }
  const result = await pinImages({ deployments, relatedImages: images, containerImage }, digests)
  return { deployments: result.deployments, images: result.relatedImages, annotations: result.annotations }
}
/** Strictly as semver.org says: no `v`, three numbers without leading zeros. */
const SEMVER =
  /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*))*)?(?:\+[\dA-Za-z.-]+)?$/
const CHANNEL = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/
const PACKAGE = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/
function checkOptions({ packageName, version, channels, defaultChannel }) {
  if (!PACKAGE.test(packageName)) {
    throw new UserError(`Input “package” is “${packageName}”; letters, digits, “-” and “.” are allowed.`, {
      advice: 'Use the name of the operator in the catalog, for example codeflare-operator.',
    })
  }
  if (version !== undefined && !SEMVER.test(version)) {
    throw new UserError(`Input “version” is “${version}”, which is not a semantic version.`, {
      advice: 'Write three numbers without a “v”, for example 1.2.3 or 1.3.0-rc.1.',
    })
  }
  if (version?.includes('+') === true) {
    throw new UserError(`Input “version” is “${version}”: the name ${packageName}.v${version} would hold a “+”.`, {
      advice: 'Kubernetes allows no “+” in names: leave the build metadata out.',
    })
  }
  if (channels.length === 0) {
    throw new UserError('Input “channels” names no channel.', { advice: 'Name one at least, for example alpha.' })
  }
  for (const channel of [...channels, ...(defaultChannel === undefined ? [] : [defaultChannel])]) {
    if (!CHANNEL.test(channel)) {
      throw new UserError(`The channel “${channel}” is not allowed.`, {
        advice: 'Use letters, digits, “-”, “_” and “.”, at most 63, beginning and ending with a letter or digit.',
      })
    }
  }
  if (defaultChannel !== undefined && !channels.includes(defaultChannel)) {
    throw new UserError(`Input “default-channel” is “${defaultChannel}”, which is none of ${channels.join(', ')}.`, {
      advice: 'Users without a choice would be sent to a channel that this bundle is not in. Name one of its channels.',
    })
  }
}
