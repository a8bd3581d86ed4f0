import { isList, isObject, listMember, member } from '../../../yaml/index.ts'
import { channelNameFault } from '../../graph/channel-name.ts'
import { splitName } from '../../graph/catalog-bundle.ts'
import { describeBundle } from '../../graph/read-bundle.ts'
import { readSemVer } from '../../graph/semver.ts'
import { type BundleDirectory, LABEL, textAt, textOf, valueAt } from '../bundle-files.ts'
import type { Findings, Verdict } from '../findings.ts'
import { dnsSubdomainFaults } from '../kubernetes-names.ts'
import type { SourceFile, ValuePath } from '../source-file.ts'

/** Names of RBAC objects are any path segment; of all others, domain names. */
const RBAC: ReadonlySet<string> = new Set(['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'])

/** An image as distribution/reference reads it. */
const IMAGE =
  /^(?:(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::[0-9]+)?\/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*:[0-9a-fA-F]{32,})?$/

/** What operator-sdk and the catalog’s pipeline let through although it breaks, in the bundle itself. */
export function checkBundleHoles(directory: BundleDirectory, findings: Findings): void {
  checkLayout(directory, findings)
  const files = directory.list('manifests').files.flatMap((name) => directory.file(`manifests/${name}`) ?? [])
  for (const file of files) checkManifest(file, findings)
  const csv = files.find((file) => textAt(file.value, 'kind') === 'ClusterServiceVersion')
  const annotations = directory.file('metadata/annotations.yaml')
  if (annotations !== null) checkChannels(annotations, findings)
  if (csv !== undefined) checkCsv(csv, findings)
}

function checkLayout(directory: BundleDirectory, findings: Findings): void {
  const nested = directory.paths.find((path) => /(?:^|\/)bundle\/(?:manifests|metadata)\//.test(path))
  if (nested === undefined) return
  findings.about(directory.called(nested.slice(0, nested.indexOf('bundle/') + 'bundle'.length)), {
    severity: 'error',
    rule: 'nested-bundle',
    message:
      'manifests/ and metadata/ are in a directory “bundle” within the bundle; the pipeline does not see them, and checks nothing.',
    advice: 'Put them one directory up. Copying a directory into one that exists makes this of it.',
  })
}

function checkManifest(file: SourceFile, findings: Findings): void {
  const [further] = file.furtherDocuments
  if (further !== undefined) {
    findings.about(file.path, {
      severity: 'error',
      rule: 'second-document',
      message: `The file holds a second document (line ${further}); operator-sdk and OLM look at the first one only.`,
      advice: 'Put each object into a file of its own.',
    })
  }
  const [kind, name] = [textAt(file.value, 'kind'), textAt(file.value, 'metadata', 'name')]
  if (kind === '' || name === '' || kind === 'ClusterServiceVersion' || kind === 'CustomResourceDefinition') {
    if (kind === 'CustomResourceDefinition') checkSchemas(file, findings)
    return
  }
  const fault = RBAC.has(kind)
    ? /[/%]|^\.{1,2}$/.test(name)
      ? 'it may not hold “/” or “%”'
      : undefined
    : dnsSubdomainFaults(name)[0]
  if (fault !== undefined) {
    findings.at(file, ['metadata', 'name'], {
      severity: 'error',
      rule: 'object-name',
      message: `${kind} “${name}”: ${fault}`,
      advice: 'A cluster refuses the name, and with it the whole installation.',
    })
  }
}

function checkSchemas(file: SourceFile, findings: Findings): void {
  if (textAt(file.value, 'apiVersion') !== 'apiextensions.k8s.io/v1') return
  for (const [index, version] of listMember(member(file.value, 'spec'), 'versions').entries()) {
    if (isObject(valueAt(version, 'schema', 'openAPIV3Schema'))) continue
    findings.at(file, ['spec', 'versions', index], {
      severity: 'error',
      rule: 'crd-schema-missing',
      message: `Version ${textAt(version, 'name')} of ${textAt(file.value, 'metadata', 'name')} has no schema.`,
      advice: 'A cluster refuses the definition: schemas are required.',
    })
  }
}

function checkChannels(annotations: SourceFile, findings: Findings): void {
  const { channels, defaultChannel } = describeBundle('', null, annotations.value)
  const at: ValuePath = ['annotations', LABEL.channels]
  for (const channel of channels) {
    const fault = channelNameFault(channel)
    if (fault !== null) {
      findings.at(annotations, at, {
        severity: 'error',
        rule: 'channel-name',
        message: `“${channel}” is no name of a channel: ${fault}.`,
        advice: 'List names such as “alpha” or “stable-1.16”, separated by commas.',
      })
    }
  }
  const unusual = channels.filter((channel) => channel !== '' && !/^(?:candidate|fast|stable)/.test(channel))
  if (unusual.length > 0) {
    findings.at(annotations, at, {
      severity: 'info',
      rule: 'channel-convention',
      message: `Channel names are recommended to begin with “candidate”, “fast” or “stable”: ${unusual.join(', ')}.`,
      advice:
        'See https://olm.operatorframework.io/docs/best-practices/channel-naming/; renaming a channel strands its users.',
    })
  }
  if (defaultChannel === null || defaultChannel === '' || channels.includes(defaultChannel)) return
  findings.at(annotations, ['annotations', LABEL.defaultChannel], {
    severity: 'warning',
    rule: 'default-channel-elsewhere',
    message: `The default channel “${defaultChannel}” is none of the channels of this bundle: ${channels.join(', ')}.`,
    advice: 'Who installs the operator without naming a channel does not get this version. Name one of its channels.',
  })
}

function checkCsv(file: SourceFile, findings: Findings): void {
  const csv = file.value
  const spec = member(csv, 'spec')
  const say = (path: ValuePath, severity: Verdict['severity'], rule: string, message: string, advice: string): void =>
    findings.at(file, path, { severity, rule, message, advice })
  const modes = listMember(spec, 'installModes').map((mode) => textAt(mode, 'type'))
  for (const [index, type] of modes.entries()) {
    if (modes.indexOf(type) < index)
      say(
        ['spec', 'installModes', index],
        'error',
        'install-mode-duplicate',
        `Install mode ${type} is there twice.`,
        'Keep one of the entries; which one counts is not defined.',
      )
  }
  const [name, version, replaces] = [textAt(csv, 'metadata', 'name'), textAt(spec, 'version'), textAt(spec, 'replaces')]
  if (version !== '' && readSemVer(version) === null) {
    say(
      ['spec', 'version'],
      'error',
      'version-not-semver',
      `“${version}” is not MAJOR.MINOR.PATCH.`,
      'Write all three numbers; the catalog compares the text with the name of the directory.',
    )
  } else if (version !== '' && splitName(name)?.version !== version) {
    say(
      ['metadata', 'name'],
      'error',
      'version-in-name',
      `The name “${name}” does not end with the version ${version}.`,
      `The update graph goes by the name: call it “${splitName(name)?.operator ?? 'OPERATOR'}.v${version}”.`,
    )
  }
  if (replaces !== '' && replaces === name)
    say(
      ['spec', 'replaces'],
      'error',
      'replaces-itself',
      `${name} replaces itself.`,
      'Name the version before it, or leave the field out.',
    )
  if (
    isList(member(valueAt(spec, 'install', 'spec'), 'deployments')) &&
    listMember(valueAt(spec, 'install', 'spec'), 'deployments').length === 0
  ) {
    say(
      ['spec', 'install', 'spec', 'deployments'],
      'warning',
      'deployments-empty',
      'The bundle installs no Deployment.',
      'Is it missing from the rendered manifests?',
    )
  }
  for (const [index, link] of listMember(spec, 'links').entries()) {
    const url = textAt(link, 'url')
    if (url === '' || (URL.canParse(url) && /^https?:\/\//i.test(url))) continue
    say(
      ['spec', 'links', index, 'url'],
      'warning',
      'link-not-web',
      `“${url}” leads nowhere from OperatorHub.`,
      'Write the whole address, with https://.',
    )
  }
  if (/^.{51}/su.test(textAt(spec, 'displayName'))) {
    say(
      ['spec', 'displayName'],
      'warning',
      'display-name-long',
      'The display name has more than 50 characters.',
      'OperatorHub cuts it off.',
    )
  }
  checkImages(file, say)
}

function checkImages(
  file: SourceFile,
  say: (path: ValuePath, severity: Verdict['severity'], rule: string, message: string, advice: string) => void,
): void {
  const spec = member(file.value, 'spec')
  for (const [index, related] of listMember(spec, 'relatedImages').entries()) {
    const image = textOf(member(related, 'image')) ?? ''
    if (image === '' || IMAGE.test(image)) {
      if (image !== '') continue
      say(
        ['spec', 'relatedImages', index],
        'error',
        'related-image',
        'The image is empty.',
        'Newer validators refuse it; give the image or remove the entry.',
      )
    } else
      say(
        ['spec', 'relatedImages', index, 'image'],
        'error',
        'related-image',
        `“${image}” is no reference of an image.`,
        'Newer validators refuse it; write REGISTRY/REPOSITORY@sha256:….',
      )
  }
  const deployments = listMember(valueAt(spec, 'install', 'spec'), 'deployments')
  const mutable = deployments.flatMap((deployment, index) =>
    ['containers', 'initContainers'].flatMap((list) =>
      listMember(valueAt(deployment, 'spec', 'template', 'spec'), list).flatMap((container, position) => {
        const image = textAt(container, 'image')
        const path = [
          'spec',
          'install',
          'spec',
          'deployments',
          index,
          'spec',
          'template',
          'spec',
          list,
          position,
          'image',
        ]
        return image === '' || image.includes('@') ? [] : [{ image, path }]
      }),
    ),
  )
  const [first] = mutable
  if (first === undefined) return
  const images = [...new Set(mutable.map(({ image }) => image))]
  say(
    first.path,
    'warning',
    'image-not-pinned',
    `The bundle installs images by tags that may move: ${images.join(', ')}.`,
    'Pin them by digest (“use-image-digests: true” of gen-bundle).',
  )
}
