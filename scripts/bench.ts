/** `npm run bench -- NAME [ARGS]` runs `test/bench/NAME.ts`; without a name it lists what there is. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const directory = join(import.meta.dirname, '..', 'test', 'bench')
const names = (await readdir(directory)).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3))
const [name] = process.argv.slice(2)
if (name === undefined || !names.includes(name)) {
  console.error(`Usage: npm run bench -- NAME\nBenchmarks: ${names.join(', ')}`)
  process.exitCode = 2
} else await import(join(directory, `${name}.ts`))
