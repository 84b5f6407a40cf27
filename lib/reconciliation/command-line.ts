import { runVerb } from './run-verb'
import { removeLeftovers } from './verbs/leftovers'

const isWatched = process.stderr.isTTY
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    removeLeftovers()
    process.stderr.write('Stopped; nothing was written\n')
    process.exit(3)
  })

process.exitCode = await runVerb(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(isWatched ? `\r\u001b[K${text}\n` : `${text}\n`),
  progress: (text) => process.stderr.write(isWatched ? `\r\u001b[K${text}` : `${text}\n`),
  now: () => new Date(performance.timeOrigin + performance.now()),
})
