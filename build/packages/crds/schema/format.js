import { isIP, isIPv4, isIPv6 } from 'node:net'
const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?([0-9a-f])[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i
function isUuid(version) {
  return (text) => {
    const found = UUID.exec(text)
    return found !== null && (version === undefined || found[1] === version)
  }
}
function isUri(text) {
  return URL.canParse(text) || /^\/[^\s]*$/.test(text)
}
function isCidr(text) {
  const [address = '', bits = '', ...rest] = text.split('/')
  return (
    rest.length === 0 && /^\d{1,3}$/.test(bits) && isIP(address) !== 0 && Number(bits) <= (isIPv4(address) ? 32 : 128)
  )
}
function isDate(text) {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (found === null) return false
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
function isDateTime(text) {
  const found = /^(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-]\d\d:?\d\d)$/.exec(text)
  if (found === null) return false
  return isDate(found[1] ?? '') && Number(found[2]) < 24 && Number(found[3]) < 60 && Number(found[4]) < 60
}
/**
 * The string formats that the API server checks (apiextensions-apiserver, pkg/apiserver/validation/formats.go; kube-openapi,
 * pkg/validation/strfmt). All others say nothing to it.
 */
const CHECKS = new Map([
  ['bsonobjectid', (text) => /^[0-9a-f]{24}$/i.test(text)],
  ['uri', isUri],
  ['email', (text) => /^[^\s@<>]+@[^\s@<>]+$/.test(text)],
  [
    'hostname',
    (text) => /^(?=.{1,255}$)[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?)*$/i.test(text),
  ],
  ['ipv4', isIPv4],
  ['ipv6', isIPv6],
  ['cidr', isCidr],
  ['mac', (text) => /^([0-9a-f]{2}([:-]))([0-9a-f]{2}\2){4}[0-9a-f]{2}$/i.test(text)],
  ['uuid', isUuid()],
  ['uuid3', isUuid('3')],
  ['uuid4', isUuid('4')],
  ['uuid5', isUuid('5')],
  ['isbn', (text) => /^(?:\d[ -]?){9}[\dXx]$|^(?:\d[ -]?){13}$/.test(text)],
  ['isbn10', (text) => /^(?:\d[ -]?){9}[\dXx]$/.test(text)],
  ['isbn13', (text) => /^(?:\d[ -]?){13}$/.test(text)],
  ['creditcard', (text) => /^\d{12,19}$/.test(text.replaceAll(/[ -]/g, ''))],
  ['ssn', (text) => /^\d{3}[- ]?\d{2}[- ]?\d{4}$/.test(text)],
  ['hexcolor', (text) => /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.test(text)],
  ['rgbcolor', (text) => /^rgb\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*\)$/.test(text)],
  ['byte', (text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)],
  ['date', isDate],
  ['duration', (text) => /^-?(\d+(\.\d+)?(ns|us|µs|μs|ms|[smhdw]))+$|^0$/.test(text)],
  ['datetime', isDateTime],
])
const SAMPLES = new Map([
  ['uri', ['https://example.com/a']],
  ['email', ['a@example.com']],
  ['hostname', ['example.com', 'a']],
  ['ipv4', ['192.0.2.1']],
  ['ipv6', ['2001:db8::1']],
  ['cidr', ['192.0.2.0/24', '2001:db8::/32']],
  ['mac', ['00:00:5e:00:53:01']],
  ['uuid', ['9bcb13c4-8e0e-5b29-9f3f-1b2b6f4f1f6a']],
  ['byte', ['', 'YWJj']],
  ['hexcolor', ['#00ff00']],
  ['rgbcolor', ['rgb(0,255,0)']],
  ['isbn', ['0306406152']],
  ['ssn', ['078-05-1120']],
  ['bsonobjectid', ['507f1f77bcf86cd799439011']],
  ['date', ['2024-01-31']],
  ['duration', ['5s', '1h30m']],
  ['datetime', ['2024-01-31T12:00:00Z', '2024-01-31T12:00:00.5+01:00']],
])
function checkOf(format) {
  return CHECKS.get(format.replaceAll('-', ''))
}
export function isFormat(format, text) {
  return checkOf(format)?.(text) ?? true
}
export function formatSamples(format) {
  return SAMPLES.get(format.replaceAll('-', '')) ?? []
}
/** Texts of all known formats, to see what one of them refuses. */
export const ALL_FORMAT_SAMPLES = [...SAMPLES.values()].flat()
