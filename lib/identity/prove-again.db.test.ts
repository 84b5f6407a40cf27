import { expect, it } from 'vitest'
import { sha256Hex } from '@/lib/platform/canonical-json'
import { db } from '@/lib/platform/db'
import { answer } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { openSession } from './open-session'
import { hashPassword } from './password'
import { proveAgain } from './prove-again'

useDatabase()

it('S1: the right password makes the proof of this session fresh; a wrong one is counted, and nobody proves for another', async () => {
  const practice = await organisation.practice()
  const [own, other] = [await person.practiceManager(practice.id), await person.practiceManager(practice.id)]
  for (const { userId } of [own, other])
    await db.person.update({
      where: { id: userId },
      data: { passwordHash: await hashPassword('a long password of theirs') },
    })
  const earlier = new Date(noon.getTime() - 3_600_000)
  const tokenHash = sha256Hex(await openSession(own.userId, earlier))
  const session = () => db.session.findUniqueOrThrow({ where: { tokenHash } })
  const prove = (actor = own, password = 'a long password of theirs') =>
    answer(proveAgain(contextOf(actor), { tokenHash, password }))
  expect(await prove(other), 'not their session').toBe('not-found')
  expect(await prove(own, 'wrong')).toBe('invalid')
  expect((await session()).provedAt).toEqual(earlier)
  expect((await db.person.findUniqueOrThrow({ where: { id: own.userId } })).failures).toBe(1)
  expect(await prove()).toBe('done')
  expect((await session()).provedAt).toEqual(noon)
  expect(await db.event.count({ where: { name: 'IdentityProved' } })).toBe(1)
})
