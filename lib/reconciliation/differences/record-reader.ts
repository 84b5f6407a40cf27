import type { Place, Rereading, Resource } from '../compare/comparison'
import type { JsonObject } from '../json/json'
import { asCompared } from './as-compared'

/** So many records are held at a time; where all that is needed is fewer, each is read once. */
export const mostHeld = 20_000

/** Reads records as they are compared. Records of one call are kept for the next, as long as there is room. */
export class RecordReader {
  private held = new Map<string, JsonObject>()

  constructor(private readonly rereading: Rereading) {}

  async read(resources: readonly Resource[]): Promise<(resource: Resource) => JsonObject> {
    const wanted = resources.filter((resource) => !this.held.has(keyOf(resource)))
    if (this.held.size + wanted.length > mostHeld) {
      this.held = new Map()
      return this.readAll(resources)
    }
    return this.readAll(wanted)
  }

  private async readAll(resources: readonly Resource[]): Promise<(resource: Resource) => JsonObject> {
    if (resources.length > 0) {
      const records = await this.rereading.read([...resources])
      resources.forEach((resource, i) => {
        this.held.set(keyOf(resource), asCompared(records[i]!))
      })
    }
    const held = this.held
    return (resource) => held.get(keyOf(resource))!
  }
}

const keyOf = ({ side, file, line }: Place): string => `${side} ${file} ${line}`
