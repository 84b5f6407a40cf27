import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { HistoricExample } from './historic-example'

const text = { id: true, supplier: true, product: true, year: true, route: true, capabilities: true } as const
const select = { ...text, priceText: true, doubtful: true, note: true, sourceUrl: true } as const

/** Those that hold all the words, newest first; every one where there are none. */
export async function findHistoric(tx: Tx, q: string, most: number): Promise<HistoricExample[]> {
  return tx.$queryRaw<HistoricExample[]>`
    select id, supplier, product, year, route, capabilities, "priceText", doubtful, note, "sourceUrl" from "HistoricListing"
    where not absent and (${q} = '' or to_tsvector('english', concat_ws(' ', supplier, product, capabilities)) @@ websearch_to_tsquery('english', ${q}))
    order by year desc nulls last, lower(supplier), lower(product), id limit ${most}`
}

export async function findHistoricById(tx: Tx, id: string): Promise<HistoricExample | undefined> {
  return (await tx.historicListing.findFirst({ where: { id, absent: false }, select })) ?? undefined
}
