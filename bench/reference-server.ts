import { createServer } from 'node:http'
import pg from 'pg'
import { type FacetValue, type ListRow, listJson, listPage } from './reference-page'

/**
 * The bare reference: the same list, search and facet counts as `/modules`, with node:http, pg and hand-written SQL alone.
 * It is the honest limit of the work without a framework. DATABASE_URL and PORT come from the bench.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 })
const { rows: values } = await pool.query<FacetValue>('select id, facet, value, label from facet_value')
const idOf = new Map(values.map(({ facet, value, id }) => [`${facet}/${value}`, id]))

/** Facet counts and page in one statement. A value counts twice where a hit lies outside the chosen hosting: `inside` tells. */
const statement = `
  with hit as materialized (
    select id, lower(name) collate "C" as name_key, facets, facets && $3::int[] or $3 = '{}' as inside, ts_rank(search, q) as rank
    from module, websearch_to_tsquery('english', $1) q where search @@ q and facets @> $2::int[]),
  page as (select id, row_number() over (order by rank desc, name_key, id) as place from hit where inside order by place limit 30)
  select (select count(*)::int from hit where inside) as total,
    (select json_agg(c) from (select f as id, inside, count(*)::int as count from hit, unnest(facets) f group by f, inside) c) as counts,
    (select json_agg(p order by p.place) from (select m.id, m.name, m.version, m.brand, m.standing, m.because, m.off_sale, m.summary,
      m.price, page.place from page join module m using (id)) p) as page`

/** Without words nothing has a rank. */
const listStatement = statement
  .replace('ts_rank(search, q) as rank', '0 as rank')
  .replace(`module, websearch_to_tsquery('english', $1) q where search @@ q and`, `module where $1::text = '' and`)
const oneStatement = 'select id, name, version, brand, standing, because, summary, content from module where id = $1'
const severalStatement =
  'select id, name, version, brand, standing, because, price, content from module where id = any($1)'

const server = createServer((request, response) => {
  const type = request.url?.startsWith('/modules') ? 'text/html' : 'application/json'
  answer(new URL(request.url ?? '/', 'http://reference')).then(
    (text) => response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text),
    (error: Error) => response.writeHead(500).end(error.message),
  )
})
server.listen(Number(process.env.PORT), '127.0.0.1')

async function answer({ pathname, searchParams }: URL): Promise<string> {
  const ids = searchParams.getAll('m')
  if (pathname === '/module')
    return JSON.stringify((await pool.query({ name: 'one', text: oneStatement, values: ids })).rows[0])
  if (pathname === '/compare') {
    const { rows } = await pool.query({ name: 'several', text: severalStatement, values: [ids] })
    return JSON.stringify(rows)
  }
  return list(searchParams, pathname === '/modules')
}

async function list(parameters: URLSearchParams, isPage: boolean): Promise<string> {
  const q = parameters.get('q') ?? ''
  const chosen = (facet: string) =>
    (parameters.get(facet) ?? '').split(',').flatMap((v) => idOf.get(`${facet}/${v}`) ?? [])
  const [caps, hosts] = [chosen('cap'), chosen('host')]
  const [name, text] = q === '' ? ['all', listStatement] : ['list', statement]
  const { rows } = await pool.query<ListRow>({ name, text, values: [q, caps, hosts] })
  return isPage ? listPage(q, rows[0]!, values, [...caps, ...hosts]) : listJson(rows[0]!, values, [...caps, ...hosts])
}
