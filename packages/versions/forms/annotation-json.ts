import { isMap, isScalar, isSeq, type Pair, visit } from 'yaml'
import { type Embedded, embeddedIn } from './embedded.ts'
import { type Form, problem, type Source, type Span } from './form.ts'
import { valueSpan } from './value.ts'
import { documentsOf, scalarRange, scalarText } from './yaml.ts'

/**
 * A version in the JSON of an annotation. The key is `ANNOTATION#NAME`: in a list the entry's `version` whose `name` is NAME
 * (`opendatahub.io/notebook-python-dependencies#codeflare-sdk`), in an object the value of NAME.
 *
 * Source: Open Data Hub's notebook ImageStreams.
 */
export const annotationJson: Form = {
  name: 'annotation-json',
  matches: 'once',
  spelling: 'kept',
  keyNames: 'annotation and name',
  find(source, key) {
    const at = key.lastIndexOf('#')
    if (at < 1) {
      throw problem(source, 0, `“${key}” names no entry of an annotation.`, 'Write “ANNOTATION#NAME”.')
    }
    const [annotation, name] = [key.slice(0, at), key.slice(at + 1)]
    if (!source.text.includes(annotation)) return []
    const found: Span[] = []
    for (const document of documentsOf(source)) {
      visit(document, {
        Pair(_key, pair: Pair) {
          if (!isScalar(pair.key) || pair.key.value !== annotation) return
          const written = scalarRange(source, pair.value, 'raw')
          const embedded = written === null ? null : embeddedIn(source, written)
          if (embedded !== null) found.push(...entriesOf(source, embedded, name))
        },
      })
    }
    return found
  },
}

function entriesOf(source: Source, { documents, source: inner, shift }: Embedded, name: string): Span[] {
  return documents.flatMap(({ contents }) => {
    const values: readonly unknown[] = isSeq(contents)
      ? contents.items.map((item) =>
          isMap(item) && scalarText(item, 'name') === name ? item.get('version', true) : undefined,
        )
      : [isMap(contents) ? contents.get(name, true) : undefined]
    return values.flatMap((value) => {
      const range = scalarRange(inner, value)
      return range === null ? [] : [valueSpan(source.text, { start: range.start + shift, end: range.end + shift })]
    })
  })
}
