import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { zipArchive } from './zip-archive'

/** Reads it as a stranger does: from the end record to the directory, from there to each file. */
function unzip(zip: Buffer): Record<string, string> {
  const end = zip.length - 22
  expect(zip.readUInt32LE(end)).toBe(0x06054b50)
  let at = zip.readUInt32LE(end + 16)
  const found: Record<string, string> = {}
  for (let i = 0; i < zip.readUInt16LE(end + 10); i++) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50)
    const [sum, size, length, start] = [16, 20, 28, 42].map((field) =>
      field === 28 ? zip.readUInt16LE(at + field) : zip.readUInt32LE(at + field),
    ) as [number, number, number, number]
    const path = zip.subarray(at + 46, at + 46 + length).toString()
    expect(zip.readUInt32LE(start)).toBe(0x04034b50)
    const content = zip.subarray(start + 30 + length, start + 30 + length + size)
    expect(crc32(content)).toBe(sum)
    found[path] = content.toString()
    at += 46 + length
  }
  expect(at).toBe(end)
  return found
}

describe('a zip of text files', () => {
  const files = [
    { path: 'reports/b.json', text: '{"é":1}' },
    { path: 'README.txt', text: '' },
    { path: 'a.json', text: 'x'.repeat(70_000) },
  ]
  it('holds every file as it was given', () => {
    expect(unzip(zipArchive(files))).toEqual(Object.fromEntries(files.map(({ path, text }) => [path, text])))
  })
  it('EV-01: is the same bytes whatever the order in which the files were given', () => {
    expect(zipArchive([...files].reverse()).equals(zipArchive(files))).toBe(true)
  })
  it('refuses a path that stands twice', () => {
    expect(() => zipArchive([...files, files[0]!])).toThrow('reports/b.json stands twice')
  })
})
