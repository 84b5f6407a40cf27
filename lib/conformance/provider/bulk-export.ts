import type { Resource, ResourceType } from '@medplum/fhirtypes'
import type { Behaviour, Manifest } from './behaviour'
import type { Call, Reply } from './call'
import { Refusal } from './refusal'
import { served } from './served-types'
import type { Store } from './store'

type Job = { request: string; files: Map<string, Resource[]>; polls: number; at: string }

const formats = ['application/fhir+ndjson', 'application/ndjson', 'ndjson']
const known = ['_type', '_since', '_outputFormat']

/** Bulk data export: kick-off, status, manifest and files, as the bulk data guide has them. */
export class Exports {
  private readonly jobs = new Map<string, Job>()

  constructor(
    private readonly base: string,
    private readonly store: Store,
    private readonly startedAt: Date,
    private readonly behaviour: Behaviour,
    private readonly retryAfter: number,
    private readonly served: ResourceType[],
  ) {}

  /** Takes what is there at this moment. */
  async start(call: Call): Promise<Reply> {
    if (!/respond-async/.test(call.headers.prefer ?? '')) {
      throw new Refusal(400, 'BAD_REQUEST', 'An export needs the header Prefer: respond-async')
    }
    const given = Object.fromEntries(call.query)
    const unknown = Object.keys(given).find((name) => !known.includes(name))
    if (unknown) throw new Refusal(400, 'INVALID_PARAMETER', `The parameter ${unknown} is not supported`)
    if (given._outputFormat !== undefined && !formats.includes(given._outputFormat)) {
      throw new Refusal(400, 'INVALID_PARAMETER', 'Only NDJSON is written')
    }
    const types = typesOf(call, given._type, this.served)
    const kept = (await Promise.all(types.map((type) => this.store.all(type)))).flat()
    const since = given._since
    const wanted =
      since === undefined ? kept : kept.filter((one) => Date.parse(one.meta?.lastUpdated ?? '') >= Date.parse(since))
    const files = new Map<string, Resource[]>()
    for (const resource of this.behaviour.exports?.(wanted) ?? wanted) {
      const file = files.get(resource.resourceType) ?? []
      file.push(resource)
      files.set(resource.resourceType, file)
    }
    const id = `export-${this.jobs.size + 1}`
    const query = call.query.length > 0 ? `?${new URLSearchParams(call.query)}` : ''
    this.jobs.set(id, {
      request: `${this.base}/${call.path}${query}`,
      files,
      polls: 0,
      at: this.startedAt.toISOString(),
    })
    return { status: 202, headers: { 'content-location': `${this.base}/export-status/${id}` }, body: '' }
  }

  /** Still at work when asked for the first time. */
  status(call: Call): Reply {
    const job = this.job(call)
    job.polls += 1
    if (job.polls === 1) {
      return { status: 202, headers: { 'x-progress': 'writing', 'retry-after': String(this.retryAfter) }, body: '' }
    }
    const usual: Manifest = {
      transactionTime: job.at,
      request: job.request,
      requiresAccessToken: true,
      output: [...job.files].map(([type, resources]) => ({
        type,
        url: `${this.base}/export-files/${call.id}/${type}.ndjson`,
        count: resources.length,
      })),
      error: [],
    }
    const manifest = this.behaviour.manifest?.(usual) ?? usual
    return { status: 200, headers: { 'content-type': 'application/json' }, body: manifest }
  }

  cancel(call: Call): Reply {
    this.job(call)
    this.jobs.delete(call.id!)
    return { status: 202, headers: {}, body: '' }
  }

  file(call: Call): Reply {
    const resources = this.job(call).files.get(call.type!)
    if (!resources) throw new Refusal(404, 'NO_RECORD_FOUND', 'This export has no such file')
    const body = resources.map((resource) => `${JSON.stringify(resource)}\n`).join('')
    return { status: 200, headers: { 'content-type': 'application/fhir+ndjson' }, body }
  }

  private job(call: Call): Job {
    const job = this.jobs.get(call.id!)
    if (!job) throw new Refusal(404, 'NO_RECORD_FOUND', 'There is no such export')
    return job
  }
}

/** A patient's export holds what is about patients; the whole system's holds everything. */
function typesOf(call: Call, asked: string | undefined, all: ResourceType[]): ResourceType[] {
  const reach = call.type === undefined ? all : all.filter((type) => type === 'Patient' || served(type)?.patient)
  if (asked === undefined) return reach
  const types = asked.split(',') as ResourceType[]
  if (!types.every((type) => reach.includes(type)))
    throw new Refusal(400, 'INVALID_PARAMETER', '_type names a type that is not exported')
  return types
}
