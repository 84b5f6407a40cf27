import { chmodSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { answerTo, folderOf, ndjson, profileOf } from '@/lib/testing/two-sides'
import type { Fault } from '../compare/comparison'
import { compareByReference } from '../engines/reference-engine'
import { listFiles } from './list-files'

const fine = { resourceType: 'Flag', id: '1' }
const switchKey = new Uint8Array(32)

async function faultsOf(target: Record<string, string | Uint8Array>, maxLine?: number) {
  const answer = await answerTo([fine], target, { maxLine })
  return answer.ok ? [] : answer.faults.map(({ code, side, file, line, byte }) => [code, side, file, line, byte])
}

describe('faulty input', () => {
  const lines: [string, string | Buffer, number][] = [
    ['E-JSON', '{"resourceType":"Flag"', 22],
    ['E-UTF8', Buffer.from('{"resourceType":"Flag","a":"\xe9"}', 'latin1'), 28],
    ['E-SURROGATE', '{"resourceType":"Flag","a":"\\ud83d"}', 28],
    ['E-NUL', '{"resourceType":"Flag","a":"\\u0000"}', 28],
    ['E-CONTROL', '{"resourceType":"Flag","a":"\u0001"}', 28],
    ['E-DUPKEY', '{"resourceType":"Flag","resourceType":"Flag"}', 23],
    ['E-DEPTH', `{"resourceType":"Flag","a":${'['.repeat(128)}`, 154],
    ['E-NUMBER', '{"resourceType":"Flag","a":01}', 28],
    ['E-TYPE', '{"id":"1"}', 0],
    ['E-TYPE', '[{"resourceType":"Flag"}]', 0],
    ['E-TYPE', '{"resourceType":"Mrs Jones 9434765919"}', 0],
    ['E-ID', '{"resourceType":"Flag","id":"2"}', 0],
    ['E-ID', '{"resourceType":"Flag","id":2}', 0],
  ]
  it.each(lines)('IN-03: %s names side, file, line and byte', async (code, line, byte) => {
    const content = Buffer.concat([Buffer.from(ndjson({ ...fine, id: '2' }, '')), Buffer.from(line), Buffer.from('\n')])
    expect(await faultsOf({ 'a/b.ndjson': content })).toEqual([[code, 'target', 'a/b.ndjson', 3, byte]])
    expect(await faultsOf({ 'a/b.ndjson.gz': gzipSync(content) })).toEqual([[code, 'target', 'a/b.ndjson.gz', 3, byte]])
  })

  it('IN-03: E-LINE names the line that is too long and reads on behind it', async () => {
    const long = { ...fine, note: 'x'.repeat(100) }
    expect(await faultsOf({ 'a.ndjson': ndjson(long, { ...fine, id: '2' }, '{') }, 60)).toEqual([
      ['E-LINE', 'target', 'a.ndjson', 1, 60],
      ['E-JSON', 'target', 'a.ndjson', 3, 1],
    ])
    expect(await faultsOf({ 'a.ndjson': `${JSON.stringify(fine)}\n` }, JSON.stringify(fine).length)).toEqual([])
  })

  it('IN-03: E-ID meets a type and id of another file; without an id nothing is met', async () => {
    const listed = { resourceType: 'List', mode: 'snapshot' }
    expect(await faultsOf({ 'a.ndjson': ndjson(fine, listed, listed), 'b.ndjson': ndjson(listed, fine) })).toEqual([
      ['E-ID', 'target', 'b.ndjson', 2, 0],
    ])
    expect(await faultsOf({ 'a.ndjson': ndjson(fine, { resourceType: 'Task', id: '1' }) })).toEqual([])
  })

  it('IN-03: E-GZIP for what is cut off, damaged or followed by other bytes', async () => {
    const whole = gzipSync(ndjson(fine))
    const damaged = Buffer.from(whole)
    damaged[whole.length - 8]! ^= 1
    const wrongSize = Buffer.from(whole)
    wrongSize[whole.length - 1]! ^= 1
    const faulty = {
      'cut-in-header': whole.subarray(0, 5),
      'cut-in-data': whole.subarray(0, whole.length - 12),
      'cut-in-trailer': whole.subarray(0, whole.length - 3),
      'no-gzip': Buffer.from(ndjson(fine)),
      'trailing-bytes': Buffer.concat([whole, Buffer.from('rest')]),
      'trailing-zeros': Buffer.concat([whole, Buffer.alloc(8)]),
      damaged,
      empty: Buffer.alloc(0),
      'second-cut': Buffer.concat([gzipSync('\n'), whole.subarray(0, whole.length - 1)]),
      'wrong-size': wrongSize,
    }
    for (const [name, content] of Object.entries(faulty))
      expect(await faultsOf({ [`${name}.ndjson.gz`]: content })).toEqual([
        ['E-GZIP', 'target', `${name}.ndjson.gz`, 0, 0],
      ])
  })

  it('IN-03: E-EMPTY-SIDE for a folder without a resource, E-READ for one that is not there', async () => {
    expect(await faultsOf({ 'notes.txt': 'x' })).toEqual([['E-EMPTY-SIDE', 'target', '', 0, 0]])
    expect(await faultsOf({ 'a.ndjson': '\n\n' })).toEqual([['E-EMPTY-SIDE', 'target', '', 0, 0]])
    const answer = await compareByReference({
      source: folderOf({ 'a.ndjson': ndjson(fine) }),
      target: '/nowhere',
      profile: profileOf(),
      switchKey,
    })
    expect(answer.ok ? [] : answer.faults.map(({ code, side, file }) => [code, side, file])).toEqual([
      ['E-READ', 'target', ''],
    ])
  })

  it.skipIf(process.getuid?.() === 0)(
    'IN-03: E-READ for a file that may not be opened (skipped: runs as root)',
    async () => {
      const target = folderOf({ 'a.ndjson': ndjson(fine) })
      chmodSync(join(target, 'a.ndjson'), 0)
      const answer = await compareByReference({ source: target, target, profile: profileOf(), switchKey })
      expect(answer.ok ? [] : answer.faults.map(({ code, file }) => [code, file])).toEqual([
        ['E-READ', 'a.ndjson'],
        ['E-READ', 'a.ndjson'],
      ])
    },
  )

  it('IN-03: E-READ for a link that leads nowhere', async () => {
    const target = folderOf({ 'a.ndjson': ndjson(fine) })
    symlinkSync(join(target, 'gone'), join(target, 'b.ndjson'))
    const answer = await compareByReference({ source: target, target, profile: profileOf(), switchKey })
    expect(answer.ok ? [] : answer.faults.map(({ code, side, file }) => [code, side, file])).toEqual([
      ['E-READ', 'source', 'b.ndjson'],
      ['E-READ', 'target', 'b.ndjson'],
    ])
  })

  it('IN-03: E-CHANGED for a file that is written to while the run reads', async () => {
    const source = folderOf({ 'a.ndjson': ndjson(fine) })
    const target = folderOf({ 'a.ndjson': ndjson(fine) })
    const file = join(source, 'a.ndjson')
    const { atime, mtime } = statSync(file)
    const otherWords = () => {
      writeFileSync(file, ndjson({ ...fine, id: '2' }))
      utimesSync(file, atime, mtime)
    }
    for (const change of [() => utimesSync(file, 1, 1), otherWords, () => rmSync(file)]) {
      const answer = await compareByReference({ source, target, profile: profileOf(), switchKey, progress: change })
      expect(answer.ok ? [] : answer.faults.map(({ code, side, file }) => [code, side, file])).toEqual([
        ['E-CHANGED', 'source', 'a.ndjson'],
      ])
    }
  })

  it('IN-03: lists 100 faults, counts all, and quotes nothing', async () => {
    const answer = await answerTo(
      [fine],
      [...Array(150).keys()].map((n) => `{"resourceType":"Flag","nhs":943476591${n}x}`),
    )
    if (answer.ok) throw new Error('no fault was found')
    expect([answer.faults.length, answer.count]).toEqual([100, 150])
    const words = (fault: Fault) => fault.message
    expect(answer.faults.map(words).join()).not.toContain('943476591')
  })

  it('IN-04: a fault on one side leaves nothing compared', async () => {
    expect(await answerTo([fine], [fine, '{'])).toMatchObject({ ok: false, count: 1 })
  })
})

describe('files of a side', () => {
  it('IN-01: are listed with sub-folders, in one order, and nothing else is', () => {
    const folder = folderOf({ 'b.ndjson': '', 'a/z.ndjson.gz': '', 'B.ndjson': '', 'x.json': '', 'manifest.json': '' })
    writeFileSync(join(folder, 'y.ndjson.part'), '')
    symlinkSync(join(folder, 'b.ndjson'), join(folder, 'linked.ndjson'))
    symlinkSync(folder, join(folder, 'circle.ndjson'))
    expect(listFiles(folder)).toEqual(['B.ndjson', 'a/z.ndjson.gz', 'b.ndjson', 'linked.ndjson'])
  })
})
