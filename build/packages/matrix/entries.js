import { TagTemplate } from '../versions/index.js'
/** The rows that a train's matrix has, in the order of the manifest, each with what belongs under it behind it. */
export function matrixEntries(train) {
  const below = (id) => train.external.filter(({ under }) => under === id)
  const components = train.components.flatMap((component) => [
    entry(component, component.name, null),
    ...below(component.id).map((external) => entry(external, external.name, component.name)),
    ...component.images.flatMap(({ row }) => (row === null ? [] : [entry(component, row, component.name)])),
  ])
  const own = train.external.filter(({ under }) => under === null)
  return [...components, ...own.map((external) => entry(external, external.name, null))]
}
function entry(of, name, under) {
  return { of, name, under, template: new TagTemplate(of.tag, `tag of ${of.id}`) }
}
/** Names are the same when they differ only in case, blanks and hyphens: `CodeFlare-SDK` is the CodeFlare SDK. */
export const sameName = (a, b) => plain(a) === plain(b)
const plain = (name) => name.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, '')
