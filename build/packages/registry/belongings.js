import { fallbackTag, isReferrersIndex } from './client.js'
import { isIndex } from './media-types.js'
import { addToFallback } from './fallback-list.js'
import { formatReference } from './reference.js'
const SUFFIXES = ['.sig', '.att', '.sbom']
/** Signatures of SBOMs of images: each is looked at once, so this only bounds what nobody does. */
const MOST_DIGESTS = 1000
/**
 * Finds what belongs to an image, its children and to what belongs to them: one list of tags tells all tags of that kind
 * and, on registries without referrers API, all fallback tags, too.
 */
export async function belongingsOf(client, copier, from, image) {
  const listed = new Set(await client.tags(from))
  const tags = []
  const referrers = []
  const findings = []
  const seen = new Set()
  const own = await digestsOf(copier, from, image)
  let level = [image.digest]
  while (level.length > 0 && seen.size < MOST_DIGESTS) {
    for (const digest of level) seen.add(digest)
    const lists = await Promise.all(level.map((digest) => referrersOf(client, from, digest, listed, findings)))
    for (const [index, list] of lists.entries()) {
      const subject = level[index]
      if (subject === undefined) continue
      tags.push(...SUFFIXES.map((suffix) => fallbackTag(subject) + suffix).filter((tag) => listed.has(tag)))
      if (list.length > 0) referrers.push({ subject, list })
    }
    // The first digest goes alone: its answer tells whether there is a referrers API to ask for the others.
    level = [...new Set([...own, ...lists.flat().map(({ digest }) => digest)])].filter((digest) => !seen.has(digest))
  }
  const held = await Promise.all(tags.map((tag) => client.get({ ...bare(from), tag })))
  return {
    tags: tags.flatMap((tag, index) => {
      const manifest = held[index] ?? null
      return manifest === null ? [] : [{ tag, manifest }]
    }),
    referrers,
    findings,
  }
}
/** The digests of an image and of everything that its index lists, at any depth. */
async function digestsOf(copier, from, image) {
  const below = await Promise.all(
    image.manifests.map(async ({ digest, mediaType }) =>
      isIndex(mediaType) ? digestsOf(copier, from, await copier.manifest(from, digest)) : [digest],
    ),
  )
  return [image.digest, ...below.flat()]
}
/** From the API and, where there is such a tag, from the fallback tag: some tools write it on registries with the API. */
async function referrersOf(client, from, digest, listed, findings) {
  const found = (await client.referrersListed(from, digest)) ?? []
  const tag = fallbackTag(digest)
  if (!listed.has(tag)) return found
  const index = await client.get({ ...bare(from), tag })
  if (index !== null && !isReferrersIndex(index, digest)) {
    const name = formatReference({ ...bare(from), tag })
    findings.push({
      severity: 'warning',
      rule: 'referrers-tag-taken',
      message: `${name} has the name of a list of referrers and is not one; it was not taken along.`,
      advice:
        'Some versions of “cosign copy” write such tags. Nothing is missing unless a registry without referrers API is used.',
    })
    return found
  }
  const known = new Set(found.map((entry) => entry.digest))
  return [...found, ...(index?.manifests ?? []).filter((entry) => !known.has(entry.digest))]
}
/** Compares what belongs to an image with what belongs to it elsewhere. */
export async function planBelongings(client, copier, { from, to, belongings }, now) {
  const moves = await Promise.all(
    belongings.tags.map(({ tag, manifest }) => tagMove(client, copier, from, to, tag, manifest, now)),
  )
  const referrers = await Promise.all(
    belongings.referrers.map(({ subject, list }) => referrerChange(client, copier, from, to, subject, list)),
  )
  return {
    tags: moves.flatMap((move) => (move === null || 'severity' in move ? [] : [move])),
    referrers: referrers.filter((change) => change !== null),
    findings: moves.flatMap((move) => (move !== null && 'severity' in move ? [move] : [])),
  }
}
async function tagMove(client, copier, from, to, tag, manifest, now) {
  const target = { ...bare(to), tag }
  const seenAt = now()
  const before = (await client.head(target))?.digest ?? null
  if (before === manifest.digest) return null
  // Tools add to these tags: what is a part of the new one is safe to replace, anything else is somebody's signature.
  if (before !== null) {
    const old = await client.get({ ...bare(to), digest: before })
    const has = new Set(manifest.layers.map(({ digest }) => digest))
    if (old === null || old.layers.length === 0 || old.layers.some(({ digest }) => !has.has(digest))) {
      return {
        severity: 'warning',
        rule: 'belonging-differs',
        message: `${formatReference(target)} holds something else than ${formatReference({ ...bare(from), tag })}; it was left alone.`,
        advice:
          'Both were written on their own. If those at the source should count, delete the tag there and run again.',
      }
    }
  }
  return {
    target,
    kind: 'other',
    before,
    seenAt,
    manifest,
    reason: 'belongs to the image',
    prepare: () => copier.contents(manifest, from, to),
  }
}
/** The change that makes everything that refers to one digest known in the other repository. */
async function referrerChange(client, copier, from, to, subject, list) {
  const wanted = list.map(({ digest }) => digest).sort()
  const present = async () => {
    const there = new Set((await client.referrers(bare(to), subject)).map(({ digest }) => digest))
    return wanted.filter((digest) => there.has(digest))
  }
  const text = (digests) => (digests.length === 0 ? null : digests.join(', '))
  const found = await present()
  if (found.length === wanted.length) return null
  const before = text(found)
  /** What is known without asking again; serves one probe. */
  let known = before
  return {
    action: before === null ? 'create' : 'update',
    subject: `referrers of ${formatReference({ ...bare(to), digest: subject })}`,
    before,
    after: text(wanted),
    reason: `${[...new Set(list.map(({ artifactType, mediaType }) => artifactType ?? mediaType))].join(', ')}: belongs to the image`,
    async probe() {
      const answer = known === undefined ? text(await present()) : known
      known = undefined
      return answer
    },
    async act() {
      const missing = list.filter(({ digest }) => !found.includes(digest))
      const manifests = await Promise.all(missing.map(({ digest }) => copier.manifest(from, digest)))
      const written = await Promise.all(manifests.map((manifest) => copier.whole(manifest, from, to)))
      const unlisted = manifests.filter((_, index) => written[index]?.listed !== true)
      if (unlisted.length > 0) await addToFallback(client, to, subject, unlisted)
      known = text(wanted)
    },
  }
}
function bare({ registry, repository }) {
  return { registry, repository }
}
