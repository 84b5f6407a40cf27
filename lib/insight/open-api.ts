import { z } from 'zod'
import { publicStandard } from '@/lib/assurance/public-standard-schema'
import {
  publicCapability,
  publicFramework,
  publicModule,
  publicModuleDetail,
  publicSupplier,
} from '@/lib/catalogue/public-schema'
import { defaultLimit, mostLimit } from '@/lib/platform/page-of'

const problem = z
  .object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() })
  .meta({ id: 'Problem' })

/** The lists of the public API: address, what it holds, shape of a row. */
export const publicLists = [
  { path: '/api/v1/modules', what: 'Published modules', row: publicModule },
  { path: '/api/v1/suppliers', what: 'Active suppliers', row: publicSupplier },
  { path: '/api/v1/capabilities', what: 'Capabilities with their epics', row: publicCapability },
  { path: '/api/v1/standards', what: 'National standards and their versions', row: publicStandard },
  { path: '/api/v1/frameworks', what: 'Frameworks', row: publicFramework },
] as const

/** The shape of a page of such rows, as the API answers it. */
export const publicPage = (row: z.ZodType) =>
  z.object({ data: z.array(row), next: z.string().nullable(), notice: z.string() })

const json = (schema: z.ZodType) => ({
  content: { 'application/json': { schema: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) } },
})
const problems = { content: { 'application/problem+json': { schema: z.toJSONSchema(problem) } } }
const paging = [
  { name: 'cursor', in: 'query', schema: { type: 'string' }, description: 'The `next` of the page before' },
  { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: mostLimit, default: defaultLimit } },
]

/** The OpenAPI 3.1 document, made from the shapes that the tests hold the answers to. */
export function openApi(publicUrl: string) {
  const lists = publicLists.map(({ path, what, row }) => [
    path,
    {
      get: {
        summary: what,
        parameters: paging,
        responses: {
          200: { description: what, ...json(publicPage(row)) },
          304: { description: 'You hold this answer already' },
          400: { description: 'A bad cursor or limit', ...problems },
        },
      },
    },
  ])
  const market = ['shares', 'switches'].map((name) => [
    `/api/v1/market/${name}`,
    {
      get: {
        summary: `Market ${name} of clinical systems, England and its areas`,
        responses: {
          200: { description: 'Figures with source and date' },
          304: { description: 'You hold this answer already' },
        },
      },
    },
  ])
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }
  const detail = {
    get: {
      summary: 'One published module with the text of its listing',
      parameters: [id],
      responses: {
        200: { description: 'The module', ...json(publicModuleDetail) },
        404: { description: 'No published module has this id', ...problems },
      },
    },
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Choose and switch GP systems: public API',
      version: '1',
      license: {
        name: 'Open Government Licence v3.0',
        url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
      },
    },
    servers: [{ url: publicUrl }],
    paths: Object.fromEntries([...lists, ['/api/v1/modules/{id}', detail], ...market]),
  }
}
