import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { buyers, callOffIn } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { person } from '@/prisma/factories/person'
import { termsHashOf } from './call-off-rules'
import { findCallOff } from './call-off-store'
import { getSignedCallOff } from './get-signed-call-off'
import { signCallOff } from './sign-call-off'

const database = useDatabase()
const found = async (id: string) => (await findCallOff(db, id))!

/** The statements of the migration that carry standing orders over, as they are applied. */
function carriedOver(): string {
  const sql = readFileSync('prisma/migrations/20261129175327_order_form_in_sections/migration.sql', 'utf8')
  return sql.slice(sql.indexOf('UPDATE "CallOff"'), sql.indexOf('ALTER TABLE "CallOff" ADD CONSTRAINT'))
}

it('an order that was out for signature before the form had sections is carried over whole, and can be signed', async () => {
  const of = await buyers(noon)
  const made = await module.conformant()
  const id = await callOffIn('signing', of, made)
  const before = await found(id)
  const hash = termsHashOf(before, 1)
  await db.callOffSite.deleteMany({ where: { callOffId: id } })
  await database.asOwner(
    `update "CallOff" set lines = '[]', form = '{}', "signBy" = null, "termsHash" = $2 where id = $1`,
    [id, hash],
  )
  await database.asOwner(`update "FundingRequest" set "termsHash" = $2 where id = $1`, [before.fundingRequestId, hash])
  await database.asOwner(carriedOver())

  const after = await found(id)
  expect(after).toMatchObject({ termsFormat: 1, lines: before.lines, sites: { length: 1 } })
  expect(after.sites[0]).toMatchObject({ practiceId: of.practice.id, listSize: 9871, state: 'consented' })
  for (const actor of [await person.signatory(made.supplierId), of.approver]) {
    const { version, termsHash } = await found(id)
    await value(signCallOff(contextOf(actor), { id, version, termsHash }, noon))
  }
  expect(await getSignedCallOff(db, id)).toMatchObject({ practiceIds: [of.practice.id], capPence: 4_000_000n })
}, 120_000)
