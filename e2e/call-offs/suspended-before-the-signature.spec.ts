import { proposeSuspension, suspendModule } from '@/lib/assurance/decisions/suspend-module'
import { now } from '@/lib/platform/clock'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { buyers, callOffIn } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, expect, expectAccessible, signInAs, test } from '../support/journey'

test('N6, A4: a module that is suspended between decision and signature is signed by nobody', async ({ page }) => {
  const of = await buyers(now())
  const made = await module.conformant({ name: `Suspended ${Date.now()}` })
  const signatory = await person.signatory(made.supplierId)
  const id = await callOffIn('signing', of, made)
  await signInAs(page, signatory.userId)
  await page.goto(`/call-offs/${id}`)
  await expect(page.getByRole('button', { name: 'Sign these terms' })).toBeVisible()
  const authority = (await organisation.authority()).id
  const [first, second] = [await person.officer(authority), await person.officer(authority)]
  const reason = 'A serious fault was found in the record view'
  const about = { moduleVersionId: made.moduleVersionId, reason }
  const proposed = await value(proposeSuspension(contextOf(first, now()), about))
  await value(suspendModule(contextOf(second, now()), { proposalId: proposed.id, version: 1 }))
  await page.getByRole('button', { name: 'Sign these terms' }).click()
  await expect(page.getByRole('alert').first()).toContainText('may not be bought now')
  await page.reload()
  await expect(page.getByRole('heading', { name: /This module may not be bought now/ })).toBeVisible()
  await expectAccessible(page)
  expect(await db.signature.count({ where: { callOffId: id } })).toBe(0)
})
