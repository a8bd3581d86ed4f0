import { UserError } from '../../plan/index.js'
import { bundlesOf, compareBundles, versionInName } from './catalog-bundle.js'
import { catalogMode } from './operator-catalog.js'
import { channelGraph, GraphUnreadable } from './update-graph.js'
/**
 * The place of a new bundle after the published ones (`replaces: auto`): it replaces the highest version below its own in its
 * channels and skips what would be left dangling, so that whoever has installed any of them is updated to it.
 *
 * The bundle itself, already published or in a pull request, does not count: asked again after the merge, the answer is the same.
 *
 * @throws UserError for a hotfix below the head of a channel that nothing above it would update: it cannot be published there.
 */
export function placeBundle(bundle, catalog) {
  const { mode, fileBased } = catalogMode(catalog.ci)
  const published = catalog.bundles.filter(({ name }) => name !== bundle.name)
  const pending = catalog.pending.filter((one) => one.bundle.name !== bundle.name)
  const nearby = pending.filter((one) => one.bundle.channels.some((channel) => bundle.channels.includes(channel)))
  if (published.length === 0) {
    return { replaces: null, skips: [], reason: `This is the first bundle of ${catalog.operator}.`, findings: [] }
  }
  if (mode === 'semver-mode' && !fileBased) {
    return {
      replaces: null,
      skips: [],
      reason: `The catalog orders ${catalog.operator} by version (updateGraph: semver-mode), so nothing is to be said.`,
      findings: nearby.map((one) => pendingFinding(one, bundle)),
    }
  }
  const lower = published.filter((other) => compareBundles(other, bundle) < 0)
  const isAbove = (other) => compareBundles(other, bundle) > 0
  const [own, elsewhere] = [lower.filter((other) => shares(other, bundle)), lower]
  const replaced = highest(own) ?? highest(elsewhere)
  const waiting = nearby.filter((one) => compareBundles(one.bundle, bundle) < 0).map((one) => one.bundle.name)
  const placed = (skips) => ({
    ...bundle,
    directory: versionInName(bundle),
    replaces: replaced?.name ?? null,
    skips,
  })
  const skips = new Set(waiting)
  for (const channel of bundle.channels) {
    const dangling = danglingIn(channel, [...published, placed([])])
    for (const other of dangling ?? []) {
      if (other.name !== bundle.name && !isAbove(other)) skips.add(other.name)
    }
    if (!fileBased && dangling?.some(({ name }) => name === bundle.name) === true) {
      throw belowHead(bundle, channel, published, pending)
    }
  }
  if (replaced !== null) skips.delete(replaced.name)
  return {
    replaces: replaced?.name ?? null,
    skips: [...skips].sort((a, b) => compareBundles({ name: a }, { name: b })),
    reason: reasonFor(bundle, replaced, own.length > 0, published.some(isAbove)),
    findings: nearby.map((one) => pendingFinding(one, bundle)),
  }
}
function shares(other, bundle) {
  return other.channels.some((channel) => bundle.channels.includes(channel))
}
function highest(bundles) {
  return bundles.toSorted(compareBundles).at(-1) ?? null
}
/** Null where the checker cannot compute the graph; it then says so itself. */
function danglingIn(channel, bundles) {
  try {
    return channelGraph(channel, bundles, 'replaces-mode').dangling
  } catch (error) {
    if (error instanceof GraphUnreadable) return null
    throw error
  }
}
function reasonFor(bundle, replaced, isOwn, isBelow) {
  if (replaced === null) return `Every published bundle is newer than ${versionInName(bundle)}.`
  const channels = bundle.channels.filter((channel) => replaced.channels.includes(channel))
  if (!isOwn) {
    return `${bundle.channels.join(', ')} has no bundle yet; ${replaced.name} is the newest one before it.`
  }
  const where = `${channels.length === 1 ? 'channel' : 'channels'} ${channels.join(', ')}`
  return isBelow
    ? `${replaced.name} is the newest version before it in ${where}; a later bundle skips this one.`
    : `${replaced.name} is the head of ${where}.`
}
function belowHead(bundle, channel, published, pending) {
  const head = bundlesOf(channel, published).at(-1)
  const version = versionInName(bundle)
  const open = pending.find((one) => one.bundle.channels.includes(channel) && compareBundles(one.bundle, bundle) > 0)
  const line = version.split('.').slice(0, 2).join('.')
  return new UserError(
    `${bundle.name} is below ${head?.name ?? 'the head'} in channel “${channel}”, and no later bundle skips it: whoever installs it would never be updated, and the catalog refuses it as dangling.`,
    {
      advice: `Published bundles cannot be changed. Publish it to a channel of its own line only (for example “stable-${line}”), or release the fix as a version above ${head === undefined ? 'the head' : versionInName(head)} in this channel${
        open === undefined
          ? ''
          : `, or let the bundle of pull request #${open.pull.number} (${open.pull.url}) skip it: “spec.skips: [${bundle.name}]”`
      }.`,
    },
  )
}
function pendingFinding({ bundle: other, pull }, bundle) {
  const isLower = compareBundles(other, bundle) < 0
  return {
    severity: isLower ? 'info' : 'warning',
    rule: 'extra/graph-pending-bundle',
    message: `Pull request #${pull.number} adds ${other.name} to the same channels and is not merged yet.`,
    advice: isLower
      ? `It is skipped, so that either may be merged first: ${pull.url}`
      : `It has to replace or skip ${bundle.name}; generate it again once this one is merged: ${pull.url}`,
  }
}
