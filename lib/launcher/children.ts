import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { packWorker } from './packed.mjs'

/**
 * What is no longer used is cleared away when the heap has grown by a third, not when it has doubled, and before it grows old; the
 * C library keeps two stores of free memory, not one a thread.
 */
const frugal = ['--heap-growing-percent=30', '--max-semi-space-size=8']
const frugally = { MALLOC_ARENA_MAX: '2' }
/** Nobody waits for the worker's next instruction: it gives memory back sooner, for a third more time. */
const mostFrugal = ['--heap-growing-percent=15', '--max-semi-space-size=2', '--optimize-for-size', '--v8-pool-size=1']

/**
 * The web server: started with a channel to us, on whose end it ends itself, even when we are killed. The development server
 * makes a child of its own and takes a channel for its parent's, so it goes without.
 */
export function startWeb(port: number, development: boolean): ChildProcess {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', PORT: String(port) }
  if (development) {
    const dev = ['node_modules/next/dist/bin/next', 'dev', '--port', String(port)]
    return spawn(process.execPath, dev, { stdio: ['ignore', 'pipe', 'inherit'], env })
  }
  return spawn(
    process.execPath,
    [...frugal, '--import', './lib/launcher/end-with-parent.mjs', 'lib/launcher/web.mjs'],
    {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: { ...env, ...frugally, NODE_ENV: 'production' },
    },
  )
}

/** The worker, tied to us in the same way, and packed: read file by file as TypeScript it would hold half as much again. */
export async function startWorker(): Promise<ChildProcess> {
  const program = fileURLToPath(await packWorker())
  return spawn(process.execPath, [...mostFrugal, '--conditions=react-server', '--enable-source-maps', program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...frugally },
  })
}

/** The demonstration story, told where the database is empty. @throws where it was not told to its end. */
export async function tellStory(): Promise<void> {
  const ties = ['--import', './lib/launcher/end-with-parent.mjs', '--import', 'tsx']
  const child = spawn(process.execPath, ['--conditions=react-server', ...ties, 'lib/launcher/tell-story.ts'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const code = await new Promise((ended) => child.once('exit', ended))
  if (code !== 0) throw new Error('The portal does not start without its demonstration story.')
}

/** Asks a child to end, and makes it after ten seconds. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await gone
  clearTimeout(late)
}

/** Waits until the address answers that all is well: pages, database and worker. @throws after `seconds`, or when the child has ended. */
export async function answers(address: string, child: ChildProcess, seconds = 60): Promise<void> {
  for (let tries = 0; tries < seconds * 10; tries++) {
    if (child.exitCode !== null) throw new Error('The web server ended before it answered. Is the port taken?')
    // Whoever else has the port may take the question and never answer.
    const reply = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
    if (reply?.ok) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`The web server did not answer within ${seconds} seconds`)
}
