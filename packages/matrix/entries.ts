import { type Component, type External, type Image, isComponent, matrixRows, type Train } from '../train/index.ts'
import { TagTemplate } from '../versions/index.ts'

/** What has a row in the support matrix: a component, an external project, or an image that is shown on its own. */
export interface Entry {
  /** Whose version the row shows. */
  readonly of: Component | External
  /** As a new row is called. */
  readonly name: string
  /** Name of the entry under which a new row is put; null for a place in the manifest's order. */
  readonly under: string | null
  readonly template: TagTemplate
  /** The images that are published under this version and have no row of their own. */
  readonly images: readonly Image[]
}

/** The rows that a train's matrix has, in the order of the manifest, each with what belongs under it behind it. */
export function matrixEntries(train: Train): Entry[] {
  const members = new Map([...train.components, ...train.external].map((member) => [member.id, member]))
  let above: string | null = null
  return matrixRows(train).flatMap(({ name, id, isBelow }): Entry[] => {
    const of = members.get(id)
    if (of === undefined) return []
    if (!isBelow) above = name
    const images = isComponent(of) ? of.images.filter(({ row }) => row === (name === of.name ? null : name)) : []
    const template = new TagTemplate(of.tag, `tag of ${id}`)
    return [{ of, name, under: isBelow ? above : null, template, images }]
  })
}

/** Names are the same when they differ only in case, blanks and hyphens: `CodeFlare-SDK` is the CodeFlare SDK. */
export const sameName = (a: string, b: string): boolean => plain(a) === plain(b)

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, '')
