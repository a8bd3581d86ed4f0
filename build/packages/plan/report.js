export const heading = (text, level = 3) => ({ kind: 'heading', text, level })
export const paragraph = (...text) => ({ kind: 'paragraph', text })
export const list = (items) => ({ kind: 'list', items })
export const table = (head, rows) => ({
  kind: 'table',
  head,
  rows,
})
export const details = (summary, blocks) => ({ kind: 'details', summary, blocks })
export const codeBlock = (text, language) =>
  language === undefined ? { kind: 'code', text } : { kind: 'code', text, language }
export const mermaid = (text) => ({ kind: 'mermaid', text })
export const markdown = (text) => ({ kind: 'markdown', text })
export const code = (text) => ({ code: text })
export const link = (text, href) => ({ link: text, href })
