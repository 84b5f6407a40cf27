import { describe, expect, it } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { findCallOff } from '@/lib/procurement/call-offs/call-off-store'
import { noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { buyers, callOffIn } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { getPackOfFunding } from './get-pack-of-funding'

useDatabase()

describe('P3: the decision pack behind a request', () => {
  it('is the frozen one, for the payer and the practice, and for nobody else', async () => {
    const of = await buyers(noon)
    const callOffId = await callOffIn('awaiting-funding', of, await module.conformant())
    const { fundingRequestId, projectId } = (await findCallOff(db, callOffId))!
    const { pack } = await db.projectDecision.findUniqueOrThrow({ where: { projectId } })
    for (const actor of [of.approver, of.manager]) expect(await getPackOfFunding(actor, fundingRequestId!)).toBe(pack)
    const stranger = await person.approver((await organisation.commissioner()).id, 1n)
    for (const actor of [visitor, stranger]) expect(await getPackOfFunding(actor, fundingRequestId!)).toBeUndefined()
    expect(await getPackOfFunding(of.approver, newId())).toBeUndefined()
  })
})
