/** Only the position of something that has more. */
export const at = ({ line, column }) => ({ line, column })
/** Something wrong enough to refuse. */
export function error(rule, message, advice, place) {
  return { severity: 'error', rule, message, advice, ...place }
}
