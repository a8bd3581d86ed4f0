/**
 * Path and query of the next page from a header `Link` (RFC 8288); null where there is none. Only the path counts:
 * pages are asked of the registry itself, whatever host the link names.
 */
export function nextLink(header) {
  for (const [, target = '', parameters = ''] of (header ?? '').matchAll(/<([^<>]*)>([^<]*)/g)) {
    if (!/;\s*rel="?next"?/i.test(parameters) || !URL.canParse(target, 'http://registry')) continue
    const { pathname, search } = new URL(target, 'http://registry')
    return pathname + search
  }
  return null
}
