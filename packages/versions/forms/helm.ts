import { isMap, isSeq, visit, type YAMLMap } from 'yaml'
import { type Form, type ImageSpan, problem, type Source, type Span } from './form.ts'
import { yamlImage } from './kubernetes.ts'
import { pointed } from './pointer.ts'
import { pinned } from './requirement.ts'
import { documentsOf, scalarRange, scalarText } from './yaml.ts'

/**
 * An image in the values of a Helm chart: `repository`, `tag` and `digest` beside each other, with or without `registry`,
 * and references in one piece. The key is the image without tag, or a JSON Pointer to one value (`/image/tag`).
 *
 * Source: helm.sh, "Best Practices: Pods and PodTemplates", "Images".
 */
export const helmValues: Form = {
  name: 'helm-values',
  matches: 'many',
  spelling: 'kept',
  keyNames: 'image or JSON Pointer',
  find(source, key) {
    if (key.startsWith('/')) return pointed(source, key)
    const last = key.slice(key.lastIndexOf('/') + 1)
    if (!source.text.includes(last)) return []
    const found: Span[] = []
    for (const document of documentsOf(source)) {
      visit(document, {
        Map(_key, map: YAMLMap) {
          found.push(...fieldsOf(source, map, key))
        },
      })
    }
    return [...found, ...yamlImage.find(source, key)].sort((a, b) => a.start - b.start)
  },
}

function fieldsOf(source: Source, map: YAMLMap, key: string): Span[] {
  const field = (name: string) => scalarRange(source, map.get(name, true))
  const [registry, repository, tag, digest] = [field('registry'), field('repository'), field('tag'), field('digest')]
  if (repository === null || (tag === null && digest === null)) return []
  const whole = registry === null || registry.text === '' ? repository.text : `${registry.text}/${repository.text}`
  if (whole !== key) return []
  const image: ImageSpan = {
    repository: whole,
    tag: tag?.text || null,
    digest: digest?.text || null,
    written: {
      fields: [
        { name: 'repository', part: 'repository', at: whole === repository.text ? repository : null },
        { name: 'tag', part: 'tag', at: tag },
        { name: 'digest', part: 'digest', at: digest },
      ],
    },
  }
  const at = image.tag === null && image.digest !== null ? digest : (tag ?? digest)
  if (at === null) return []
  if (at.text === '') {
    throw problem(
      source,
      at.start,
      `the tag of ${whole} is empty: the chart’s own “appVersion” counts.`,
      'Name “appVersion” of Chart.yaml (form “helm-chart”) instead, or write a tag here once.',
    )
  }
  return [{ start: at.start, end: at.end, value: at.text, image }]
}

/**
 * `version` or `appVersion` in a Chart.yaml; for any other key the dependency of that name, its operator kept.
 *
 * Source: helm.sh, "Charts", "The Chart.yaml File".
 */
export const helmChart: Form = {
  name: 'helm-chart',
  matches: 'once',
  spelling: 'kept',
  keyNames: '“version”, “appVersion” or dependency',
  find(source, key) {
    if (key === 'version' || key === 'appVersion') return pointed(source, `/${key}`)
    return documentsOf(source).flatMap(({ contents }) => {
      const dependencies = isMap(contents) ? contents.get('dependencies') : undefined
      if (!isSeq(dependencies)) return []
      return dependencies.items.flatMap((entry) => {
        const named = isMap(entry) && [scalarText(entry, 'name'), scalarText(entry, 'alias')].includes(key)
        const range = named ? scalarRange(source, entry.get('version', true)) : null
        return range === null ? [] : [pinned(source, range, key)]
      })
    })
  },
}
