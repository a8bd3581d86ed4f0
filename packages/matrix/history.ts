import type { Finding } from '../plan/index.ts'
import { leader, type Train } from '../train/index.ts'
import { compareVersions, readVersion, type Version } from '../versions/index.ts'
import { versionShown } from './choose.ts'
import type { Entry } from './entries.ts'
import type { PastRelease } from './past.ts'
import { cellText, type TableText } from './render.ts'
import { linked, releaseUrl, type SupportedVersion } from './supported.ts'
import { isPlaceholder } from './sources.ts'

/** A release and the versions that belonged to it. */
export interface HistoryRelease {
  /** Its tag. */
  readonly release: string
  readonly url: string
  readonly components: readonly Pick<SupportedVersion, 'id' | 'name' | 'version' | 'url' | 'beside' | 'images'>[]
}

/** The matrix of the last releases, the newest first: what `docs/support-matrix.json` holds. */
export interface History {
  readonly train: string
  readonly title: string
  readonly releases: readonly HistoryRelease[]
}

/** A release that is about to be made, beside those of the past. */
export interface ComingRelease {
  readonly tag: string
  readonly version: Version
  readonly supported: readonly SupportedVersion[]
}

/**
 * The coming release among those that were made.
 *
 * @returns also what an old matrix says that was never released, which is left out.
 */
export function historyOf(
  train: Train,
  coming: ComingRelease | null,
  past: readonly PastRelease[],
  server: string,
): { readonly history: History; readonly findings: readonly Finding[] } {
  const { repository } = leader(train)
  const findings: Finding[] = []
  const told = past.map(({ tag, rows }): HistoryRelease => {
    if (rows === null) findings.push(untold(tag))
    const components = (rows ?? []).flatMap(({ entry, name, versions, beside: shownBeside }) => {
      const [shown] = versions
      const version =
        shown === undefined
          ? null
          : entry === null
            ? readVersion(shown.text.replace(/^v/, ''))
            : versionShown(shown.text, entry.template)
      if (shown === undefined) return []
      if (version === null || isPlaceholder(version)) {
        findings.push(unreleased(tag, name, shown.text))
        return []
      }
      const beside = shownBeside.map(({ as, text, url }) => ({ as, version: text, url }))
      const url = entry === null ? (shown.link?.url ?? '') : urlOf(entry, shown.text, version, server)
      return [{ id: idOf(entry, name), name: entry?.name ?? name, version: shown.text, url, beside, images: null }]
    })
    return { release: tag, url: releaseUrl(server, repository, tag), components }
  })
  const next = coming && {
    release: coming.tag,
    url: releaseUrl(server, repository, coming.tag),
    components: coming.supported,
  }
  // A hotfix of an older line is made after newer releases.
  const at = past.findIndex(({ version }) => coming !== null && compareVersions(version, coming.version) < 0)
  const releases = next === null ? told : told.toSpliced(at === -1 ? told.length : at, 0, next)
  return { history: { train: train.id, title: train.title, releases }, findings }
}

/** The history as a table: a row for each release, a column for each component that any of them had. */
export function historyTable(train: Train, { releases }: History): TableText {
  const { name: leaderName } = leader(train)
  const names = [...new Set(releases.flatMap(({ components }) => components.map(({ name }) => name)))].filter(
    (name) => name !== leaderName,
  )
  return {
    head: [cellText(leaderName), ...names.map(cellText)],
    align: [],
    rows: releases.map(({ release, url, components }) => [
      linked({ version: release, url }),
      ...names.map((name) => {
        const found = components.find((one) => one.name === name)
        return found === undefined ? '–' : found.url === '' ? cellText(found.version) : linked(found)
      }),
    ]),
  }
}

function urlOf({ of, template }: Entry, text: string, version: Version, server: string): string {
  const tag = template.parse(text) === null && !template.counts ? template.format(version) : text
  return releaseUrl(server, of.repository, tag)
}

/** An image with a row of its own shares the id of its component; what the manifest forgot has its name. */
const idOf = (entry: Entry | null, name: string): string => entry?.of.id ?? name

function untold(tag: string): Finding {
  return {
    severity: 'info',
    rule: 'history-untold',
    message: `Release ${tag} was published without a matrix that can be read; its row is empty.`,
    advice: 'Nothing is left to do: a published release stays as it is.',
  }
}

function unreleased(tag: string, name: string, text: string): Finding {
  return {
    severity: 'info',
    rule: 'history-unreleased',
    message: `The matrix of ${tag} says ${name} ${text}, which was never released; the history leaves it out.`,
    advice: 'Nothing is left to do: a published release stays as it is.',
  }
}
