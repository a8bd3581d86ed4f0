import { escapeText } from './markdown.ts'

/** The secrets of this run, and text without them. */
export class Secrets {
  /** Longest first: a secret that contains another must not leave its rest behind. */
  #known: readonly string[] = []

  /** Remembers a secret, its lines when it has several, and the forms in which it travels: URL, Basic header, JSON, Markdown. */
  add(secret: string): void {
    for (const part of [secret, ...secret.split(/\r?\n/)]) {
      // A word shorter than this is no secret, and redacting it would make every log unreadable.
      if (part.trim().length < 4) continue
      const forms = [
        part,
        encodeURIComponent(part),
        Buffer.from(part).toString('base64'),
        JSON.stringify(part).slice(1, -1),
        escapeText(part),
      ]
      this.#known = [...new Set([...this.#known, ...forms])].sort((a, b) => b.length - a.length)
    }
  }

  redact(text: string): string {
    let clean = text
    for (const secret of this.#known) clean = clean.replaceAll(secret, '***')
    return clean
  }
}
