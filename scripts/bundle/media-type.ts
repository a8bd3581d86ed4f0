/** Stands in `dist/` for `content-type`, of whose 150 lines Octokit needs the type and the `charset` of an answer. */
export function parse(header: string): {
  readonly type: string
  readonly parameters: Readonly<Record<string, string>>
} {
  const [type = '', ...rest] = header.split(';').map((part) => part.trim())
  const parameters = rest.flatMap((part): [string, string][] => {
    const [, name = '', value = ''] = /^([^=\s]+)=(?:"([^"]*)"|.*)$/.exec(part) ?? []
    return name === '' ? [] : [[name.toLowerCase(), value || part.slice(name.length + 1)]]
  })
  return { type: type.toLowerCase(), parameters: Object.fromEntries(parameters) }
}
