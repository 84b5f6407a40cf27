import type { BlockReader } from './block-reader'

const flag = { headerSum: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 } as const

/** Passes over one member's header (RFC 1952, 2.3); false where none stands here. */
export async function skipHeader(reader: BlockReader): Promise<boolean> {
  const fixed = await reader.take(10)
  if (fixed?.[0] !== 0x1f || fixed[1] !== 0x8b || fixed[2] !== 8) return false
  const flags = fixed[3]!
  if (flags & flag.reserved) return false
  if (flags & flag.extra) {
    const length = await reader.take(2)
    if (!length || !(await reader.take(length.readUInt16LE(0)))) return false
  }
  if (flags & flag.name && !(await skipText(reader))) return false
  if (flags & flag.comment && !(await skipText(reader))) return false
  return !(flags & flag.headerSum) || (await reader.take(2)) !== undefined
}

async function skipText(reader: BlockReader): Promise<boolean> {
  for (;;) {
    const byte = await reader.take(1)
    if (!byte) return false
    if (byte[0] === 0) return true
  }
}
