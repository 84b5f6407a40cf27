import { diffCommand, explainCommand, listCommand, verifyCommand } from './command-line-read'
import { runCommand } from './command-line-run'
import { type Terminal, Usage } from './command-line-terminal'

const usage = `Usage: npm run conformance -- <command>
  run --base URL --fixtures f.json [--profile core-r4|gpc-stu3] [--token-file t] [--tokens-file t.json] [--out r.json] [--junit f.xml]
      [--sandbox host=ip[:port]] [--seed n] [--checks A,B] [--read-only]
  list [--profile gpc-stu3]     every check of a profile
  explain CHECK                 what must be true, and what a PASS shows
  diff a.json b.json            what changed between two runs: 0 nothing, 1 something
  verify proof.json --keys keys.json [--since older.txt]
  provider [--fault name] …     a sandbox to try the suite on; provider --help

run ends with 3 any ERROR, or it ended early · 1 any FAIL · 2 any NOT_EXERCISED · 0 all else · 64 wrong use.
docs/conformance.md says more.`

const commands: Record<string, (args: string[], io: Terminal) => number | Promise<number>> = {
  run: runCommand,
  list: listCommand,
  explain: explainCommand,
  diff: diffCommand,
  verify: verifyCommand,
  provider: async (args) => (await import('./provider/command-line')).runProvider(args),
}

const io: Terminal = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
}
process.exitCode = await main(process.argv.slice(2))

async function main([name = '', ...rest]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  const wantsUsage =
    ['--help', '-h', 'help'].includes(name) || (rest.includes('--help') && name !== 'provider' && name !== 'verify')
  if (wantsUsage || !command) {
    ;(wantsUsage ? io.out : io.err)(usage)
    return wantsUsage ? 0 : 64
  }
  try {
    return await command(rest, io)
  } catch (error) {
    const mistyped =
      error instanceof TypeError && String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')
    if (!(error instanceof Usage) && !mistyped && !hasPath(error)) throw error
    io.err(hasPath(error) ? `${error.path}: cannot be read or written (${error.code})` : (error as Error).message)
    return 64
  }
}

function hasPath(error: unknown): error is { path: string; code: string } {
  return error instanceof Error && 'path' in error && 'code' in error
}
