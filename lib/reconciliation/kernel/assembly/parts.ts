import { addRecord, addRef, record, reference } from './room'

/** Copies records of a side, `count` from `from` on, one after the other to `at`. */
export function exportRecords(side: u32, from: u32, count: u32, at: usize): void {
  for (let i: u32 = 0; i < count; i++) memory.copy(at + ((<usize>i) << 6), record(side, from + i), 64)
}

export function exportRefs(side: u32, from: u32, count: u32, at: usize): void {
  for (let i: u32 = 0; i < count; i++) memory.copy(at + ((<usize>i) << 4), reference(side, from + i), 16)
}

/**
 * Takes in records that another kernel of the same key exported: they get the number of their file here, types by the table
 * `types` (32 bits each), and their references begin at `refs`.
 */
export function importRecords(side: u32, at: usize, count: u32, file: u32, types: usize, refs: u32): void {
  for (let i: u32 = 0; i < count; i++) {
    const to = addRecord(side)
    memory.copy(to, at + ((<usize>i) << 6), 64)
    store<u16>(to, <u16>file, 32)
    store<u32>(to, load<u32>(to, 48) + refs, 48)
    const word = load<u32>(to, 56)
    store<u32>(to, (word & ~1023) | load<u32>(types + ((word & 1023) << 2)), 56)
  }
}

export function importRefs(side: u32, at: usize, count: u32): void {
  for (let i: u32 = 0; i < count; i++) {
    const slot = at + ((<usize>i) << 4)
    addRef(side, load<u64>(slot), load<u64>(slot, 8))
  }
}
