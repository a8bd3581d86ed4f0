import { contentDigest } from '../plan/index.ts'

/**
 * Names the text of an issue or a pull request; null for none. GitHub keeps the line ends that a browser sends, and drops
 * empty lines at the end.
 */
export function textDigest(text: { readonly title: string; readonly body: string } | null): string | null {
  if (text === null) return null
  return contentDigest(Buffer.from(`${text.title.trim()}\n${text.body.replaceAll('\r\n', '\n').trimEnd()}`))
}
