import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { groupBy } from '@/lib/platform/group-by'
import { benches, databaseBenches, programBenches } from './benches'
import { type Figure, growthOf } from './figure'
import type { Rounds } from './load-rounds'
import { setDatabase, setStage } from './stage'

/** `npm run bench [-- <name>] [--quick]`: one JSON line a figure on standard output, everything else on standard error. */
const asked = process.argv.slice(2).filter((argument) => argument !== '--quick')
const rounds: Rounds = process.argv.includes('--quick') ? { rounds: 1, seconds: 3 } : { rounds: 3, seconds: 10 }
const unknown = asked.filter((name) => !(name in benches || name in databaseBenches || name in programBenches))
if (unknown.length > 0) usage(`There is no bench "${unknown[0]}"`)
if (!existsSync('/proc/self/stat')) usage('The bench reads processor times from /proc, which only Linux has')

const say = console.log
console.log = console.error
const wanted = Object.entries(benches).filter(([name]) => asked.length === 0 || asked.includes(name))
const onDatabase = Object.keys(databaseBenches).filter((name) => asked.length === 0 || asked.includes(name))
const programs = Object.keys(programBenches).filter((name) => asked.length === 0 || asked.includes(name))
const sizes = groupBy(wanted, ([, bench]) => bench.modules)
if (sizes.size + onDatabase.length + programs.length === 1)
  await (wanted.length > 0
    ? runOn(wanted)
    : programs.length > 0
      ? runProgram(programs[0]!)
      : runOnDatabase(onDatabase[0]!))
// A process holds one database: each size has a process of its own.
else {
  for (const name of [...onDatabase, ...programs]) runApart([name])
  const figures = [...sizes.values()].flatMap((group) => runApart(group.map(([name]) => name)))
  for (const line of growthOf(figures)) say(JSON.stringify(line))
}
process.exit(0)

async function runOn(group: typeof wanted): Promise<void> {
  const stage = await setStage(group[0]![1].modules)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stage.close().then(() => process.exit(130)))
  try {
    for (const [name, { modules, measure }] of group)
      for (const line of await measure(stage, rounds, name)) say(JSON.stringify({ ...line, modules }))
  } finally {
    await stage.close()
  }
}

async function runOnDatabase(name: string): Promise<void> {
  const { databaseUrl, close } = await setDatabase()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().then(() => process.exit(130)))
  try {
    for (const line of await databaseBenches[name]!(databaseUrl)) say(JSON.stringify(line))
  } finally {
    await close()
  }
}

async function runProgram(name: string): Promise<void> {
  const size = rounds.rounds === 1 ? 100 : 1_000
  for (const line of await programBenches[name]!(size, rounds.rounds)) say(JSON.stringify(line))
}

function runApart(names: string[]): Figure[] {
  const quick = process.argv.includes('--quick') ? ['--quick'] : []
  const ran = spawnSync(process.execPath, [...process.execArgv, process.argv[1]!, ...names, ...quick], {
    stdio: ['inherit', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  process.stdout.write(ran.stdout)
  if (ran.status !== 0) process.exit(ran.status ?? 1)
  return ran.stdout.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Figure] : []))
}

function usage(reason: string): never {
  console.error(
    `${reason}\nusage: npm run bench [-- <name> …] [--quick]\nnames: ${Object.keys({ ...benches, ...databaseBenches, ...programBenches }).join(' ')}`,
  )
  process.exit(64)
}
