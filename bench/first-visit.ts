import { chromium } from '@playwright/test'
import { launchOptions } from '@/e2e/support/browser'
import { type Figure, figure } from './figure'

type Moved = { type: string; bytes: number }

/** What a browser with an empty cache moves over the network for one page: heads and bodies, compressed as they came. */
export async function measureFirstVisit(address: string): Promise<Figure[]> {
  const moved = await bytesOf(address)
  const kilobytes = (types?: string[]) =>
    moved.filter(({ type }) => !types || types.includes(type)).reduce((sum, { bytes }) => sum + bytes, 0) / 1_000
  const line = (name: string, limit: number, types?: string[]) =>
    figure(`first-visit.${name}`, kilobytes(types), 'kB over the network, gzip', {
      baseline: 'limit',
      baselineValue: limit,
      n: moved.length,
      goal: 1,
    })
  return [line('all', 190), line('scripts', 155, ['Script']), line('styles', 20, ['Stylesheet'])]
}

async function bytesOf(address: string): Promise<Moved[]> {
  const browser = await chromium.launch(await launchOptions())
  try {
    const page = await browser.newPage()
    const wire = await page.context().newCDPSession(page)
    const types = new Map<string, string>()
    const moved: Moved[] = []
    wire.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      moved.push({ type: types.get(requestId) ?? 'Other', bytes: encodedDataLength }),
    )
    await wire.send('Network.enable')
    await page.goto(address, { waitUntil: 'networkidle' })
    return moved
  } finally {
    await browser.close()
  }
}
