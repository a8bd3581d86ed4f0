import { FORM_KEYS } from './forms.ts'
import type { Field, Fields } from './mapping.ts'
import { manifest, manifestSchema, PARTS } from './schema.ts'

/** The published JSON Schema, byte for byte: indented, with short lists on one line as our formatter writes them. */
export function schemaText(): string {
  const text = JSON.stringify(manifestSchema(), null, 2)
  const inline = text.replaceAll(
    /^(.*)\[\n([^[\]]*?)\n *\](,?)$/gm,
    (whole, before: string, items: string, after: string) => {
      const line = `${before}[${items.trim().replaceAll(/\n */g, ' ')}]${after}`
      return line.length <= 120 ? line : whole
    },
  )
  return `${inline}\n`
}

/**
 * docs/manifest.md with its tables between `<!-- NAME -->` and `<!-- /NAME -->` made anew; everything else stays.
 *
 * @throws RangeError when the text lacks a pair of these comments.
 */
export function withReferenceTables(text: string): string {
  const tables: Record<string, string> = {
    manifest: keysTable(manifest.fields),
    ...Object.fromEntries(Object.entries(PARTS).map(([name, part]) => [name, keysTable(part.fields)])),
    forms: table(
      ['form', '`key` is'],
      Object.entries(FORM_KEYS).map(([form, key]) => [`\`${form}\``, key]),
    ),
  }
  return Object.entries(tables).reduce((result, [name, content]) => {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
    const [start, end] = [result.indexOf(open), result.indexOf(close)]
    if (start < 0 || end < start) throw new RangeError(`the text has no ${open} … ${close}`)
    return `${result.slice(0, start + open.length)}\n\n${content}\n\n${result.slice(end)}`
  }, text)
}

function keysTable(fields: Fields): string {
  return table(
    ['key', 'default', ''],
    Object.entries(fields).map(([name, field]) => [`\`${name}\``, defaultText(field), field.description]),
  )
}

function defaultText({ required, absent, absentText }: Field<unknown>): string {
  if (required) return '**required**'
  if (absentText !== undefined) return absentText
  return absent === null || (Array.isArray(absent) && absent.length === 0) ? 'none' : `\`${JSON.stringify(absent)}\``
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}
