import { UserError } from '../../plan/index.js'
import { formatReference, parseReference } from '../../registry/index.js'
import { PLACEHOLDER } from './images.js'
/** Digests as the registries tell them: the index of an image for several platforms, as its tag names it. */
export function registryDigests(registries) {
  return {
    async pin(image) {
      if (image === PLACEHOLDER) {
        throw new UserError(
          `A deployment runs “${PLACEHOLDER}”, which stands for an image that is still to be named.`,
          {
            advice: 'Name it in “image”, or let kustomize set it.',
          },
        )
      }
      const { registry, repository, tag = 'latest', digest } = parseReference(image, 'The image of a deployment')
      if (digest !== undefined) return image
      const found = await registries.head({ registry, repository, tag })
      if (found !== null) return formatReference({ registry, repository, digest: found.digest })
      throw new UserError(`There is no image ${image}, so its digest cannot be written into the bundle.`, {
        advice: 'Publish it first, correct its name, or set “use-image-digests: false” for a bundle that names tags.',
      })
    },
  }
}
