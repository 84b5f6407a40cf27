import { bringTo } from '@/prisma/factories/switch-in'
import { expect, expectAccessible, test } from '../support/journey'
import { anOpenSwitch, bring, openAs } from './situations'

test('a switch cannot go live with an unexplained S1 difference, and says because of what', async ({ page }) => {
  const { of, story } = await anOpenSwitch()
  await bringTo(story, 'loaded')
  await story.manifests('final')
  await openAs(page, of.manager, story.id)
  await bring(page, story.report('final', { unexplained: { S1: 2 } }))
  await expect(page.getByRole('status')).toContainText('The report is verified and taken in')
  const because = 'The final run found between 1 and 4 unexplained S1 differences (C09)'
  await expect(page.getByRole('region', { name: 'What is needed: Go live' })).toContainText(because)
  await expect(page.getByRole('button', { name: 'Go live' })).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Report 3' })).toContainText('This report is not complete.')
  await expectAccessible(page)
  await openAs(page, of.partner, story.id)
  await expect(page.getByRole('button', { name: /Sign as clinical lead/ })).toHaveCount(0)
})
