import { fileURLToPath } from 'node:url'

/**
 * How to start the runner: `spawn(command, args, { env: {}, stdio: 'pipe' })`, the job on its standard input. It finds its modules by
 * address, so neither the working directory nor an environment matters (CS-01).
 * @param pins `host=ip[:port]` of sandboxes, out of the deployment's configuration alone (SG-10)
 */
export function runnerCommand(pins: string[] = []): { command: string; args: string[] } {
  const file = fileURLToPath(new URL('./runner-process.ts', import.meta.url))
  const sandboxes = pins.flatMap((pin) => ['--sandbox', pin])
  return { command: process.execPath, args: ['--import', import.meta.resolve('tsx'), file, ...sandboxes] }
}
