import { beforeEach, describe, expect, it } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { findCallOff } from '@/lib/procurement/call-offs/call-off-store'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers, callOffIn } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { person } from '@/prisma/factories/person'
import { getDecisionPack } from '../projects/get-project'
import { getWhatFollowed } from './get-what-followed'

useDatabase()
let of: Buyers
let projectId: string
let callOffId: string
beforeEach(async () => {
  of = await buyers(noon)
  callOffId = await callOffIn('signing', of, await module.conformant())
  projectId = (await findCallOff(db, callOffId))!.projectId
})

describe('D4: what followed a decision', () => {
  it('says who asked and who approved by duty and time, and what the supplier had declared, and names the pack by its hash', async () => {
    const followed = (await getWhatFollowed(contextOf(of.manager), projectId))!
    const { packSha256 } = await db.projectDecision.findUniqueOrThrow({ where: { projectId } })
    expect(followed).toMatchObject({
      schema: 'decision-followed/1',
      packSha256,
      asAt: noon.toISOString(),
      review: null,
    })
    expect(followed.declared[0]!.answers.map(({ id }) => id)).toEqual(['conflicts', 'inducements'])
    const { termsHash } = (await findCallOff(db, callOffId))!
    expect(followed.orders).toMatchObject([
      {
        callOffId,
        state: 'signing',
        approval: { state: 'approved', decidedById: of.approver.userId, requestedById: of.manager.userId, termsHash },
      },
    ])
    expect(JSON.stringify(followed, (_, v) => (typeof v === 'bigint' ? String(v) : v))).not.toMatch(
      /@|A practice-manager/,
    )
  })

  it('changes nothing of the pack: it is the same bytes before and after', async () => {
    const before = await getDecisionPack(of.manager, projectId)
    await getWhatFollowed(contextOf(of.manager), projectId)
    expect(await getDecisionPack(of.manager, projectId)).toBe(before)
  })

  it('is for whoever may read the project alone', async () => {
    const other = await person.practiceManager((await buyers(noon)).practice.id)
    for (const actor of [visitor, other]) expect(await getWhatFollowed(contextOf(actor), projectId)).toBeUndefined()
  })
})
