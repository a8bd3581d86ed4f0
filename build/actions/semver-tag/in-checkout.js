import { UserError, Workspace } from '../../packages/plan/index.js'
import { Checkout, checkoutTarget, pushFloatingTag, pushTag } from '../../packages/versions/index.js'
/**
 * A checkout, with git alone.
 *
 * @throws UserError when the target is not one to release, or inputs ask for what only the API has.
 */
export async function inCheckout(inputs, { environment, workspace, signal }) {
  const other = inputs.repository !== '' ? 'repository' : inputs.release !== 'none' ? 'release' : null
  if (other !== null) {
    throw new UserError(`Inputs “path” and “${other}” do not go together: a checkout is tagged without the API.`, {
      advice: `Leave “path” out to have the API do it, or leave “${other}” out.`,
    })
  }
  const directory = await new Workspace(workspace).locate(inputs.path, 'Input “path”')
  const checkout = await Checkout.open(directory, inputs.path, { environment, signal })
  return {
    history: checkout,
    ...(await checkoutTarget(checkout, inputs.target, environment)),
    url: checkout.url,
    createTag: (wish, reason) => pushTag(checkout, wish, reason),
    floatTag: async (tag, commit, reason) => pushFloatingTag(checkout, tag, commit, reason),
    planRelease: () => Promise.reject(new RangeError('a checkout has no releases')),
    newcomers: () => Promise.resolve([]),
  }
}
