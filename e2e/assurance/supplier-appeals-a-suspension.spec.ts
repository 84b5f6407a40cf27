import { proposeDecision } from '@/lib/assurance/decisions/propose-decision'
import { secondDecision } from '@/lib/assurance/decisions/second-decision'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { type MadeModule, module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'

const reason = 'Messages of two practices were lost for a day'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    test(`a supplier appeals a suspension and two other officers uphold it ${javaScriptEnabled ? '' : 'in plain HTML'}`, async ({
      page,
    }) => {
      const situation = await given_a_suspended_module()
      await when_the_supplier_appeals(page, situation, javaScriptEnabled)
      await then_who_made_the_decision_may_not_decide(page, situation)
      await when_two_others_uphold_it(page, situation, javaScriptEnabled)
      await then_it_is_suspended_no_longer(page, situation)
    })
  })

type Situation = { made: MadeModule; name: string; signatory: string; makers: string[]; others: string[] }

async function given_a_suspended_module(): Promise<Situation> {
  const name = `Arden ${newId().slice(0, 6)}`
  const made = await module.conformant({ name })
  const authority = (await organisation.authority()).id
  const officers = []
  for (let n = 0; n < 4; n++) officers.push(await person.officer(authority))
  const { moduleVersionId } = made
  const at = now()
  const proposed = await value(proposeDecision(contextOf(officers[0], at), 'SUSPEND', { moduleVersionId, reason }))
  const input = { proposalId: proposed.id, version: 1 }
  await value(secondDecision(contextOf(officers[1], at), 'SUSPEND', input))
  const signatory = (await person.signatory(made.supplierId)).userId
  const ids = officers.map((o) => o.userId)
  return { made, name, signatory, makers: ids.slice(0, 2), others: ids.slice(2) }
}

async function when_the_supplier_appeals(page: Page, { name, signatory }: Situation, script: boolean) {
  await signInAs(page, signatory)
  await page.goto('/supplier/decisions')
  const decision = page.getByRole('region', { name: `Suspend ${name} 1.0.0` })
  await expect(decision.getByText('You may appeal until the end of')).toBeVisible()
  if (script) await expectAccessible(page)
  await decision.getByText('Appeal against this decision').click()
  await decision.getByRole('button', { name: 'Lodge the appeal' }).click()
  await expect(page.getByText('Give your reasons in at least 20 characters').first()).toBeVisible()
  await decision.getByLabel('Your reasons').fill('No message was lost: the log of that day shows each of them')
  await decision.getByRole('button', { name: 'Lodge the appeal' }).click()
  await expect(page.getByText('Your appeal is lodged.')).toBeVisible()
  await expect(decision.getByText('Lodged, waits for two officers')).toBeVisible()
}

async function then_who_made_the_decision_may_not_decide(page: Page, { name, makers }: Situation) {
  for (const maker of makers) {
    await signInAs(page, maker)
    await page.goto('/assurance/decisions')
    const appeal = page.getByRole('region', { name: `Appeal about ${name}` })
    await expect(appeal.getByText('You made the decision under appeal: other officers must decide.')).toBeVisible()
    await expect(appeal.getByRole('button')).toHaveCount(0)
  }
}

async function when_two_others_uphold_it(page: Page, { name, others }: Situation, script: boolean) {
  await signInAs(page, others[0]!)
  await page.goto('/assurance/decisions')
  const appeal = page.getByRole('region', { name: `Appeal about ${name}` })
  await appeal.getByText('Propose how it is decided').click()
  await appeal.getByRole('radio', { name: 'Uphold it' }).check()
  await appeal.getByLabel('Reason').fill('The log of the day shows that every message arrived')
  await appeal.getByRole('button', { name: 'Propose this' }).click()
  await expect(page.getByText('Your proposal waits for a second officer.')).toBeVisible()
  await signInAs(page, others[1]!)
  await page.goto('/assurance/decisions')
  if (script) await expectAccessible(page)
  const proposal = page.getByRole('region', { name: `Uphold the appeal about ${name}` })
  await proposal.getByRole('button', { name: 'Second this decision' }).click()
  await expect(page.getByText('The decision is made and in force.')).toBeVisible()
}

async function then_it_is_suspended_no_longer(page: Page, { made, signatory }: Situation) {
  expect(await db.appeal.count({ where: { moduleVersionId: made.moduleVersionId, state: 'upheld' } })).toBe(1)
  await page.goto(`/register/${made.moduleId}/1.0.0`)
  await expect(page.getByText('It may not be bought')).toHaveCount(0)
  await expect(page.getByRole('row', { name: /^Uphold appeal/ })).toBeVisible()
  await signInAs(page, signatory)
  await page.goto('/supplier/decisions')
  await expect(page.getByText('Your appeal: Upheld.')).toBeVisible()
}
