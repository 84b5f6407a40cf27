import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Bundle, Patient } from '@medplum/fhirtypes'
import { describe, expect, it } from 'vitest'
import { isNhsNumber } from './nhs-number'
import { dataNhsNumbers, dataResources } from './read-data-folder'
import { startProvider } from './start-provider'

const synthea = resolve('../shared/data/fhir/synthea-10-patients')

describe('RP-02: a folder of data', () => {
  it.skipIf(!existsSync(synthea))(
    'is read whole: 5,945 resources, 13 patients with test numbers, no reference left by identifier (skipped without ../shared/data)',
    () => {
      const resources = dataResources(synthea)
      expect(resources.length).toBe(5_945)
      const numbers = dataNhsNumbers(resources)
      expect(numbers.length).toBe(13)
      expect(new Set(numbers).size).toBe(13)
      expect(numbers.every((number) => isNhsNumber(number) && number.startsWith('900'))).toBe(true)
      expect(numbers).not.toContain('9000000041')
      const text = JSON.stringify(resources)
      expect(text).not.toContain('?identifier=')
      const places = new Set(resources.map((one) => `${one.resourceType}/${one.id}`))
      const dangling = new Set(
        [...text.matchAll(/"reference":"(\w+\/[^"]+)"/g)]
          .map((found) => found[1]!)
          .filter((place) => !places.has(place)),
      )
      expect([...dangling]).toEqual([])
    },
  )

  it.skipIf(!existsSync(synthea))('is served beside the seed (skipped without ../shared/data)', async () => {
    const provider = await startProvider({ data: synthea })
    try {
      const number = dataNhsNumbers(dataResources(synthea))[12]!
      const headers = { authorization: `Bearer ${provider.token}` }
      const found = await fetch(`http://127.0.0.1:${provider.port}/fhir/Patient?identifier=${number}`, { headers })
      expect(((await found.json()) as Bundle<Patient>).total).toBe(1)
      const all = await fetch(`http://127.0.0.1:${provider.port}/fhir/Patient?_count=0`, { headers })
      expect(((await all.json()) as Bundle).total).toBe(17)
    } finally {
      await provider.close()
    }
  })

  it('is refused where a reference names nothing, and where there is no file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'conformance-data-'))
    try {
      expect(() => dataResources(folder)).toThrow('No *.ndjson.gz')
      const encounter = {
        resourceType: 'Encounter',
        id: 'e1',
        serviceProvider: { reference: 'Organization?identifier=urn:x|1' },
      }
      writeFileSync(join(folder, 'Encounter.ndjson.gz'), gzipSync(`${JSON.stringify(encounter)}\n`))
      expect(() => dataResources(folder)).toThrow('Organization?identifier=urn:x|1')
      writeFileSync(
        join(folder, 'Organization.ndjson.gz'),
        gzipSync('{"resourceType":"Organization","id":"o1","identifier":[{"system":"urn:x","value":"1"}]}\n'),
      )
      expect(dataResources(folder)).toContainEqual({ ...encounter, serviceProvider: { reference: 'Organization/o1' } })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
