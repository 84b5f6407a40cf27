import { existsSync } from 'node:fs'
import { groupBy } from '@/lib/platform/group-by'
import { benches } from './benches'
import type { Rounds } from './load-rounds'
import { type Stage, setStage } from './stage'

/** `npm run bench [-- <name>] [--quick]`: one JSON line a figure on standard output, everything else on standard error. */
const asked = process.argv.slice(2).filter((argument) => argument !== '--quick')
const rounds: Rounds = process.argv.includes('--quick') ? { rounds: 1, seconds: 3 } : { rounds: 3, seconds: 10 }
const unknown = asked.filter((name) => !(name in benches))
if (unknown.length > 0) usage(`There is no bench "${unknown[0]}"`)
if (!existsSync('/proc/self/stat')) usage('The bench reads processor times from /proc, which only Linux has')

const say = console.log
console.log = console.error
let stage: Stage | undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stage?.close().then(() => process.exit(130)))
const wanted = Object.entries(benches).filter(([name]) => asked.length === 0 || asked.includes(name))
for (const [modules, group] of groupBy(wanted, ([, bench]) => bench.modules)) {
  stage = await setStage(modules)
  try {
    for (const [name, { measure }] of group)
      for (const line of await measure(stage, rounds, name)) say(JSON.stringify({ ...line, modules }))
  } finally {
    await stage.close()
  }
}
process.exit(0)

function usage(reason: string): never {
  console.error(`${reason}\nusage: npm run bench [-- <name> …] [--quick]\nnames: ${Object.keys(benches).join(' ')}`)
  process.exit(64)
}
