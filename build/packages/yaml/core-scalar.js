/** YAML 1.2 with names that are texts. */
export const CORE = { scalar: coreScalar, key: (text) => text }
/** What plain text means in YAML 1.2, core schema (§10.3.2); undefined for infinity and NaN, which JSON does not know. */
function coreScalar(text) {
  switch (text) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null
    case 'true':
    case 'True':
    case 'TRUE':
      return true
    case 'false':
    case 'False':
    case 'FALSE':
      return false
  }
  if (!/^[-+.0-9]/.test(text)) return text
  if (/^[-+]?\d+$/.test(text)) return BigInt(text.startsWith('+') ? text.slice(1) : text)
  if (/^0o[0-7]+$|^0x[0-9a-fA-F]+$/.test(text)) return BigInt(text)
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text)) return Number(text)
  return /^(?:[-+]?\.inf|\.nan)$/i.test(text) ? undefined : text
}
