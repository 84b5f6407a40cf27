import type { Place, Rereading, Resource } from '../compare/comparison'
import { type JsonObject, textAt } from '../json/json'
import type { LoadedProfile } from '../sameness/load-profile'
import { asCompared, type Look } from './as-compared'

/** So many records are held at a time; where all that is needed is fewer, each is read once. */
export const mostHeld = 20_000

/** A record as it is compared, and the id that its system gave it. */
export type Read = { record: JsonObject; id: string | undefined }
export type RecordOf = (resource: Resource) => Read

/** Reads records as they are compared. Records of one call are kept for the next, as long as there is room. */
export class RecordReader {
  private held = new Map<string, Read>()

  constructor(
    private readonly rereading: Rereading,
    private readonly loaded: LoadedProfile,
    private readonly look: Look,
  ) {}

  async read(resources: readonly Resource[]): Promise<RecordOf> {
    const wanted = resources.filter((resource) => !this.held.has(keyOf(resource)))
    if (this.held.size + wanted.length <= mostHeld) return this.readAll(wanted)
    this.held = new Map()
    return this.readAll(resources)
  }

  private async readAll(resources: readonly Resource[]): Promise<RecordOf> {
    if (resources.length > 0) {
      const records = await this.rereading.read([...resources])
      resources.forEach((resource, i) => {
        const id = textAt(records[i], 'id')
        const record = asCompared(records[i]!, resource.side, this.loaded, this.look)
        this.held.set(keyOf(resource), { record, id })
      })
    }
    const held = this.held
    return (resource) => held.get(keyOf(resource))!
  }
}

const keyOf = ({ side, file, line }: Place): string => `${side} ${file} ${line}`
