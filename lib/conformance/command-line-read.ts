import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { everyCheck, isProfile, profiles } from './checks/profiles'
import { type Terminal, Usage } from './command-line-terminal'
import { type Compared, comparedSchema, differenceOf } from './report/difference'
import { complaintOf } from './run/fixtures-schema'

/** `list`: every check of a profile with its strength, its requirements and its title. */
export function listCommand(args: string[], { out }: Terminal): number {
  const options = { profile: { type: 'string', default: 'core-r4' } } as const
  const { profile } = parseArgs({ args, options, strict: true, allowPositionals: false }).values
  if (!isProfile(profile)) throw new Usage(`--profile: there are ${Object.keys(profiles).join(' and ')}`)
  for (const { id, strength, writes, title, requirement, alsoFor = [] } of profiles[profile].checks)
    out(
      `${id.padEnd(13)} ${strength.padEnd(8)} ${(writes ? 'writes' : '').padEnd(7)} ${[requirement, ...alsoFor].join(', ').padEnd(20)} ${title}`,
    )
  return 0
}

const proves = {
  FULL: 'FULL: a PASS shows that the requirement is met, as far as its other checks pass too.',
  PARTIAL: 'PARTIAL: a PASS shows a part of the requirement; a FAIL shows that it is not met.',
  BLOCK: 'BLOCK: only a FAIL proves something; a PASS shows that no breach was found where the check looked.',
}

/** `explain CHECK`: what must be true, and how far the check can show it. */
export function explainCommand(args: string[], { out }: Terminal): number {
  const check = everyCheck.find(({ id }) => id.toLowerCase() === args[0]?.toLowerCase())
  if (!check || args.length !== 1) throw new Usage('explain: expected one check; see `list`')
  const { id, title, requirement, alsoFor = [], strength, writes, explanation } = check
  out(`${id} ${title}\n\nRequirement  ${[requirement, ...alsoFor].join(', ')}`)
  out(`Strength     ${proves[strength]}`)
  out(`Writes       ${writes ? 'yes: not part of a run that may not write' : 'no'}\n\n${explanation}`)
  return 0
}

/** `diff`: 0 where two runs found the same, 1 where they did not. */
export function diffCommand(args: string[], { out }: Terminal): number {
  if (args.length !== 2) throw new Usage('diff: expected two files that `run --out` wrote')
  const [before, after] = args.map(readOutput)
  const lines = differenceOf(before!, after!)
  out(lines.length === 0 ? 'The same was found' : lines.join('\n'))
  return lines.length === 0 ? 0 : 1
}

function readOutput(path: string): Compared {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new Usage(`diff: ${path} cannot be read as JSON`)
  }
  const read = comparedSchema.safeParse(json)
  if (!read.success) throw new Usage(`diff: ${path}: ${complaintOf(read.error)}`)
  return read.data
}

/** `verify`: hands over to the one file that an outsider uses too, so that both see the same (EV-06). */
export function verifyCommand(args: string[]): Promise<number> {
  const file = fileURLToPath(new URL('./evidence/verify.mjs', import.meta.url))
  const child = spawn(process.execPath, [file, ...args], { stdio: 'inherit' })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('exit', (code) => done(code ?? 1))
  })
}
