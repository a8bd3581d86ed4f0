import { type Finding, UserError } from '../plan/index.ts'
import { leader, type MatrixPlace, type Train } from '../train/index.ts'
import { compareVersions, isPrerelease, sourceOf, TagTemplate, type Version } from '../versions/index.ts'
import { versionShown } from './choose.ts'
import type { Entry } from './entries.ts'
import { isPlaceholder } from './sources.ts'
import { type MatrixRow, readRows } from './rows.ts'
import { findSection } from './section.ts'

/** What a server knows of a repository's past. */
export interface Past {
  /** All tags of a repository; none where there is no such repository. */
  tags(repository: string): Promise<readonly string[]>
  /** A file as it was at a tag; null where there was none. */
  file(repository: string, path: string, tag: string): Promise<Buffer | null>
}

/** A release of the train, as its own matrix told it. */
export interface PastRelease {
  readonly tag: string
  readonly version: Version
  /** Null where its file held no matrix, or one that cannot be read. */
  readonly rows: readonly MatrixRow[] | null
}

/** Releases of the train's leader, the newest first, candidates left out. */
export async function releasedVersions(past: Past, train: Train): Promise<{ tag: string; version: Version }[]> {
  const { id, repository, tag: template } = leader(train)
  const read = new TagTemplate(template, `tag of ${id}`)
  return (await past.tags(repository))
    .flatMap((tag) => {
      const version = read.parse(tag)?.version
      return version === undefined || isPrerelease(version) || isPlaceholder(version) ? [] : [{ tag, version }]
    })
    .sort((a, b) => compareVersions(b.version, a.version))
}

/** The matrix that a release was published with, in the leader's repository. */
export async function pastMatrix(
  past: Past,
  train: Train,
  { file, section }: MatrixPlace,
  entries: readonly Entry[],
  besides: readonly string[],
  { tag, version }: { readonly tag: string; readonly version: Version },
): Promise<PastRelease> {
  const bytes = await past.file(leader(train).repository, file, tag)
  if (bytes === null) return { tag, version, rows: null }
  try {
    const source = sourceOf(file, bytes)
    const table = (await findSection(source, section, 'also captioned'))?.table ?? null
    return { tag, version, rows: table === null ? null : readRows(source, table, entries, besides) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { tag, version, rows: null }
  }
}

/** Versions that are lower than in the release before, of which nobody said so: v1.3.1 took KubeRay back unseen. */
export function checkAgainstPast(
  file: string,
  rows: readonly MatrixRow[],
  before: PastRelease,
  downgrades: ReadonlySet<string>,
): Finding[] {
  return rows.flatMap(({ entry, versions, name, line, column }): Finding[] => {
    const earlier = before.rows?.find((one) => entry !== null && one.entry === entry)
    const [now, then] = [versions[0], earlier?.versions[0]]
    if (entry === null || now === undefined || then === undefined || downgrades.has(entry.of.id)) return []
    const [is, was] = [versionShown(now.text, entry.template), versionShown(then.text, entry.template)]
    if (is === null || was === null || compareVersions(is, was) >= 0) return []
    return [
      {
        severity: 'error',
        rule: 'went-backwards',
        message: `The matrix says ${name} ${now.text}; release ${before.tag} said ${then.text} already.`,
        advice: `If that is meant, name “${entry.of.id}” in the input “downgrades”.`,
        file,
        line,
        column,
      },
    ]
  })
}
