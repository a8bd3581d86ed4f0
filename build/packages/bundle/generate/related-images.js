import { UserError } from '../../plan/index.js'
import { isObject, listMember, member, textMember } from '../../yaml/index.js'
import { containersOf } from './pods.js'
const PREFIX = 'RELATED_IMAGE_'
/**
 * The images that an operator names in `RELATED_IMAGE_*` (operator-sdk, `FindRelatedImages`), then those that the base
 * lists by hand, which operator-sdk loses.
 *
 * @throws UserError for one whose value is not written in the manifest.
 */
export function relatedImages(deployments, base, file) {
  const found = deployments.flatMap((deployment) => declaredIn(deployment, file))
  const distinct = found.filter(
    ({ name, image }, index) => found.findIndex((one) => one.name === name && one.image === image) === index,
  )
  const findings = []
  const images = []
  for (const { name, image, container } of distinct) {
    const namesakes = distinct.filter((one) => one.name === name)
    const same = distinct.filter((one) => one.image === image)
    const [first] = same
    if (same.length > 1 && first?.name !== name) continue
    if (same.length > 1) {
      const names = same.map((one) => one.name).join(', ')
      findings.push({
        severity: 'warning',
        rule: 'related-image-names',
        file,
        message: `The image ${image} has several names (${names}), so it is listed without one.`,
        advice: `Use one name for it in all ${PREFIX}… variables.`,
      })
    }
    const full = namesakes.length > 1 ? `${container}-${name}` : name
    images.push({ name: same.length > 1 ? '' : full, image })
  }
  const listed = new Set(images.map(({ image }) => image))
  for (const entry of listMember(member(base, 'spec'), 'relatedImages')) {
    const image = textMember(entry, 'image')
    if (image === undefined || listed.has(image)) continue
    listed.add(image)
    images.push({ name: textMember(entry, 'name') ?? '', image })
  }
  return { images, findings }
}
function declaredIn(deployment, file) {
  const containers = containersOf(deployment.value)
  return containers.flatMap((container) => {
    const reference =
      containers.length > 1 ? `${deployment.name}-${textMember(container, 'name') ?? ''}` : deployment.name
    return listMember(container, 'env').flatMap((variable) => {
      const name = textMember(variable, 'name') ?? ''
      if (!name.startsWith(PREFIX)) return []
      if (isObject(member(variable, 'valueFrom'))) {
        throw new UserError(`Deployment ${deployment.name}: ${name} takes its value from elsewhere (valueFrom).`, {
          file,
          line: deployment.line,
          advice: 'Write the image as its value: what OLM mirrors must be known when the bundle is made.',
        })
      }
      const image = textMember(variable, 'value') ?? ''
      return [{ name: name.slice(PREFIX.length).replaceAll('_', '-').toLowerCase(), image, container: reference }]
    })
  })
}
