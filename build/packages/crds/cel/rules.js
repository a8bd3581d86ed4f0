import { listMember, member, textMember } from '../../yaml/index.js'
/** The CEL rules of a node, white space and explanations left out. */
export function rulesOf(schema) {
  return new Map(
    listMember(schema, 'x-kubernetes-validations').flatMap((entry) => {
      const rule = textMember(entry, 'rule')
      if (rule === undefined) return []
      const optional = member(entry, 'optionalOldSelf') === true
      const key = `${squeeze(rule)}${optional ? ' (optionalOldSelf)' : ''}`
      return [
        [key, { rule, transition: isTransition(rule) && !optional, message: textMember(entry, 'message') ?? rule }],
      ]
    }),
  )
}
const CEL_TEXTS = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g
function squeeze(rule) {
  const texts = rule.match(CEL_TEXTS) ?? []
  return [rule.replaceAll(CEL_TEXTS, '"').replaceAll(/\s+/g, ''), ...texts].join(' ')
}
/** Whether a rule speaks about the value before: it holds for updates alone. */
export function isTransition(rule) {
  return /\boldSelf\b/.test(rule.replaceAll(CEL_TEXTS, "''"))
}
