import { compareVersions } from '../versions/index.js'
import { versionShown } from './choose.js'
import { at, error } from './finding.js'
import { isPlaceholder } from './sources.js'
/** Versions and links in the table that lead to no tag. Tags of the repository itself are about to be made and are left out. */
export async function checkLinks(file, rows, own, exists) {
  const asked = rows.flatMap((row) =>
    row.versions.flatMap((shown) => {
      const version = row.entry === null ? null : versionShown(shown.text, row.entry.template)
      if (row.entry === null || version === null) return []
      const { of, template } = row.entry
      const tag = template.parse(shown.text) !== null || template.counts ? shown.text : template.format(version)
      // A placeholder is an error of its own; that it is no tag either says nothing more.
      const targets = isPlaceholder(version) ? [] : [{ rule: 'tag-missing', repository: of.repository, tag }]
      if (shown.link !== null && shown.link.repository !== of.repository) {
        targets.push({ rule: 'dead-link', repository: shown.link.repository, tag: shown.link.tag })
      }
      return targets.filter(({ repository }) => repository !== own).map((target) => ({ ...target, row, shown }))
    }),
  )
  const answers = await Promise.all(asked.map(async ({ repository, tag }) => exists(repository, tag)))
  return asked
    .filter((_one, index) => answers[index] === false)
    .map(({ rule, repository, tag, row, shown }) =>
      error(
        rule,
        `The matrix says ${row.name} ${shown.text}; ${repository} has no tag “${tag}”.`,
        rule === 'dead-link'
          ? 'Link the repository that released it: run the action in mode “update”.'
          : 'Give the released version.',
        { file, ...at(shown) },
      ),
    )
}
/** Chosen versions that are no tag where their link will lead. */
export async function checkTags(file, entries, chosen, own, exists) {
  const members = [...new Map(entries.map(({ of }) => [of.id, of])).values()].filter(
    ({ repository }) => repository !== own,
  )
  const found = await Promise.all(
    members.map(async ({ id, name, repository }) => {
      const { tag, because } = chosen.get(id) ?? {}
      if (tag === undefined || (await exists(repository, tag))) return []
      const message = `${name} ${tag} (${because ?? ''}): ${repository} has no tag “${tag}”.`
      return [error('tag-missing', message, 'Release it first, or give the version that was released.', { file })]
    }),
  )
  return found.flat()
}
/** Versions that would go back without anybody having said so. */
export function checkDirection(file, rows, chosen, downgrades) {
  return rows.flatMap(({ entry, versions, name }) => {
    const shown = versions[0]
    const next = entry === null ? undefined : chosen.get(entry.of.id)
    if (entry === null || shown === undefined || next === undefined || downgrades.has(entry.of.id)) return []
    const before = versionShown(shown.text, entry.template)
    if (before === null || compareVersions(next.version, before) >= 0) return []
    const message = `${name} would go back from ${shown.text} to ${next.tag} (${next.because}).`
    const advice = `If that is meant, name “${entry.of.id}” in the input “downgrades”.`
    return [error('went-backwards', message, advice, { file, ...at(shown) })]
  })
}
