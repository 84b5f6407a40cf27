import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unreachableStates } from '@/lib/platform/machine'
import { readmeOf, withStates } from './print-states'
import { machines } from './state-tables'

const allFiles = readdirSync('lib', { recursive: true, encoding: 'utf8' }).map((file) => join('lib', file))
const read = (file: string) => readFileSync(file, 'utf8')

describe('the tables of states', () => {
  it('every machine of the house is in the list', () => {
    const found = allFiles.filter((file) => file.endsWith('-machine.ts'))
    expect(machines.map((listed) => listed.file).sort()).toEqual(found.sort())
  })

  it.each([...new Set(machines.map(readmeOf))])('%s says what its machines do', (readme) => {
    const listed = machines.filter((one) => readmeOf(one) === readme)
    expect(withStates(read(readme), listed), 'run "npm run states"').toBe(read(readme))
  })

  it.each(machines)('$title begins with commands and events that its room has', ({ file, machine, starts }) => {
    const room = file.split('/').slice(0, 2).join('/')
    for (const { by, to, event } of starts) {
      expect(Object.keys(machine)).toContain(to)
      const command = allFiles.find((path) => path.startsWith(`${room}/`) && path.endsWith(`/${by}.ts`))
      expect(command, `${by}.ts`).toBeDefined()
      expect(read(command!)).toContain(`'${event}'`)
    }
    const reached = starts.flatMap(({ to }) =>
      Object.keys(machine).filter((s) => !unreachableStates(machine, to).includes(s)),
    )
    expect(Object.keys(machine).filter((state) => !reached.includes(state))).toEqual([])
  })

  it('a README that says something else is seen', () => {
    const [first] = machines
    expect(withStates('a\n<!-- states -->\nold\n<!-- /states -->\nb', [first!])).toMatch(
      /^a\n<!-- states -->\n\n\*\*Import run\*\*[\s\S]*\n<!-- \/states -->\nb$/,
    )
    expect(() => withStates('no marks', [first!])).toThrow('There is no')
  })
})
