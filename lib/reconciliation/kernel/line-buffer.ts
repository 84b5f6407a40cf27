import type { Kernel } from './kernel-program'

const blockBytes = 8 << 20
/** What the kernel may read past the end of a line. */
const margin = 64

type Sink = { lines: (from: number, to: number, offset: number) => void; tooLong: () => void }

/** Room in the kernel's memory through which a file's bytes pass: whole lines are handed on, the rest waits for more. */
export class LineBuffer {
  private at = 0
  private size = 0
  private held = 0
  private offset = 0
  private maxLine = 0
  private isSkipping = false
  private isStart = true
  private sink!: Sink

  constructor(private readonly kernel: Kernel) {
    this.grow(blockBytes)
  }

  begin(maxLine: number, sink: Sink): void {
    this.held = 0
    this.offset = 0
    this.isSkipping = false
    this.isStart = true
    this.maxLine = maxLine
    this.sink = sink
  }

  /** Where the next bytes of the file can be read into. */
  room(): Buffer {
    if (this.held > this.size / 2) this.grow(this.size * 2)
    return this.kernel.bytes(this.at + this.held, this.size - this.held)
  }

  put(block: Uint8Array): void {
    for (let from = 0; from < block.length; ) {
      const room = this.room()
      const part = block.subarray(from, from + room.length)
      room.set(part)
      from += part.length
      this.filled(part.length)
    }
  }

  /** So many bytes were read into the room. */
  filled(bytes: number): void {
    // What was held before has no line feed, unless this is the file's start.
    const known = this.isStart ? 0 : this.held
    this.held += bytes
    if (this.isStart && !this.skipMark()) return
    if (this.isSkipping && !this.skipRest()) return
    const from = Math.min(known, this.held)
    const last = this.kernel.bytes(this.at + from, this.held - from).lastIndexOf(0x0a)
    if (last >= 0) this.handOn(from + last + 1)
    if (this.held > this.maxLine) {
      // Nothing of it is kept: the line is counted, and passed over up to its end.
      this.sink.tooLong()
      this.isSkipping = true
      this.drop(this.held)
    }
  }

  /** The last line may go without a line feed. */
  end(): void {
    this.isStart = false
    if (this.held === 0 || this.isSkipping) return
    this.kernel.bytes(this.at + this.held, 1)[0] = 0x0a
    this.held++
    this.handOn(this.held)
  }

  private handOn(bytes: number): void {
    this.sink.lines(this.at, this.at + bytes, this.offset)
    this.drop(bytes)
  }

  private drop(bytes: number): void {
    this.kernel.bytes(this.at, this.held).copyWithin(0, bytes, this.held)
    this.offset += bytes
    this.held -= bytes
  }

  /** IN-01: a byte order mark at a file's start is passed over. False while too little is here to know. */
  private skipMark(): boolean {
    if (this.held < 3) return false
    this.isStart = false
    const start = this.kernel.bytes(this.at, 3)
    if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) this.drop(3)
    return true
  }

  private skipRest(): boolean {
    const end = this.kernel.bytes(this.at, this.held).indexOf(0x0a)
    this.drop(end < 0 ? this.held : end + 1)
    this.isSkipping = end < 0
    return end >= 0
  }

  /** A line longer than the room takes a larger one, and as much room for what its strings decode to. */
  private grow(size: number): void {
    const at = this.kernel.exports.reserve(size + margin)
    this.kernel.bytes(at, this.held).set(this.kernel.bytes(this.at, this.held))
    this.at = at
    this.size = size
    this.kernel.exports.setScratch(this.kernel.exports.reserve(size + margin))
    // A key takes five bytes of a line at least, and eight here.
    const keyBytes = 2 * size
    this.kernel.exports.setKeyRoom(this.kernel.exports.reserve(keyBytes), keyBytes)
  }
}
