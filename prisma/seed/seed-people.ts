import { hashPassword } from '@/lib/identity/password'
import type { Context } from '@/lib/platform/context'
import { addDays, dateFromDay, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { fixedId } from './fixed-id'
import { demoOrganisations, demoPeople } from './people'

/** Organisations and people of the story, their grants a year old, their list sizes a month old. */
export async function seedPeople(ctx: Context): Promise<void> {
  const passwordHash = await hashPassword('demonstration')
  const [lastYear, lastMonth] = [dateFromDay(addDays(dayOf(ctx.now), -365)), dateFromDay(addDays(dayOf(ctx.now), -30))]
  for (const { key, patients, ...organisation } of demoOrganisations) {
    const id = fixedId(key)
    await db.organisation.upsert({
      where: { id },
      create: { id, status: 'active', demo: true, source: 'demonstration', ...organisation },
      update: {},
    })
    if (patients)
      await db.listSize.upsert({
        where: { organisationId_asOf: { organisationId: id, asOf: lastMonth } },
        create: { organisationId: id, asOf: lastMonth, patients, source: 'demonstration' },
        update: {},
      })
  }
  for (const { email, name, role, limitPence = null, ...person } of demoPeople) {
    const id = fixedId(email)
    const grantId = fixedId(`${email}/${role}`)
    await db.person.upsert({ where: { id }, create: { id, email, name, passwordHash, createdAt: ctx.now }, update: {} })
    await db.grant.upsert({
      where: { id: grantId },
      create: { id: grantId, personId: id, organisationId: fixedId(person.in), role, limitPence, validFrom: lastYear },
      update: {},
    })
  }
}
