import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exists, readSources } from './testing/read-sources'

/**
 * This array is the architecture: from the ground up, the rooms that stand on each floor.
 * A file may use its own room and any floor below; never up, never sideways. What must travel upward travels as an event.
 */
const floors: string[][] = [
  ['lib/platform'],
  ['lib/identity', 'lib/audit', 'lib/conformance', 'lib/reconciliation'],
  ['lib/settings'],
  ['lib/catalogue', 'lib/funding'],
  ['lib/assurance'],
  ['lib/comparison'],
  ['lib/procurement'],
  ['lib/contracts'],
  ['lib/switching', 'lib/payments'],
  ['lib/insight', 'lib/notifications'],
  ['components', 'lib/worker'],
  ['app', 'lib/launcher'],
]

/** Test support and measurement stand outside the house and may look in anywhere. */
const outside = ['e2e', 'bench', 'prisma/factories', 'prisma/seed', 'lib/testing']
/** Generated, and named by stores only. */
const generated = 'prisma/generated'
const rootFiles = [
  'next.config.ts',
  'proxy.ts',
  'instrumentation.ts',
  'prisma.config.ts',
  'playwright.config.ts',
  'vitest.config.ts',
  'next-env.d.ts',
  'lib/house.test.ts',
]
/** These libraries know no database and no other room, so that they run at a supplier's or a practice's own site. */
const islands = ['lib/conformance', 'lib/reconciliation']
/** An outsider reads, copies and runs this one alone: whatever it needs stands in it (ADR 0017). */
const oneFileByRule = 'lib/conformance/evidence/verify.mjs'
const pureEndings = ['-machine.ts', '-rules.ts', '-policy.ts', '-schema.ts', '-journey.ts']
const roots = ['app', 'components', 'lib', 'prisma', 'e2e', 'bench']
const badNames =
  /^(index|utils?|helpers?|services?|types|manager|common)\.tsx?$|\/(utils?|helpers?|services?|types|common)\//

const { files, sources, targets, reach } = readSources(roots, generated, rootFiles)

describe('the house', () => {
  it('every file stands in a room', () => {
    expect(
      files.filter((file) => !isOutside(file) && !rootFiles.includes(file) && floorOf(file) === undefined),
    ).toEqual([])
  })

  it('AS-09: no import reaches up or sideways, so assurance calls only catalogue, funding and below', () => {
    const wrong = imports().filter(({ from, to }) => {
      if (isOutside(from) || isTest(from) || rootFiles.includes(from) || (seedDoor(from) && isOutside(to))) return false
      if (to.startsWith(generated) || to.startsWith('@prisma/') || roomOf(from) === roomOf(to)) return false
      const [a, b] = [floorOf(from), floorOf(to)]
      return a === undefined || b === undefined || b >= a
    })
    expect(wrong.map(show)).toEqual([])
  })

  it('no file imports itself by way of others, by a type neither: what two need stands below both', () => {
    expect(files.filter((file) => reach(file).has(file))).toEqual([])
  })

  it('nothing in the house imports test support', () => {
    expect(
      imports()
        .filter(
          ({ from, to }) =>
            !isOutside(from) && !isTest(from) && !from.endsWith('.config.ts') && isOutside(to) && !seedDoor(from),
        )
        .map(show),
    ).toEqual([])
  })

  it("only a room's own stores and platform name Prisma, and only the room opens its store", () => {
    const namesPrisma = imports().filter(
      ({ from, to }) =>
        (to.startsWith(generated) || to === '@prisma/client' || to === '@prisma/adapter-pg') &&
        !isOutside(from) &&
        !isTest(from) &&
        !from.endsWith('-store.ts') &&
        !from.startsWith('lib/platform/'),
    )
    expect(namesPrisma.map(show)).toEqual([])
    const opensStore = imports().filter(
      ({ from, to }) => to.endsWith('-store.ts') && !isOutside(from) && !isTest(from) && roomOf(from) !== roomOf(to),
    )
    expect(opensStore.map(show)).toEqual([])
  })

  it('what is declared pure reaches no database', () => {
    const impure = files
      .filter((file) => pureEndings.some((ending) => file.endsWith(ending)))
      .filter((file) =>
        [...reach(file)].some(
          (to) => to.endsWith('-store.ts') || to === 'lib/platform/db.ts' || to.startsWith(generated),
        ),
      )
    expect(impure).toEqual([])
  })

  it('no component reaches the server half of a room', () => {
    const client = files.filter(
      (file) => file.startsWith('components/') && /^['"]use client['"]/.test(sources.get(file)!),
    )
    expect(
      client.filter((file) => [...reach(file)].some((to) => to === 'lib/platform/db.ts' || to.endsWith('-store.ts'))),
    ).toEqual([])
  })

  it('RUN-1: the web process never loads the solver, whatever page or form is asked for', () => {
    const doors = files.filter(
      (file) =>
        (file.startsWith('app/') || file.startsWith('components/') || rootFiles.includes(file)) && !isTest(file),
    )
    const solving = files.filter((file) => !isTest(file) && /from 'highs'|import\('highs'\)/.test(sources.get(file)!))
    expect(solving.length).toBeGreaterThan(0)
    const reached = new Set(doors.flatMap((file) => [...reach(file)]))
    expect(solving.filter((file) => reached.has(file))).toEqual([])
    // Were the worker's task reached, the solver would be: the test is not blind.
    expect([...reach('lib/worker/plans/plan-thread.ts')]).toEqual(expect.arrayContaining(solving))
  })

  it('the islands know no other room and no database', () => {
    const wrong = imports().filter(
      ({ from, to }) =>
        islands.some((room) => from.startsWith(`${room}/`)) && !isTest(from) && roomOf(from) !== roomOf(to),
    )
    expect(wrong.map(show)).toEqual([])
  })

  it('nobody reads the clock but platform/clock.ts', () => {
    const readers = files.filter(
      (file) =>
        file !== 'lib/platform/clock.ts' &&
        file.startsWith('lib/') &&
        !file.startsWith('lib/launcher/') &&
        !file.startsWith('lib/testing/') &&
        !isTest(file) &&
        /new Date\(\)|Date\.now\(\)/.test(sources.get(file)!),
    )
    expect(
      readers.concat(
        files.filter((f) => /^(app|components)\//.test(f) && /new Date\(\)|Date\.now\(\)/.test(sources.get(f)!)),
      ),
    ).toEqual([])
  })

  it('a transaction asks one question at a time: it has one connection', () => {
    const inOne = files.filter((file) => file.startsWith('lib/') && !isTest(file) && !isOutside(file))
    const atOnce = inOne.filter((file) =>
      [...sources.get(file)!.matchAll(/Promise\.all\(\[([^\]]*)\]\)/g)].some(([, of]) => /\btx\b/.test(of!)),
    )
    expect(atOnce).toEqual([])
  })

  it('no drawer for odds and ends, and names in kebab-case', () => {
    expect(files.filter((file) => badNames.test(file) || badNames.test(file.split('/').at(-1)!))).toEqual([])
    expect(files.filter((file) => /^(lib|components)\//.test(file) && /[A-Z_]/.test(file.split('/').at(-1)!))).toEqual(
      [],
    )
  })

  it('every room has a README of at most 30 lines of its own words', () => {
    const rooms = floors.flat().filter((room) => room.startsWith('lib/') && exists(room))
    expect(rooms.filter((room) => !exists(`${room}/README.md`))).toEqual([])
    const long = rooms.filter(
      (room) =>
        readFileSync(`${room}/README.md`, 'utf8')
          .replace(/<!-- states -->[\s\S]*?<!-- \/states -->/g, '')
          .split('\n').length > 31,
    )
    expect(long).toEqual([])
    expect(rooms.filter((room) => /^[<>]{7} /m.test(readFileSync(`${room}/README.md`, 'utf8')))).toEqual([])
  })

  it('no file grows past 250 lines, tables of data and the verifier apart', () => {
    const long = files.filter(
      (file) =>
        file !== oneFileByRule &&
        !file.startsWith('prisma/seed/') &&
        !file.includes('/reference/') &&
        sources.get(file)!.split('\n').length > 251,
    )
    expect(long).toEqual([])
  })

  it('pages and actions decide nothing: they are short and reach no store', () => {
    expect(
      files.filter((file) => /^app\/.*page\.tsx$/.test(file) && sources.get(file)!.split('\n').length > 61),
    ).toEqual([])
    expect(
      files.filter(
        (file) => /^app\/.*actions\.ts$/.test(file) && /\btry\s*\{|\bfor \(|\bwhile \(/.test(sources.get(file)!),
      ),
    ).toEqual([])
  })
})

/** Where the floor array has the file: the room, its floor; undefined for what stands outside. */
function roomOf(file: string): string | undefined {
  return floors.flat().find((room) => file.startsWith(`${room}/`))
}
function floorOf(file: string): number | undefined {
  const floor = floors.findIndex((rooms) => rooms.some((room) => file.startsWith(`${room}/`)))
  return floor === -1 ? undefined : floor
}
function isOutside(file: string): boolean {
  return outside.some((folder) => file.startsWith(`${folder}/`))
}
function isTest(file: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(file)
}
/** The launcher alone may call the seed, because a first start tells the demonstration story. */
function seedDoor(file: string): boolean {
  return file.startsWith('lib/launcher/')
}

/** Every import inside the project, type imports too: circles are nearly always made by a type that points up. */
function imports(): { from: string; to: string }[] {
  return files.flatMap((from) => targets(from).map((to) => ({ from, to })))
}
function show({ from, to }: { from: string; to: string }): string {
  return `${from} → ${to}`
}
