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

/** A portal with an embedded database, the demonstration and no setting of its surroundings. */
export const ofItsOwn = {
  DATABASE_URL: '',
  DATABASE_ROLE: '',
  DEMO: '1',
  OIDC_ISSUER: '',
  NEXTAUTH_SECRET: '',
  PUBLIC_URL: '',
  CLOCK_OFFSET_MS: '',
  LOG_LEVEL: 'silent',
}

/** A process that gives commands over all rooms; answers when its first stretch is on its way. One that ends by itself before that fails. */
export async function working(url: string, folder: string, round: number): Promise<ChildProcess> {
  const child = commanding(url, folder, String(round))
  await new Promise<void>((ready, failed) => {
    child.stdout!.once('data', () => ready())
    child.once('exit', (code) => failed(new Error(`The commands ended with ${code}`)))
  })
  return child
}

/** Every stretch once, to its end. @returns the exit code: 0 where none was refused. */
export function workedOnce(url: string, folder: string): Promise<number | null> {
  const child = commanding(url, folder, 'once')
  return new Promise((ended) => child.once('exit', ended))
}

function commanding(url: string, folder: string, how: string): ChildProcess {
  const file = 'e2e/launcher/work-over-all-rooms.ts'
  return spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', file, how], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: url, DATABASE_ROLE: 'gp_systems_portal', DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
