import { displayWidth } from '../plan/index.ts'

/** The text, filled up with blanks on its right to the given width. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}
