import { TagTemplate, type Version } from '../versions/index.ts'
import type { Entry } from './entries.ts'
import type { SupportedImage } from './supported.ts'

/** How a registry is asked for the digest of an image by tag; null for one that was not published. */
export type DigestOf = (image: string) => Promise<string | null>

/** The images of an entry under a version, each with its digest. */
export async function imagesOf(entry: Entry, version: Version, digestOf: DigestOf): Promise<SupportedImage[]> {
  return Promise.all(
    entry.images.map(async ({ name, tag }) => {
      const template = new TagTemplate(tag, `tag of ${name}`)
      // A tag that counts builds cannot be made from the version alone.
      const digest = template.counts ? null : await digestOf(`${name}:${template.format(version)}`)
      return { image: name, digest }
    }),
  )
}
