import { expect, it } from 'vitest'
import { groupBy } from '@/lib/platform/group-by'
import { readSources } from '@/lib/testing/read-sources'

const colours = ['white', 'grey', 'green', 'aqua-green', 'blue', 'purple', 'pink', 'red', 'orange', 'yellow']
const naming = ['words', 'text', 'status', 'label']
/** Words of a state, the colour of its tag, and the file that says so. */
type Said = { words: string; colour: string; file: string }

const { files, sources } = readSources(['lib', 'components', 'app'], 'prisma/generated', [])
const said = files.filter((file) => !/\.test\.tsx?$/.test(file)).flatMap((file) => saidIn(file, sources.get(file)!))

it('the same words have the same colour on every page', () => {
  const byWords = groupBy(said, ({ words }) => words.toLowerCase())
  const mixed = [...byWords.values()].filter((all) => new Set(all.map(({ colour }) => colour)).size > 1)
  expect(mixed.map((all) => all.map(({ words, colour, file }) => `${words}: ${colour} in ${file}`))).toEqual([])
})

it('finds words and colours in each of the ways in which they are written', () => {
  const found = said.map(({ words, colour }) => `${words}: ${colour}`)
  expect(found.length).toBeGreaterThan(100)
  for (const one of ['To be published: yellow', 'Pass: green', 'Live: green']) expect(found).toContain(one)
})

/** `{ words: 'Draft', colour: 'blue' }`, `['blue', 'Draft']`, and `…Labels` beside `…Colours` with the same keys. */
function saidIn(file: string, source: string): Said[] {
  const objects = [...source.matchAll(/\{[^{}]*\}/g)].map(([text]) => textsOf(text))
  const tuples = [...source.matchAll(/\['([a-z-]+)', '([^']+)'\]/g)].map(([, colour, words]) => ({ colour, words }))
  const tables = new Map(
    [...source.matchAll(/const (\w+)(?::[^=]+)? = (\{[^{}]*\})/g)].map(([, name, text]) => [name!, textsOf(text!)]),
  )
  const beside = [...tables].flatMap(([name, table]) => {
    const labels = name.endsWith('Colours') ? tables.get(name.replace(/Colours$/, 'Labels')) : undefined
    return Object.entries(table).map(([key, colour]) => ({ colour, words: labels?.[key] }))
  })
  const named = objects.map((texts) => ({ colour: texts.colour, words: naming.map((n) => texts[n]).find(Boolean) }))
  return [...named, ...tuples, ...beside].flatMap(({ colour, words }) =>
    colour && words && colours.includes(colour) ? [{ colour, words, file }] : [],
  )
}

/** The properties of an object that are plain texts. */
function textsOf(object: string): Record<string, string> {
  return Object.fromEntries([...object.matchAll(/'?([\w-]+)'?: '([^']*)'/g)].map(([, key, text]) => [key!, text!]))
}
