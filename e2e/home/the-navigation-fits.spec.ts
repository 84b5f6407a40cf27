import { expect, expectAccessible, goByMenu, type Page, signInAs, signOut, test } from '../support/journey'

const phone = { width: 320, height: 568 }
const readers = [
  'visitor',
  'manager@riverside.example',
  'partner@riverside.example',
  'editor@meridian.example',
  'signatory@openpath.example',
  'approver@northbank.example',
  'finance@northbank.example',
  'author@authority.example',
  'assessor@authority.example',
  'reviewer@authority.example',
  'officer1@authority.example',
  'curator@authority.example',
]
const labelled = (page: Page, label: string) => page.getByRole('banner').locator('summary').getByText(label)

async function open(page: Page, reader: string, path = '/'): Promise<void> {
  if (reader === 'visitor') await signOut(page)
  else await signInAs(page, reader)
  await page.goto(path)
}

/** Whether a reader of the screen is told that this fold is open. */
async function saidToBeOpen(page: Page, label: string): Promise<unknown> {
  const client = await page.context().newCDPSession(page)
  const { nodes } = await client.send('Accessibility.getFullAXTree')
  const fold = nodes.find((n) => n.role?.value.startsWith('DisclosureTriangle') && n.name?.value === label)
  return fold?.properties?.find(({ name }) => name === 'expanded')?.value.value
}

test('on a phone the heading of each role’s first page stands on the first screen', async ({ page }) => {
  await page.setViewportSize(phone)
  for (const reader of readers) {
    await open(page, reader)
    const heading = (await page.getByRole('heading', { level: 1 }).boundingBox())!
    expect(heading.y + heading.height, `end of the heading for ${reader}`).toBeLessThan(phone.height / 2 + 20)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), reader).toBeLessThanOrEqual(phone.width)
    await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link'), reader).toHaveCount(0)
  }
})

test('the menu is opened by keyboard, says that it is open and closes with Escape', async ({ page }) => {
  await page.setViewportSize(phone)
  await open(page, 'manager@riverside.example')
  const menu = page.getByRole('navigation', { name: 'Main' })
  await labelled(page, 'Menu').focus()
  expect(await saidToBeOpen(page, 'Menu')).toBe(false)
  await page.keyboard.press('Enter')
  await expect(menu.getByText('Choose and buy')).toBeVisible()
  expect(await saidToBeOpen(page, 'Menu')).toBe(true)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(menu.getByRole('link', { name: 'Shortlists' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(menu.getByRole('link', { name: 'Shortlists' })).toBeHidden()
  await expect(menu.getByText('Choose and buy')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(labelled(page, 'Menu')).toBeFocused()
  await expect(menu.getByText('Choose and buy')).toBeHidden()
  await labelled(page, 'Account').click()
  await expect(page.getByRole('link', { name: 'Sign out' })).toBeVisible()
  await expectAccessible(page)
  await labelled(page, 'Search').click()
  await expect(page.getByLabel('Search the portal')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Sign out' })).toBeHidden()
  await page.getByRole('heading', { level: 1 }).click({ position: { x: 4, y: 60 } })
  await expect(page.getByLabel('Search the portal')).toBeHidden()
})

test('on a wide screen the ways stand in one row, with search and account in sight', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  for (const reader of readers) {
    await open(page, reader)
    const ways = page.getByRole('navigation', { name: 'Main' })
    expect((await ways.boundingBox())!.height, `height of the ways of ${reader}`).toBeLessThan(60)
    await expect(labelled(page, 'Menu')).toBeHidden()
    await expect(page.getByLabel('Search the portal')).toBeVisible()
    await expect(page.getByRole('link', { name: reader === 'visitor' ? 'Sign in' : 'Sign out' })).toBeVisible()
  }
  await goByMenu(page, 'Settings')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Settings/)
  await page.getByRole('navigation', { name: 'Main' }).getByText('Data and settings').click()
  await expect(page.getByRole('link', { name: 'Settings', exact: true })).toHaveAttribute('aria-current', 'page')
  await expectAccessible(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the menu, the search and the account open all the same', async ({ page }) => {
    await page.setViewportSize(phone)
    await open(page, 'editor@openpath.example')
    await labelled(page, 'Search').click()
    await page.getByLabel('Search the portal').fill('OpenPath')
    await page.getByRole('banner').getByRole('button', { name: 'Search' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Search')
    await labelled(page, 'Account').click()
    await expect(page.getByRole('link', { name: 'Sign out' })).toBeVisible()
    await labelled(page, 'Menu').click()
    await expect(page.getByRole('link', { name: 'Sign out' })).toBeHidden()
    await goByMenu(page, 'Your orders')
    await expect(page).toHaveURL(/supplier\/orders/)
  })
})
