import { runVerb } from './run-verb'

process.exitCode = await runVerb(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(`${text}\n`),
})
