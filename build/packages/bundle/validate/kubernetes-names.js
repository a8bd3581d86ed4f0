/** What Kubernetes says about names, labels and annotations (apimachinery, `util/validation`), in its own words. */
const LABEL_1123 = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'
const SUBDOMAIN_1123 = `${LABEL_1123}(\\.${LABEL_1123})*`
const LABEL_1035 = '[a-z]([-a-z0-9]*[a-z0-9])?'
const QUALIFIED_NAME = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]'
function mismatch(message, format, ...examples) {
  if (examples.length === 0) return `${message} (regex used for validation is '${format}')`
  return `${message} (e.g. ${examples
    .map((example) => `'${example}'`)
    .join(', or ')
    .replaceAll("', or '", "',  or '")}, regex used for validation is '${format}')`
}
function tooLong(length) {
  return `must be no more than ${length} characters`
}
function judge(value, format, most, message) {
  return [
    ...(bytes(value) > most ? [tooLong(most)] : []),
    ...(new RegExp(`^(?:${format})$`).test(value) ? [] : [message]),
  ]
}
function bytes(text) {
  return Buffer.byteLength(text)
}
/** What is wrong with a name of an object (`metadata.name` of most kinds); empty when nothing is. */
export function dnsSubdomainFaults(value) {
  const message =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character"
  return judge(value, SUBDOMAIN_1123, 253, mismatch(message, SUBDOMAIN_1123, 'example.com'))
}
/** What is wrong with a name that begins with a letter and has no dots: versions and names of CRDs. */
export function dnsLabelFaults(value) {
  const message =
    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character"
  return judge(value, LABEL_1035, 63, mismatch(message, LABEL_1035, 'my-name', 'abc-123'))
}
export function labelValueFaults(value) {
  const message =
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
  const format = `(${QUALIFIED_NAME})?`
  return judge(value, format, 63, mismatch(message, format, 'MyValue', 'my_value', '12345'))
}
/** What is wrong with the key of a label or of an annotation: a name with an optional domain before it. */
export function qualifiedNameFaults(value) {
  const message =
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
  const said = mismatch(message, QUALIFIED_NAME, 'MyName', 'my.name', '123-abc')
  const [first = '', second, ...more] = value.split('/')
  if (more.length > 0)
    return [`a qualified name ${said} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`]
  const [prefix, name] = second === undefined ? [null, first] : [first, second]
  const faults =
    prefix === null
      ? []
      : prefix === ''
        ? ['prefix part must be non-empty']
        : dnsSubdomainFaults(prefix).map((fault) => `prefix part ${fault}`)
  if (name === '') faults.push('name part must be non-empty')
  else if (bytes(name) > 63) faults.push(`name part ${tooLong(63)}`)
  if (!new RegExp(`^(?:${QUALIFIED_NAME})$`).test(name)) faults.push(`name part ${said}`)
  return faults
}
