/** Header fields by lower-case name, unfolded; the first of each name. */
export function parseHeaders(raw: Buffer): Readonly<Record<string, string>> {
  const end = raw.indexOf('\r\n\r\n')
  const block = raw.subarray(0, end < 0 ? raw.length : end).toString('utf8')
  const headers: Record<string, string> = {}
  for (const line of block.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] ??= line.slice(colon + 1).trim()
  }
  return headers
}

/** Decodes the encoded words of a header (RFC 2047), UTF-8 and ASCII only. */
export function decodeWords(header: string): string {
  return header.replace(/\?=\s+=\?/g, '?==?').replace(/(?:=\?(?:utf-8|us-ascii)\?[bq]\?[^?]*\?=)+/gi, (words) => {
    const parts = [...words.matchAll(/=\?[^?]+\?([bq])\?([^?]*)\?=/gi)].map(([, encoding = '', text = '']) =>
      encoding.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quotedPrintable(text.replaceAll('_', ' ')),
    )
    return Buffer.concat(parts).toString('utf8')
  })
}

function quotedPrintable(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}
