import type { ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import type { Random } from '../random'

const essential = /web\.mjs|worker\/run\.mjs|bin\/postgres/

/** The process ids of a portal: itself, its web server, its worker, its database. What only helps them may be missing. */
export function partsOf(portal: ChildProcess): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => parentOf(pid) === portal.pid && essential.test(commandOf(pid)))
    .map(Number)
  return [portal.pid!, ...children]
}

/** Kills one part at random as an operating system kills, and waits until the launcher has ended the rest. */
export async function killOne(portal: ChildProcess, random: Random): Promise<string> {
  const pid = random.pick(partsOf(portal))
  const name = pid === portal.pid ? 'the launcher' : nameOf(pid)
  const ended = new Promise((gone) => portal.once('exit', gone))
  process.kill(pid, 'SIGKILL')
  await ended
  return name
}

/** The fourth field of `stat`; the second, the name, may have blanks, so what follows its bracket is read. */
function parentOf(pid: string): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1])
  } catch {
    return undefined
  }
}

/** Empty where the process has ended meanwhile. */
function commandOf(pid: string | number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function nameOf(pid: number): string {
  const words = commandOf(pid).split('\0')
  return words.find((word) => essential.test(word)) ?? words[0]!.split('/').at(-1)!
}
