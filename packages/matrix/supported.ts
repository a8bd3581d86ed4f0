import type { Entry } from './entries.ts'
import { cellText, type TableText } from './render.ts'

/** A number that belongs to a version and differs from it. */
export interface BesideNumber {
  /** `Go API` */
  readonly as: string
  /** As it is written: `v1.2.1`. */
  readonly version: string
  /** Null for a number that is no release. */
  readonly url: string | null
}

/** An image that is published under a version; the digest is null where the registry does not have it. */
export interface SupportedImage {
  readonly image: string
  readonly digest: string | null
}

/** What one row of the support matrix says: the value from which README, notes, history, JSON and reports are made. */
export interface SupportedVersion {
  /** Id of the component or external project. */
  readonly id: string
  readonly name: string
  /** Its tag. */
  readonly version: string
  readonly url: string
  readonly beside: readonly BesideNumber[]
  /** Null where nobody asked for digests. */
  readonly images: readonly SupportedImage[] | null
}

/** Where a release can be read: `https://github.com/OWNER/NAME/releases/tag/v1.2.3`. */
export function releaseUrl(server: string, repository: string, tag: string): string {
  return `${server}/${repository}/releases/tag/${encodeURIComponent(tag).replaceAll('%2F', '/')}`
}

/** The row of an entry whose version is known, and nothing beside it. */
export function supportedVersion({ of, name }: Entry, tag: string, server: string): SupportedVersion {
  return { id: of.id, name, version: tag, url: releaseUrl(server, of.repository, tag), beside: [], images: null }
}

/** A version with its link, as Markdown. */
export const linked = ({ version, url }: Pick<SupportedVersion, 'version' | 'url'>): string =>
  `[${cellText(version)}](${url})`

/** The numbers beside a version, as they follow it in its cell: ` (Go API [v1.2.1](…))`. */
export function besideText({ beside }: SupportedVersion): string {
  return beside
    .map(({ as, version, url }) => ` (${cellText(as)} ${url === null ? cellText(version) : linked({ version, url })})`)
    .join('')
}

/** The digests of a row's images, as Markdown; `–` for one that was not published. */
export function digestText(images: readonly SupportedImage[]): string {
  const shown = images.map(({ image, digest }) => {
    const name = images.length === 1 ? '' : `${image.slice(image.lastIndexOf('/') + 1)} `
    return `${name}${digest === null ? '–' : `\`${digest}\``}`
  })
  return shown.join('<br>')
}

/** A matrix that is in no file yet. */
export function tableOf(rows: readonly SupportedVersion[]): TableText {
  return {
    head: ['Component', 'Version'],
    align: [],
    rows: rows.map((row) => [cellText(row.name), linked(row) + besideText(row)]),
  }
}
