/** What a Makefile says: its variables, written out, and its targets. */
export interface Makefile {
  readonly variables: ReadonlyMap<string, string>
  readonly targets: ReadonlySet<string>
}

export function readMakefile(text: string): Makefile {
  const raw = new Map(
    [...text.matchAll(/^(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*[?:]{0,2}=[ \t]*([^\n#]*)/gm)].map(
      ([, name = '', value = '']): [string, string] => [name, value.trim()],
    ),
  )
  const targets = [...text.matchAll(/^([a-zA-Z][\w./-]*(?:[ \t]+[a-zA-Z][\w./-]*)*)[ \t]*:(?!=)/gm)]
  return {
    variables: new Map([...raw].map(([name, value]) => [name, writtenOut(value, raw, new Set([name]))])),
    targets: new Set(targets.flatMap(([, names = '']) => names.split(/[ \t]+/))),
  }
}

/** `$(X)` and `${X}` replaced by what they stand for; functions of make stay. */
function writtenOut(value: string, raw: ReadonlyMap<string, string>, inside: ReadonlySet<string>): string {
  return value.replaceAll(/\$[({](\w+)[)}]/g, (whole, name: string) => {
    const found = inside.has(name) ? undefined : raw.get(name)
    return found === undefined ? whole : writtenOut(found, raw, new Set([...inside, name]))
  })
}
