import { expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { acceptInvitation } from './accept-invitation'
import { checkPassword } from './check-password'
import { inviteFirstCurator } from './invite-first-curator'
import { firstCuratorInput } from './person-schema'

useDatabase()
const password = 'three odd words'
const invite = (email = 'first@authority.example') =>
  inviteFirstCurator(
    contextOf(system),
    firstCuratorInput.parse({ email, name: 'Cora Kent', authority: 'The authority' }),
    'https://portal.example',
  )

it('an operator begins a portal: asked for twice or by two at once it is one authority, and one curator closes the door', async () => {
  const links = await Promise.all([invite(), invite()]).then((all) => all.map((one) => (one.ok ? one.value.link : '')))
  expect(await db.organisation.count({ where: { kind: 'authority' } })).toBe(1)
  expect(links[0]).toMatch(/^https:\/\/portal\.example\/invitation\?token=[\w-]{43}$/)
  expect(links[1]).not.toBe(links[0])
  expect(await db.mailMessage.count({ where: { recipient: 'first@authority.example' } })).toBe(2)
  const token = new URL(links[1]!).searchParams.get('token')!
  await value(acceptInvitation(contextOf(undefined), { token, password }))
  expect(await checkPassword('first@authority.example', password, noon)).toBeDefined()
  const grants = await db.grant.findMany({
    where: { role: 'curator' },
    select: { organisation: { select: { name: true } } },
  })
  expect(grants).toEqual([{ organisation: { name: 'The authority' } }])
  expect(await because(invite('second@authority.example'))).toContain('first@authority.example is a curator already')
})

it('what cannot be a curator is refused with the field', () => {
  const wrong = firstCuratorInput.safeParse({ email: 'nobody', name: ' ', authority: '' })
  expect(wrong.error!.issues.map(({ path }) => path.join('.'))).toEqual(['email', 'name', 'authority'])
})
