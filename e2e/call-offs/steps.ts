import { expect, expectAccessible, type Page } from '../support/journey'

/** Opens a step of the order from its task list. */
export async function openStep(page: Page, order: string, title: string): Promise<void> {
  await page.goto(order)
  await page.getByRole('main').getByRole('link', { name: title, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
}

export async function saveStep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save and go back' }).click()
  await expect(page.getByRole('status')).toContainText('The section is saved')
}

async function fillContact(page: Page): Promise<void> {
  await page.getByLabel('Full name').fill('Alex Archer')
  await page.getByLabel('Email address').fill('alex.archer@practice.example')
  await page.getByLabel('Telephone number').fill('01632 960000')
}

/** Fills in the steps that nobody can know beforehand, and reviews the whole. */
export async function completeOrder(page: Page, order: string, axe = true): Promise<void> {
  await openStep(page, order, 'Ordering contact')
  if (axe) await expectAccessible(page)
  await fillContact(page)
  await saveStep(page)
  await openStep(page, order, 'Supplier and contact')
  const other = page.getByRole('radio', { name: 'Somebody else, entered below' })
  if ((await other.count()) > 0) await other.check()
  await fillContact(page)
  await saveStep(page)
  await openStep(page, order, 'Data processing and exit')
  if (axe) await expectAccessible(page)
  await page.getByLabel(/I have read the schedule/).check()
  await page.getByLabel('In which form does the data come back?').fill('The national exchange format')
  await saveStep(page)
  await openStep(page, order, 'Funding')
  if (axe) await expectAccessible(page)
  await saveStep(page)
  await reviewOrder(page, order, axe)
}

/** Reads the whole order and says that it is complete. */
export async function reviewOrder(page: Page, order: string, axe = true): Promise<void> {
  await openStep(page, order, 'Review')
  if (axe) await expectAccessible(page)
  await page.getByLabel(/I have read the order/).check()
  await saveStep(page)
}

/** Asks the payer for the money of a complete order. */
export async function askForFunding(page: Page, order: string): Promise<void> {
  await page.goto(order)
  await page.getByLabel('Why does the practice need it?').fill('The present contract ends and we need what follows it.')
  await page.getByRole('button', { name: 'Ask for funding' }).click()
  await expect(page.getByRole('status')).toContainText('The payer has your request')
}
