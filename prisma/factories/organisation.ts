import { dateFromDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'

type Given = Partial<{
  id: string
  code: string | null
  name: string
  partOfCode: string | null
  status: string
  patients: number
  demo: boolean
}>

async function make(kind: string, given: Given, name: string) {
  const { patients, ...rest } = given
  const id = rest.id ?? newId()
  const row = await db.organisation.create({ data: { kind, name, status: 'active', ...rest, id } })
  if (patients !== undefined)
    await db.listSize.create({
      data: { organisationId: id, asOf: dateFromDay('2026-02-01'), patients, source: 'test' },
    })
  return row
}

/** Organisations in the situations that tests speak of. */
export const organisation = {
  practice: (given: Given = {}) =>
    make('practice', { code: newId().slice(0, 6).toUpperCase(), patients: 9871, ...given }, 'A practice'),
  commissioner: (given: Given = {}) =>
    make('commissioner', { code: newId().slice(0, 6).toUpperCase(), ...given }, 'A commissioner'),
  supplier: (given: Given = {}) => make('supplier', given, 'A supplier'),
  authority: (given: Given = {}) => make('authority', given, 'The authority'),
}
