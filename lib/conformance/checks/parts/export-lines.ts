import { type Client, TransportError } from '../../http/client'
import { must } from '../../run/finding'
import type { ExportFile } from './export'
import { isResource, keyOf, type Resource } from './json'

export const fileWords = ({ type }: ExportFile): string =>
  `export file of ${/^[A-Za-z]{1,64}$/.test(type) ? type : 'an unknown type'}`

/** The resources of a file, one a line, each of the file's type and with an id. */
export async function* fileLines(client: Client, file: ExportFile): AsyncGenerator<Resource> {
  const what = fileWords(file)
  for await (const line of linesOf(client, file.url, what)) {
    if (line.trim() === '') continue
    const resource = parsed(line)
    must(isResource(resource), 'WRONG_FILE', `${what}: expected one resource as JSON on each line`)
    must(resource.resourceType === file.type, 'WRONG_FILE', `${what}: a line holds a resource of another type`)
    must(keyOf(resource) !== undefined, 'WRONG_FILE', `${what}: a resource has no id`)
    yield resource
  }
}

/** A file that is refused is the product's breach, not the network's: its lines do not tell, its exchange does. */
async function* linesOf(client: Client, to: string, what: string): AsyncGenerator<string> {
  try {
    yield* client.lines({ to, headers: { accept: 'application/fhir+ndjson' } })
  } catch (error) {
    const status =
      error instanceof TransportError && error.exchange !== null && client.exchanges[error.exchange]?.status
    if (typeof status === 'number') must(status === 200, 'WRONG_STATUS', `${what}: expected 200, got ${status}`)
    throw error
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
