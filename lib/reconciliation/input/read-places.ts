import type { Place } from '../compare/comparison'
import type { Side } from '../compare/side'
import type { JsonObject } from '../json/json'
import type { ReadFile } from './read-side'
import { reread } from './reread'

/** Where the files of each side lie, and what they were when they were compared. */
export type Folders = Record<Side, { folder: string; files: ReadFile[] }>

/** The resources at these places of both sides, in the order asked for, as they were written. @throws `ChangedFile` */
export async function readPlaces(read: Folders, places: Place[]): Promise<JsonObject[]> {
  const found = new Map<Place, JsonObject>()
  for (const group of byFile(places)) {
    const { side, file } = group[0]!
    const resources = await reread(read[side].folder, read[side].files[file]!, group)
    group.forEach((place, at) => void found.set(place, resources[at]!))
  }
  return places.map((place) => found.get(place)!)
}

function byFile(places: Place[]): Place[][] {
  const groups = new Map<string, Place[]>()
  for (const place of places) {
    const key = `${place.side} ${place.file}`
    const group = groups.get(key)
    if (group) group.push(place)
    else groups.set(key, [place])
  }
  return [...groups.values()]
}
