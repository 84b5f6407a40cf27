import { expect, type Page } from '../support/journey'
import { openAs } from './situations'

type Someone = { userId: string }

/** States a fact by the form of the page: the title of its kind, and its fields by their labels. */
export async function stateAs(
  page: Page,
  person: Someone,
  id: string,
  title: string,
  fields: Record<string, string>,
  choices: Record<string, string> = {},
): Promise<void> {
  await openAs(page, person, id)
  const form = await unfolded(page, new RegExp(`^State( again)?: ${title}$`), `State: ${title}`)
  for (const [label, value] of Object.entries(fields)) await form.getByLabel(label).fill(value)
  for (const [label, value] of Object.entries(choices)) await form.getByLabel(label).selectOption(value)
  await form.getByRole('button', { name: `State: ${title}` }).click()
  await expect(page.getByRole('status')).toContainText('The fact is stated')
}

/** The form that stands folded under these words. */
export async function unfolded(page: Page, words: RegExp | string, form: string) {
  await page.locator('summary', { hasText: words }).click()
  return page.getByRole('form', { name: form })
}

export async function pressAs(page: Page, person: Someone, id: string, button: string, says: RegExp | string) {
  await openAs(page, person, id)
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByRole('status')).toContainText(says)
}
