import type { Rereading, Resource } from '../compare/comparison'
import type { Side } from '../compare/side'
import type { Difference } from './finding'
import { unresolvedWord } from './reference-text'
import type { References } from './references'

/**
 * Which resources stand for the same thing on both sides though their content differs: the pairs that were found, by their
 * fingerprints. A reference that leads from one of a pair to the other has not changed.
 */
export class SameThings {
  private readonly partners = new Map<string, Set<string>>()
  private readonly lonely = new Set<string>()

  constructor(private readonly rereading: Rereading) {}

  add({ source, target }: Difference): void {
    if (source && target) this.partners.set(source.l1, (this.partners.get(source.l1) ?? new Set()).add(target.l1))
    else if (source) this.lonely.add(source.l1)
  }

  /** How the references of two resources compare. Where what is referred to is itself gone, the reference says nothing new. */
  of(source: Resource, target: Resource): References {
    const leads = (side: Side, text: string) => this.rereading.targetOf(side, text, side === 'source' ? source : target)
    return {
      same: (before, after) => {
        const [from, to] = [leads('source', before), leads('target', after)]
        if (from === undefined && to === undefined) return unresolvedWord(before) === unresolvedWord(after)
        if (from === undefined) return false
        return to === undefined ? this.lonely.has(from) : from === to || (this.partners.get(from)?.has(to) ?? false)
      },
      word: (side, text) => {
        const to = leads(side, text)
        if (to === undefined) return unresolvedWord(text)
        return side === 'source' ? ([...(this.partners.get(to) ?? [])][0] ?? to) : to
      },
    }
  }
}
