import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { treeOf } from './process-cpu'

export type Usage = { cpuMs: number; wallMs: number; peakMb: number; out: string }

/** Linux counts processor time in hundredths of a second. */
const msATick = 10
/** The shell that waits for the program tells what its children used, those of the program's own included. */
const script = '"$@"; status=$?; cat /proc/$$/stat >&3; exit $status'

/**
 * Runs a program to its end and answers what it and all it started used: processor time of user and system, and the highest
 * sum of resident memory, looked at every 50 ms. @throws where it ends otherwise than with one of `codes`.
 */
export async function usageOf(command: string[], codes: number[] = [0]): Promise<Usage> {
  const started = performance.now()
  const child = spawn('sh', ['-c', script, 'sh', ...command], { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
  const read = ['', '', '']
  for (const [i, stream] of [child.stdout, child.stderr, child.stdio[3]].entries())
    stream?.on('data', (block: Buffer) => {
      read[i] = (read[i]! + block.toString()).slice(-1_000_000)
    })
  let peakMb = 0
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, residentMb(treeOf([child.pid!])))
  }, 50)
  const code = await new Promise<number>((done) => child.on('close', (status) => done(status ?? 70)))
  clearInterval(watch)
  const wallMs = performance.now() - started
  if (!codes.includes(code)) throw new Error(`${command.join(' ')} ended with ${code}: ${read[1]!.slice(-500)}`)
  const fields = read[2]!.slice(read[2]!.lastIndexOf(')') + 2).split(' ')
  return { cpuMs: (Number(fields[13]) + Number(fields[14])) * msATick, wallMs, peakMb, out: read[0]! }
}

const residentMb = (pids: number[]): number => pids.reduce((sum, pid) => sum + ofOne(pid), 0)

function ofOne(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_000
  } catch {
    return 0 // it ended while we looked
  }
}
