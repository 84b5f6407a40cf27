import { hashBytesA, tagType } from './hash'
import { noType } from './line'
import { isTypeName } from './references'

/** Types by number: hash, length of the name, asked for or not. A thousand are more than FHIR has, ten times over. */
const most: u32 = 1024
const types = memory.data(1024 * 16, 16)
const names = memory.data(1024 * 64, 16)
export let typeCount: u32 = 0
let isAllAsked: bool = false

export function typeHash(type: u32): u64 {
  return load<u64>(types + (type << 4))
}
export function typeNameLength(type: u32): u32 {
  return load<u32>(types + (type << 4), 8)
}
export function typeNameAt(type: u32): usize {
  return names + (type << 6)
}
/** From now on the host sees every line of this type. */
export function askFor(type: u32): void {
  store<u32>(types + (type << 4), 1, 12)
}
/** From now on the host sees every line, or again only those of the types asked for. */
export function askForAll(all: bool): void {
  isAllAsked = all
}
export function isAsked(type: u32): bool {
  return isAllAsked || load<u32>(types + (type << 4), 12) != 0
}

/** The number of a type by its name, a new one if need be; `noType` where it is no name. */
export function typeNumber(at: usize, length: usize): u32 {
  if (length == 0 || length > 64 || !isTypeName(at, at + length)) return noType
  const hash = hashBytesA(at, length, tagType)
  for (let i: u32 = 0; i < typeCount; i++) if (load<u64>(types + (i << 4)) == hash) return i
  if (typeCount == most) return noType
  store<u64>(types + (typeCount << 4), hash)
  store<u32>(types + (typeCount << 4), <u32>length, 8)
  memory.copy(typeNameAt(typeCount), at, length)
  return typeCount++
}
