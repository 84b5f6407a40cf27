import { readFileSync, rmSync, writeFileSync } from 'node:fs'

// Processes that know each other by files: who holds a lock, who runs a server.

/** A lock that a killed holder does not keep: the file names its process. */
export async function lock(file: string): Promise<() => void> {
  for (let tries = 0; tries < 1200; tries++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch {
      const holder = readPid(file)
      if (holder !== undefined && !alive(holder)) rmSync(file, { force: true })
      await pause(50)
    }
  }
  throw new Error(`Another process has held ${file} for a minute. If none is running, delete that file.`)
}

/** The process that a file names in its first line; undefined where there is none. */
export function readPid(file: string): number | undefined {
  const pid = Number(firstLine(file))
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}

/** Empty where there is no such file: its process may take it away at any moment. */
function firstLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').split('\n')[0]!
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** Whether a process of this id runs, ours or not. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Tells once that the process of a file runs no more. It need not be a child of ours, so it is looked for every second. */
export function whenEnded(file: string, tell: () => void): void {
  const looking = setInterval(() => {
    const pid = readPid(file)
    if (pid !== undefined && alive(pid)) return
    clearInterval(looking)
    tell()
  }, 1_000)
  looking.unref()
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
