/** What a request asks for, once its address is understood. */
export type Kind =
  | 'metadata'
  | 'smart'
  | 'token'
  | 'search'
  | 'read'
  | 'version'
  | 'create'
  | 'update'
  | 'record'
  | 'export-start'
  | 'export-status'
  | 'export-cancel'
  | 'export-file'
  | 'wrong-method'
  | 'unknown'

export type Call = {
  kind: Kind
  method: string
  /** Below the base, without the query. */
  path: string
  type?: string
  id?: string
  version?: string
  query: [name: string, value: string][]
  headers: Record<string, string>
  /** As JSON; undefined where there is none. */
  body: unknown
}

/** An object becomes JSON; a string and bytes go out as they are. */
export type Reply = { status: number; headers: Record<string, string>; body: unknown }

type Route = { method: string; pattern: RegExp; kind: Kind; fields: ('type' | 'id' | 'version')[] }

/** In this order: the first that fits. */
const routes: Route[] = [
  { method: 'GET', pattern: /^metadata$/, kind: 'metadata', fields: [] },
  { method: 'GET', pattern: /^\.well-known\/smart-configuration$/, kind: 'smart', fields: [] },
  { method: 'POST', pattern: /^auth\/token$/, kind: 'token', fields: [] },
  { method: 'GET', pattern: /^\$export$/, kind: 'export-start', fields: [] },
  { method: 'GET', pattern: /^(Patient)\/\$export$/, kind: 'export-start', fields: ['type'] },
  { method: 'GET', pattern: /^export-status\/([\w-]+)$/, kind: 'export-status', fields: ['id'] },
  { method: 'DELETE', pattern: /^export-status\/([\w-]+)$/, kind: 'export-cancel', fields: ['id'] },
  {
    method: 'GET',
    pattern: /^export-files\/([\w-]+)\/([A-Za-z]+)\.ndjson$/,
    kind: 'export-file',
    fields: ['id', 'type'],
  },
  { method: 'POST', pattern: /^(Patient)\/\$gpc\.getstructuredrecord$/, kind: 'record', fields: ['type'] },
  { method: 'GET', pattern: /^([A-Z]\w*)$/, kind: 'search', fields: ['type'] },
  { method: 'POST', pattern: /^([A-Z]\w*)\/_search$/, kind: 'search', fields: ['type'] },
  { method: 'POST', pattern: /^([A-Z]\w*)$/, kind: 'create', fields: ['type'] },
  { method: 'GET', pattern: /^([A-Z]\w*)\/([A-Za-z0-9.-]{1,64})$/, kind: 'read', fields: ['type', 'id'] },
  { method: 'PUT', pattern: /^([A-Z]\w*)\/([A-Za-z0-9.-]{1,64})$/, kind: 'update', fields: ['type', 'id'] },
  {
    method: 'GET',
    pattern: /^([A-Z]\w*)\/([A-Za-z0-9.-]{1,64})\/_history\/([\w.-]+)$/,
    kind: 'version',
    fields: ['type', 'id', 'version'],
  },
]

/** What is asked for, from the address below the base. */
export function understand(method: string, address: URL, root: string, headers: Record<string, string>): Call {
  const path = decode(address.pathname.slice(root.length).replace(/^\/|\/$/g, ''))
  const query = [...address.searchParams.entries()]
  for (const route of routes) {
    const found = route.method === method ? route.pattern.exec(path) : null
    if (!found) continue
    const fields = Object.fromEntries(route.fields.map((field, at) => [field, found[at + 1]]))
    return { kind: route.kind, method, path, query, headers, body: undefined, ...fields }
  }
  const kind = method !== outside && methodsAt(path).length > 0 ? 'wrong-method' : 'unknown'
  const type = /^([A-Z]\w*)(?:\/|$)/.exec(path)?.[1]
  return { kind, method, path, query, headers, body: undefined, ...(type && { type }) }
}

/** The method of a request whose address lies outside the base: nothing is served to it. */
export const outside = 'OUTSIDE'
/** The methods by which something is served at a path below the base. */
export const methodsAt = (path: string): string[] => [
  ...new Set(routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)),
]

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
