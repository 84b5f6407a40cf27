import { signInAs, test } from '../support/journey'
import {
  aPracticeThatUses,
  thenItsCaseNamesAlternatives,
  thenTheManagerIsTold,
  thenThePayerSeesTheCaseAndAStrangerDoesNot,
  whenTheManagerOpensASwitch,
  whenTwoOfficersSuspend,
} from './exit-steps'

test('a practice whose system is suspended is told, sees what else there is, and opens a switch', async ({ page }) => {
  const it = await aPracticeThatUses('Brackendale Record')
  await whenTwoOfficersSuspend(it.moduleVersionId)
  await thenTheManagerIsTold(page, it, 'Suspended: you may leave')
  await thenItsCaseNamesAlternatives(page, it)
  await whenTheManagerOpensASwitch(page)
  await thenThePayerSeesTheCaseAndAStrangerDoesNot(page, it)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('the case can be read and the switch opened all the same', async ({ page }) => {
    const it = await aPracticeThatUses('Fernside Record')
    await whenTwoOfficersSuspend(it.moduleVersionId)
    await signInAs(page, it.manager.userId)
    await page.goto('/cases')
    await page.getByRole('link', { name: it.name }).click()
    await whenTheManagerOpensASwitch(page, false)
  })
})
