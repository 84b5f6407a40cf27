import { existsSync } from 'node:fs'
import { chromium as bundled, type LaunchOptions } from '@playwright/test'

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const quiet = [
  '--disable-background-networking',
  '--disable-quic',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  // Nothing outside this machine is ever asked for.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

/**
 * The browser of the journeys, in this order: Playwright's own where it is installed, `CHROMIUM_PATH`, a Chromium or Chrome
 * of the system, the one inside @sparticuz/chromium (Linux x64). Root may not use the sandbox; nobody else goes without.
 */
export async function launchOptions(): Promise<LaunchOptions> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  if (existsSync(bundled.executablePath())) return { args: [...quiet, ...asRoot] }
  const found = [process.env.CHROMIUM_PATH, ...systemBrowsers].find((path) => path !== undefined && existsSync(path))
  if (found) return { executablePath: found, args: [...quiet, ...asRoot] }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No browser was found. Run "npx playwright install chromium", or set CHROMIUM_PATH.')
  const { default: packed } = await import('@sparticuz/chromium')
  return {
    executablePath: await packed.executablePath(),
    args: [...quiet, '--no-sandbox', '--headless=shell', '--font-render-hinting=none'],
  }
}
