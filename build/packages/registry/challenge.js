/**
 * Reads the header `WWW-Authenticate`; Bearer before Basic where both are offered, null where neither is.
 *
 * The header is walked once from left to right with sticky patterns, so a hostile one costs no more than its length.
 */
export function parseChallenge(header) {
  const offers = readOffers(header ?? '')
  const bearer = offers.find(({ scheme, parameters }) => scheme === 'bearer' && parameters.has('realm'))
  if (bearer !== undefined) {
    return {
      scheme: 'bearer',
      realm: bearer.parameters.get('realm') ?? '',
      service: bearer.parameters.get('service') ?? null,
    }
  }
  return offers.some(({ scheme }) => scheme === 'basic') ? { scheme: 'basic' } : null
}
const SEPARATORS = /[\s,]*/y
const TOKEN = /[A-Za-z0-9!#$%&'*+.^_`|~-]+/y
const PARAMETER = /\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/y
function readOffers(header) {
  const offers = []
  let at = 0
  const take = (pattern) => {
    pattern.lastIndex = at
    const match = pattern.exec(header)
    if (match !== null) at = pattern.lastIndex
    return match
  }
  while (at < header.length) {
    take(SEPARATORS)
    const word = take(TOKEN)?.[0]
    if (word === undefined) return offers
    const value = take(PARAMETER)
    if (value === null) offers.push({ scheme: word.toLowerCase(), parameters: new Map() })
    else offers.at(-1)?.parameters.set(word.toLowerCase(), (value[1] ?? value[2] ?? '').replace(/\\(.)/g, '$1'))
  }
  return offers
}
