import { code, codeBlock, details, paragraph, table } from '../plan/index.js'
import { formatBytes } from './copy.js'
import { shortDigest } from './digest.js'
import { blobsOf, platformsOf } from './manifest.js'
import { formatReference } from './reference.js'
export function movementsOf(plan) {
  return plan.tags.map((tag) => {
    const after = afterOf(tag, plan)
    return { reference: formatReference(tag.target), before: tag.before, after, moved: after !== tag.before }
  })
}
function afterOf({ verdict, before, after }, { refusal }) {
  return refusal === null && verdict.kind === 'moves' ? after : before
}
export function displacedBy(plan) {
  return movementsOf(plan).flatMap(({ reference, before, moved }) =>
    moved && before !== null ? [{ reference, digest: before }] : [],
  )
}
/** The tag movements as people read them. */
export function reportRetag(plan) {
  const displaced = displacedBy(plan)
  return [
    table(
      ['Image tag', 'Before', 'After', 'What became of it'],
      plan.tags.map((tag) => [
        code(formatReference(tag.target)),
        digestCell(tag.before),
        digestCell(afterOf(tag, plan)),
        fate(tag, plan),
      ]),
    ),
    ...describeSources(plan),
    ...describeCopies(plan),
    ...(displaced.length === 0
      ? []
      : [
          details('What was displaced, and how to bring it back', [
            paragraph('As the input ', code('images'), ' of a run with ', code('guard: off'), ':'),
            codeBlock(displaced.map(({ reference, digest }) => restoreLine(reference, digest)).join('\n')),
          ]),
        ]),
  ]
}
function describeSources({ sources }) {
  const rows = sources.map(({ reference, manifest }) => {
    const platforms = platformsOf(manifest)
    const holds = platforms.length === 0 ? `a single image${sizeOf(manifest)}` : platforms.join(', ')
    return { name: code(formatReference(reference)), digest: code(manifest.digest), holds }
  })
  const [only, ...others] = rows
  if (only === undefined) return []
  if (others.length === 0) return [paragraph(only.name, ' is ', only.digest, ': ', only.holds, '.')]
  const cells = rows.map(({ name, digest, holds }) => [name, digest, holds])
  return [details(`The ${rows.length} images`, [table(['Image', 'Digest', 'Platforms'], cells)])]
}
/** Only an image's own manifest says how large it is; an index would have to be followed for that. */
function sizeOf(manifest) {
  const size = blobsOf(manifest).reduce((sum, blob) => sum + blob.size, 0)
  return size === 0 ? '' : ` of ${formatBytes(size)}`
}
/** What went to other repositories, and what belongs to the images there. */
function describeCopies({ copies }) {
  if (copies.length === 0) return []
  const rows = copies.map(({ source, to, belongings, transferred }) => {
    const { manifests, mounted, sent, bytes } = transferred()
    const many = belongings.tags.length + belongings.referrers.length
    return [
      code(formatReference(source.reference)),
      code(formatReference(to)),
      String(manifests),
      `${mounted} mounted or there, ${sent} sent (${formatBytes(bytes)})`,
      many === 0 ? 'nothing new' : list([...belongings.tags.map(tagName), ...belongings.referrers.map(referrersOf)]),
    ]
  })
  return [details('What was copied', [table(['From', 'To', 'Manifests', 'Blobs', 'What belongs to it'], rows)])]
}
function tagName({ target }) {
  return code(target.tag.replace(/^(sha\d+-[0-9a-f]{12})[0-9a-f]+/, '$1…'))
}
function referrersOf({ reason }) {
  return reason.replace(/: .*/, '')
}
/** Texts side by side, with commas. */
function list(texts) {
  return texts.flatMap((text, index) => (index === 0 ? [text] : [', ', text]))
}
function digestCell(digest) {
  return digest === null ? '—' : code(shortDigest(digest))
}
function fate({ verdict, before }, { refusal }) {
  if (verdict.kind === 'refused') return `refused: ${verdict.why}`
  if (verdict.kind === 'same') return 'there already'
  if (refusal !== null) return 'left alone, because another was refused'
  return before === null ? 'new' : 'moved'
}
function restoreLine(reference, digest) {
  const colon = reference.lastIndexOf(':')
  return `${reference.slice(0, colon)}@${digest} => ${reference.slice(colon + 1)}`
}
/** What the outputs say of the image, when the plan is about one and the same; empty texts for several. */
export function summarizeSource({ sources }) {
  const [first, ...others] = sources.map(({ manifest }) => manifest)
  if (first === undefined || others.some(({ digest }) => digest !== first.digest)) {
    return { digest: '', 'media-type': '', platforms: '' }
  }
  return { digest: first.digest, 'media-type': first.mediaType, platforms: platformsOf(first).join(',') }
}
