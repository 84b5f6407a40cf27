import { describe, expect, it } from 'vitest'
import { csvText } from '@/lib/platform/csv-text'
import { db } from '@/lib/platform/db'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { contract, parties } from '@/prisma/factories/contract'
import { readCalendar, revokeCalendar, subscribeToCalendar } from '../calendar/subscribe'
import { registerCells, registerHeader } from './register-download'
import { type RegisterFilter, registerFilter, registerQuery } from './register-filter'
import { listForDownload, listNoticeMonths, searchContracts } from './search-contracts'

const { asOwner } = useDatabase()
const today = '2026-03-02'
const all = registerFilter.parse({})
const ask = (given: Partial<RegisterFilter>) => ({ ...all, ...given })

describe('the register of contracts (P6)', () => {
  it('is searched by practice, supplier, payer, notice month and state, by those who are party to it', async () => {
    const of = await parties()
    await contract.present(of) // Meridian, notice date 2 July 2026, live
    await contract.made(of) // OpenPath, notice date 30 November 2028, mobilising
    const found = async (filter: Partial<RegisterFilter>, actor = of.requester) =>
      (await searchContracts(actor, ask(filter), 1, today)).lines.map((line) => line.supplier)
    expect(await found({})).toEqual(['Meridian', 'OpenPath'])
    expect(await found({ supplier: 'openp' })).toEqual(['OpenPath'])
    expect(await found({ practice: 'canal' })).toHaveLength(2)
    expect(await found({ practice: of.practice.code!.toLowerCase() })).toHaveLength(2)
    expect(await found({ practice: '%' })).toEqual([])
    expect(await found({ payer: 'north' })).toHaveLength(2)
    expect(await found({ payer: 'south' })).toEqual([])
    expect(await found({ month: '2026-07' })).toEqual(['Meridian'])
    expect(await found({ state: 'mobilising' })).toEqual(['OpenPath'])
    expect(await found({}, of.gainingSignatory)).toEqual(['OpenPath'])
    expect(await found({}, of.stranger)).toEqual([])
    expect(await found({}, contextOf().actor)).toEqual([])
    expect(await listNoticeMonths(of.manager, today)).toEqual([
      { month: '2026-07', contracts: 1 },
      { month: '2028-11', contracts: 1 },
    ])
    expect(await listNoticeMonths(of.stranger, today)).toEqual([])
  })

  it('an address that asks nonsense asks for everything, and a question survives its address', () => {
    expect(registerFilter.parse({ month: '2026-13', state: 'constructor', practice: ['a', 'b'] })).toEqual(all)
    expect(registerQuery(ask({ practice: 'A & B', month: '2026-07' }), 2)).toBe('practice=A+%26+B&month=2026-07&page=2')
  })

  it('a name that a spreadsheet would take for a formula is only text in the download', async () => {
    const of = await parties()
    await contract.present(of)
    await db.organisation.update({ where: { id: of.practice.id }, data: { name: '=HYPERLINK("http://x")' } })
    const text = csvText(registerHeader, (await listForDownload(of.requester, all)).map(registerCells))
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
  })

  it('20,000 contracts: every page is 25, and a page takes hardly longer than the bare statement', async () => {
    const of = await parties()
    await asOwner(`insert into "Contract" (id, number, "practiceId", "payerId", "supplierId", "moduleName", "startsOn", "endsOn",
      "noticeDays", "noticeDate", "runsUntil", "yearlyPence", "totalPence", state, "madeAt")
      select gen_random_uuid(), 'K' || i, '${of.practice.id}', '${of.payer.id}', '${of.losing.id}', 'System', '2024-01-01', d, 90, d - 90, d, 1, 3, 'live', now()
      from (select i, date '2026-06-01' + (i % 1000) as d from generate_series(1, 20000) i) as rows`)
    await asOwner('analyze "Contract"')
    const first = await searchContracts(of.requester, all, 1, today)
    expect([first.lines.length, first.total, first.pages]).toEqual([25, 20_000, 800])
    expect((await searchContracts(of.requester, all, 99_999, today)).page).toBe(800)
    const median = async (work: () => Promise<unknown>) => {
      const times: number[] = []
      for (let i = 0; i < 15; i++) {
        const began = performance.now()
        await work()
        times.push(performance.now() - began)
      }
      return times.toSorted((a, b) => a - b)[7]!
    }
    const bare = `select id from "Contract" where "payerId" = '${of.payer.id}' order by "noticeDate", id limit 25`
    const ours = await median(() => searchContracts(of.requester, ask({ month: '2027-03' }), 1, today))
    const everything = await median(() => searchContracts(of.requester, all, 400, today))
    const plain = await median(() => asOwner(bare))
    process.stdout.write(
      `contracts-register: a month ${ours.toFixed(1)} ms, page 400 of all ${everything.toFixed(1)} ms, bare ${plain.toFixed(1)} ms\n`,
    )
    expect(everything).toBeLessThan(1_000)
  }, 60_000)
})

describe('a calendar address (H1)', () => {
  it('is a random token of its own, read by whoever has it, and not found once revoked or its owner has left', async () => {
    const of = await parties()
    await contract.present(of)
    const make = async () => {
      const made = await subscribeToCalendar(contextOf(of.manager))
      if (!made.ok) throw new Error('refused')
      return made.value.id
    }
    const [one, other] = [await make(), await make()]
    const { listCalendarAddresses } = await import('../calendar/subscribe')
    const tokens = (await listCalendarAddresses(of.manager)).map(({ address }) => address.split('/').at(-1)!)
    expect(new Set(tokens).size).toBe(2)
    const read = (token: string) => readCalendar(contextOf(), token)
    const before = await read(tokens[0]!)
    expect(before).toContain('DTSTART;VALUE=DATE:20260702')
    expect(before).toBe(await read(tokens[0]!))
    await db.contract.updateMany({ data: { version: { increment: 1 } } })
    expect(await read(tokens[0]!)).toContain('SEQUENCE:2') // it rises with the contract, and the UID stays
    expect(/UID:(.*)/.exec((await read(tokens[0]!))!)?.[1]).toBe(/UID:(.*)/.exec(before!)?.[1])
    const kind = async (actor: typeof of.manager, id: string) => {
      const answer = await revokeCalendar(contextOf(actor), { id })
      return answer.ok ? 'done' : answer.refusal.kind
    }
    expect(await kind(of.stranger, one)).toBe('not-found')
    expect(await kind(of.manager, one)).toBe('done')
    expect(await kind(of.manager, one)).toBe('not-found')
    expect(await read(tokens[0]!)).toBeUndefined()
    expect(await read('nonsense')).toBeUndefined()
    expect(await read(tokens[1]!)).toBeDefined()
    await db.grant.updateMany({
      where: { personId: of.manager.userId },
      data: { endedAt: new Date('2026-03-01'), endReason: 'left the practice' },
    })
    expect(await read(tokens[1]!)).toBeUndefined()
    expect(other).toBeTruthy()
    expect(
      (await db.calendarSubscription.findMany({ select: { tokenHash: true } })).every(
        (r) => !tokens.includes(r.tokenHash),
      ),
    ).toBe(true)
  })
})
