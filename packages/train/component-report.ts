import { code, heading, type Inline, link, mermaid, paragraph, type Report, table } from '../plan/index.ts'
import { type ComponentRelease, lacking, type ReleaseState } from './component-release.ts'
import type { RunTold } from './release-wave.ts'

/** What a release manager reads: each component with its version, what is there of it, and its run. */
export function reportComponents(
  releases: readonly ComponentRelease[],
  stateOf: (release: ComponentRelease) => ReleaseState,
  runs: readonly RunTold[],
): Report {
  const open = releases.filter((one) => lacking(stateOf(one), one.component).length > 0)
  const rows = releases.map((release): Inline[] => {
    const { component, tag } = release
    const state = stateOf(release)
    const run = runs.find((one) => one.component === component.id)
    return [
      component.name,
      state.page === null ? tag : link(tag, state.page),
      stateWords(release, state),
      state.commit === null ? '' : code(state.commit.slice(0, 12)),
      run === undefined ? '' : link(run.conclusion ?? 'under way', run.url),
    ]
  })
  return [
    heading('Components'),
    paragraph(summaryOf(releases.length, open.length)),
    table(['Component', 'Version', 'State', 'Commit', 'Run'], rows),
    ...(releases.length > 1 ? [mermaid(orderGraph(releases, stateOf))] : []),
  ]
}

function summaryOf(all: number, open: number): string {
  if (all === 0) return 'The train has no other components.'
  if (open === 0) return all === 1 ? 'It is released.' : `All ${all} are released.`
  return `${all - open} of ${all} are released.`
}

function stateWords({ component, start, before }: ComponentRelease, state: ReleaseState): string {
  const missing = lacking(state, component)
  if (missing.length === 0) return before === state ? '✅ released before' : '✅ released now'
  if (state.commit !== null) return `⚠️ begun; missing: ${missing.join(', ')}`
  return start === null ? '▶️ to be tagged' : `▶️ to be released by ${start.workflow}`
}

/** Who waits for whom; arrows point from what is released first. */
function orderGraph(
  releases: readonly ComponentRelease[],
  stateOf: (release: ComponentRelease) => ReleaseState,
): string {
  const places = new Map(releases.map(({ component }, index) => [component.id, `n${index}`]))
  return [
    'flowchart LR',
    ...releases.map((release) => {
      const { component, tag } = release
      const sign = lacking(stateOf(release), component).length === 0 ? '✅ ' : ''
      return `  ${places.get(component.id)}["${sign}${component.name.replaceAll(/["<>&#]/g, ' ')}<br/>${tag}"]`
    }),
    ...releases.flatMap(({ component }) =>
      component.dependsOn.flatMap((need) => {
        const from = places.get(need)
        return from === undefined ? [] : [`  ${from} --> ${places.get(component.id)}`]
      }),
    ),
  ].join('\n')
}
