import type { Component, External, Train } from '../train/index.ts'
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
}

/** The rows that a train's matrix has, in the order of the manifest, each with what belongs under it behind it. */
export function matrixEntries(train: Train): Entry[] {
  const below = (id: string) => train.external.filter(({ under }) => under === id)
  const components = train.components.flatMap((component): Entry[] => [
    entry(component, component.name, null),
    ...below(component.id).map((external) => entry(external, external.name, component.name)),
    ...component.images.flatMap(({ row }) => (row === null ? [] : [entry(component, row, component.name)])),
  ])
  const own = train.external.filter(({ under }) => under === null)
  return [...components, ...own.map((external) => entry(external, external.name, null))]
}

function entry(of: Component | External, name: string, under: string | null): Entry {
  return { of, name, under, template: new TagTemplate(of.tag, `tag of ${of.id}`) }
}

/** Names are the same when they differ only in case, blanks and hyphens: `CodeFlare-SDK` is the CodeFlare SDK. */
export const sameName = (a: string, b: string): boolean => plain(a) === plain(b)

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, '')
