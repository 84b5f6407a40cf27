import { beforeEach, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { csvText } from '@/lib/platform/csv-text'
import { db } from '@/lib/platform/db'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { listSettings } from './list-settings'
import { readSettings } from './read-settings'
import { setSettingsFromFile } from './set-from-file'
import { settingColumns, settingRows } from './settings-file-rules'

useDatabase()
let curator: Actor
beforeEach(async () => {
  curator = await person.curator((await organisation.authority()).id)
})

const file = (...rows: string[]) => new TextEncoder().encode(['key,value,from,source,checked_on', ...rows].join('\n'))
const rows = ['decision-days,11,,Board paper 7,', 'vat-percent,19,,Board paper 7,2026-01-02']
const send = (given = rows, actor = curator) => setSettingsFromFile(contextOf(actor), file(...given))
const written = () => db.setting.count({ where: { source: 'Board paper 7' } })
const decisionDays = async () => {
  const read = await readSettings(db, { now: noon }, null, ['decision-days'])
  return read.ok ? read.value.count('decision-days') : undefined
}

it('sets all that it says with an event each; sent again it sets nothing', async () => {
  expect(await send()).toEqual({ ok: true, value: { set: 2, unchanged: 0 } })
  expect(await decisionDays()).toBe(11)
  expect(await db.event.count({ where: { name: 'SettingSuperseded' } })).toBe(2)
  expect(await send()).toEqual({ ok: true, value: { set: 0, unchanged: 2 } })
  expect(await send(['decision-days,12,2099-01-01,Board paper 8,', rows[1]!])).toMatchObject({
    value: { set: 1, unchanged: 1 },
  })
  expect(await decisionDays()).toBe(11)
})

it('writes nothing where one line cannot be set, and says which', async () => {
  const refused = await send([rows[0]!, 'vat-percent,19,2020-01-01,Board paper 7,'])
  expect(refused).toMatchObject({
    refusal: { fields: { file: ['Line 3, vat-percent: It can count from today at the earliest'] } },
  })
  expect(await written()).toBe(0)
  expect(await send(['decision-days,,,,'])).toMatchObject({
    refusal: { fields: { file: ['No line of the file has a value'] } },
  })
})

it('is the curator’s alone; of two at once one sets, and the other finds it set', async () => {
  const finance = await person.with('finance-officer', (await organisation.commissioner()).id)
  expect(await send(rows, finance)).toMatchObject({ refusal: { kind: 'forbidden' } })
  const both = await Promise.all([send(), send(rows.toReversed())])
  expect(both.map((one) => one.ok && one.value.set).sort()).toEqual([0, 2])
  expect(await written()).toBe(2)
})

it('what was set before is marked as checked by a day in its line, and nothing else', async () => {
  await send(['decision-days,11,,Board paper 7,'])
  const later = contextOf(curator, new Date('2026-05-01T08:00:00Z'))
  const settings = (await listSettings(later, null))!
  const now = new Map(settings.flatMap(({ key, now: stands }) => (stands ? [[key, stands] as const] : [])))
  const table = csvText(settingColumns, settingRows(now))
  const checked = table.replace(/^(decision-days,11,,Board paper 7),,/m, '$1,2026-04-30,')
  const sent = await setSettingsFromFile(later, new TextEncoder().encode(checked))
  expect(sent).toMatchObject({ ok: true, value: { set: 1, unchanged: now.size - 1 } })
})
