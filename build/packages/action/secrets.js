import { escapeText } from './markdown.js'
/** The secrets of this run, and text without them. */
export class Secrets {
  #known = new Set()
  /** Remembers a secret, its lines when it has several, and the forms in which it travels: URL, Basic header, JSON, Markdown. */
  add(secret) {
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
      for (const form of forms) this.#known.add(form)
    }
  }
  redact(text) {
    let clean = text
    // Longest first: a secret that contains another must not leave its rest behind.
    for (const secret of [...this.#known].sort((a, b) => b.length - a.length)) clean = clean.replaceAll(secret, '***')
    return clean
  }
}
