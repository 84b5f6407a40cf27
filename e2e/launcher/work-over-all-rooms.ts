import { setTimeout as pause } from 'node:timers/promises'
import { stretches } from './stretches'

/**
 * Works as many people of many rooms would: each stretch is a chain of commands. Given a number it begins there and works without
 * end, two stretches at a time, and whoever started it kills it. Given `once` it does each stretch once and fails where one does.
 */
const names = Object.keys(stretches)
if (process.argv[2] === 'once') {
  for (const name of names) await stretches[name]!()
  process.exit(0)
}
for (let turn = Number(process.argv[2] ?? 0); ; turn += 2) {
  const two = [names[turn % names.length]!, names[(turn + 1) % names.length]!]
  await Promise.all(
    two.map(async (name) => {
      await stretches[name]!().catch(said(name))
      process.stdout.write(`${name}\n`)
    }),
  )
  await pause(1)
}

/** A stretch that is refused ends, aloud: the portal's own worker may have been faster, or the database is going down this moment. */
function said(name: string): (error: Error) => void {
  return (error) => void process.stderr.write(`${name} ended: ${error.message.slice(0, 200)}\n`)
}
