import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { answerTo, comparisonOf, folderOf, ndjson } from '@/lib/testing/two-sides'
import type { Place } from '../compare/comparison'
import { writeJson } from '../json/write-json'
import { gunzip } from './gunzip'
import { type Line, splitLines } from './split-lines'

const flags = [...Array(5).keys()].map((n) => ({ resourceType: 'Flag', id: `${n}`, code: { text: 'é'.repeat(n) } }))

async function* inBlocks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

describe('lines', () => {
  it('IN-01: end in LF or CRLF or with the file, from blocks of any size, a mark at the start apart', async () => {
    const bytes = Buffer.from('\ufeff{"a":1}\r\n\n  \n[é]\nlast')
    for (const size of [1, 2, 3, 4, 7, 100]) {
      const lines: Line[] = []
      for await (const line of splitLines(inBlocks(bytes, size), 1000)) lines.push(line)
      expect(lines.map(({ bytes, number, offset, length }) => [bytes?.toString(), number, offset, length])).toEqual([
        ['{"a":1}', 1, 3, 7],
        ['', 2, 12, 0],
        ['  ', 3, 13, 2],
        ['[é]', 4, 16, 4],
        ['last', 5, 21, 4],
      ])
      for (const { bytes: line, offset, length } of lines) expect(bytes.subarray(offset, offset + length)).toEqual(line)
    }
  })

  it('IN-01: of a gzip file of several members are those of the members joined, from blocks of any size', async () => {
    const named = Buffer.from(gzipSync('end'))
    named[3] = 8 | 4
    const fields = Buffer.concat([
      named.subarray(0, 10),
      Buffer.from([2, 0, 9, 9]),
      Buffer.from('name\0'),
      named.subarray(10),
    ])
    const big = 'x'.repeat(300_000)
    const bytes = Buffer.concat([gzipSync('a\nb'), gzipSync(''), gzipSync(big), fields])
    for (const size of [1, 10, 23, 1000, 1 << 20]) {
      const parts: Buffer[] = []
      for await (const part of gunzip(inBlocks(bytes, size))) parts.push(part)
      expect(Buffer.concat(parts).toString() === `a\nb${big}end`).toBe(true)
    }
  })

  it('IN-03: a disk that fails amid a gzip file is no damaged file', async () => {
    const bytes = gzipSync('x'.repeat(10_000), { level: 0 })
    async function* failing() {
      yield bytes.subarray(0, 2000)
      throw new Error('EIO')
    }
    const read = async () => {
      for await (const part of gunzip(failing())) expect(part.length).toBeGreaterThan(0)
    }
    await expect(read()).rejects.toThrow('EIO')
  })

  it('IN-01: types may mix, and bytes, rows, blank lines and SHA-256 are told of each file', async () => {
    const text = `\ufeff\n${ndjson(...flags).replaceAll('\n', '\r\n')}  \r\n{"resourceType":"Task"}`
    const zipped = gzipSync(ndjson({ resourceType: 'Task', id: 'x' }))
    const { source } = await comparisonOf({ 'a.ndjson': text, 'z/b.ndjson.gz': zipped }, flags)
    const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
    expect(source.files).toEqual([
      { path: 'a.ndjson', bytes: Buffer.byteLength(text), sha256: sha256(text), rows: 6, blankLines: 2 },
      { path: 'z/b.ndjson.gz', bytes: zipped.length, sha256: sha256(zipped), rows: 1, blankLines: 0 },
    ])
    expect(source.bytes).toBe(Buffer.byteLength(text) + zipped.length)
    expect(source.byType).toEqual({ Flag: 5, Task: 2 })
  })

  it('reads differing resources again, as they were written, by offset and out of gzip', async () => {
    const lines = flags.map((flag, n) => JSON.stringify(flag).replace('"code"', `"n":${n}.10,"code"`))
    const text = `\ufeff${lines.join('\r\n')}`
    const source = { 'a.ndjson': text, 'b.ndjson.gz': gzipSync(text.replaceAll('Flag', 'Task')) }
    const answer = await answerTo(source, [{ resourceType: 'Group' }])
    if (!answer.ok) throw new Error('faulty')
    const places: Place[] = answer.comparison.unpaired.source
    expect(places.map(({ file, line }) => [file, line])).toEqual(
      [0, 1].flatMap((file) => [1, 2, 3, 4, 5].map((line) => [file, line])),
    )
    const mixed = [places[7]!, places[2]!, places[9]!, places[0]!, places[7]!, { ...places[5]! }]
    const again = await answer.rereading.read(mixed)
    const expected = [2, 2, 4, 0, 2, 0].map((n) => lines[n]!)
    expect(again.map((one) => writeJson(one).replace('Task', 'Flag'))).toEqual(expected)
  })

  it('tells how many bytes are read, and at the end all', async () => {
    const told: [number, number][] = []
    const source = folderOf({ 'a.ndjson': ndjson(...flags) })
    const answer = await answerTo({ 'a.ndjson': ndjson(...flags) }, flags, {
      source,
      progress: (...it) => void told.push(it),
    })
    const total = 2 * Buffer.byteLength(ndjson(...flags))
    expect([answer.ok, told.at(-1)]).toEqual([true, [total, total]])
  })
})
