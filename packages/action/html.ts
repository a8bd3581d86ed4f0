/** Text as HTML, safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(SPECIAL, (character) => ENTITIES[character] ?? character).replaceAll(CONTROL, '\uFFFD')
}

/** An address that may stand in `href`: the web, or a place on the same page. Everything else is no link. */
export function safeHref(href: string): string | undefined {
  return /^(?:https?:\/\/|#)[^\s"'<>]*$/.test(href) ? escapeHtml(href) : undefined
}

const SPECIAL = /[&<>"']/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const CONTROL = /(?![\t\n\r])\p{Cc}/gu
