import { UserError, type Files } from '../plan/index.ts'
import type { Train, WrittenVersion } from '../train/index.ts'
import { loadForm, occurrences, readSource, type Wanted } from '../versions/index.ts'
import { filesMatching } from './files.ts'
import { findImages } from './image-search.ts'
import { knownRepository } from './repository.ts'
import { toldImages, toldVersions } from './told.ts'

export interface ReferencesRequest {
  readonly workspace: Files
  readonly train: Train
  /** The repository that is checked out: `OWNER/NAME`. */
  readonly repository: string
  /** `Component=vX.Y.Z` */
  readonly versions: readonly string[]
  /** `NAME=REFERENCE` */
  readonly images: readonly string[]
  /** Files or globs; empty for every file that the manifest names. */
  readonly paths: readonly string[]
}

export interface WantedReferences {
  readonly wanted: readonly Wanted[]
  /** Names of members whose version was told and is written nowhere in this repository. */
  readonly idle: readonly string[]
}

/**
 * Where the told versions and images belong: the places that the manifest names for this repository; with `paths` only
 * those in these files, and every reference to a told member's images there.
 *
 * @throws UserError for inputs that name nothing, for an image that is referred to nowhere, and when nothing at all is to
 *   be written.
 */
export async function wantedReferences(request: ReferencesRequest): Promise<WantedReferences> {
  const { workspace, train, repository, paths } = request
  const versions = toldVersions(train, request.versions, 'versions')
  const images = toldImages(train, request.images, 'images')
  if (versions.size === 0 && images.size === 0) {
    throw new UserError('Neither “versions” nor “images” says what to write.', {
      advice:
        'Give “versions:” with lines like “Component=v1.2.3”, or “images:” with lines like “NAME=quay.io/org/image:v1.2.3”.',
    })
  }
  const files = paths.length === 0 ? null : await filesMatching(workspace, paths, 'paths')
  const all = knownRepository(train, repository).versions
  const declared = files === null ? all : all.filter(({ file }) => files.includes(file))
  const name = (id: string) => [...train.components, ...train.external].find((member) => member.id === id)?.name ?? id

  const wanted: Wanted[] = []
  const used = new Set<string>()
  for (const place of declared) {
    const { file, form, key, of } = place
    const image = await imageToldFor(workspace, place, images)
    const to = image === null ? versions.get(of) : images.get(image)
    if (to === undefined) continue
    wanted.push({ file, form, key, to, of: name(of) })
    used.add(image ?? of)
  }
  const named = new Set(declared.map(({ file }) => file))
  const owners = new Map(
    [...versions.values()].flatMap(({ of, images: own }) => [...(own?.keys() ?? [])].map((image) => [image, of.id])),
  )
  const others = (files ?? []).filter((file) => !named.has(file))
  for (const place of await findImages(workspace, others, [...images.keys(), ...owners.keys()])) {
    const of = owners.get(place.key) ?? ''
    const to = images.get(place.key) ?? versions.get(of)
    if (to === undefined) continue
    wanted.push({ ...place, to, of: of === '' ? place.key : name(of) })
    used.add(images.has(place.key) ? place.key : of)
  }

  const lost = [...images.keys()].find((image) => !used.has(image))
  if (lost !== undefined) throw nowhere(`the image “${lost}”`, train, files)
  if (wanted.length === 0) throw nowhere([...versions.keys()].map(name).join(', '), train, files)
  return { wanted, idle: [...versions.keys()].filter((id) => !used.has(id)).map(name) }
}

/** Which of the told images a place holds: the one of its key, or the one whose name is written there; null for none. */
async function imageToldFor(
  workspace: Files,
  { file, form, key }: WrittenVersion,
  images: ReadonlyMap<string, string>,
): Promise<string | null> {
  if (images.has(key)) return key
  if (images.size === 0) return null
  const found = occurrences(await readSource(workspace, file), await loadForm(form), key)
  return found.map(({ image }) => image?.repository ?? '').find((repository) => images.has(repository)) ?? null
}

function nowhere(what: string, train: Train, files: readonly string[] | null): UserError {
  const where = files === null ? `the files that ${train.file} names for this repository` : files.join(', ')
  return new UserError(`Nothing to write: ${what} is written nowhere in ${where}.`, {
    advice: `Name the place under “versions:” in ${train.file} ({ of, file, form, key }), or give its file in “paths”.`,
  })
}

/** Asks a registry for digests of images that must be there. @throws UserError for one that was not published. */
export function pinnedDigest(look: (image: string) => Promise<string | null>): (image: string) => Promise<string> {
  return async (image) => {
    const digest = await look(image)
    if (digest !== null) return digest
    throw new UserError(`${image} was not published, so there is no digest to pin it to.`, {
      advice: 'Publish the image first, or leave “digests” out.',
    })
  }
}
