import { expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { addDays, dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { assessment } from '@/prisma/factories/assessment'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { proposeDecision } from './decisions/propose-decision'
import { secondDecision } from './decisions/second-decision'
import { loadFactsOf } from './load-facts-of'

useDatabase()
const everyKind = { nonConformities: true, decisions: true, challenges: true, waivers: true, redeclarations: true }

it('a waiver that is granted while the facts are read is not half a fact: it is known the next time', async () => {
  const authority = (await organisation.authority()).id
  const [one, two]: Actor[] = [await person.officer(authority), await person.officer(authority)]
  const { moduleVersionId } = (await assessment.forDecision({ outcome: 'MET' })).made
  const waived = { requirement: 'S1/WHOLE', until: addDays(dayOf(noon), 60) }
  const input = { moduleVersionId, reason: 'A reason of more than twenty characters', ...waived }
  const { id: proposalId } = await value(proposeDecision(contextOf(one), 'WAIVE', input))
  // The decisions are read; before the waivers are, somebody commits both. As where there are some of each kind already.
  const between = new Proxy(db, {
    get: (target, name) =>
      name === 'waiver'
        ? { findMany: decidedFirst }
        : name === '$queryRaw'
          ? (sql: TemplateStringsArray, ...of: unknown[]) =>
              sql.join('').includes('from "Waiver"') ? [everyKind] : db.$queryRaw(sql, ...of)
          : Reflect.get(target, name, target),
  }) as unknown as Tx
  let times = 0
  async function decidedFirst(of: object) {
    times += 1
    await value(secondDecision(contextOf(two), 'WAIVE', { proposalId, version: 1 }))
    return db.waiver.findMany(of)
  }
  expect((await loadFactsOf(between, moduleVersionId))!.facts.waivers).toEqual([])
  expect(times).toBe(1)
  expect((await loadFactsOf(db, moduleVersionId))!.facts.waivers).toMatchObject([{ requirementId: 'S1/WHOLE' }])
})
