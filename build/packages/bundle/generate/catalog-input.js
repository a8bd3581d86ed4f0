import { UserError } from '../../plan/index.js'
/**
 * Reads `OWNER/REPO[@BRANCH][:DIRECTORY]`, where the directory is the operator's own; without it, `operators/PACKAGE`.
 *
 * @throws UserError for anything else.
 */
export function readCatalogInput(text, packageName) {
  const match = /^([\w.-]+\/[\w.-]+)(?:@([^:\s]+))?(?::([^:\s]+))?$/.exec(text)
  const path = (match?.[3] ?? `operators/${packageName}`).replace(/\/+$/, '')
  const [operator = '', ...above] = path.split('/').reverse()
  if (match === null || operator === '' || path.startsWith('/') || path.split('/').includes('..')) {
    throw new UserError(`Input “catalog” is “${text}”; expected OWNER/REPO[@BRANCH][:DIRECTORY].`, {
      advice: `For example redhat-openshift-ecosystem/community-operators-prod:operators/${packageName}.`,
    })
  }
  return { repository: match[1] ?? '', branch: match[2] ?? '', directory: above.reverse().join('/') || '.', operator }
}
