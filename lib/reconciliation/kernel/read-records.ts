import type { Place, Resource } from '../compare/comparison'
import type { Side } from '../compare/side'
import type { Identified, Link } from '../engines/identified-side'
import type { Kernel } from './kernel-program'

const [danglingSlot, elsewhereSlot] = [0, 0xffffffff]
/** As in `assembly/fingerprints.ts`. */
const markShared = 1 << 10
export const markTouched = 1 << 11

/** What stands behind the numbers of a kernel, beside its memory. */
export type Names = {
  types: string[]
  /** Token of each patient by number; the first is nobody's. */
  tokens: (string | null)[]
  /** Where the rules changed a record: their ids, and the address of what it was before. */
  ruled: Record<Side, Map<number, { rules: string[]; shadow: number }>>
}

const sideNumber = { source: 0, target: 1 } as const

/** The records of both sides as the later stages know them, made when they are asked for, each once. */
export class Records {
  private readonly made: Record<Side, Map<number, Identified>> = { source: new Map(), target: new Map() }
  /** L1 of those met so far that several resources of one side share (LK-02). */
  readonly shared = new Set<string>()

  constructor(
    private readonly kernel: Kernel,
    private readonly names: Names,
  ) {}

  count(side: Side): number {
    return this.kernel.exports.recordCount(sideNumber[side])
  }

  type(side: Side, at: number): string {
    return this.names.types[this.words(side, at)[14]! & 1023]!
  }

  place(side: Side, at: number): Place {
    const words = this.words(side, at)
    // Sixteen bits of file, forty-eight of offset.
    const offset = words[9]! * 65_536 + (words[8]! >>> 16)
    return { side, file: words[8]! & 0xffff, line: words[11]!, offset, length: words[10]! }
  }

  /** The token of the patient it belongs to, or is. */
  patient(side: Side, at: number): string | null {
    return this.names.tokens[this.words(side, at)[15]!]!
  }

  private resource(side: Side, at: number): Resource {
    const words = this.words(side, at)
    return {
      ...this.place(side, at),
      type: this.type(side, at),
      patient: this.patient(side, at),
      l0: hex(words, 0),
      l1: this.firstOf(this.kernel.exports.record(sideNumber[side], at)),
    }
  }

  identified(side: Side, at: number): Identified {
    const known = this.made[side].get(at)
    if (known) return known
    const one = this.make(side, at)
    this.made[side].set(at, one)
    return one
  }

  /** How many references of a record lead nowhere. */
  danglings(side: Side, at: number): number {
    return this.links(side, at).filter(({ to }) => to === 'dangling').length
  }

  private make(side: Side, at: number): Identified {
    const number = sideNumber[side]
    const words = this.words(side, at)
    const resource = this.resource(side, at)
    if ((words[14]! & markShared) !== 0) this.shared.add(resource.l1)
    const ruled = this.names.ruled[side].get(at)
    return {
      ...resource,
      l2: hex(this.kernel.words(this.kernel.exports.second(number, at), 4), 0),
      unruled: ruled ? this.firstOf(ruled.shadow) : resource.l1,
      rules: ruled?.rules ?? [],
      month: '',
      links: this.links(side, at),
      isReferred: false,
    }
  }

  private links(side: Side, at: number): Link[] {
    const words = this.words(side, at)
    return Array.from({ length: words[13]! }, (_, i) => {
      const slot = this.kernel.words(this.kernel.exports.reference(sideNumber[side], words[12]! + i), 4)
      return { to: slot[0]!, path: (BigInt(slot[3]!) * 0x1_0000_0000n + BigInt(slot[2]! & ~31)).toString(16) }
    })
      .filter(({ to }) => to !== elsewhereSlot)
      .map(({ to, path }): Link => ({ path, to: to === danglingSlot ? 'dangling' : to - 1 }))
  }

  private firstOf(address: number): string {
    const { exports } = this.kernel
    exports.firstOf(address)
    return [exports.hashA.value, exports.hashB.value]
      .map((lane) => BigInt.asUintN(64, lane).toString(16).padStart(16, '0'))
      .join('')
  }

  private words(side: Side, at: number): Uint32Array {
    return this.kernel.words(this.kernel.exports.record(sideNumber[side], at), 16)
  }
}

const hex = (words: Uint32Array, from: number): string =>
  [1, 0, 3, 2].map((i) => words[from + i]!.toString(16).padStart(8, '0')).join('')
