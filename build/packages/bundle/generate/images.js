import { UserError } from '../../plan/index.js'
import { isList, isObject, listMember, member, textMember } from '../../yaml/index.js'
import { containersOf } from './pods.js'
/** What kubebuilder writes where the operator's image shall come. */
export const PLACEHOLDER = 'controller:latest'
/** A reference without tag and digest. */
function repositoryOf(image) {
  const [name = ''] = image.split('@')
  return name.replace(/:[^:/]*$/, '')
}
/**
 * Puts the operator's image wherever the deployments name its repository or kubebuilder's placeholder.
 *
 * @throws UserError when nothing names it.
 */
export function putImage(deployments, image, file) {
  const repository = repositoryOf(image)
  const seen = new Set()
  let put = 0
  const replaced = mapImages(deployments, (found) => {
    seen.add(found)
    if (found !== PLACEHOLDER && repositoryOf(found) !== repository) return found
    put++
    return image
  })
  if (put > 0) return replaced
  throw new UserError(`Input “image”: no deployment in ${file} runs ${repository}.`, {
    file,
    advice: `Images found: ${[...seen].join(', ') || 'none'}. Name one of their repositories, or let kustomize set the image and leave “image” out.`,
  })
}
/**
 * Replaces every tag by its digest: in containers, `RELATED_IMAGE_*`, the listed related images and `containerImage`; and
 * lists every image, so that a mirror has all of them. In stream order, each image once (operator-sdk's list is random).
 */
export async function pinImages(parts, digests) {
  const { deployments, relatedImages, containerImage } = parts
  const wanted = new Set(relatedImages.map(({ image }) => image))
  mapImages(deployments, (image) => {
    wanted.add(image)
    return image
  })
  if (containerImage !== undefined) wanted.add(containerImage)
  const pinned = new Map(await Promise.all([...wanted].map(async (image) => [image, await digests.pin(image)])))
  const pin = (image) => pinned.get(image) ?? image
  return {
    deployments: mapImages(deployments, pin),
    relatedImages: listed(deployments, relatedImages, pin),
    annotations: containerImage === undefined ? {} : { containerImage: pin(containerImage) },
  }
}
function listed(deployments, relatedImages, pin) {
  const byImage = new Map()
  const names = new Set()
  const list = (name, longer, image) => {
    const digest = pin(image)
    if (byImage.has(digest)) return
    const free = [name, longer].find((one) => one !== '' && !names.has(one)) ?? `${longer}-${names.size + 1}`
    names.add(free)
    byImage.set(digest, free)
  }
  for (const { name, image } of relatedImages) list(name, nameOfImage(image), image)
  for (const deployment of deployments) {
    for (const container of containersOf(deployment.value)) {
      const name = textMember(container, 'name') ?? ''
      const image = textMember(container, 'image')
      if (image !== undefined) list(name, `${deployment.name}-${name}`, image)
    }
  }
  return [...byImage].map(([image, name]) => ({ name, image }))
}
function nameOfImage(image) {
  return repositoryOf(image).split('/').at(-1) ?? ''
}
/** Deployments with other images in their containers and in `RELATED_IMAGE_*`. */
function mapImages(deployments, change) {
  const containers = (list) =>
    isList(list) ? list.map((container) => (isObject(container) ? withImages(container, change) : container)) : []
  return deployments.map((deployment) => {
    const spec = member(deployment.value, 'spec')
    const template = member(spec, 'template')
    const pod = member(template, 'spec')
    if (!isObject(spec) || !isObject(template) || !isObject(pod)) return deployment
    const changed = {
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
function withImages(container, change) {
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
