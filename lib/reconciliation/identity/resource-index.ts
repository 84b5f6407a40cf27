import { readReference } from './reference-form'

/** Where a reference leads on one side: to a resource (its number), to nothing on this side, or out of the export. */
export type Resolution = { kind: 'found'; at: number } | { kind: 'dangling'; type: string } | { kind: 'elsewhere' }

/** The resources of one side by type and id, to resolve references (ID-03). */
export class ResourceIndex {
  private readonly byTypeAndId = new Map<string, number>()
  /** By id alone, for `urn:uuid:`; -1 where several types share the id, which then names none of them. */
  private readonly byId = new Map<string, number>()

  /** False where this type and id stand on the side already (E-ID). */
  add(type: string, id: string, at: number): boolean {
    const key = `${type}/${id}`
    if (this.byTypeAndId.has(key)) return false
    this.byTypeAndId.set(key, at)
    this.byId.set(id, this.byId.has(id) ? -1 : at)
    return true
  }

  resolve(text: string): Resolution {
    const reference = readReference(text)
    switch (reference.form) {
      case 'relative':
      case 'absolute': {
        const at = this.byTypeAndId.get(`${reference.type}/${reference.id}`)
        if (at !== undefined) return { kind: 'found', at }
        return reference.form === 'relative' ? { kind: 'dangling', type: reference.type } : { kind: 'elsewhere' }
      }
      case 'uuid': {
        const at = this.byId.get(reference.id) ?? -1
        return at >= 0 ? { kind: 'found', at } : { kind: 'dangling', type: '' }
      }
      case 'contained':
        return { kind: 'dangling', type: '#' }
      case 'text':
        return { kind: 'elsewhere' }
    }
  }
}
