import type { Answer } from '../../http/client'
import type { CheckContext } from '../../run/check'
import { notExercised } from '../../run/finding'
import { type Fields, fieldsOf, isResource, type Resource, textOf } from './json'
import { pointerOf } from './references'

export type Made = { id: string; to: string; version: string | undefined; kept: Resource }

/**
 * Makes a resource that a check may change, and reads it. That a create works as it must is WRT-01's business: where nothing can be made,
 * there is nothing to look at.
 */
export async function make({ client }: CheckContext, sent: Fields & { resourceType: string }): Promise<Made> {
  const type = sent.resourceType
  const created = await client.ask({ method: 'POST', to: type, body: sent })
  const named = client.under(created.headers.location ?? '')
  const { resourceType, id: given } = fieldsOf(created.json)
  const id = (resourceType === type ? textOf(given) : undefined) ?? (named && pointerOf(named)?.id)
  const nothing = () => notExercised('NO_DATA', `No ${type} could be made to look at`)
  if (created.status < 200 || created.status > 299 || id === undefined) throw nothing()
  const to = `${type}/${encodeURIComponent(id)}`
  const read = await client.ask({ to })
  if (read.status !== 200 || !isResource(read.json)) throw nothing()
  return { id, to, version: versionIn(read), kept: read.json }
}

/** The version of an answer, by its body or its ETag; undefined where it has none. */
export const versionIn = ({ headers, json }: Answer): string | undefined =>
  textOf(fieldsOf(fieldsOf(json).meta).versionId) ?? etagOf(headers.etag)

/** The version that an ETag names. */
export const etagOf = (etag: string | undefined): string | undefined =>
  /^(?:W\/)?"([^"]+)"$/.exec(etag?.trim() ?? '')?.[1]

/** A resource without what a server adds to it. */
export const plain = ({ id, meta, text, ...rest }: Fields): Fields => rest
