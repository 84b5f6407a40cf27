import 'server-only'
import { type Keeping, openReadModel } from './open-read-model'
import type { ReadModel } from './read-model'

/** One a process, however often its code is loaded. */
const process_ = globalThis as unknown as { keptCatalogue?: Keeping | undefined }

/** Keeps the catalogue in the memory of this process from now on. */
export function keepReadModel(): Keeping {
  process_.keptCatalogue ??= openReadModel()
  return process_.keptCatalogue
}

/**
 * The state of the published catalogue and of the national reference: what was made of them is out of date under another stamp.
 * Undefined where the catalogue is not in memory: then nobody would tell of a change.
 */
export function catalogueStamp(): string | undefined {
  const model = currentReadModel()
  return model && `${model.revision} ${process_.keptCatalogue!.heard()}`
}

/** The catalogue in memory; undefined where it is not kept, not loaded yet, or could be out of date: then the database answers. */
export const currentReadModel = (): ReadModel | undefined => process_.keptCatalogue?.current()

export const isCatalogueInMemory = (): boolean => currentReadModel() !== undefined
