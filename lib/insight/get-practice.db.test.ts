import { describe, expect, it } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { getOwnPractice, getPractice } from './get-practice'
import { listPracticeContracts } from './list-practice-contracts'

useDatabase()

describe('the page of a practice', () => {
  it('is the own one for people of a practice, and nobody’s for others', async () => {
    const own = await organisation.practice({ code: 'Z90001', name: 'Ours' })
    const other = await organisation.practice({ code: 'Z90002', name: 'Theirs' })
    const manager = await person.practiceManager(own.id)
    expect(await getOwnPractice(manager)).toMatchObject({ code: 'Z90001', list: { patients: 9871 } })
    expect(await getOwnPractice(await person.partner(other.id))).toMatchObject({ code: 'Z90002' })
    expect(await getOwnPractice(visitor)).toBeUndefined()
    const payer = await organisation.commissioner()
    expect(await getOwnPractice(await person.approver(payer.id, 1n))).toBeUndefined()
    expect(await listPracticeContracts(manager, own.id, '2026-03-02')).toEqual([])
  })

  it('shows public facts to everybody, and nothing for a code that none has', async () => {
    await organisation.practice({ code: 'Z90001', name: 'Ours' })
    expect(await getPractice(visitor, 'z90001')).toMatchObject({ name: 'Ours', observed: [], areaCode: null })
    expect(await getPractice(visitor, 'Z90009')).toBeUndefined()
    expect(await getPractice(visitor, "' or 1=1 --")).toBeUndefined()
  })
})
