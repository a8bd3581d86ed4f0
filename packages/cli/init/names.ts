/** `Multi-Cluster App Dispatcher` and `multi-cluster-app-dispatcher` are one name. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

/** `MCAD` for Multi-Cluster App Dispatcher; empty for one word. */
export function initials(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter(Boolean)
  return words.length < 3
    ? ''
    : words
        .map((word) => word[0])
        .join('')
        .toLowerCase()
}

/** A short name for the manifest: initials of a long one, the last word of what repeats the stack's, else the name itself. */
export function shortId(name: string, repository: string, stack: string): string {
  const own = repository.split('/')[1] ?? name
  const short = initials(name) || own.toLowerCase().replace(new RegExp(`^${stack.toLowerCase()}-`), '')
  const id = short.replaceAll(/[^a-z0-9-]+/g, '-').replaceAll(/^[^a-z]+|-+$/g, '')
  return id === '' ? 'component' : id
}

/** `CodeFlare Operator` for `codeflare-operator`, as well as one can without knowing. */
export function titleOf(repository: string): string {
  const name = repository.split('/')[1] ?? repository
  return name
    .split(/[-_.]+/)
    .map((word) =>
      /^(?:sdk|api|mcad|ai|ml)$/i.test(word) ? word.toUpperCase() : `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`,
    )
    .join(' ')
}
