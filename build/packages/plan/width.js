/**
 * How many columns a text takes where letters are equally wide: wide East Asian characters and emoji take two, marks that
 * combine take none (Unicode Standard Annex 11, reduced to the ranges in use).
 */
export function displayWidth(text) {
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length
  let width = 0
  // Made when it is needed: it loads Unicode's tables, which costs every start 14 ms.
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  for (const { segment } of graphemes.segment(text)) {
    if (!/^[\p{Mark}\p{Cf}]+$/u.test(segment)) width += WIDE.test(segment) ? 2 : 1
  }
  return width
}
let graphemes
const WIDE =
  /\p{Emoji_Presentation}|\uFE0F|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]/u
