import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notExercised } from '../run/finding'
import { type ExportFile, runExport } from './parts/export'
import { fileLines, fileWords } from './parts/export-lines'
import { keyOf, textOf } from './parts/json'
import { nhsNumbersOf } from './parts/nhs-number'
import { searchAll } from './parts/search'

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

export const exp01 = defineCheck({
  id: 'EXP-01',
  title: 'Everything can be taken away',
  requirement: 'S26',
  alsoFor: ['S47'],
  strength: 'PARTIAL',
  writes: false,
  explanation:
    '$export answers 202 with Content-Location, finishes, and gives a manifest with transactionTime, request, requiresAccessToken, output and ' +
    'error. Every address lies under the base. Every file is ndjson: each line one resource of the file’s type, none twice, as many as count ' +
    'says. The exported patients are those that the search gives: none missing, none besides, with the same NHS numbers; the fixture patients ' +
    'are among them. [S26 Data Migration; S47; FHIR Bulk Data Access]',
  examine: async (context) => {
    const { manifest, files } = await runExport(context)
    must(
      instant.test(textOf(manifest.transactionTime) ?? ''),
      'WRONG_MANIFEST',
      'manifest.transactionTime: expected an instant',
    )
    must(textOf(manifest.request), 'WRONG_MANIFEST', 'manifest.request: expected the address of the request')
    must(
      typeof manifest.requiresAccessToken === 'boolean',
      'WRONG_MANIFEST',
      'manifest.requiresAccessToken: expected true or false',
    )
    must(Array.isArray(manifest.error), 'WRONG_MANIFEST', 'manifest.error: expected a list, empty where nothing failed')
    must(manifest.error.length === 0, 'EXPORT_DIFFERS', 'manifest.error: expected no failures, got some')
    const exported = new Map<string, string>()
    const seen = new Set<string>()
    for (const file of files) await readFile(context, file, seen, exported)
    await compareWithSearch(context, exported)
    return 'The export finishes, and its patients are those of the search'
  },
})

/** Reads one file to its end; `patients` receives id and NHS numbers of each patient. */
async function readFile({ client }: CheckContext, file: ExportFile, seen: Set<string>, patients: Map<string, string>) {
  const what = fileWords(file)
  let count = 0
  for await (const resource of fileLines(client, file)) {
    const key = keyOf(resource)!
    must(!seen.has(key), 'ITEM_TWICE', `${what}: a resource stands in the export twice`)
    seen.add(key)
    count++
    if (file.type === 'Patient') patients.set(String(resource.id), nhsNumbersOf(resource).sort().join())
  }
  must(
    file.count === undefined || file.count === count,
    'WRONG_FILE',
    `${what}: its count is not the number of its lines`,
  )
}

async function compareWithSearch(context: CheckContext, exported: Map<string, string>): Promise<void> {
  const patients = await searchAll(context, 'Patient?_count=50', 'search of all patients')
  if (patients === undefined) throw notExercised('PARTLY_TRIED', 'The search has more patients than a run can follow')
  const searched = new Map(patients.map((patient) => [String(patient.id), nhsNumbersOf(patient).sort().join()]))
  if (searched.size === 0 && exported.size === 0) throw notExercised('NO_DATA', 'There is no patient to export')
  const numbers = [...exported.values()].join()
  for (const number of context.fixtures.nhsNumbers)
    must(numbers.includes(number), 'EXPORT_DIFFERS', 'A fixture patient is missing from the export')
  must(
    [...searched.keys()].every((id) => exported.has(id)),
    'EXPORT_DIFFERS',
    'A patient whom the search gives is missing from the export',
  )
  must(
    [...exported.keys()].every((id) => searched.has(id)),
    'EXPORT_DIFFERS',
    'The export holds a patient whom the search does not give',
  )
  must(
    [...searched].every(([id, found]) => exported.get(id) === found),
    'EXPORT_DIFFERS',
    'A patient has another NHS number in the export than in the search',
  )
}
