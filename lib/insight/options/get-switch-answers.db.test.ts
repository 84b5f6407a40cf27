import { describe, expect, it } from 'vitest'
import { declineFunding } from '@/lib/funding/decline-funding'
import { visitor } from '@/lib/platform/actor'
import { supersedeSetting } from '@/lib/settings/supersede-setting'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { unset } from '@/lib/testing/unset'
import { contract, type Parties, parties } from '@/prisma/factories/contract'
import { budgetLine, fundingRequest } from '@/prisma/factories/funding'
import { person } from '@/prisma/factories/person'
import { getSwitchAnswers } from './get-switch-answers'

const { asOwner } = useDatabase()

const answersOf = async (of: Parties) => {
  const found = await getSwitchAnswers(contextOf(of.manager))
  if (!found?.answers.ok) throw new Error(JSON.stringify(found))
  return found.answers.value
}

async function declined(of: Parties, count: number) {
  for (let i = 0; i < count; i++) {
    const request = await value(fundingRequest.submitted(of.manager, of.payer.id, 100n))
    const input = { id: request.id, version: 1, code: 'no-budget' as const, reason: '' }
    await value(declineFunding(contextOf(of.approver), input))
  }
}

describe('P2: can I switch, when, and who decides', () => {
  it('names the earliest day, the rule that bound, the money left and how this payer decided', async () => {
    const of = await parties()
    await contract.present(of)
    await budgetLine(of.payer.id, 1_000n, 2025)
    await budgetLine(of.payer.id, 5_000n, 2026)
    await budgetLine(of.payer.id, 7_000n, 2024)
    await declined(of, 5)
    const [answer] = await answersOf(of)
    expect(answer!.date).toMatchObject({ bound: 'decision', decidedBy: '2026-03-30', day: '2026-07-28' })
    expect(answer!.money.map(({ year, leftPence }) => [year, leftPence])).toEqual([
      [2025, 1_000n],
      [2026, 5_000n],
    ])
    expect(answer!.payer).toMatchObject({
      payer: 'North Bank',
      decisionDays: 20,
      figures: { requests: 5, declined: 5, declinesByCode: { 'no-budget': 5 }, deferred: undefined },
    })
  })

  it('tells no figure of fewer requests than the smallest group', async () => {
    const of = await parties()
    await contract.present(of)
    await budgetLine(of.payer.id, 5_000n, 2026)
    await declined(of, 4)
    expect((await answersOf(of))[0]!.payer.figures).toMatchObject({ requests: undefined, declined: undefined })
  })

  it('K3: shows the criteria of the payer once its finance officer has checked them, and counts its own time to decide', async () => {
    const of = await parties()
    await contract.present(of)
    expect((await answersOf(of))[0]!.payer.criteria).toBeUndefined()
    const finance = await person.with('finance-officer', of.payer.id)
    const set = (key: string, text: string) =>
      value(
        supersedeSetting(contextOf(finance), {
          organisationId: of.payer.id,
          key,
          seen: '',
          value: text,
          from: '2026-03-02',
          source: 'Board paper 12',
          verifiedOn: '2026-03-02',
        }),
      )
    await set('decision-criteria', 'Safety first\n\n  Then money ')
    await set('decision-days', '0')
    const [answer] = await answersOf(of)
    expect(answer!.payer.criteria).toEqual({ words: ['Safety first', 'Then money'], source: 'Board paper 12' })
    expect(answer!.date.decidedBy).toBe('2026-03-02')
  })

  it('answers people of the practice alone, and refuses in words where a figure is not set', async () => {
    const of = await parties()
    await contract.present(of)
    for (const actor of [visitor, of.approver, of.losingSignatory])
      expect(await getSwitchAnswers(contextOf(actor))).toBeUndefined()
    expect(await getSwitchAnswers(contextOf(of.stranger))).toMatchObject({ answers: { value: [] } })
    await unset(asOwner, 'switching-lead-time')
    expect(await getSwitchAnswers(contextOf(of.manager))).toMatchObject({
      answers: { ok: false, refusal: { because: expect.stringContaining('first day of use') } },
    })
  })
})
