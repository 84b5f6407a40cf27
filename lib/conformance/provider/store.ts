import { MemoryRepository } from '@medplum/fhir-router'
import type { Resource } from '@medplum/fhirtypes'

type Kept<T extends Resource> = T & { id: string }

/** The library's store with names and versions that are the same at every start, so that runs can be compared (FM-1). */
export class Store extends MemoryRepository {
  private made = 0
  private readonly versions = new Map<string, number>()
  private queue: Promise<unknown> = Promise.resolve()

  constructor(private readonly startedAt: Date) {
    super()
  }

  override generateId(): string {
    this.made += 1
    return `made-${String(this.made).padStart(4, '0')}`
  }

  override async createResource<T extends Resource>(resource: T): Promise<Kept<T>> {
    const id = resource.id ?? this.generateId()
    const key = `${resource.resourceType}/${id}`
    const version = (this.versions.get(key) ?? 0) + 1
    this.versions.set(key, version)
    const meta = { ...resource.meta, versionId: String(version), lastUpdated: this.startedAt.toISOString() }
    return super.createResource({ ...resource, id, meta }) as Promise<Kept<T>>
  }

  async all<T extends Resource>(type: T['resourceType']): Promise<Kept<T>[]> {
    const found = await this.search<T>({ resourceType: type })
    return (found.entry ?? []).map((entry) => entry.resource as Kept<T>)
  }

  async find<T extends Resource>(type: T['resourceType'], id: string): Promise<Kept<T> | undefined> {
    return this.readResource<T>(type, id).then(
      (resource) => resource as Kept<T>,
      () => undefined,
    )
  }

  /** One after another: whoever looks first and writes then must not be overtaken. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(work)
    this.queue = turn.catch(() => undefined)
    return turn
  }
}
