import { UserError } from '../plan/index.js'
import { placeOf, problem, quoted } from './forms/form.js'
import { FORM_SPECS } from './forms/index.js'
import { kindOf, spell } from './forms/kind.js'
import { imageParts, imageText } from './forms/value.js'
import { spans } from './occurrence.js'
/**
 * The edits that write a release in every place of the key. Only the version's own characters change; how it was
 * spelled (with or without `v`, `release-` in front, an operator, quotes) stays.
 *
 * @param digests pins images to these digests as well; without it an image that is pinned already is refused, because
 *   its tag and its digest would speak of different images.
 * @throws UserError as `occurrences` does, and for a place that cannot be edited.
 */
export function releaseEdits(source, form, key, release, digests) {
  const { spelling } = FORM_SPECS[form]
  return spans(source, form, key).flatMap((span) => {
    if (span.image !== undefined) {
      const wanted = releasedImage(source, span, span.image, release, spelling, digests)
      return imageEdits(source, span.image, wanted)
    }
    const before = source.text.slice(span.start, span.end)
    const expected = spelling === 'go' ? goVersion(source, span, key, before, release) : undefined
    if (span.fixed !== undefined) return fixedEdits(source, span, expected ?? spell(span.value, release, spelling))
    refuseForeign(source, span, key)
    return [edit(source, span, expected ?? spell(before, release, spelling, span.tagOf))]
  })
}
/** The images, with tag, whose digests `releaseEdits` needs to pin them. */
export function releasedImages(source, form, key, release) {
  const { spelling } = FORM_SPECS[form]
  return spans(source, form, key).flatMap(({ image }) =>
    image === undefined ? [] : [`${image.repository}:${releasedTag(image, release, spelling)}`],
  )
}
/**
 * The edits that write another image reference in every place of the key.
 *
 * @throws UserError for something that is no reference, for a place that holds no image, and as `occurrences` does.
 */
export function referenceEdits(source, form, key, reference) {
  const wanted = imageParts(reference)
  if (wanted === null) {
    throw new UserError(`“${reference}” is no image reference.`, {
      advice: 'Write “registry/path:tag” or “…@sha256:…”.',
    })
  }
  return spans(source, form, key).flatMap((span) => {
    if (span.tagOf !== undefined && wanted.tag !== null) return [edit(source, span, wanted.tag)]
    if (span.image === undefined) {
      const advice = 'Give the version instead, or correct the manifest.'
      throw problem(source, span.start, `“${key}” is a version here, not an image reference.`, advice)
    }
    return imageEdits(source, span.image, wanted)
  })
}
/**
 * The text with the edits made. The same edit may come twice (two keys that name one place).
 *
 * @throws UserError when two edits want different things of the same place.
 */
export function edited({ text }, edits) {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  let result = ''
  let at = 0
  let last = null
  for (const one of ordered) {
    if (last !== null && one.start < last.end) {
      if (one.start === last.start && one.end === last.end && one.after === last.after) continue
      throw new UserError(
        `${one.file}:${one.line}:${one.column}: “${one.before}” shall become “${last.after}” and “${one.after}”.`,
        { ...one, advice: 'Two entries of the manifest name this place for different versions. Remove one.' },
      )
    }
    result += text.slice(at, one.start) + one.after
    at = one.end
    last = one
  }
  return result + text.slice(at)
}
function edit(source, { start, end }, after) {
  return { ...placeOf(source, start), start, end, before: source.text.slice(start, end), after }
}
/** A place that follows another one: nothing to do where that one says the right thing, an error where it does not. */
function fixedEdits(source, span, expected) {
  if (span.fixed === undefined || span.value === expected) return []
  throw problem(source, span.start, `${span.fixed.because}; it cannot be set to ${expected}.`, span.fixed.advice)
}
function refuseForeign(source, span, key) {
  if (kindOf(span.value) !== null) return
  throw problem(
    source,
    span.start,
    `${quoted(span.value)} stands where the version of “${key}” is expected; it was not overwritten.`,
    'Write a version there by hand once, or correct file, form and key in the manifest.',
  )
}
function releasedTag(image, release, spelling) {
  return spell(image.tag ?? '', release, spelling, image.repository)
}
function releasedImage(source, span, image, release, spelling, digests) {
  if (image.tag !== null) refuseForeign(source, { ...span, value: image.tag }, image.repository)
  const tag = releasedTag(image, release, spelling)
  const digest = digests?.get(`${image.repository}:${tag}`) ?? null
  if (digest === null && (image.digest !== null || digests !== undefined)) {
    throw problem(
      source,
      span.start,
      digests === undefined
        ? `${image.repository} is pinned to a digest (${image.digest ?? ''}), which a version alone cannot replace.`
        : `no digest is known for ${image.repository}:${tag}.`,
      'Set “digests: true”, or give the whole reference in “images”.',
    )
  }
  // An image that is named by digest alone stays so.
  return { repository: image.repository, tag: image.tag === null ? null : tag, digest }
}
function imageEdits(source, image, wanted) {
  if ('whole' in image.written) return [edit(source, image.written.whole, imageText(wanted))]
  const { newName, newTag, digest } = image.written
  const fields = [
    { name: 'newName', at: newName, is: image.repository, shall: wanted.repository },
    { name: 'newTag', at: newTag, is: image.tag, shall: wanted.tag },
    { name: 'digest', at: digest, is: image.digest, shall: wanted.digest },
  ]
  return fields.flatMap(({ name, at, is, shall }) => {
    if (at !== null && shall !== null) return [edit(source, at, shall)]
    if (is === shall) return []
    const anchor = at ?? newTag ?? digest ?? newName
    throw problem(
      source,
      anchor?.start ?? 0,
      at === null
        ? `${image.repository} shall get “${name}: ${shall ?? ''}”, and its entry has no field “${name}”.`
        : `${image.repository} has “${name}: ${is ?? ''}”, and the new reference has none.`,
      at === null ? `Add “${name}:” to the entry by hand once.` : `Remove “${name}:” from the entry by hand.`,
    )
  })
}
/** Source: go.dev/ref/mod, "Major version suffixes", "Versions". */
function goVersion(source, span, module, before, release) {
  const version = spell(before, release, 'go')
  const major = Number(/^v(\d+)/.exec(version)?.[1] ?? 0)
  const suffix = /(?:\/|^gopkg\.in\/.*\.)v(\d+)$/.exec(module)?.[1]
  if (suffix === undefined ? major < 2 : Number(suffix) === major || (module.startsWith('gopkg.in/') && major < 2))
    return version
  if (suffix === undefined && before.endsWith('+incompatible')) return `${version}+incompatible`
  throw problem(
    source,
    span.start,
    `Go does not find ${version} under the module path ${module}.`,
    `A major version from 2 on has its own path (“${module.replace(/\/v\d+$/, '')}/v${major}”); change the imports and go.mod by hand.`,
  )
}
