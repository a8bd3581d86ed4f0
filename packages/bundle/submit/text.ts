import { renderMarkdown } from '../../action/index.ts'
import { type Block, code, type Finding, heading, list, paragraph, type Report, table } from '../../plan/index.ts'
import type { CatalogBundle } from '../graph/catalog-bundle.ts'
import { drawChannels } from '../graph/draw.ts'
import { catalogMode, type OperatorCatalog } from '../graph/operator-catalog.ts'

/** The title that the pipeline of the OpenShift catalog gives such a pull request itself. */
export function submissionTitle(operator: string, bundle: CatalogBundle): string {
  return `operator ${operator} (${bundle.directory})`
}

interface Told {
  readonly operator: string
  readonly bundle: CatalogBundle
  readonly catalog: OperatorCatalog
  readonly findings: readonly Finding[]
}

/** GitHub takes 65,536 characters; what a person wrote comes first, and the graph is what may be left out. */
const LONGEST_BODY = 60_000

/** The text of the pull request: what is proposed, how it was checked, where it goes in the update graph. */
export function submissionBody({ introduction, ...told }: Told & { readonly introduction: string }): string {
  const parts = [introduction.trim(), renderMarkdown(summary(told)).trim()].filter((part) => part !== '')
  const graph = renderMarkdown(graphBlocks(told)).trim()
  const whole = [...parts, graph].join('\n\n')
  return `${whole.length <= LONGEST_BODY ? whole : parts.join('\n\n').slice(0, LONGEST_BODY)}\n`
}

/** The bundle, and what the checks say of it. */
function summary({ bundle, findings }: Told): Report {
  const { name, channels, replaces, skips, openshiftVersions } = bundle
  const rows: [string, string][] = [
    ['Bundle', name],
    ['Channels', channels.join(', ')],
    ['Replaces', replaces ?? '–'],
    ...(skips.length > 0 ? [['Skips', skips.join(', ')] satisfies [string, string]] : []),
    ...(openshiftVersions === null ? [] : [['OpenShift', openshiftVersions] satisfies [string, string]]),
  ]
  const warnings = findings.filter(({ severity, rule }) => severity === 'warning' && rule !== 'catalog/check-using-fbc')
  return [
    table(
      ['', ''],
      rows.map(([what, value]) => [what, code(value)]),
    ),
    heading('Checks'),
    paragraph(
      'The rules of ',
      code('operator-sdk bundle validate'),
      ' (suite operatorframework) and the static checks of the catalog: no errors.',
    ),
    ...(warnings.length === 0 ? [] : [list(warnings.map(({ message }) => message))]),
  ]
}

function graphBlocks({ bundle, catalog }: Told): readonly Block[] {
  const { mode, fileBased } = catalogMode(catalog.ci)
  if (fileBased) return []
  return [heading('Update graph'), ...drawChannels(bundle, catalog.bundles, mode)]
}
