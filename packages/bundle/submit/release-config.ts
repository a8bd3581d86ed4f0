import { stringify } from 'yaml'
import { UserError } from '../../plan/index.ts'
import type { CatalogBundle } from '../graph/catalog-bundle.ts'
import { field, type OperatorCatalog } from '../graph/operator-catalog.ts'
import { placeBundle } from '../graph/place.ts'

/** The name under which the catalog reads it, in the directory of the bundle. */
export const RELEASE_CONFIG = 'release-config.yaml'

/**
 * What the catalog’s bot has to know to put a bundle into a file-based catalog (operator-pipelines, `add_bundle_to_fbc.py`): for
 * each template of `ci.yaml`, the channels and the place in them.
 *
 * @throws UserError when `ci.yaml` names no template, or the channels are none that a semver template has.
 */
export function releaseConfig(bundle: CatalogBundle, catalog: OperatorCatalog): Buffer {
  const mapping = field(field(catalog.ci, 'fbc'), 'catalog_mapping')
  const templates: readonly unknown[] = Array.isArray(mapping) ? mapping : []
  if (templates.length === 0) {
    throw new UserError(`ci.yaml of ${catalog.operator} asks for a file-based catalog and maps no template.`, {
      advice: 'Add “fbc.catalog_mapping” to ci.yaml in the catalog, or put a release-config.yaml into the bundle.',
    })
  }
  const place = placeBundle(bundle, catalog)
  const replaces = bundle.replaces ?? place.replaces
  const skips = bundle.skips.length > 0 ? bundle.skips : place.skips
  const { defaultChannel, skipRange, channels } = bundle
  const entries = templates.map((template) => {
    const template_name = String(field(template, 'template_name'))
    // A semver template finds the place by itself.
    if (field(template, 'type') === 'olm.semver')
      return { template_name, channels: semverChannels(channels, template_name) }
    return {
      template_name,
      channels: [...channels],
      ...(defaultChannel !== null && channels.includes(defaultChannel) && { defaultChannel }),
      ...(replaces !== null && { replaces }),
      ...(skips.length > 0 && { skips: [...skips] }),
      ...(skipRange !== null && { skipRange }),
    }
  })
  return Buffer.from(
    `---\n${stringify({ catalog_templates: entries }, { lineWidth: 0, aliasDuplicateObjects: false })}`,
  )
}

/** A semver template has three channels and makes the real ones of them. */
function semverChannels(channels: readonly string[], template: string): string[] {
  const found = channels.map((channel) => {
    const kind = ['Candidate', 'Fast', 'Stable'].find((one) => channel.toLowerCase().startsWith(one.toLowerCase()))
    if (kind !== undefined) return kind
    throw new UserError(
      `Template ${template} orders by version and has the channels Candidate, Fast and Stable only; the bundle is for “${channel}”.`,
      {
        advice: 'Name the channel so that it begins with one of them, or put a release-config.yaml into the bundle.',
      },
    )
  })
  return [...new Set(found)]
}
