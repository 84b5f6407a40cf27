import { describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { balanceOf } from './balance-of'
import type { Posting } from './ledger'
import { postTransaction, reverseTransaction } from './post-transaction'

const database = useDatabase()
const [payer, id] = [newId(), newId()]
const posting = (given: Partial<Posting> = {}, pence = 500n): Posting => ({
  key: 'money/1',
  kind: 'money-in',
  about: { type: 'Invoice', id },
  entries: [
    { account: 'cash', organisationId: null, pence },
    { account: 'cashHeld', organisationId: payer, pence: -pence },
  ],
  ...given,
})
const post = (given?: Partial<Posting>, pence?: bigint) =>
  transaction((tx) => postTransaction(tx, contextOf(), posting(given, pence)))

describe('the ledger', () => {
  it('M6: the same key and body is the same transaction, another body is refused', async () => {
    const first = await post()
    expect(first).toMatchObject({ ok: true, value: { again: false } })
    expect(await post()).toMatchObject({ value: { id: first.ok && first.value.id, again: true } })
    expect(await post({}, 501n)).toMatchObject({ refusal: { kind: 'conflict' } })
    expect([await balanceOf('cash'), await balanceOf('cashHeld', payer), await balanceOf('cashHeld', newId())]).toEqual(
      [500n, -500n, 0n],
    )
  })

  it('M6: thirty at once with one key post once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => post()))
    expect(answers.every((a) => a.ok)).toBe(true)
    expect(answers.filter((a) => a.ok && !a.value.again)).toHaveLength(1)
    expect(await balanceOf('cash')).toBe(500n)
  })

  it('M5: what does not balance is refused by the code, and by the database at the end of the transaction', async () => {
    const { entries } = posting()
    expect(await post({ entries: [entries[0]!, { ...entries[1]!, pence: -499n }] })).toMatchObject({ ok: false })
    await post()
    const { id: known } = await db.ledgerTransaction.findFirstOrThrow({ select: { id: true } })
    const row = { id: newId(), key: 'raw', bodySha256: 'x', kind: 'x', aboutType: 'x', aboutId: id, entryCount: 2 }
    const raw = { ...row, byId: 'x', postedAt: new Date(0) }
    const entry = { account: 'cash', pence: 5n }
    await expect(db.ledgerTransaction.create({ data: raw }), 'no entries').rejects.toThrow(/posting_balances/)
    await expect(
      db.ledgerTransaction.create({
        data: {
          ...raw,
          entries: {
            create: [
              { ...entry, position: 0 },
              { ...entry, position: 1, pence: -4n },
            ],
          },
        },
      }),
      'a penny too much',
    ).rejects.toThrow(/posting_balances/)
    await expect(
      db.ledgerEntry.createMany({
        data: [
          { ...entry, transactionId: known, position: 2 },
          { ...entry, transactionId: known, position: 3, pence: -5n },
        ],
      }),
      'slipped in later',
    ).rejects.toThrow(/posting_balances/)
    expect(await db.ledgerTransaction.count()).toBe(1)
  })

  it('M5: nobody changes, deletes or truncates what was posted', async () => {
    await post()
    for (const table of ['LedgerTransaction', 'LedgerEntry'])
      for (const sql of [
        `update "${table}" set ${table === 'LedgerEntry' ? 'pence = pence + 1' : "kind = 'x'"}`,
        `delete from "${table}"`,
        `truncate "${table}" cascade`,
      ]) {
        await expect(db.$executeRawUnsafe(sql), sql).rejects.toThrow(/permission denied/)
        await expect(database.asOwner(sql), sql).rejects.toThrow(/append-only/)
      }
  })

  it('M5: a posting is taken back once, by a linked one', async () => {
    await post()
    const back = (key: string) =>
      transaction((tx) => reverseTransaction(tx, contextOf(), { key, kind: 'back', of: 'money/1' }))
    expect(await back('back/1')).toMatchObject({ value: { again: false } })
    expect(await back('back/1')).toMatchObject({ value: { again: true } })
    expect(await back('back/2')).toMatchObject({ refusal: { kind: 'conflict' } })
    expect(await balanceOf('cash')).toBe(0n)
    const links = await db.ledgerTransaction.findMany({ select: { reversesId: true }, orderBy: { postedAt: 'asc' } })
    expect(links.filter(({ reversesId }) => reversesId !== null)).toHaveLength(1)
  })
})
