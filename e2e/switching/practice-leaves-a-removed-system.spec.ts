import { db, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import {
  aPracticeThatUses,
  thenItsCaseNamesAlternatives,
  thenTheManagerIsTold,
  thenThePayerSeesTheCaseAndAStrangerDoesNot,
  type Used,
  whenTheManagerOpensASwitch,
  whenTwoOfficersRemove,
} from './exit-steps'
import { openAs } from './situations'

test('a practice whose system is removed must leave, keeps it until it has, and opens a switch', async ({ page }) => {
  const it = await aPracticeThatUses('Harrowgate Record')
  await whenTwoOfficersRemove(it.moduleVersionId)
  await thenTheManagerIsTold(page, it, 'Removed: you must leave')
  await thenItsCaseNamesAlternatives(page, it)
  await thenNothingIsSwitchedOffMeanwhile(page, it)
  await whenTheManagerOpensASwitch(page)
  await thenItsSupplierAndThePayerFollowIt(page, it)
  await thenThePayerSeesTheCaseAndAStrangerDoesNot(page, it)
})

/** AS-06: a removal ends no contract by itself. */
async function thenNothingIsSwitchedOffMeanwhile(page: Page, it: Used) {
  await expect(page.getByText('Not switched off before')).toBeVisible()
  expect((await db.contract.findUniqueOrThrow({ where: { id: it.contractId } })).state).toBe('live')
}

/** It starts with the case for the switch, and those who must help see it on their own pages. */
async function thenItsSupplierAndThePayerFollowIt(page: Page, it: Used) {
  const { id, state } = await db.switch.findFirstOrThrow({ where: { leavingContractId: it.contractId } })
  expect(state).toBe('draft')
  await openAs(page, it.manager, id)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page)
  for (const person of [it.losingSignatory, it.approver]) {
    await signInAs(page, person.userId)
    expect((await page.goto(`/switches/${id}`))?.status()).toBe(200)
  }
}
