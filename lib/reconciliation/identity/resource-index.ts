import { readReference } from './reference-form'

/** Where a reference leads on one side: to a resource (its number), to nothing on this side, or out of the export. */
export type Resolution = { kind: 'found'; at: number } | { kind: 'dangling'; type: string } | { kind: 'elsewhere' }

/** The resources of one side by type and id, to resolve references (ID-03). */
export class ResourceIndex {
  private readonly byType = new Map<string, Map<string, number>>()

  /** False where this type and id stand on the side already (E-ID). */
  add(type: string, id: string, at: number): boolean {
    const ofType = this.byType.get(type) ?? new Map<string, number>()
    this.byType.set(type, ofType)
    if (ofType.has(id)) return false
    ofType.set(id, at)
    return true
  }

  resolve(text: string): Resolution {
    const reference = readReference(text)
    switch (reference.form) {
      case 'relative':
      case 'absolute': {
        const at = this.byType.get(reference.type)?.get(reference.id)
        if (at !== undefined) return { kind: 'found', at }
        return reference.form === 'relative' ? { kind: 'dangling', type: reference.type } : { kind: 'elsewhere' }
      }
      case 'uuid': {
        const found = [...this.byType.values()].flatMap((ofType) => ofType.get(reference.id) ?? [])
        // An id that several types share names none of them.
        return found.length === 1 ? { kind: 'found', at: found[0]! } : { kind: 'dangling', type: '' }
      }
      case 'contained':
        return { kind: 'dangling', type: '#' }
      case 'text':
        return { kind: 'elsewhere' }
    }
  }
}
