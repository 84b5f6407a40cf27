import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must } from '../run/finding'
import { textOf } from './parts/json'
import { mostNumbers, nhsNumberSystem, nhsNumbersOf } from './parts/nhs-number'
import { identifierSearch } from './parts/patient'
import { searchPage } from './parts/search'

/** With how many numbers the bare form is tried: a server finds all by the same code, and a run may send 500 requests. */
const mostBare = 4

export const srch01 = defineCheck({
  id: 'SRCH-01',
  title: 'A number finds its patient, or nobody',
  requirement: 'GPC/find-patient',
  strength: 'PARTIAL',
  writes: false,
  explanation:
    'Each fixture number (of the first ten), with its system and (the first four) bare, finds exactly one patient, who has that number and whom the read by id gives too; no two ' +
    'numbers find the same patient. The unknown number, a known number under another system, with a digit less, and with a letter find nobody: ' +
    'an answer 200 with an empty searchset. [GP Connect, find a patient]',
  examine: async (context) => {
    const { fixtures } = context
    const owners = new Map<string, string>()
    for (const number of fixtures.nhsNumbers.slice(0, mostNumbers)) {
      const id = await mustFind(context, identifierSearch(nhsNumberSystem, number), number, 'system and number')
      must(!owners.has(id), 'WRONG_PATIENT', 'Two numbers find the same patient')
      owners.set(id, number)
      if (owners.size > mostBare) continue
      const bare = await mustFind(context, `Patient?identifier=${number}`, number, 'a bare number')
      must(bare === id, 'WRONG_PATIENT', 'A bare number finds another patient than the number with its system')
    }
    const [id, number] = [...owners][0]!
    const read = await context.client.ask({ to: `Patient/${encodeURIComponent(id)}` })
    must(read.status === 200, 'WRONG_STATUS', `read of a patient who was found: expected 200, got ${read.status}`)
    const nobody: [string, string][] = [
      ['the unknown number', identifierSearch(nhsNumberSystem, fixtures.unknownNhsNumber)],
      ['the unknown number, bare', `Patient?identifier=${fixtures.unknownNhsNumber}`],
      ['a known number under another system', identifierSearch('https://conformance.example/other', number)],
      ['the beginning of a known number', identifierSearch(nhsNumberSystem, number.slice(0, 9))],
      ['a known number with a letter', identifierSearch(nhsNumberSystem, `${number}X`)],
    ]
    for (const [what, to] of nobody) {
      const { matches, total } = await searchPage(context, to, `search by ${what}`)
      must(matches.length === 0, 'FOUND_WITHOUT_MATCH', `search by ${what}: expected nobody, found somebody`)
      must(!total, 'TOTAL_DIFFERS', `search by ${what}: expected total 0, got more`)
    }
    return 'Each number finds its patient and nobody else, and the others find nobody'
  },
})

async function mustFind(context: CheckContext, to: string, number: string, form: string): Promise<string> {
  const what = `search by ${form}`
  const { matches, others: besides, total, links } = await searchPage(context, to, what)
  must(matches.length > 0, 'PATIENT_NOT_FOUND', `${what}: expected one patient, found none`)
  must(matches.length === 1 && !links.has('next'), 'WRONG_PATIENT', `${what}: expected one patient, found several`)
  must(
    besides.every(({ resourceType }) => resourceType !== 'Patient'),
    'WRONG_PATIENT',
    `${what}: expected one patient, found others beside`,
  )
  must(total === undefined || total === 1, 'TOTAL_DIFFERS', `${what}: expected total 1, got another`)
  const [patient] = matches
  must(patient!.resourceType === 'Patient', 'WRONG_TYPE', `${what}: expected a Patient, found another type`)
  const numbers = nhsNumbersOf(patient!)
  must(numbers.includes(number), 'WRONG_PATIENT', `${what}: the patient who was found has another number`)
  const others = context.fixtures.nhsNumbers.filter((other) => other !== number)
  must(!numbers.some((one) => others.includes(one)), 'WRONG_PATIENT', `${what}: the patient has two fixture numbers`)
  const id = textOf(patient!.id)
  must(id !== undefined, 'WRONG_SHAPE', `${what}: the patient has no id`)
  return id
}
