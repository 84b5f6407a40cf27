import { now } from '@/lib/platform/clock'
import { addMonths, dayOf } from '@/lib/platform/days'
import { expect, type Page } from '../support/journey'

/** The first of a month, some months on. */
export const monthsOn = (months: number): string => `${addMonths(dayOf(now()), months).slice(0, 7)}-01`

/** Opens a step, does what it asks, saves it, and comes back to the tasks. */
export async function when_a_step_is_saved(page: Page, step: string, fill: () => Promise<void>): Promise<void> {
  await page.getByRole('link', { name: step, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(step)
  await fill()
  await page.getByRole('button', { name: 'Save and go back' }).click()
  await expect(page.getByRole('status')).toContainText('The step is saved')
}

/** Begins a profile under this name from the page of shortlists. */
export async function when_a_profile_is_begun(page: Page, name: string): Promise<void> {
  await page.goto('/shortlists')
  await page.getByRole('link', { name: 'Say what you need' }).click()
  await page
    .getByRole('button', { name: 'Say what you need' })
    .or(page.getByRole('link', { name: 'Say what you need' }))
    .click()
  await page.getByLabel('Name of the profile').fill(name)
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('status')).toContainText('The profile is started')
}

/** What every plan needs: must-haves by their ids, nothing run today, 36 months from a first of a month. */
export async function when_the_needs_are_stated(page: Page, capabilityIds: string[]): Promise<void> {
  await when_a_step_is_saved(page, 'What you must have', async () => {
    for (const id of capabilityIds) await page.getByRole('checkbox', { name: `(${id})` }).check()
  })
  await when_a_step_is_saved(page, 'What you run today', async () => {})
  await when_a_step_is_saved(page, 'Start, term and overlap', async () => {
    await page.getByLabel('First day').fill(monthsOn(4))
    await page.getByLabel('Term in months').fill('36')
    await page.getByLabel('Overlap in days').fill('0')
  })
}

/** Asks for the plan, and waits until the worker has answered: with script the page shows it, without the link does. */
export async function when_the_plan_is_asked(page: Page, answer: string, scripted: boolean): Promise<void> {
  await page.getByRole('button', { name: 'Find the best combination' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Plan')
  await expect(async () => {
    const again = page.getByRole('link', { name: 'Show how far it is now' })
    if (!scripted && (await again.count()) > 0) await again.click()
    await expect(page.getByRole('main')).toContainText(answer, { timeout: 2_000 })
  }).toPass({ timeout: 90_000, intervals: [500, 1_000, 2_000] })
}
