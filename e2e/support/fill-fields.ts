import type { Page } from './journey'

/** Fills a form's fields by their names: texts typed, boxes and choices ticked by their values. */
export async function fillFields(page: Page, fields: Record<string, string | string[]>): Promise<void> {
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) {
      const choices = page.locator(`input[name="${name}"]:is([type="checkbox"], [type="radio"])`)
      if ((await choices.count()) > 0) await choices.and(page.locator(`[value="${one}"]`)).check()
      else await page.locator(`[name="${name}"]`).fill(one)
    }
}
