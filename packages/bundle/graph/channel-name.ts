/**
 * Why a name is none of a channel; null when it is one. A comma would make two channels of it, and OLM’s newer API takes only names
 * as Kubernetes has them (OLM v1, `ClusterExtension.spec.source.catalog.channels`).
 */
export function channelNameFault(name: string): string | null {
  if (name === '') return 'it is empty'
  if (/[^A-Za-z0-9._-]/.test(name)) return 'it may hold letters, digits, “.”, “-” and “_” only'
  if (name.length > 253) return 'it has more than 253 characters'
  return /^[A-Za-z0-9](?:.*[A-Za-z0-9])?$/.test(name) ? null : 'it begins and ends with a letter or a digit'
}
