import type { Finding } from '../plan/index.ts'
import { compareVersions } from '../versions/index.ts'
import { type Chosen, versionShown } from './choose.ts'
import type { Entry } from './entries.ts'
import { at, error } from './finding.ts'
import type { MatrixRow } from './rows.ts'

/** How a repository is asked for its tags. */
export type TagExists = (repository: string, tag: string) => Promise<boolean>

/** Versions and links in the table that lead to no tag: a wrong number, and a fork that never released it. Tags of the repository itself are about to be made and are left out. */
export async function checkLinks(
  file: string,
  rows: readonly MatrixRow[],
  own: string,
  exists: TagExists,
): Promise<Finding[]> {
  const asked = rows.flatMap((row) =>
    row.versions.flatMap((shown) => {
      if (row.entry === null) return []
      const targets = [
        { rule: 'tag-missing', repository: row.entry.of.repository, tag: tagMeant(shown.text, row.entry) },
      ]
      if (shown.link !== null) {
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
        `The matrix ${rule === 'dead-link' ? 'links' : 'says'} ${row.name} ${shown.text}; ${repository} has no tag “${tag}”.`,
        rule === 'dead-link'
          ? 'Link the repository that released it: run the action in mode “update”.'
          : 'Give the released version.',
        { file, ...at(shown) },
      ),
    )
}

/** The tag that a cell stands for; what is no version can only be meant as it is written. */
function tagMeant(text: string, { template }: Entry): string {
  const version = versionShown(text, template)
  return version === null || template.counts || template.parse(text) !== null ? text : template.format(version)
}

/** Chosen versions that are no tag where their link will lead. */
export async function checkTags(
  file: string,
  entries: readonly Entry[],
  chosen: ReadonlyMap<string, Chosen>,
  own: string,
  exists: TagExists,
): Promise<Finding[]> {
  const members = [...new Map(entries.map(({ of }) => [of.id, of])).values()].filter(
    ({ repository }) => repository !== own,
  )
  const found = await Promise.all(
    members.map(async ({ id, name, repository }): Promise<Finding[]> => {
      const { tag, because } = chosen.get(id) ?? {}
      if (tag === undefined || (await exists(repository, tag))) return []
      const message = `${name} ${tag} (${because ?? ''}): ${repository} has no tag “${tag}”.`
      return [error('tag-missing', message, 'Release it first, or give the version that was released.', { file })]
    }),
  )
  return found.flat()
}

/** Versions that would go back without anybody having said so. */
export function checkDirection(
  file: string,
  rows: readonly MatrixRow[],
  chosen: ReadonlyMap<string, Chosen>,
  downgrades: ReadonlySet<string>,
): Finding[] {
  return rows.flatMap(({ entry, versions, name }): Finding[] => {
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
