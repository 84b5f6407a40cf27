import 'server-only'
import type { ContractLine } from '@/lib/contracts/contract'
import { getPayerFacts, listMoneyLeft, type MoneyLeft, type PayerFacts } from '@/lib/funding/get-payer-facts'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/refusal'
import { readSettings } from '@/lib/settings/read-settings'
import { getOwnPractice } from '../get-practice'
import { listPracticeContracts } from '../list-practice-contracts'
import type { PracticeFacts } from '../practice'
import { earliestSwitch, type SwitchDate } from './switch-date-rules'

export type SwitchAnswer = {
  contract: ContractLine
  date: SwitchDate
  leadDays: number
  minimumMonths: number
  payer: PayerFacts
  money: MoneyLeft[]
}
export type SwitchAnswers = { practice: PracticeFacts; answers: Result<SwitchAnswer[]> }

/** "Can I switch, when, and who decides?" (P2), for each contract of the actor's practice; undefined for who works for none. */
export async function getSwitchAnswers(ctx: Context): Promise<SwitchAnswers | undefined> {
  const practice = await getOwnPractice(ctx.actor)
  if (!practice) return undefined
  const contracts = await listPracticeContracts(ctx.actor, practice.organisationId, dayOf(ctx.now))
  const answers: SwitchAnswer[] = []
  for (const contract of contracts) {
    const answer = await answerOf(ctx, contract)
    if (!answer.ok) return { practice, answers: answer }
    answers.push(answer.value)
  }
  return { practice, answers: ok(answers) }
}

async function answerOf(ctx: Context, contract: ContractLine): Promise<Result<SwitchAnswer>> {
  const settings = await readSettings(db, ctx, contract.payerId, ['minimum-term', 'switching-lead-time'])
  if (!settings.ok) return settings
  const payer = await getPayerFacts(ctx, contract.payerId)
  if (!payer) throw new Error(`the payer of contract ${contract.id} is not known`)
  if (!payer.ok) return payer
  const { decisionDays, holidays } = payer.value
  const minimumMonths = settings.value.count('minimum-term')
  const leadDays = settings.value.count('switching-lead-time')
  const facts = { today: dayOf(ctx.now), contract, minimumMonths, decisionDays, holidays, leadDays }
  const money = await listMoneyLeft(ctx, contract.payerId)
  return ok({ contract, date: earliestSwitch(facts), leadDays, minimumMonths, payer: payer.value, money })
}
