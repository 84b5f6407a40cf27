import {
  type GenericResponse,
  InvalidSearchParameterError,
  type Persistence,
  ResourceNotFoundError,
  ResourceVersionNotFoundError,
  type Search,
  type SearchResult,
  stubs,
  type TypeSearchRequest,
} from 'fhir-works-on-aws-interface'

type Kept = {
  resourceType: string
  id: string
  meta: { versionId: string; lastUpdated: string }
  [element: string]: unknown
}

/** Where the second server keeps resources: everything else about it is the library's own. */
export class MemoryServices {
  /** The newest version stands last. */
  private readonly kept = new Map<string, Kept[]>()
  private made = 0

  constructor(
    private readonly types: string[],
    private readonly now: string,
  ) {}

  write(resourceType: string, resource: Record<string, unknown>, id: string): Kept {
    const versions = this.kept.get(`${resourceType}/${id}`) ?? []
    const kept = {
      ...resource,
      resourceType,
      id,
      meta: { versionId: String(versions.length + 1), lastUpdated: this.now },
    }
    this.kept.set(`${resourceType}/${id}`, [...versions, kept])
    return kept
  }

  readonly persistence: Persistence = {
    ...stubs.persistence,
    updateCreateSupported: false,
    createResource: async ({ resourceType, resource }) => {
      this.made += 1
      return found(this.write(resourceType, resource, `made-${this.made}`))
    },
    updateResource: async ({ resourceType, id, resource }) => {
      if (!this.kept.has(`${resourceType}/${id}`)) throw new ResourceNotFoundError(resourceType, id)
      return found(this.write(resourceType, resource, id))
    },
    readResource: async ({ resourceType, id }) => {
      const newest = this.kept.get(`${resourceType}/${id}`)?.at(-1)
      if (!newest) throw new ResourceNotFoundError(resourceType, id)
      return found(newest)
    },
    vReadResource: async ({ resourceType, id, vid }) => {
      const version = this.kept.get(`${resourceType}/${id}`)?.find((one) => one.meta.versionId === vid)
      if (!version) throw new ResourceVersionNotFoundError(resourceType, id, vid)
      return found(version)
    },
    getActiveSubscriptions: async () => [],
  }

  readonly search: Search = {
    ...stubs.search,
    typeSearch: async (request) => ({ result: this.find(request) }),
    getCapabilities: async () =>
      Object.fromEntries(
        this.types.map((type) => [
          type,
          {
            searchParam: [
              { name: '_id', type: 'token' },
              { name: 'identifier', type: 'token' },
              ...(type === 'Slot'
                ? [
                    { name: 'status', type: 'token' },
                    { name: 'start', type: 'date' },
                  ]
                : []),
            ],
            searchInclude: [],
            searchRevInclude: [],
          },
        ]),
      ),
  }

  /** Parameters as the library's own search service names them for paging. */
  private find({ resourceType, queryParams, baseUrl }: TypeSearchRequest): SearchResult {
    const { _count, _getpagesoffset, ...criteria } = queryParams as Record<string, string | string[]>
    const given = Object.entries(criteria).flatMap(([name, values]) =>
      [values].flat().map((value) => [name, value] as const),
    )
    const all = [...this.kept.values()]
      .map((versions) => versions.at(-1)!)
      .filter((one) => one.resourceType === resourceType)
      .filter((one) => given.every(([name, value]) => matches(one, name, value)))
    const [size, offset] = [Number(_count ?? 20), Number(_getpagesoffset ?? 0)]
    const next = new URLSearchParams([
      ...given.map(([name, value]) => [name, value]),
      ['_count', String(size)],
      ['_getpagesoffset', String(offset + size)],
    ])
    return {
      message: '',
      numberOfResults: all.length,
      entries: all.slice(offset, offset + size).map((resource) => ({
        fullUrl: `${baseUrl}/${resourceType}/${resource.id}`,
        resource,
        search: { mode: 'match' },
      })),
      ...(size > 0 && offset + size < all.length ? { nextResultUrl: `${baseUrl}/${resourceType}?${next}` } : {}),
    }
  }
}

const found = (resource: Kept): GenericResponse => ({ message: '', resource })

/** @throws InvalidSearchParameterError, which the library makes into a 400 */
function matches(resource: Kept, name: string, value: string): boolean {
  if (name === '_id') return resource.id === value
  if (name === 'identifier') return hasIdentifier(resource, value)
  if (resource.resourceType === 'Slot' && name === 'status') return resource.status === value
  if (resource.resourceType === 'Slot' && name === 'start') return begins(String(resource.start), value)
  throw new InvalidSearchParameterError(`Invalid search parameter '${name}' for resource type ${resource.resourceType}`)
}

/** `ge` and `lt` with a day; other comparisons find nothing. */
function begins(start: string, value: string): boolean {
  const [prefix, day] = [value.slice(0, 2), value.slice(2, 12)]
  return prefix === 'ge' ? start.slice(0, 10) >= day : prefix === 'lt' && start.slice(0, 10) < day
}

function hasIdentifier(resource: Kept, token: string): boolean {
  const identifiers = (resource.identifier ?? []) as { system?: string; value?: string }[]
  const [system, value] = token.includes('|') ? token.split('|') : [undefined, token]
  return identifiers.some((one) => one.value === value && (system === undefined || (one.system ?? '') === system))
}
