/** A request as it is sent. */
export interface RoutedRequest {
  readonly method: string
  readonly url: string
  /** JSON, for a method that has a body and something to say. */
  readonly body?: string
}

/**
 * A route of GitHub's reference with its parameters in place: `GET /repos/{owner}/{repo}/git/ref/{ref}`. Those that its path does
 * not name are the query of a GET or HEAD and the JSON of any other; what is undefined is left out.
 *
 * @throws RangeError for a route that is none, or that misses a parameter.
 */
export function routed(baseUrl: string, route: string, parameters: Readonly<Record<string, unknown>>): RoutedRequest {
  const [, method, template] = /^([A-Z]+) (\/.*)$/.exec(route) ?? []
  if (method === undefined || template === undefined) throw new RangeError(`“${route}” is no route`)
  const rest = new Map(Object.entries(parameters).filter(([, value]) => value !== undefined))
  const named = [...template.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? [])
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (!rest.has(name)) throw new RangeError(`“${route}” misses ${name}`)
    return encoded(rest.get(name))
  })
  for (const name of named) rest.delete(name)
  if (method !== 'GET' && method !== 'HEAD') {
    return {
      method,
      url: `${baseUrl}${path}`,
      ...(rest.size > 0 && { body: JSON.stringify(Object.fromEntries(rest)) }),
    }
  }
  const query = [...rest].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')
  return { method, url: `${baseUrl}${path}${query === '' ? '' : `?${query}`}` }
}

/** RFC 3986, 2.3: everything but the unreserved, a slash included. */
function encoded(value: unknown): string {
  return encodeURIComponent(String(value)).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
