import { describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { answer, because } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { contract, parties } from '@/prisma/factories/contract'
import { SwitchStory } from '@/prisma/factories/switch'
import { bringTo, switchIn } from '@/prisma/factories/switch-in'
import { cancelSwitch } from './cancel-switch'
import { getSwitch } from './get-switch'
import { listCandidates } from './list-candidates'
import { namePerson } from './name-person'
import { openSwitch } from './open-switch'
import { proposeRollBack } from './propose-roll-back'
import { rollBack } from './roll-back'

useDatabase()
const state = async (id: string) => (await db.switch.findUniqueOrThrow({ where: { id } })).state
const today = '2026-03-02'
const reason = 'The allergies of a whole branch surgery are not there'

describe('naming people', () => {
  it('refuses one person in two of the three roles (SW-02), and anybody without the grant', async () => {
    const of = await parties()
    const story = await switchIn('draft', of)
    await db.grant.create({
      data: {
        id: crypto.randomUUID(),
        personId: of.manager.userId,
        organisationId: of.practice.id,
        role: 'gp-partner',
        validFrom: noon,
      },
    })
    const name = async (personId: string) =>
      because(namePerson(story.context(of.manager), { ...(await story.at()), role: 'clinical-lead', personId }))
    expect(String(await name(of.manager.userId))).toMatch(
      /already the practice manager of this switch.*must be three people/,
    )
    expect(String(await name(of.safety.userId))).toMatch(/does not hold the role/)
    expect(await name(of.partner.userId)).toBe('done')
    const candidates = await listCandidates(of.manager, (await getSwitch(of.manager, story.id, noon))!, today)
    expect(candidates.map((c) => c.role)).toEqual([
      'practice-manager',
      'clinical-lead',
      'clinical-lead',
      'clinical-safety-officer',
      'data-protection-officer',
      'delivery-partner',
    ])
    expect(await listCandidates(of.approver, (await getSwitch(of.manager, story.id, noon))!, today)).toEqual([])
  })
})

describe('rolling back and cancelling', () => {
  it('two sign a roll-back: two people, one of them the clinical lead', async () => {
    const of = await parties()
    const story = await switchIn('loaded', of)
    const propose = async (actor: typeof of.manager) =>
      answer(proposeRollBack(story.context(actor), { ...(await story.at()), reason }))
    const sign = async (actor: typeof of.manager) => because(rollBack(story.context(actor), await story.at()))
    expect(await sign(of.partner)).toMatch(/Nobody has proposed/)
    expect(await propose(of.approver)).toBe('forbidden')
    expect(await propose(of.safety)).toBe('done')
    expect(await sign(of.safety)).toMatch(/Another person/)
    expect(await sign(of.manager)).toMatch(/must be the clinical lead/)
    expect(await sign(of.partner)).toBe('done')
    expect(await state(story.id)).toBe('rolled-back')
    expect(await sign(of.partner)).toBe('wrong-state')
  })

  it('stopping is free before the final load, and the contract can be left again', async () => {
    const of = await parties()
    const [leaving, gaining] = [await contract.present(of), await contract.made(of)]
    const story = await bringTo(await SwitchStory.open(of, leaving.id, gaining.id), 'data-check')
    const cancel = async (actor: typeof of.manager) =>
      answer(cancelSwitch(story.context(actor), { ...(await story.at()), reason }))
    expect(await cancel(of.losingSignatory)).toBe('forbidden')
    expect(await cancel(of.approver)).toBe('done')
    expect(await state(story.id)).toBe('cancelled')
    const again = { leavingContractId: leaving.id, gainingContractId: gaining.id }
    expect(await answer(openSwitch(contextOf(of.manager), again))).toBe('done')
  })
})
