import { type ChildProcess, spawn } from 'node:child_process'

/** A whole portal beside that of the suite, started as `npm start` does; answers once it says that it is ready. */
export async function started(settings: Record<string, string>): Promise<{ portal: ChildProcess; said: string }> {
  const portal = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'lib/launcher/portal.ts'], {
    env: { ...process.env, ...settings, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let said = ''
  await new Promise<void>((ready, failed) => {
    portal.stdout!.on('data', (text: Buffer) => {
      said += text
      if (said.includes('Ready on')) ready()
    })
    portal.once('exit', (code) => failed(new Error(`The portal ended with ${code}: ${said}`)))
  })
  return { portal, said }
}
