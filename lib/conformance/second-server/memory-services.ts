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
            ],
            searchInclude: [],
            searchRevInclude: [],
          },
        ]),
      ),
  }

  /** Parameters as the library's own search service names them for paging. */
  private find({ resourceType, queryParams, baseUrl }: TypeSearchRequest): SearchResult {
    const { _count, _getpagesoffset, ...criteria } = queryParams as Record<string, string>
    let all = [...this.kept.values()]
      .map((versions) => versions.at(-1)!)
      .filter((one) => one.resourceType === resourceType)
    for (const [name, value] of Object.entries(criteria)) {
      if (name === '_id') all = all.filter((one) => one.id === value)
      else if (name === 'identifier') all = all.filter((one) => hasIdentifier(one, value))
      else throw new InvalidSearchParameterError(`Invalid search parameter '${name}' for resource type ${resourceType}`)
    }
    const [size, offset] = [Number(_count ?? 20), Number(_getpagesoffset ?? 0)]
    const next = new URLSearchParams({ ...criteria, _count: String(size), _getpagesoffset: String(offset + size) })
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

function hasIdentifier(resource: Kept, token: string): boolean {
  const identifiers = (resource.identifier ?? []) as { system?: string; value?: string }[]
  const [system, value] = token.includes('|') ? token.split('|') : [undefined, token]
  return identifiers.some((one) => one.value === value && (system === undefined || (one.system ?? '') === system))
}
