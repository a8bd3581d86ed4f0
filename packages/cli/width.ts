/**
 * How many columns of a terminal a text takes. East Asian wide characters and emoji take two, combining marks none
 * (Unicode Standard Annex 11, reduced to the ranges that occur in release notes).
 */
export function displayWidth(text: string): number {
  let width = 0
  for (const { segment } of SEGMENTER.segment(text)) width += WIDE.test(segment) ? 2 : 1
  return width
}

/** The text, filled up with blanks on its right to the given width. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' })

const WIDE =
  /\p{Emoji_Presentation}|\uFE0F|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/u
