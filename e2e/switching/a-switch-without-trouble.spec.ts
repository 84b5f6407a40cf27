import { sha256Hex } from '@/lib/platform/canonical-json'
import { now } from '@/lib/platform/clock'
import { dayOf } from '@/lib/platform/days'
import { gateTitles, gateSigners as signersOf } from '@/lib/switching/gate-rules'
import { commandTitle } from '@/lib/switching/status-rules'
import { roleInSentence } from '@/lib/switching/switch'
import { castOf } from '@/prisma/factories/full-switch'
import { endStated, type Stage, stages } from '@/prisma/factories/full-switch-way'
import { db, expect, expectAccessible, type Page, test } from '../support/journey'
import { aSwitchOfLastYear } from './full-situations'
import { openAs } from './situations'

type Situation = Awaited<ReturnType<typeof aSwitchOfLastYear>>
const people = ({ of }: Situation) => castOf(of)
const stateOf = async (id: string) => (await db.switch.findUniqueOrThrow({ where: { id } })).state

test('a switch without trouble: every gate signed and every move made by whose turn it is, from case to closed', async ({
  page,
}) => {
  test.setTimeout(600_000)
  const it = await aSwitchOfLastYear()
  for (const stage of stages) await whenAStageIsPassed(page, it, stage)
  await whenTheOldSystemIsGivenUp(page, it)
  await thenEverybodySeesTheWholeWay(page, it)
})

async function whenAStageIsPassed(page: Page, it: Situation, stage: Stage) {
  const { s } = it
  await stage.facts(s)
  // The decision to freeze must be fresh, and it is today that it is read; the rest stays on the days of the story.
  if (stage.to === 'frozen') {
    const then = s.story.now
    s.story.now = now()
    await s.state('practice-manager', 'go-no-go', { decision: 'go', decidedOn: dayOf(now()) })
    s.story.now = then
  }
  if (stage.gate) await whenAllSign(page, it, stage.gate)
  await press(page, people(it)[stage.by].userId, s.id, commandTitle(stage.command))
  await expect.poll(() => stateOf(s.id)).toBe(stage.to)
}

async function whenAllSign(page: Page, it: Situation, gate: NonNullable<Stage['gate']>) {
  for (const role of signersOf[gate]) {
    const button = `Sign as ${roleInSentence(role)}: ${gateTitles[gate].toLowerCase()}`
    await press(page, people(it)[role].userId, it.s.id, button)
    await expect(page.getByRole('status')).toContainText('You have signed')
  }
}

async function press(page: Page, userId: string, id: string, button: string) {
  await openAs(page, { userId }, id)
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByRole('status')).toBeVisible()
}

async function whenTheOldSystemIsGivenUp(page: Page, it: Situation) {
  const { of, s } = it
  await endStated(s)
  await openAs(page, of.losingSignatory, s.id)
  await page.getByLabel('SHA-256 of the deletion certificate').fill(sha256Hex('certificate'))
  await page.getByLabel('Day of the deletion').fill(dayOf(now()))
  await page.getByRole('button', { name: 'Certify the deletion' }).click()
  await expect(page.getByRole('status')).toContainText('The deletion is certified')
  await press(page, of.manager.userId, s.id, 'Seal the evidence')
  await whenAllSign(page, it, 'G12')
  await press(page, of.approver.userId, s.id, 'Close the switch')
}

async function thenEverybodySeesTheWholeWay(page: Page, { of, s }: Situation) {
  expect(await stateOf(s.id)).toBe('closed')
  for (const person of [of.manager, of.approver, of.losingSignatory, of.gainingSignatory]) {
    await openAs(page, person, s.id)
    await expect(page.getByRole('main')).toContainText('closed')
  }
  await expectAccessible(page)
  await page.goto(`/switches/${s.id}/timeline`)
  const table = page.getByRole('table', { name: 'Stages of the switch' })
  for (const stage of ['Case made', 'Mobilised', 'Ready for cut-over', 'Records frozen', 'Old system read-only'])
    await expect(table).toContainText(stage)
}
