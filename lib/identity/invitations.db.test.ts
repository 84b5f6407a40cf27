import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { dateFromDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { answer, because } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { acceptInvitation } from './accept-invitation'
import { checkPassword } from './check-password'
import { getInvitation } from './get-invitation'
import { invitePerson } from './invite-person'
import { listMail } from './list-mail'
import { listOrganisationsForInvitation } from './list-organisations'
import { hashPassword } from './password'
import { invitationInput } from './person-schema'

useDatabase()
const password = 'three odd words'
let curator: Actor
let payer: string
let practice: { id: string; code: string | null }
const form = (given: Record<string, string> = {}) =>
  invitationInput.parse({
    email: 'new@test.example',
    name: 'New',
    organisationId: payer,
    role: 'funding-approver',
    limit: '100,000',
    ...given,
  })
const invite = (given: Record<string, string> = {}, actor = curator, now = noon) =>
  invitePerson(contextOf(actor, now), form(given), 'https://portal.example')
const accept = (token: string, word: string | undefined = password, now = noon) =>
  acceptInvitation(contextOf(undefined, now), { token, password: word })
const newestToken = async () => {
  const { body } = await db.mailMessage.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  return /token=([\w-]{43})/.exec(body)![1]!
}
const invited = async (given: Record<string, string> = {}) => {
  await db.mailMessage.deleteMany()
  expect(await because(invite(given))).toBe('done')
  return newestToken()
}
const grants = () =>
  db.grant.findMany({
    where: { role: 'funding-approver', endedAt: null },
    select: { limitPence: true, personId: true },
  })

beforeEach(async () => {
  curator = await person.curator((await organisation.authority()).id)
  payer = (await organisation.commissioner()).id
  practice = await organisation.practice()
})

describe('an invitation', () => {
  it('is sent by nobody but a curator', async () => {
    for (const actor of [
      await person.approver(payer, 1n),
      await person.practiceManager(practice.id),
      contextOf().actor,
    ])
      expect(await answer(invite({}, actor))).toBe('forbidden')
    expect(await db.invitation.count()).toBe(0)
    expect(await db.mailMessage.count()).toBe(0)
  })

  it('is one letter with the link, and the token stands hashed beside it', async () => {
    const token = await invited({ email: ' New@Test.example ' })
    expect(await db.mailMessage.findMany({ select: { recipient: true, body: true } })).toEqual([
      {
        recipient: 'new@test.example',
        body: expect.stringContaining(`https://portal.example/invitation?token=${token}`),
      },
    ])
    expect(
      JSON.stringify(await db.invitation.findMany(), (_, v) => (typeof v === 'bigint' ? `${v}` : v)),
    ).not.toContain(token)
    expect(JSON.stringify(await db.event.findMany({ select: { data: true, aboutId: true } }))).not.toMatch(
      /test\.example|token/,
    )
  })

  it('names a role that fits the organisation', async () => {
    expect(await because(invite({ role: 'practice-manager', limit: '' }))).toContain('not a role in')
    expect(
      await because(
        invite({ organisationId: '', practiceCode: practice.code!.toLowerCase(), role: 'practice-manager', limit: '' }),
      ),
    ).toBe('done')
    expect(
      await because(invite({ organisationId: '', practiceCode: 'X99999', role: 'practice-manager', limit: '' })),
    ).toContain('code of an open practice')
    expect(await because(invite({ organisationId: '11111111-1111-4111-8111-111111111111' }))).toBe(
      'Choose an organisation',
    )
  })

  it('gives a limit to an approver and to nobody else', async () => {
    expect(await because(invite({ limit: '' }))).toContain('Enter the limit')
    expect(await because(invite({ role: 'funding-requester' }))).toContain('Only a funding approver')
    await invited({ limit: '£5,000,000.50' })
    expect(await db.invitation.findFirst({ select: { limitPence: true } })).toEqual({ limitPence: 500_000_050n })
  })

  it.each([
    ['limit', 'a lot'],
    ['limit', '-5'],
    ['limit', '99999999999999999999'],
    ['role', 'constructor'],
    ['role', 'admin'],
    ['email', 'no address'],
    ['email', 'a@b.example, c@d.example'],
    ['email', 'a@b.example\r\nBcc: c@d.example'],
    ['name', '  '],
  ])('is not sent with the %s "%s"', (field, value) => {
    const input = { email: 'a@b.example', name: 'A', organisationId: payer, role: 'curator', [field]: value }
    expect(invitationInput.safeParse(input).error?.issues.map((i) => i.path[0])).toEqual([field])
  })

  it('offers the organisations that are not practices, to a curator only', async () => {
    const kinds = (await listOrganisationsForInvitation(curator)).map((o) => o.kind).sort()
    expect(kinds).toEqual(['authority', 'commissioner'])
    expect(await listOrganisationsForInvitation(await person.practiceManager(practice.id))).toEqual([])
  })

  it('letters are shown to a curator only', async () => {
    await invited()
    expect(await listMail(curator)).toHaveLength(1)
    expect(await listMail(await person.approver(payer, 1n))).toBeUndefined()
    expect(await listMail(contextOf().actor)).toBeUndefined()
  })
})

describe('taking an invitation', () => {
  it('makes somebody new, with the password and the grant', async () => {
    const token = await invited()
    expect(await getInvitation(contextOf(), token)).toMatchObject({
      isNew: true,
      role: 'Funding approver',
      organisation: 'A commissioner',
    })
    expect(await answer(accept(token))).toBe('done')
    const { id } = (await checkPassword('new@test.example', password, noon))!
    expect(await grants()).toEqual([{ limitPence: 10_000_000n, personId: id }])
    expect(await db.event.findFirst({ where: { name: 'InvitationAccepted' }, select: { aboutId: true } })).toEqual({
      aboutId: id,
    })
  })

  it('asks somebody new for a password, and the link stays open until there is one', async () => {
    const token = await invited()
    expect(await because(acceptInvitation(contextOf(), { token }))).toContain('12 characters')
    expect(await answer(accept(token))).toBe('done')
  })

  it('works once', async () => {
    const token = await invited()
    await accept(token)
    expect(await answer(accept(token, 'another password'))).toBe('not-found')
    expect(await getInvitation(contextOf(), token)).toBeUndefined()
    expect(await checkPassword('new@test.example', password, noon)).toBeDefined()
  })

  it('works once when ten take it at the same moment', async () => {
    const token = await invited()
    const answers = await Promise.all(Array.from({ length: 10 }, () => answer(accept(token))))
    expect(answers.filter((a) => a === 'done')).toHaveLength(1)
    expect(await grants()).toHaveLength(1)
    expect(await db.event.count({ where: { name: 'InvitationAccepted' } })).toBe(1)
  })

  it('two invitations of one new address at the same moment make one person, and nothing breaks', async () => {
    const tokens = [await invited(), await invited({ role: 'funding-requester', limit: '' })]
    const answers = await Promise.all(tokens.map((token) => answer(accept(token))))
    expect(answers.filter((a) => a !== 'done' && a !== 'stale')).toEqual([])
    expect(await db.person.count({ where: { email: 'new@test.example' } })).toBe(1)
    for (const token of tokens) await accept(token)
    expect(await db.grant.count({ where: { person: { email: 'new@test.example' } } })).toBe(2)
  })

  it('ends after seven days', async () => {
    const token = await invited()
    const week = noon.getTime() + 7 * 86_400_000
    expect(await answer(accept(token, password, new Date(week)))).toBe('not-found')
    expect(await answer(accept(token, password, new Date(week - 1)))).toBe('done')
  })

  it('is not found with a wrong token', async () => {
    await invited()
    expect(await answer(accept('x'.repeat(43)))).toBe('not-found')
  })
})

describe('somebody who has an account already', () => {
  const email = 'known@test.example'
  let known: Actor
  beforeEach(async () => {
    known = await person.practiceManager(practice.id, { email })
    await db.person.update({
      where: { id: known.userId },
      data: { passwordHash: await hashPassword('as it was before') },
    })
  })

  it('keeps password and grants, and gets the new one beside them: a curator cannot take an account over', async () => {
    const token = await invited({ email })
    expect(await getInvitation(contextOf(), token)).toMatchObject({ isNew: false })
    expect(await answer(accept(token, 'chosen by the curator'))).toBe('done')
    expect(await checkPassword(email, 'as it was before', noon)).toEqual({ id: known.userId })
    expect(await checkPassword(email, 'chosen by the curator', noon)).toBeUndefined()
    const roles = await db.grant.findMany({ where: { personId: known.userId, endedAt: null }, select: { role: true } })
    expect(roles.map((g) => g.role).sort()).toEqual(['funding-approver', 'practice-manager'])
  })

  it('takes it once when ten take it at the same moment', async () => {
    const token = await invited({ email })
    const answers = await Promise.all(Array.from({ length: 10 }, () => answer(accept(token))))
    expect(answers.filter((a) => a === 'done')).toHaveLength(1)
    expect(await db.grant.count({ where: { role: 'funding-approver' } })).toBe(1)
    expect(await db.event.count({ where: { name: 'InvitationAccepted' } })).toBe(1)
  })

  it('needs no password', async () => {
    expect(await answer(acceptInvitation(contextOf(), { token: await invited({ email }) }))).toBe('done')
  })

  it('with the same role there already has the new limit afterwards, not the old one beside it', async () => {
    for (const limit of ['100', '200', '50']) await accept(await invited({ email, limit }))
    expect(await grants()).toEqual([{ limitPence: 5_000n, personId: known.userId }])
    await db.grant.updateMany({ where: { role: 'funding-approver' }, data: { validFrom: dateFromDay('2025-01-01') } })
    await accept(await invited({ email, limit: '70' }))
    expect(await grants()).toEqual([{ limitPence: 7_000n, personId: known.userId }])
  })

  it('and has left is neither invited nor let in by an older link', async () => {
    const token = await invited({ email })
    await db.person.update({ where: { id: known.userId }, data: { endedAt: noon } })
    expect(await answer(accept(token))).toBe('not-found')
    expect(await getInvitation(contextOf(), token)).toBeUndefined()
    expect(await because(invite({ email }))).toContain('closed')
  })
})
