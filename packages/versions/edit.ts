import { UserError } from '../plan/index.ts'
import {
  type Form,
  type ImageParts,
  type ImageSpan,
  placeOf,
  problem,
  quoted,
  type Range,
  type Source,
  type Span,
} from './forms/form.ts'
import { kindOf, type Release, spell } from './forms/kind.ts'
import { imageParts, imageText } from './forms/value.ts'
import { spans } from './occurrence.ts'

/** Other text for one range of a file. `before` and `after` may be equal: the place says already what it shall say. */
export interface Edit extends Range {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly before: string
  readonly after: string
}

/** Digests by reference with tag (`quay.io/org/image:v1.2.3`), as a registry told them. */
export type Digests = ReadonlyMap<string, string>

/**
 * The edits that write a release in every place of the key. Only the version's own characters change; how it was
 * spelled (with or without `v`, `release-` in front, an operator, quotes) stays.
 *
 * @param digests pins images to these digests as well; without it an image that is pinned already is refused, because
 *   its tag and its digest would speak of different images.
 * @throws UserError as `occurrences` does, and for a place that cannot be edited.
 */
export function releaseEdits(source: Source, form: Form, key: string, release: Release, digests?: Digests): Edit[] {
  const { spelling } = form
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
export function releasedImages(source: Source, form: Form, key: string, release: Release): string[] {
  const { spelling } = form
  return spans(source, form, key).flatMap(({ image }) =>
    image === undefined ? [] : [`${image.repository}:${releasedTag(image, release, spelling)}`],
  )
}

/**
 * The edits that write another image reference in every place of the key.
 *
 * @throws UserError for something that is no reference, for a place that holds no image, and as `occurrences` does.
 */
export function referenceEdits(source: Source, form: Form, key: string, reference: string): Edit[] {
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
export function edited({ text }: Source, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  let result = ''
  let at = 0
  let last: Edit | null = null
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

function edit(source: Source, { start, end }: Range, after: string): Edit {
  return { ...placeOf(source, start), start, end, before: source.text.slice(start, end), after }
}

/** A place that follows another one: nothing to do where that one says the right thing, an error where it does not. */
function fixedEdits(source: Source, span: Span, expected: string): Edit[] {
  if (span.fixed === undefined || span.value === expected) return []
  throw problem(source, span.start, `${span.fixed.because}; it cannot be set to ${expected}.`, span.fixed.advice)
}

function refuseForeign(source: Source, span: Span, key: string): void {
  if (kindOf(span.value) !== null) return
  throw problem(
    source,
    span.start,
    `${quoted(span.value)} stands where the version of “${key}” is expected; it was not overwritten.`,
    'Write a version there by hand once, or correct file, form and key in the manifest.',
  )
}

function releasedTag(image: ImageSpan, release: Release, spelling: Form['spelling']): string {
  return spell(image.tag ?? '', release, spelling, image.repository)
}

function releasedImage(
  source: Source,
  span: Span,
  image: ImageSpan,
  release: Release,
  spelling: Form['spelling'],
  digests: Digests | undefined,
): ImageParts {
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

function imageEdits(source: Source, image: ImageSpan, wanted: ImageParts): Edit[] {
  if ('whole' in image.written) return [edit(source, image.written.whole, imageText(wanted))]
  const { fields } = image.written
  return fields.flatMap(({ name, part, at }) => {
    const [is, shall] = [image[part], wanted[part]]
    if (at !== null && shall !== null) return [edit(source, at, shall)]
    if (is === shall) return []
    const anchor = at ?? fields.toReversed().find((field) => field.at !== null)?.at
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
function goVersion(source: Source, span: Span, module: string, before: string, release: Release): string {
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
