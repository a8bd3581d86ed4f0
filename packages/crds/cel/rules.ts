import { type Json, listMember, member, textMember } from '../../yaml/index.ts'

/** The CEL rules of a node, white space and explanations left out. */
export function rulesOf(
  schema: Json,
): Map<string, { readonly rule: string; readonly transition: boolean; readonly message: string }> {
  return new Map(
    listMember(schema, 'x-kubernetes-validations').flatMap((entry) => {
      const rule = textMember(entry, 'rule')
      if (rule === undefined) return []
      const optional = member(entry, 'optionalOldSelf') === true
      const key = `${squeeze(rule)}${optional ? ' (optionalOldSelf)' : ''}`
      return [
        [
          key,
          { rule, transition: isTransition(rule) && !optional, message: textMember(entry, 'message') ?? rule },
        ] as const,
      ]
    }),
  )
}

const CEL_TEXTS = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g

function squeeze(rule: string): string {
  const texts = rule.match(CEL_TEXTS) ?? []
  return [rule.replaceAll(CEL_TEXTS, '"').replaceAll(/\s+/g, ''), ...texts].join(' ')
}

/** Whether a rule speaks about the value before: it holds for updates alone. */
export function isTransition(rule: string): boolean {
  return /\boldSelf\b/.test(rule.replaceAll(CEL_TEXTS, "''"))
}
