import { beforeEach, describe, expect, it } from 'vitest'
import { endDueWithdrawals } from '@/lib/catalogue/drafts/end-due-withdrawals'
import { withdrawListing } from '@/lib/catalogue/drafts/withdraw-listing'
import { suspendSupplier } from '@/lib/catalogue/suppliers/suspend-supplier'
import { addToShortlist } from '@/lib/comparison/add-to-shortlist'
import { createShortlist } from '@/lib/comparison/create-shortlist'
import { system } from '@/lib/platform/actor'
import { addDays, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers, callOffIn, decided, frozenProject } from '@/prisma/factories/call-off'
import { type MadeModule, module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { findCallOff } from './call-offs/call-off-store'
import { issueCallOff } from './call-offs/issue-call-off'
import { requestFunding } from './call-offs/request-funding'
import { signCallOff } from './call-offs/sign-call-off'

useDatabase()
let of: Buyers
let made: MadeModule
beforeEach(async () => {
  of = await buyers(noon)
  made = await module.conformant({ name: 'Leaving' })
})

async function suspend() {
  const curator = await person.curator((await organisation.authority()).id)
  const reason = 'Its insurance has ended and was not renewed'
  await value(suspendSupplier(contextOf(curator), { supplierId: made.supplierId, reason }))
}
const lastOrderDay = addDays(dayOf(noon), 30)
const after = new Date(noon.getTime() + 31 * 86_400_000)
async function withdraw() {
  const signatory = await person.signatory(made.supplierId)
  await value(withdrawListing(contextOf(signatory), { moduleId: made.moduleId, lastOrderDay }))
}
const acts = (at: Date) => ({
  shortlist: async () => {
    const shortlist = await value(
      createShortlist(contextOf(of.manager, at), { name: `At ${at.getTime()}`, description: null }),
    )
    return answer(
      addToShortlist(contextOf(of.manager, at), { shortlistId: shortlist.id, moduleId: made.moduleId, version: 1 }),
    )
  },
  submit: async (id: string) => {
    const { version } = (await findCallOff(db, id))!
    return because(requestFunding(contextOf(of.manager, at), { id, version, reason: 'It is what the practice needs.' }))
  },
  issue: async (id: string) => {
    const { version } = (await findCallOff(db, id))!
    return because(issueCallOff(contextOf(of.manager, at), { id, version }))
  },
  sign: async (id: string) => {
    const { version, termsHash } = (await findCallOff(db, id))!
    return because(signCallOff(contextOf(of.approver, at), { id, version, termsHash }, at))
  },
})

describe('LST-5: nothing of a suspended supplier', () => {
  it('is shortlisted, awarded, submitted, issued or signed; what is refused writes nothing', async () => {
    const project = await frozenProject(of, [made])
    const [draft, funded, signing] = [
      await callOffIn('complete', of, made),
      await callOffIn('funded', of, made),
      await callOffIn('signing', of, made),
    ]
    await suspend()
    const events = await db.event.count()
    const { shortlist, submit, issue, sign } = acts(noon)
    const words = 'The supplier of Leaving is suspended: nothing of it can be bought'
    expect(await because(decided(of, project, made.moduleId))).toBe(words)
    expect([await submit(draft), await issue(funded), await sign(signing)]).toEqual([words, words, words])
    expect(await db.event.count()).toBe(events)
    expect(await shortlist()).toBe('not-found')
    expect(
      await answer(createShortlist(contextOf(of.manager), { name: 'x', description: null, moduleId: made.moduleId })),
    ).toBe('not-found')
  })
})

describe('LST-5: a module that is withdrawn', () => {
  it('can be ordered up to its last day, and not after it, whether or not the clock has struck', async () => {
    const project = await frozenProject(of, [made])
    const [draft, funded, signing] = [
      await callOffIn('complete', of, made),
      await callOffIn('funded', of, made),
      await callOffIn('signing', of, made),
    ]
    await withdraw()
    expect(await acts(noon).shortlist()).toBe('done')
    expect(await because(decided({ ...of, at: after }, project, made.moduleId))).toContain('Leaving is withdrawn')
    const late = acts(after)
    for (const said of [await late.submit(draft), await late.issue(funded), await late.sign(signing)])
      expect(said).toContain('Leaving is withdrawn: its last day for orders is past')
    expect(await late.shortlist()).toBe('not-found')
    await endDueWithdrawals(contextOf(system, after))
    expect(await late.submit(draft)).toContain('Leaving is withdrawn')
    const onTime = acts(noon)
    expect(await onTime.issue(funded)).toContain('Leaving is withdrawn')
  })

  it('CAT-1 a module that assurance suspended goes on no shortlist', async () => {
    made = await module.suspended({ name: 'Stopped' })
    expect(await acts(noon).shortlist()).toBe('conflict')
  })
})
