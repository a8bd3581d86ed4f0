import type { Checkout } from './checkout.ts'
import { readMakefile } from './makefile.ts'

const REFERENCE =
  /\b((?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?\/[a-z0-9][\w.-]*(?:\/[a-z0-9][\w.-]*)*)(?::[\w.-]+|@sha256:[0-9a-f]+)?/g

/**
 * The image that a repository builds, without tag: as its Makefile says, else the one in its kustomizations and workflows that
 * is called like the repository. Null where nothing names one.
 */
export async function findImage(checkout: Checkout, repository: string): Promise<string | null> {
  const { variables } = readMakefile(await checkout.text('Makefile'))
  for (const name of ['IMAGE_TAG_BASE', 'IMG', 'IMAGE', 'IMAGE_REPO']) {
    const [image] = imagesIn(variables.get(name) ?? '')
    if (image !== undefined) return image
  }
  const own = repository.split('/')[1]?.toLowerCase() ?? ''
  const counted = new Map<string, number>()
  const files = checkout.paths.filter((path) =>
    /(?:^|\/)kustomization\.ya?ml$|^\.github\/workflows\/.*\.ya?ml$|^(?:Dockerfile|Containerfile|Makefile)$|params\.env$/.test(
      path,
    ),
  )
  for (const file of files) {
    for (const image of imagesIn(await checkout.text(file))) {
      if (callsLike(image, own)) counted.set(image, (counted.get(image) ?? 0) + 1)
    }
  }
  const [best] = [...counted].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
  return best?.[0] ?? null
}

function imagesIn(text: string): string[] {
  return [...text.matchAll(REFERENCE)].flatMap(([, image = '']) =>
    /^(?:github|gitlab|raw\.githubusercontent|docs\.github)\.com\//.test(image) || image.includes('$')
      ? []
      : [image.toLowerCase()],
  )
}

/** `instascale-controller` is InstaScale's; `-bundle`, `-tests` and the like are made for it. */
function callsLike(image: string, own: string): boolean {
  const last = image.split('/').at(-1) ?? ''
  return last === own || ['controller', 'manager', 'operator', 'server'].some((role) => last === `${own}-${role}`)
}
