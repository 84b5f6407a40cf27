import { beforeEach, describe, expect, it } from 'vitest'
import { acceptInvitation } from '@/lib/identity/accept-invitation'
import { type Actor, system, visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { answer } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { checkCompanyWhenConfirmed } from './check-company-when-confirmed'
import { confirmSupplierEmail } from './confirm-supplier-email'
import { acceptSupplier, refuseSupplier } from './decide-supplier-request'
import { getSupplierDesk } from './get-supplier-desk'
import { requestSupplierAccount } from './request-supplier-account'
import { reinstateSupplier, suspendSupplier } from './suspend-supplier'

useDatabase()
const url = 'https://portal.example'
const reason = 'The company does not exist under this name'
let [curator, reviewer]: Actor[] = []

const input = (over: object = {}) => ({
  companyNumber: '01234567',
  legalName: 'Lindale Health Limited',
  brand: 'Lindale Health',
  personName: 'Ann Lindale',
  email: 'ann@lindale.example',
  ...over,
})
const ask = (over: object = {}) => answer(requestSupplierAccount(contextOf(visitor), input(over), url))
const tokenIn = async (path: string, recipient = input().email) => {
  const { body } = await db.mailMessage.findFirstOrThrow({
    where: { body: { contains: path }, recipient },
  })
  return /token=([\w-]+)/.exec(body)![1]!
}
async function proved(over: object = {}) {
  const { email } = input(over)
  await ask(over)
  await confirmSupplierEmail(contextOf(visitor), await tokenIn('/supplier/join/confirm', email))
  return db.supplierRequest.findFirstOrThrow({ where: { email }, select: { id: true, version: true } })
}

beforeEach(async () => {
  const authority = await organisation.authority()
  curator = await person.curator(authority.id)
  reviewer = await person.with('reviewer', authority.id)
})

describe('a supplier’s account', () => {
  it('is asked for, proved once within 24 hours, and checked against the register', async () => {
    expect(await ask()).toBe('done')
    const token = await tokenIn('/supplier/join/confirm')
    expect(await getSupplierDesk(contextOf(curator!))).toMatchObject({ requests: [] })
    const tomorrow = new Date(noon.getTime() + 24 * 3_600_000)
    expect(await answer(confirmSupplierEmail(contextOf(visitor, tomorrow), token))).toBe('not-found')
    expect(await answer(confirmSupplierEmail(contextOf(visitor), 'x'.repeat(43)))).toBe('not-found')
    const twice = [1, 2].map(() => answer(confirmSupplierEmail(contextOf(visitor), token)))
    expect((await Promise.all(twice)).filter((a) => a === 'done')).toHaveLength(1)
    expect(await db.event.count({ where: { name: 'SupplierEmailConfirmed' } })).toBe(1)
    const event = await db.event.findFirstOrThrow({ where: { name: 'SupplierEmailConfirmed' } })
    const stored = { ...event, about: { type: event.aboutType, id: event.aboutId } } as never
    await checkCompanyWhenConfirmed(contextOf(system), stored)
    await checkCompanyWhenConfirmed(contextOf(system), stored, { find: async () => 'dissolved' })
    expect((await getSupplierDesk(contextOf(curator!)))?.requests).toMatchObject([
      { registerSaid: 'found', joins: null },
    ])
    expect(await getSupplierDesk(contextOf(reviewer!))).toBeUndefined()
  })

  it('a register that fails is an answer too', async () => {
    const { id } = await proved()
    const down = { find: () => Promise.reject(new Error('down')) }
    await checkCompanyWhenConfirmed(contextOf(system), { about: { type: 'SupplierRequest', id } } as never, down)
    expect((await db.supplierRequest.findFirstOrThrow()).registerSaid).toBe('unavailable')
  })

  it('sends at most three letters a day to one address', async () => {
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual(['done', 'done', 'done', 'conflict'])
  })

  it('is let in by a curator: not found, stale, one of two, invitation', async () => {
    const seen = await proved()
    expect(await answer(acceptSupplier(contextOf(reviewer), seen, url))).toBe('not-found')
    expect(await answer(acceptSupplier(contextOf(curator), { ...seen, version: 1 }, url))).toBe('stale')
    const both = [1, 2].map(() => answer(acceptSupplier(contextOf(curator), seen, url)))
    expect((await Promise.all(both)).filter((a) => a === 'done')).toHaveLength(1)
    expect(await db.supplier.findMany({ select: { slug: true, companyNumber: true, status: true } })).toEqual([
      { slug: 'lindale-health', companyNumber: '01234567', status: 'active' },
    ])
    expect(await db.event.count({ where: { name: 'SupplierAccepted' } })).toBe(1)
    await acceptInvitation(contextOf(visitor), { token: await tokenIn('/invitation'), password: 'a long password' })
    expect(await db.grant.count({ where: { role: 'supplier-signatory' } })).toBe(1)
  })

  it('a registered number becomes a request to join that supplier, never a second one (SUP-2)', async () => {
    await acceptSupplier(contextOf(curator), await proved(), url)
    const second = await proved({ email: 'bob@lindale.example', brand: 'Lindale Two' })
    expect((await getSupplierDesk(contextOf(curator!)))?.requests).toMatchObject([{ joins: 'Lindale Health' }])
    expect(await answer(acceptSupplier(contextOf(curator), second, url))).toBe('done')
    expect(await db.supplier.count()).toBe(1)
    const roles = await db.invitation.findMany({ select: { role: true }, orderBy: { role: 'asc' } })
    expect(roles.map((row) => row.role)).toEqual(['supplier-editor', 'supplier-signatory'])
  })

  it('is refused with a reason that the person reads', async () => {
    const seen = await proved()
    expect(await answer(refuseSupplier(contextOf(reviewer), { ...seen, reason }))).toBe('not-found')
    expect(await answer(refuseSupplier(contextOf(curator), { ...seen, reason }))).toBe('done')
    expect(await answer(acceptSupplier(contextOf(curator), { ...seen, version: seen.version + 1 }, url))).toBe(
      'wrong-state',
    )
    const letter = await db.mailMessage.findFirstOrThrow({ where: { key: `supplier-refused/${seen.id}` } })
    expect(letter.body).toContain(reason)
    expect(await db.supplier.count()).toBe(0)
  })

  it('is suspended and reinstated, each once', async () => {
    const accepted = await acceptSupplier(contextOf(curator), await proved(), url)
    const { supplierId } = accepted.ok ? accepted.value : { supplierId: '' }
    const act = { supplierId, reason }
    expect(await answer(reinstateSupplier(contextOf(curator), act))).toBe('wrong-state')
    expect(await answer(suspendSupplier(contextOf(reviewer), act))).toBe('not-found')
    const both = [1, 2].map(() => answer(suspendSupplier(contextOf(curator), act)))
    expect((await Promise.all(both)).filter((a) => a === 'done')).toHaveLength(1)
    expect(await answer(reinstateSupplier(contextOf(curator), act))).toBe('done')
    expect(await db.event.count({ where: { aboutId: supplierId } })).toBe(2)
  })
})
