import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readmeOf, withStates } from '../print-states'
import { machines } from '../state-tables'

/** `npm run states`: prints every machine into its room's README. `-- --check` writes nothing: 1 where one differs. */
export async function main(args: string[]): Promise<number> {
  const isCheck = args.includes('--check')
  let differing = 0
  for (const readme of new Set(machines.map(readmeOf))) {
    const was = readFileSync(readme, 'utf8')
    const is = withStates(
      was,
      machines.filter((listed) => readmeOf(listed) === readme),
    )
    if (was === is) continue
    differing++
    if (isCheck) console.error(`${readme} differs from its machine: run "npm run states"`)
    if (!isCheck) writeFileSync(readme, is)
    if (!isCheck) console.log(`${readme}: written`)
  }
  if (differing === 0) console.log(`${machines.length} machines: every README says what its machine does`)
  return isCheck && differing > 0 ? 1 : 0
}

// It needs no database, so the launcher runs this file itself; where another command line loads it, that one calls `main`.
if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2))
