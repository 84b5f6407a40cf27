import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { getSetting, listSettings } from './list-settings'
import { readSettings } from './read-settings'
import { supersedeSetting } from './supersede-setting'

const database = useDatabase()
let payerId: string
let curator: Actor
let finance: Actor
let approver: Actor

beforeEach(async () => {
  payerId = (await organisation.commissioner()).id
  curator = await person.curator((await organisation.authority()).id)
  finance = await person.with('finance-officer', payerId)
  approver = await person.approver(payerId, 1n)
})

const first = async (key: string) => (await db.setting.findFirstOrThrow({ where: { key } })).id
const input = {
  organisationId: null,
  key: 'decision-days',
  value: '15',
  from: '2026-04-01',
  source: 'The board',
  verifiedOn: null,
}
const decisionDays = async (payer: string | null, now = noon) => {
  const read = await readSettings(db, { now }, payer, ['decision-days'])
  return read.ok ? read.value.count('decision-days') : read.refusal
}
const april = new Date('2026-04-01T08:00:00Z')

describe('K1: superseding a setting', () => {
  it('climbs the ladder: forbidden, not found, invalid, stale, done with one event', async () => {
    const seen = await first('decision-days')
    expect(await supersedeSetting(contextOf(finance), { ...input, seen })).toMatchObject({
      refusal: { kind: 'forbidden' },
    })
    expect(await supersedeSetting(contextOf(curator), { ...input, seen, key: 'no-such' })).toMatchObject({
      refusal: { kind: 'not-found' },
    })
    expect(
      await supersedeSetting(contextOf(finance), {
        ...input,
        seen: '',
        organisationId: payerId,
        key: 'direct-award-cap',
        value: '1',
      }),
    ).toMatchObject({ refusal: { kind: 'not-found' } })
    expect(await supersedeSetting(contextOf(curator), { ...input, seen, value: 'soon' })).toMatchObject({
      refusal: { fields: { value: expect.anything() } },
    })
    expect(await supersedeSetting(contextOf(curator), { ...input, seen, from: '2026-03-01' })).toMatchObject({
      refusal: { fields: { from: expect.anything() } },
    })
    expect(await supersedeSetting(contextOf(curator), { ...input, seen: '' })).toMatchObject({
      refusal: { kind: 'stale' },
    })
    expect(await db.event.count()).toBe(0)
    expect(await supersedeSetting(contextOf(curator), { ...input, seen })).toMatchObject({
      ok: true,
      value: { value: 15 },
    })
    expect(await db.event.findMany({ select: { name: true } })).toEqual([{ name: 'SettingSuperseded' }])
    expect([await decisionDays(null), await decisionDays(null, april)]).toEqual([20, 15])
    expect(await supersedeSetting(contextOf(curator), { ...input, seen })).toMatchObject({ refusal: { kind: 'stale' } })
  })

  it('a payer’s own row counts before the authority’s, for that payer only', async () => {
    await supersedeSetting(contextOf(finance), {
      ...input,
      organisationId: payerId,
      seen: '',
      value: '7',
      from: '2026-03-02',
    })
    expect([await decisionDays(payerId), await decisionDays(null)]).toEqual([7, 20])
  })

  it('what nobody has set is a refusal that names it', async () => {
    expect(await readSettings(db, { now: noon }, null, ['ocid-prefix'])).toMatchObject({
      refusal: { kind: 'conflict', because: expect.stringContaining('Prefix of the contracting process ids') },
    })
  })

  it('twenty who supersede at once leave one new row', async () => {
    const seen = await first('decision-days')
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => supersedeSetting(contextOf(curator), { ...input, seen })),
    )
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect(await db.setting.count({ where: { key: 'decision-days' } })).toBe(2)
  })

  it('the database lets nobody edit, delete or overlap a row', async () => {
    const id = await first('decision-days')
    for (const sql of [
      `update "Setting" set value = '1' where id = '${id}'`,
      `update "Setting" set "validTo" = '2030-01-01', source = 'another' where id = '${id}'`,
      `delete from "Setting" where id = '${id}'`,
    ])
      await expect(database.asOwner(sql)).rejects.toThrow(/never edited/)
    await database.asOwner(`update "Setting" set "validTo" = '2030-01-01' where id = '${id}'`)
    await expect(database.asOwner(`update "Setting" set "validTo" = null where id = '${id}'`)).rejects.toThrow(
      /never edited/,
    )
    const insert = (from: string) =>
      database.asOwner(
        `insert into "Setting" (id, key, value, "validFrom", source) values (gen_random_uuid(), 'decision-days', '1', '${from}', 's')`,
      )
    await expect(insert('2030-01-01')).rejects.toThrow(/setting_no_overlap/)
    await insert('2030-01-02')
  })

  it('K3: a row that is not verified is hidden from users and shown to its setter', async () => {
    const seenBy = async (actor: Actor) =>
      (await listSettings(contextOf(actor), payerId))?.find((s) => s.key === 'decision-days')
    await supersedeSetting(contextOf(finance), {
      ...input,
      organisationId: payerId,
      seen: '',
      value: '7',
      from: '2026-03-02',
    })
    expect(await seenBy(finance)).toMatchObject({ now: { value: 7 }, own: true, hidden: false })
    expect(await seenBy(approver)).toMatchObject({ now: undefined, hidden: true })
    expect((await getSetting(contextOf(approver), payerId, 'decision-days'))?.history).toEqual([])
    const own = await db.setting.findFirstOrThrow({ where: { organisationId: payerId } })
    await supersedeSetting(contextOf(finance), {
      ...input,
      organisationId: payerId,
      seen: own.id,
      value: '7',
      from: '2026-03-03',
      verifiedOn: '2026-03-02',
    })
    const tomorrow = new Date('2026-03-03T10:00:00Z')
    expect(
      (await listSettings(contextOf(approver, tomorrow), payerId))?.find((s) => s.key === 'decision-days'),
    ).toMatchObject({ now: { value: 7 } })
    expect(await listSettings(contextOf(approver), null)).toBeUndefined()
    expect(
      await getSetting(contextOf(finance), (await organisation.commissioner()).id, 'decision-days'),
    ).toBeUndefined()
  })
})
