import { existsSync } from 'node:fs'
import type { Figure } from './figure'
import { measureFirstVisit } from './first-visit'
import { compareUnderLoad, type Rounds } from './load-rounds'
import { expectSameAnswer } from './same-answer'
import { type Stage, setStage } from './stage'

/** `npm run bench [-- <name>] [--quick]`: one JSON line a figure on standard output, everything else on standard error. */
const benches: Record<string, (stage: Stage, rounds: Rounds) => Promise<Figure[]>> = {
  'modules-search': measureModulesSearch,
  'first-visit': ({ portal }) => measureFirstVisit(`${portal}/modules`),
}
const modules = 5_000
/** Two words and two facets, chosen so that a page and a half of modules is left. */
const search = '/modules?q=referral%20audit&cap=C5&host=public-cloud'

const asked = process.argv.slice(2).filter((argument) => argument !== '--quick')
const rounds: Rounds = process.argv.includes('--quick') ? { rounds: 1, seconds: 3 } : { rounds: 3, seconds: 10 }
const unknown = asked.filter((name) => !(name in benches))
if (unknown.length > 0) usage(`There is no bench "${unknown[0]}"`)
if (!existsSync('/proc/self/stat')) usage('The bench reads processor times from /proc, which only Linux has')

const say = console.log
console.log = console.error
const stage = await setStage(modules)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stage.close().then(() => process.exit(130)))
try {
  for (const [name, measure] of Object.entries(benches))
    if (asked.length === 0 || asked.includes(name))
      for (const line of await measure(stage, rounds)) say(JSON.stringify(line))
} finally {
  await stage.close()
}
process.exit(0)

async function measureModulesSearch({ portal, reference, pids }: Stage, howLong: Rounds): Promise<Figure[]> {
  const [ours, bare] = [portal + search, reference + search]
  const { total } = await expectSameAnswer(ours, bare)
  console.error(`${total} of ${modules} modules match; both servers say the same`)
  return compareUnderLoad(
    'modules-search',
    { address: ours, pids: [pids.portal, pids.database] },
    { address: bare, pids: [pids.reference, pids.database] },
    howLong,
  )
}

function usage(reason: string): never {
  console.error(`${reason}\nusage: npm run bench [-- <name> …] [--quick]\nnames: ${Object.keys(benches).join(' ')}`)
  process.exit(64)
}
