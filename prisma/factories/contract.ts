import { confirmGoLive } from '@/lib/contracts/confirm-go-live'
import { getContractFacts } from '@/lib/contracts/get-contract-facts'
import { makeContract } from '@/lib/contracts/make-contract'
import { recordExistingContract } from '@/lib/contracts/record-existing-contract'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { SignedCallOff } from '@/lib/procurement/call-offs/signed-call-off'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { organisation } from './organisation'
import { person } from './person'

/** A practice, its payer and two suppliers, with the people who act for them. */
export async function parties() {
  const payer = await organisation.commissioner({ name: 'North Bank' })
  const practice = await organisation.practice({ name: 'Canal Side Surgery', partOfCode: payer.code })
  const losing = await organisation.supplier({ name: 'Meridian' })
  const gaining = await organisation.supplier({ name: 'OpenPath' })
  return {
    practice,
    payer,
    losing,
    gaining,
    manager: await person.practiceManager(practice.id),
    partner: await person.partner(practice.id),
    requester: await person.requester(payer.id),
    approver: await person.approver(payer.id, 100_000_00n),
    safety: await person.safetyOfficer(payer.id),
    delivery: await person.with('delivery-partner', payer.id),
    privacy: await person.with('data-protection-officer', payer.id),
    losingSignatory: await person.signatory(losing.id),
    gainingSignatory: await person.signatory(gaining.id),
    stranger: await person.practiceManager((await organisation.practice({ name: 'Elsewhere' })).id),
  }
}
export type Parties = Awaited<ReturnType<typeof parties>>

export function signedCallOff(of: Parties, given: Partial<SignedCallOff> = {}): SignedCallOff {
  return {
    id: newId(),
    number: 'C000001-01',
    payerId: of.payer.id,
    practiceId: of.practice.id,
    supplierId: of.gaining.id,
    kind: 'module',
    moduleId: 'openpath-core',
    moduleVersionId: '2026.1',
    listingVersionId: '1',
    moduleName: 'OpenPath Core',
    termsHash: 'e'.repeat(64),
    startsOn: '2026-03-01',
    endsOn: '2029-02-28',
    noticeDays: 90,
    yearlyPence: 1_243_746n,
    totalPence: 3_731_238n,
    listSize: 9871,
    signedAt: noon,
    practiceIds: [of.practice.id],
    capPence: null,
    ...given,
  }
}

/** The contract that the practice leaves, and the one it goes to. */
export const contract = {
  present: (of: Parties, given: { startsOn?: string; endsOn?: string } = {}) =>
    value(
      recordExistingContract(contextOf(of.requester), {
        number: 'OLD-1',
        practiceId: of.practice.id,
        payerId: of.payer.id,
        supplierId: of.losing.id,
        moduleId: null,
        moduleName: 'Meridian Practice',
        startsOn: '2023-10-01',
        endsOn: '2026-09-30',
        noticeDays: 90,
        yearlyPence: 1_260_000n,
        totalPence: 3_780_000n,
        listSize: 9871,
        ...given,
      }),
    ),
  made: (of: Parties, given?: Partial<SignedCallOff>) => value(makeContract(contextOf(), signedCallOff(of, given))),
  /** Both sides have confirmed the day of go-live. */
  live: async (of: Parties, contractId: string, day: string, now: Date) => {
    for (const actor of [of.manager, of.gainingSignatory]) await contract.confirm(actor, contractId, day, now)
  },
  confirm: async (actor: Actor, contractId: string, day: string, now: Date) => {
    const site = (await getContractFacts(db, contractId))!.sites[0]!
    return value(confirmGoLive(contextOf(actor, now), { siteId: site.id, version: site.version, day }))
  },
}
