import { moveDueContracts } from '@/lib/contracts/ends/move-due-contracts'
import { recordExistingContract } from '@/lib/contracts/record-existing-contract'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { addDays, dayOf } from '@/lib/platform/days'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { parties } from '@/prisma/factories/contract'
import { budgetLine } from '@/prisma/factories/funding'

/** A contract whose end is so many days away (negative: over), of parties of its own. Above threshold: £240,000 with VAT. */
export async function aContractThatEndsIn(days: number) {
  const of = await parties()
  const endsOn = addDays(dayOf(now()), days)
  const { id } = await value(
    recordExistingContract(contextOf(of.requester, now()), {
      number: 'TEST-1',
      practiceId: of.practice.id,
      payerId: of.payer.id,
      supplierId: of.losing.id,
      moduleId: null,
      moduleName: 'Meridian Practice',
      startsOn: addDays(endsOn, -700),
      endsOn,
      noticeDays: 90,
      yearlyPence: 10_000_000n,
      totalPence: 20_000_000n,
      listSize: 9871,
    }),
  )
  const year = Number(dayOf(now()).slice(0, 4))
  for (const at of [year - 1, year, year + 1, year + 2]) await budgetLine(of.payer.id, 50_000_000n, at)
  return { of, id, endsOn }
}

/** What the clock does every night. */
export const letTheNightPass = () => moveDueContracts(contextOf(system, now()))
