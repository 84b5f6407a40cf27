import { describe, expect, it } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { sha256Hex } from '@/lib/platform/canonical-json'
import { db } from '@/lib/platform/db'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { module } from '@/prisma/factories/module'
import { getRegisterEntry } from '../get-register-entry'
import { bulkAnswer } from './bulk-answer'
import { bulkFile, bulkSchemaText } from './bulk-line-schema'
import { linesOf } from './bulk-rules'
import { getBulkCheckpoint } from './read-bulk'
import { writeBulk } from './write-bulk'

useDatabase()
const ctx = contextOf(visitor)
const later = (days: number) => contextOf(visitor, new Date(noon.getTime() + days * 86_400_000))
const get = (format: 'json' | 'csv', headers = {}) => bulkAnswer(new Request('http://x/', { headers }), format)

describe('RG-03 the nightly bulk of the register', () => {
  it('holds every line of yesterday as JSON and CSV with hashes and counts, and nothing before the first night', async () => {
    expect((await get('json')).status).toBe(404)
    const made = [await module.conformant({ name: '=HYPERLINK("x")' })]
    for (let n = 0; n < 27; n++) made.push(await (n % 2 ? module.unassessed() : module.conformant()))
    await writeBulk(ctx)
    const checkpoint = (await getBulkCheckpoint())!
    expect(checkpoint).toMatchObject({ asOf: '2026-03-01', moduleVersions: 28, lines: 28 })
    const [json, csv] = [await get('json'), await get('csv')]
    const [text, table] = [await json.text(), Buffer.from(await csv.arrayBuffer())]
    expect(sha256Hex(text)).toBe(checkpoint.jsonSha256)
    expect(sha256Hex(table)).toBe(checkpoint.csvSha256)
    expect(sha256Hex(bulkSchemaText())).toBe(checkpoint.schemaSha256)
    expect([BigInt(Buffer.byteLength(text)), BigInt(table.length)]).toEqual([checkpoint.jsonBytes, checkpoint.csvBytes])
    const file = bulkFile.parse(JSON.parse(text))
    expect(file.lines).toHaveLength(28)
    const entry = await getRegisterEntry(ctx, made[0]!.moduleId, '1.0.0', { asOf: '2026-03-01' })
    const mine = file.lines.filter((line) => line.moduleVersionId === made[0]!.moduleVersionId)
    expect(mine).toEqual(entry.ok && linesOf(entry.value))
    expect(mine[0]).toMatchObject({ value: 'MET', rule: 'D6', evidence: ['a'.repeat(64)] })
    expect(table.toString('utf8').split('\r\n')).toHaveLength(30)
    expect(table.toString('utf8')).toContain(`"'=HYPERLINK(""x"")"`)
    expect((await get('json', { 'if-none-match': json.headers.get('etag')! })).status).toBe(304)
  })

  it('is written once a day; broken off it begins anew; older parts are dropped and checkpoints stay', async () => {
    await module.conformant()
    await db.registerBulkPart.create({
      data: { asOf: new Date('2026-03-01'), format: 'json', number: 0, gzip: new Uint8Array([1]) },
    })
    for (const _ of [1, 2]) await writeBulk(ctx)
    expect(JSON.parse(await (await get('json')).text()).lines).toHaveLength(1)
    await writeBulk(later(1))
    await writeBulk(later(2))
    expect(await db.registerBulk.count()).toBe(3)
    const days = await db.registerBulkPart.findMany({ distinct: ['asOf'], select: { asOf: true } })
    expect(days).toHaveLength(2)
    expect((await getBulkCheckpoint())?.asOf).toBe('2026-03-03')
  })

  it('an empty catalogue gives an empty file that is valid', async () => {
    await writeBulk(ctx)
    expect(bulkFile.parse(JSON.parse(await (await get('json')).text())).lines).toEqual([])
  })
})
