/**
 * Why Go's `url.ParseRequestURI` refuses an address; null when it takes it. It takes absolute addresses and absolute paths
 * (`https://x`, `/x`, and `x:y` too), and no control characters.
 */
export function requestUriFault(text) {
  const fault = (reason) => `parse ${JSON.stringify(text)}: ${reason}`
  // oxlint-disable-next-line no-control-regex -- the characters that are looked for
  if (/[\u0000-\u001f\u007f]/.test(text)) return fault('net/url: invalid control character in URL')
  if (text === '*') return null
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/.exec(text)?.[0] ?? ''
  if (scheme === '' && text.startsWith(':')) return fault('missing protocol scheme')
  const rest = text.slice(scheme.length)
  if (!rest.startsWith('/')) {
    if (scheme !== '' && rest !== '') return null
    if (scheme === '' && /^[^/]*:/.test(text)) return fault('first path segment in URL cannot contain colon')
    return fault('invalid URI for request')
  }
  const path = rest.split('?')[0] ?? ''
  const [, authority, below = ''] =
    (scheme !== '' || !path.startsWith('///')) && path.startsWith('//')
      ? (/^\/\/([^/]*)(.*)$/s.exec(path) ?? [])
      : [null, null, path]
  const escape = /%(?![0-9A-Fa-f]{2}).{0,2}/s.exec(below)?.[0]
  if (escape !== undefined) return fault(`invalid URL escape ${JSON.stringify(escape)}`)
  return authority === null || authority === undefined ? null : authorityFault(authority, fault)
}
function authorityFault(authority, fault) {
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  const user = authority.slice(0, Math.max(0, authority.lastIndexOf('@')))
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user)) return fault('net/url: invalid userinfo')
  if (host.startsWith('[')) {
    if (!host.includes(']')) return fault("missing ']' in host")
    return portFault(host.slice(host.lastIndexOf(']') + 1), fault)
  }
  const colon = host.indexOf(':')
  const port = colon < 0 ? '' : host.slice(host.lastIndexOf(':'))
  const odd = /[^A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"%\u0080-\uffff]/.exec(host)?.[0]
  if (odd !== undefined) return fault(`invalid character ${JSON.stringify(odd)} in host name`)
  const escape = /%(?![0-9A-Fa-f]{2}).{0,2}/s.exec(host)?.[0]
  if (escape !== undefined) return fault(`invalid URL escape ${JSON.stringify(escape)}`)
  return portFault(port, fault)
}
function portFault(port, fault) {
  return port === '' || /^:[0-9]*$/.test(port) ? null : fault(`invalid port ${JSON.stringify(port)} after host`)
}
