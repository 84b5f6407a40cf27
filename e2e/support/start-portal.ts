import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@/lib/platform/embedded-postgres'
import { databaseUrl } from '../launcher/own-database'
import { launchOptions } from './browser'
import { startIdentityProvider } from './identity-provider'
import { startStripe } from './stripe'

/** Starts the whole portal as `npm start` does, on a folder that is thrown away, with a real OpenID provider and a stand-in for Stripe beside it. */
export default async function startPortal() {
  await launchOptions().then((options) => (process.env.JOURNEY_BROWSER = JSON.stringify(options)))
  const [port, folder] = [await freePort(), mkdtempSync(join(tmpdir(), 'gp-systems-journeys-'))]
  const provider = await startIdentityProvider(`http://localhost:${port}`)
  const stripe = await startStripe(`http://localhost:${port}`)
  const settings = {
    DATA_DIR: folder,
    PORT: String(port),
    DEMO: '1',
    DATABASE_URL: '',
    PUBLIC_URL: '',
    LOG_LEVEL: 'warn',
    CONFORMANCE_SANDBOX: 'sandbox.test=127.0.0.1',
    ...provider.settings,
    ...stripe.settings,
  }
  const portal = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'lib/launcher/portal.ts'], {
    env: { ...process.env, ...settings, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const log = createWriteStream(join(folder, 'portal.log'))
  for (const said of [portal.stdout!, portal.stderr!]) said.pipe(log, { end: false })
  portal.stderr!.pipe(process.stderr, { end: false })
  await new Promise<void>((ready, failed) => {
    let said = ''
    portal.stdout!.on('data', (text: Buffer) => {
      said += text
      if (said.includes('Ready on')) ready()
    })
    portal.once('exit', (code) => failed(new Error(`The portal ended (${code}): ${said}`)))
  })
  const pid = readFileSync(join(folder, 'postgres.owner'), 'utf8')
  Object.assign(process.env, {
    PORTAL_ADDRESS: `http://localhost:${port}`,
    DATABASE_URL: databaseUrl(folder),
    DATABASE_ROLE: 'gp_systems_portal',
    // Keys and seals are those of the portal: what a journey drains is done as its own worker would.
    DATA_DIR: folder,
    // The log that the worker keeps is named by it: under another address a journey would sign for another log.
    PUBLIC_URL: `http://localhost:${port}`,
    CONFORMANCE_SANDBOX: settings.CONFORMANCE_SANDBOX,
    PORTAL_PID: pid,
    PORTAL_LOG: join(folder, 'portal.log'),
    ...stripe.settings,
    STRIPE_DOOR: stripe.door,
  })
  return async () => {
    const gone = new Promise((done) => portal.once('exit', done))
    portal.kill('SIGTERM')
    await gone
    await provider.stop()
    await stripe.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
