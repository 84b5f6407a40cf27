import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Stripe from 'stripe'
import type { RequestName } from './request-types'

/** The part of JSON Schema that the generator writes. */
export type Schema = {
  $ref?: string
  anyOf?: Schema[]
  allOf?: Schema[]
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: boolean | Schema
}
export type Schemas = { definitions: Record<string, Schema>; of: (name: RequestName) => Schema }

const types = 'lib/testing/stripe/request-types.ts'

/**
 * The schemas of every request. The generator needs some seconds, so its answer is kept under `.cache` by the version of the SDK
 * and the text of the types; of two processes that make it at once, both write the same.
 */
export async function requestSchemas(): Promise<Schemas> {
  const hash = createHash('sha256')
    .update(Stripe.PACKAGE_VERSION)
    .update(readFileSync(types))
    .digest('hex')
    .slice(0, 16)
  const kept = join('.cache', `stripe-requests-${hash}.json`)
  if (!existsSync(kept)) {
    mkdirSync('.cache', { recursive: true })
    const made = `${kept}.${process.pid}`
    writeFileSync(made, JSON.stringify(await generate()))
    renameSync(made, kept)
  }
  const { definitions } = JSON.parse(readFileSync(kept, 'utf8')) as { definitions: Record<string, Schema> }
  return { definitions, of: (name) => definitions.Requests!.properties![name]! }
}

async function generate(): Promise<unknown> {
  const { createGenerator } = await import('ts-json-schema-generator')
  return createGenerator({
    path: types,
    type: 'Requests',
    tsconfig: 'tsconfig.json',
    skipTypeCheck: true,
    additionalProperties: false,
    expose: 'export',
    jsDoc: 'none',
  }).createSchema('Requests')
}
