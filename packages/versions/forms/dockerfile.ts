import { type Form, linesOf, type Source, type Span } from './form.ts'
import { imageParts, imageSpan, valueSpan } from './value.ts'

/**
 * `ARG NAME=v1.2.3` for a key that is a name; `FROM image:tag` and `COPY --from=image:tag` for a key that is an image.
 *
 * Source: docs.docker.com, Dockerfile reference.
 */
export const dockerfile: Form = {
  name: 'dockerfile',
  matches: 'once',
  spelling: 'kept',
  keyNames: 'argument or image',
  find(source, key) {
    const argumentsFound = argumentsOf(source)
    const named = argumentsFound.filter(({ name }) => name === key)
    if (named.length > 0) return named.map(({ span }) => span)
    return imagesOf(source, key, new Map(argumentsFound.map(({ name, written }) => [name, written])))
  },
}

function argumentsOf({ text }: Source): { name: string; written: string; span: Span }[] {
  return [...linesOf(text)].flatMap(({ start, line }) => {
    const instruction = /^\s*ARG\s+/i.exec(line)
    if (instruction === null) return []
    const rest = line.slice(instruction[0].length)
    return [...rest.matchAll(/([A-Za-z_]\w*)=("[^"]*"|'[^']*'|\S*)/g)].map((match) => {
      const [whole, name = '', value = ''] = match
      const from = start + instruction[0].length + match.index + whole.length - value.length
      const span = valueSpan(text, { start: from, end: from + value.length })
      return { name, written: value.replace(/^(["'])(.*)\1$/, '$2'), span }
    })
  })
}

function imagesOf({ text }: Source, key: string, args: ReadonlyMap<string, string>): Span[] {
  return [...linesOf(text)].flatMap(({ start, line }) => {
    const match = /^(\s*FROM\s+(?:--\S+\s+)*|\s*COPY\s+(?:--(?!from)\S+\s+)*--from=)(\S+)/i.exec(line)
    if (match === null) return []
    const [, before = '', written = ''] = match
    const from = start + before.length
    const resolved = written.replace(
      /\$(?:\{(\w+)(?::-([^}]*))?\}|(\w+))/g,
      (whole, curly?: string, standard?: string, plain?: string) => args.get(curly ?? plain ?? '') ?? standard ?? whole,
    )
    const parts = imageParts(resolved)
    if (parts?.repository !== key || (parts.tag === null && parts.digest === null)) return []
    if (resolved === written) return [imageSpan(parts, from)]
    const fixed = {
      because: `the tag is computed (“${written}”)`,
      advice: 'Name the ARG that holds the version as the key.',
    }
    return [{ start: from, end: from + written.length, value: parts.tag ?? parts.digest ?? '', fixed }]
  })
}
