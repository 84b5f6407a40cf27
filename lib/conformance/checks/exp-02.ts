import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notExercised } from '../run/finding'
import { theirs } from '../run/theirs'
import { isClinical } from './parts/clinical-answers'
import { differenceOf } from './parts/difference'
import { type ExportFile, runExport } from './parts/export'
import { fileLines } from './parts/export-lines'
import { type Fields, fieldsOf, isResource, keyOf, type Resource } from './parts/json'
import { searchPage, walk } from './parts/search'
import { readStatement, typesWith } from './parts/statement'

/** Of each type so many pages of a hundred are compared; of a type that is only read, so many resources. */
const [mostPages, mostRead] = [4, 4]

export const exp02 = defineCheck({
  id: 'EXP-02',
  title: 'The export is what the interface gives, resource by resource',
  requirement: 'S26',
  alsoFor: ['S47'],
  strength: 'PARTIAL',
  writes: false,
  explanation:
    'Each resource that the search of a declared type gives (up to four pages of a hundred a type) stands in the export, equal in every element ' +
    'and with the same version; the export holds none of that type besides, where all pages were followed. Of a type that can only be read, four ' +
    'exported ones are read and are equal. An export of the whole server covers every declared type, one of patients every clinical one. ' +
    '[S26 Data Migration; S47; FHIR Bulk Data Access]',
  examine: async (context) => {
    const { kickOff, files } = await runExport(context)
    const statement = await readStatement(context)
    const covered = typesWith(statement, 'search-type').filter(({ type }) => kickOff === '$export' || isClinical(type))
    let compared = 0
    for (const { type } of covered)
      compared += await compare(
        context,
        type,
        files.filter((file) => file.type === type),
      )
    const read = typesWith(statement, 'read').filter(({ interactions }) => !interactions.includes('search-type'))
    for (const { type } of read)
      for (const file of files.filter((one) => one.type === type)) compared += await compareByReading(context, file)
    if (compared === 0) throw notExercised('NO_DATA', 'There is nothing that could be compared')
    return `What the interface gives stands in the export, equal in every element${statement.scope}`
  },
})

/** @returns how many were compared */
async function compare(context: CheckContext, type: string, files: ExportFile[]): Promise<number> {
  const what = `search of ${type}`
  const { items, finished } = await walk(
    context,
    await searchPage(context, `${type}?_count=100`, what),
    what,
    mostPages,
  )
  const expected = new Map(items.map((item) => [keyOf(item), item]))
  let compared = 0
  for (const file of files)
    for await (const exported of fileLines(context.client, file)) {
      const key = keyOf(exported)
      const given = expected.get(key)
      must(
        given !== undefined || !finished,
        'EXPORT_DIFFERS',
        `export of ${type}: it holds a resource that the search does not give`,
      )
      if (given === undefined) continue
      mustBeEqual(given, exported, type)
      expected.delete(key)
      compared++
    }
  must(expected.size === 0, 'EXPORT_DIFFERS', `export of ${type}: it lacks a resource that the search gives`)
  return compared
}

async function compareByReading(context: CheckContext, file: ExportFile): Promise<number> {
  let compared = 0
  for await (const exported of fileLines(context.client, file)) {
    if (compared >= mostRead) break
    const read = await context.client.ask({ to: `${file.type}/${encodeURIComponent(String(exported.id))}` })
    must(
      read.status === 200 && isResource(read.json),
      'EXPORT_DIFFERS',
      `export of ${file.type}: it holds a resource whose read answers ${read.status}`,
    )
    mustBeEqual(read.json, exported, file.type)
    compared++
  }
  return compared
}

function mustBeEqual(given: Resource, exported: Resource, type: string): void {
  const path = differenceOf(withoutMeta(given), withoutMeta(exported))
  must(
    path === undefined,
    'EXPORT_DIFFERS',
    `export of ${type}: a resource differs from what the interface gives, at ${theirs(path)}`,
  )
  const [one, other] = [given, exported].map(({ meta }) => fieldsOf(meta).versionId)
  must(
    one === undefined || other === undefined || one === other,
    'EXPORT_DIFFERS',
    `export of ${type}: a resource has another version than the interface gives`,
  )
}
const withoutMeta = ({ meta, ...rest }: Fields): Fields => rest
