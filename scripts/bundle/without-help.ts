import type { Plugin } from 'rolldown'
import { parseSync, Visitor } from 'rolldown/utils'

/** Members of a declaration that only `action.yml`, the README and the command line show. */
const HELP = new Set(['description', 'example', 'branding', 'permissions', 'outputs'])

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Leaves out of `dist/` what an action says of its inputs and outputs: it stands in the `action.yml` beside it and would be 10 KB of
 * the release tree a second time. An input that is required keeps its words, for the error that it is missing; outputs keep their
 * names.
 */
export const withoutHelp: Plugin = {
  name: 'without-help',
  transform: {
    filter: { id: /[\\/]actions[\\/][^\\/]+[\\/]action\.ts$/ },
    handler(code, id) {
      const help: Span[] = []
      const kept: Span[] = []
      const { program } = parseSync(id, code)
      new Visitor({
        CallExpression({ callee, start, end }) {
          if (callee.type === 'Identifier' && callee.name === 'required') kept.push({ start, end })
        },
        // What the action does, as against what it says of itself.
        BlockStatement: ({ start, end }) => void kept.push({ start, end }),
        Property({ key, value }) {
          if (key.type !== 'Identifier' || !HELP.has(key.name)) return
          if (key.name === 'outputs' && value.type === 'ObjectExpression') {
            for (const each of value.properties) if (each.type === 'Property') help.push(each.value)
          } else help.push(value)
        },
      }).visit(program)
      const inside = ({ start, end }: Span): boolean => kept.some((one) => one.start <= start && end <= one.end)
      const left = help.filter((span) => !inside(span)).sort((a, b) => b.start - a.start)
      return left.reduce((text, { start, end }) => `${text.slice(0, start)}''${text.slice(end)}`, code)
    },
  },
}
