import { UserError } from '../../plan/index.ts'
import { isList, isObject, type Json, type JsonObject, listMember, member, textMember } from '../../yaml/index.ts'
import type { Typed } from './manifests.ts'
import { containersOf } from './pods.ts'
import type { RelatedImage } from './related-images.ts'

/** What kubebuilder writes where the operator's image shall come. */
export const PLACEHOLDER = 'controller:latest'

/** A reference without tag and digest. */
function repositoryOf(image: string): string {
  const [name = ''] = image.split('@')
  return name.replace(/:[^:/]*$/, '')
}

/** The last part of a repository's path, by which copies of an image in other places are known. */
function nameOf(image: string): string {
  return repositoryOf(image).split('/').at(-1) ?? ''
}

/**
 * Puts the operator's image wherever the deployments name its repository or kubebuilder's placeholder; where they name
 * neither, wherever they name an image of the same name in another place.
 *
 * @throws UserError when nothing names it.
 */
export function putImage(deployments: readonly Typed[], image: string, file: string): readonly Typed[] {
  const repository = repositoryOf(image)
  const seen = new Set<string>()
  mapImages(deployments, (found) => {
    seen.add(found)
    return found
  })
  const meant = [...seen].filter((found) => found === PLACEHOLDER || repositoryOf(found) === repository)
  const targets = new Set(meant.length > 0 ? meant : [...seen].filter((found) => nameOf(found) === nameOf(image)))
  if (targets.size > 0) return mapImages(deployments, (found) => (targets.has(found) ? image : found))
  throw new UserError(`Input “image”: no deployment in ${file} runs ${repository}.`, {
    file,
    advice: `Images found: ${[...seen].join(', ') || 'none'}. Name one of their repositories, or let kustomize set the image and leave “image” out.`,
  })
}

/** What gives the digest of a tag. */
export interface Digests {
  /** The reference by digest. @throws UserError when there is no such image. */
  pin(image: string): Promise<string>
}

export interface Pinned {
  readonly deployments: readonly Typed[]
  readonly relatedImages: readonly RelatedImage[]
  readonly annotations: Readonly<Record<string, string>>
}

/**
 * Replaces every tag by its digest: in containers, `RELATED_IMAGE_*`, the listed related images and `containerImage`; and
 * lists every image, so that a mirror has all of them. In stream order, each image once (operator-sdk's list is random).
 */
export async function pinImages(
  parts: {
    readonly deployments: readonly Typed[]
    readonly relatedImages: readonly RelatedImage[]
    readonly containerImage: string | undefined
  },
  digests: Digests,
): Promise<Pinned> {
  const { deployments, relatedImages, containerImage } = parts
  const wanted = new Set(relatedImages.map(({ image }) => image))
  mapImages(deployments, (image) => {
    wanted.add(image)
    return image
  })
  if (containerImage !== undefined) wanted.add(containerImage)
  const pinned = new Map(
    await Promise.all([...wanted].map(async (image) => [image, await digests.pin(image)] as const)),
  )
  const pin = (image: string): string => pinned.get(image) ?? image
  return {
    deployments: mapImages(deployments, pin),
    relatedImages: listed(deployments, relatedImages, pin),
    annotations: containerImage === undefined ? {} : { containerImage: pin(containerImage) },
  }
}

function listed(
  deployments: readonly Typed[],
  relatedImages: readonly RelatedImage[],
  pin: (image: string) => string,
): RelatedImage[] {
  const byImage = new Map<string, string>()
  const names = new Set<string>()
  const list = (name: string, longer: string, image: string): void => {
    const digest = pin(image)
    if (byImage.has(digest)) return
    const free = [name, longer].find((one) => one !== '' && !names.has(one)) ?? `${longer}-${names.size + 1}`
    names.add(free)
    byImage.set(digest, free)
  }
  for (const { name, image } of relatedImages) list(name, nameOf(image), image)
  for (const deployment of deployments) {
    for (const container of containersOf(deployment.value)) {
      const name = textMember(container, 'name') ?? ''
      const image = textMember(container, 'image')
      if (image !== undefined) list(name, `${deployment.name}-${name}`, image)
    }
  }
  return [...byImage].map(([image, name]) => ({ name, image }))
}

/** Deployments with other images in their containers and in `RELATED_IMAGE_*`. */
function mapImages(deployments: readonly Typed[], change: (image: string) => string): readonly Typed[] {
  const containers = (list: Json | undefined): Json =>
    isList(list) ? list.map((container) => (isObject(container) ? withImages(container, change) : container)) : []
  return deployments.map((deployment) => {
    const spec = member(deployment.value, 'spec')
    const template = member(spec, 'template')
    const pod = member(template, 'spec')
    if (!isObject(spec) || !isObject(template) || !isObject(pod)) return deployment
    const changed: JsonObject = {
      ...pod,
      containers: containers(pod['containers']),
      ...(isList(pod['initContainers']) && { initContainers: containers(pod['initContainers']) }),
    }
    return {
      ...deployment,
      value: { ...deployment.value, spec: { ...spec, template: { ...template, spec: changed } } },
    }
  })
}

function withImages(container: JsonObject, change: (image: string) => string): JsonObject {
  const image = textMember(container, 'image')
  const env = listMember(container, 'env')
  return {
    ...container,
    ...(image !== undefined && { image: change(image) }),
    ...(env.length > 0 && {
      env: env.map((variable) => {
        const value = textMember(variable, 'value')
        const isImage = (textMember(variable, 'name') ?? '').startsWith('RELATED_IMAGE_')
        return isObject(variable) && isImage && value !== undefined ? { ...variable, value: change(value) } : variable
      }),
    }),
  }
}
