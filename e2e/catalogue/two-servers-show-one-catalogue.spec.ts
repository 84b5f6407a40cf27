import { newId } from '@/lib/platform/ids'
import { aListing } from '../supplier/situations'
import { db, expect, type Page, portalAddress, signInAs, test } from '../support/journey'
import { portalLater } from '../support/later'

/** Its own name: other journeys publish modules too, at the same time. */
const name = `Twin ${newId().slice(-8)}`
const search = `?q=${name.replace(' ', '+')}`

test('what one web server publishes is on the lists of both within a second', async ({ page }) => {
  const other = await portalLater(0)
  try {
    const servers = [portalAddress(), other.address]
    await Promise.all(servers.map(given_its_catalogue_is_in_memory))
    const draft = await given_a_listing_under_review(page)
    for (const address of servers) expect(await shown(address)).toBe(false)
    await page.getByRole('button', { name: 'Approve' }).click()
    await committed(draft.id)
    const from = performance.now()
    const seen = await Promise.all(servers.map(shownFrom))
    expect(Math.max(...seen) - from).toBeLessThan(1_000)
    await expect(page.getByRole('status')).toContainText('approved and published')
  } finally {
    await other.stop()
  }
})

async function given_its_catalogue_is_in_memory(address: string) {
  await expect
    .poll(async () => (await (await fetch(`${address}/api/health`)).json()).catalogue, { timeout: 20_000 })
    .toBe('in memory')
}

async function given_a_listing_under_review(page: Page) {
  const listing = await aListing('submitted')
  const { content } = await db.listingDraft.findUniqueOrThrow({ where: { id: listing.id }, select: { content: true } })
  await db.listingDraft.update({ where: { id: listing.id }, data: { content: { ...(content as object), name } } })
  await signInAs(page, 'reviewer@authority.example')
  await page.goto(`/assurance/listings/${listing.id}`)
  await page.getByRole('button', { name: 'Start the review' }).click()
  await expect(page.getByRole('status')).toContainText('The review is yours')
  return listing
}

async function committed(draftId: string) {
  const state = async () => (await db.listingDraft.findUniqueOrThrow({ where: { id: draftId } })).state
  await expect.poll(state, { intervals: [5], timeout: 10_000 }).toBe('published')
}

/** When the question was asked that first showed it: how long drawing the page takes is another matter. */
async function shownFrom(address: string): Promise<number> {
  for (;;) {
    const asked = performance.now()
    if (await shown(address)) return asked
  }
}

/** On the page as on the list for programs. */
async function shown(address: string): Promise<boolean> {
  const read = async (path: string) => (await fetch(address + path + search)).text()
  const texts = await Promise.all(['/modules', '/api/modules/search'].map(read))
  return texts.every((text) => text.replace(search, '').includes(`>${name}<`) || text.includes(`"name":"${name}"`))
}
