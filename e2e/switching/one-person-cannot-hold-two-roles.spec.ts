import { dateFromDay } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { db, expect, expectAccessible, test } from '../support/journey'
import { anOpenSwitch, openAs } from './situations'

test('one person cannot be practice manager and clinical lead of a switch', async ({ page }) => {
  const { of, story } = await anOpenSwitch()
  const grant = { personId: of.manager.userId, organisationId: of.practice.id, role: 'gp-partner' }
  await db.grant.create({ data: { id: newId(), ...grant, validFrom: dateFromDay('2020-01-01') } })
  await openAs(page, of.manager, story.id)
  await page.getByText('Name a person for a role').click()
  await page.getByLabel('Role and person').selectOption(`clinical-lead/${of.manager.userId}`)
  await page.getByRole('button', { name: 'Name this person' }).click()
  await expect(page.getByRole('alert').first()).toContainText('must be three people')
  await expectAccessible(page)
  expect(await db.switchPerson.count({ where: { switchId: story.id } })).toBe(1)
})
