import { sortWords } from './sort-words'

/** Hashes of the keys of all open objects, to find one that stands twice (EN-02). */
let keys: usize = 0
let keysTop: usize = 0
let keysEnd: usize = 0

export function setKeyRoom(at: usize, bytes: usize): void {
  keys = at
  keysEnd = at + bytes
}
export function clearKeysOpen(): void {
  keysTop = keys
}
/** Where the keys of an object that opens now will stand. */
export function openKeys(): usize {
  return keysTop
}

/** Keys of one object that are compared with each other one by one; more are sorted when it closes (EN-02). */
const fewKeys: usize = 16

/** Remembers a key of an open object; false where it is among the first and stands there already. */
export function takeKey(from: usize, key: u64): bool {
  if (keysTop >= keysEnd) unreachable()
  if (keysTop - from < fewKeys << 3) for (let q = from; q < keysTop; q += 8) if (load<u64>(q) == key) return false
  store<u64>(keysTop, key)
  keysTop += 8
  return true
}

/** Closes an object; false where one of its many keys stands twice. */
export function closeKeys(from: usize): bool {
  if (keysTop - from > fewKeys << 3) {
    sortWords(from, keysTop - 8)
    for (let q = from + 8; q < keysTop; q += 8) if (load<u64>(q) == load<u64>(q - 8)) return false
  }
  keysTop = from
  return true
}
