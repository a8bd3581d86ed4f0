/** Text with meaning instead of markup; whoever shows it (Markdown, HTML, a terminal) escapes it for its own medium. */
export type Inline =
  | string
  | { readonly code: string }
  | { readonly link: string; readonly href: string }
  | readonly Inline[]

/** One block of a report. */
export type Block =
  | { readonly kind: 'heading'; readonly text: Inline; readonly level?: 2 | 3 }
  | { readonly kind: 'paragraph'; readonly text: Inline }
  | { readonly kind: 'list'; readonly items: readonly Inline[] }
  | { readonly kind: 'table'; readonly head: readonly Inline[]; readonly rows: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly text: string; readonly language?: string }
  | { readonly kind: 'mermaid'; readonly text: string }
  | { readonly kind: 'details'; readonly summary: Inline; readonly blocks: readonly Block[] }
  /** Markdown that we made ourselves and that must appear as it is (release notes, a support matrix). */
  | { readonly kind: 'markdown'; readonly text: string }

/** What an action tells people: the last step of inputs, observe, plan, apply, report. */
export type Report = readonly Block[]

export const heading = (text: Inline, level: 2 | 3 = 3): Block => ({ kind: 'heading', text, level })
export const paragraph = (...text: Inline[]): Block => ({ kind: 'paragraph', text })
export const list = (items: readonly Inline[]): Block => ({ kind: 'list', items })
export const table = (head: readonly Inline[], rows: readonly (readonly Inline[])[]): Block => ({
  kind: 'table',
  head,
  rows,
})
export const details = (summary: Inline, blocks: readonly Block[]): Block => ({ kind: 'details', summary, blocks })
export const codeBlock = (text: string, language?: string): Block =>
  language === undefined ? { kind: 'code', text } : { kind: 'code', text, language }
export const mermaid = (text: string): Block => ({ kind: 'mermaid', text })
export const markdown = (text: string): Block => ({ kind: 'markdown', text })
export const code = (text: string): Inline => ({ code: text })
export const link = (text: string, href: string): Inline => ({ link: text, href })
