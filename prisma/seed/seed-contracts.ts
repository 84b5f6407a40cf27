import { recordExistingContract } from '@/lib/contracts/record-existing-contract'
import type { Context } from '@/lib/platform/context'
import { addDays, addMonths, type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'

/** What the practices of the story run today: the same system, each paid by its own commissioner. */
const present = [
  {
    number: 'NB-2023-017',
    practice: 'DEMO01',
    payer: 'DEMONB',
    by: 'requester@northbank.example',
    role: 'funding-requester',
    yearlyPence: 1_243_746n,
    listSize: 9871,
  },
  {
    number: 'SB-2023-004',
    practice: 'DEMO02',
    payer: 'DEMOSB',
    by: 'approver@southbank.example',
    role: 'funding-approver',
    yearlyPence: 756_000n,
    listSize: 6000,
  },
]

/** Records the present contracts of Riverside and Hillside: three years, 90 days of notice, an end about seven months away. */
export async function seedContracts(ctx: Context): Promise<void> {
  const supplier = await db.organisation.findFirstOrThrow({ where: { name: 'Meridian Health Systems', demo: true } })
  const current = await db.listingVersion.findFirst({
    where: { name: 'Meridian Practice' },
    select: { moduleVersion: { select: { moduleId: true } } },
  })
  const { startsOn, endsOn } = presentTerm(dayOf(ctx.now))
  for (const { number, yearlyPence, listSize, ...of } of present) {
    const practice = await db.organisation.findFirstOrThrow({ where: { code: of.practice } })
    const payer = await db.organisation.findFirstOrThrow({ where: { code: of.payer } })
    const person = await db.person.findUniqueOrThrow({ where: { email: of.by } })
    if ((await db.contract.count({ where: { number, practiceId: practice.id } })) > 0) continue
    const grants = [{ role: of.role, organisationId: payer.id, limitPence: null }]
    const actor = { kind: 'person' as const, userId: person.id, organisationId: payer.id, grants }
    const recorded = await recordExistingContract(
      { ...ctx, actor },
      {
        number,
        practiceId: practice.id,
        payerId: payer.id,
        supplierId: supplier.id,
        moduleId: current?.moduleVersion.moduleId ?? null,
        moduleName: 'Meridian Practice',
        startsOn,
        endsOn,
        noticeDays: 90,
        yearlyPence,
        totalPence: 3n * yearlyPence,
        listSize,
      },
    )
    if (!recorded.ok) throw new Error(`${number}: ${JSON.stringify(recorded.refusal)}`)
  }
}

/** Three whole years that end on the last day of the month seven months ahead. */
function presentTerm(today: Day): { startsOn: Day; endsOn: Day } {
  const next = addMonths(`${today.slice(0, 7)}-01`, 8)
  return { startsOn: addMonths(next, -36), endsOn: addDays(next, -1) }
}
