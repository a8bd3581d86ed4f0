/** Reads the mode; what is missing is `replaces-mode` and no file-based catalog. */
export function catalogMode(ci) {
  const updateGraph = field(ci, 'updateGraph')
  const isMode = updateGraph === 'semver-mode' || updateGraph === 'replaces-mode'
  return {
    mode: isMode ? updateGraph : 'replaces-mode',
    fileBased: field(field(ci, 'fbc'), 'enabled') === true,
    unknown:
      isMode || updateGraph === undefined || updateGraph === null
        ? null
        : typeof updateGraph === 'string'
          ? updateGraph
          : JSON.stringify(updateGraph),
  }
}
export function field(value, name) {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}
