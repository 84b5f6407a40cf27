import { module } from '@/prisma/factories/module'
import { db, expect, signInAs, test } from '../support/journey'

test('a visitor’s page of a module is kept, and is another as soon as something on it changes', async ({
  page,
  request,
}) => {
  const made = await module.conformant({ name: 'Kept Module' })
  const other = await module.conformant({ name: 'Kept Beside It' })
  const pages = [`/modules/${made.moduleId}`, `/compare?m=${made.moduleId}&m=${other.moduleId}`]
  const { supplierId } = await db.module.findUniqueOrThrow({ where: { id: made.moduleId } })
  for (const brand of ['Kept Brand One', 'Kept Brand Two']) {
    await db.supplier.update({ where: { organisationId: supplierId }, data: { brand } })
    for (const address of pages) {
      await expect(async () => {
        await page.goto(address)
        await expect(page.getByRole('main')).toContainText(brand, { timeout: 100 })
      }).toPass({ timeout: 5_000 })
      // Drawn before now: each answer bears a nonce of its own all the same, so its scripts run.
      const policies = [await policyOf(page.goto(address)), await policyOf(page.goto(address))]
      expect(policies[0]).not.toBe(policies[1])
    }
  }
  await signInAs(page, 'manager@riverside.example')
  await page.goto(pages[0]!)
  await expect(page.getByRole('banner')).toContainText('Riverside Surgery')
  // Who asks for the way of kept pages itself gets the list, once.
  const answer = await request.get(new URL('/modules/kept', page.url()).href)
  expect(answer.status()).toBe(200)
  expect(await answer.text()).toContain('Find a module')
})

const policyOf = async (answered: Promise<{ headers(): Record<string, string> } | null>) =>
  (await answered)!.headers()['content-security-policy']
