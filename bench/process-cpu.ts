import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second, whatever its own tick is. */
const msATick = 10

type Process = { pid: number; parent: number; ticks: number }

/**
 * Processor time, in milliseconds, that these processes and all below them have used up to now. What an ended child used is in
 * its parent's account, so nothing is lost when one ends.
 */
export function cpuOf(roots: number[]): number {
  return below(roots).reduce((sum, { ticks }) => sum + ticks, 0) * msATick
}

/** These processes and all below them. */
export const treeOf = (roots: number[]): number[] => below(roots).map(({ pid }) => pid)

function below(roots: number[]): Process[] {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(read)
  const tree = new Set(roots)
  for (const root of tree) for (const { pid, parent } of processes) if (parent === root) tree.add(pid)
  return processes.filter(({ pid }) => tree.has(pid))
}

export const parentOf = (pid: number): number => read(String(pid))[0]?.parent ?? 0

function read(pid: string): Process[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces; state, parent … utime, stime, cutime, cstime follow it.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    return [{ pid: Number(pid), parent: Number(fields[1]), ticks }]
  } catch {
    return [] // it ended while we looked
  }
}
