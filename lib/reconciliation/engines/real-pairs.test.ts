import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedData } from '@/lib/testing/shared-data'
import { answerTo, folderOf, profileOf } from '@/lib/testing/two-sides'
import { unbundle } from '../unbundle/unbundle'

/** Patient ids of the published bundles, source and target. */
const patients: [string, string, string][] = [
  ['PWTP2', '88F14BF6-CADE-47D6-90E2-B10519BF956F', '00000000-0000-0000-0000-000000000010'],
  ['PWTP5', '58B02021-E70A-4B30-A149-A02E3A5296C7', '00000000-0000-0000-0000-000000000011'],
  ['PWTP7', '4C903809-CADA-442E-8FA5-655E5EFEB1F5', '00000000-0000-0000-0000-000000000012'],
]

describe('real records before and after a transfer', () => {
  const pairs = sharedData('fhir/gp2gp-pairs')
  it.skipIf(!pairs).each(patients)(
    'ID-01: %s has no NHS number on either side and is one patient by the map (skipped: no shared data)',
    async (name, sourceId, targetId) => {
      const side = (file: string) => {
        const folder = folderOf({})
        const done = unbundle([join(pairs!, file)], folder)
        if (!done.ok) throw new Error(done.because)
        return folder
      }
      const source = side(`source-gpconnect/EMISPatientStructurede2eResponse${name}.json`)
      const target = side(`target-after-gp2gp/${name === 'PWTP7' ? 'PWTP7_vis' : name}-output.json`)
      const map = { 'map.csv': `source,target\n${sourceId},${targetId}\n` }
      const profile = profileOf([], { patientMap: 'map.csv' }, map)
      const [there, itself] = [
        await answerTo([], [], { source, target, profile }),
        await answerTo([], [], { source, target: source, profile: profileOf() }),
      ]
      if (!there.ok || !itself.ok) throw new Error('faulty')
      const tokens = (side: 'source' | 'target') => [...there.comparison[side].patients.keys()]
      expect([tokens('source').length, tokens('target')]).toEqual([1, tokens('source')])
      const { matched, unpaired } = there.comparison
      const paired = Object.values(matched).reduce((a, b) => a + b, 0)
      expect(paired + unpaired.source.length).toBe(there.comparison.source.resources)
      expect(paired + unpaired.target.length).toBe(there.comparison.target.resources)
      expect([itself.comparison.unpaired, itself.comparison.links]).toEqual([{ source: [], target: [] }, []])
    },
  )
})
