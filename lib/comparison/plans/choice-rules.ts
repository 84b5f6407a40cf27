import type { EpicName, ReferenceNames } from '@/lib/catalogue/module-view'
import type { Day } from '@/lib/platform/days'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { NeedsContent, ProfileToday } from '../needs-profiles/needs-content'
import type { Candidate, Choice, ChoicePractice } from '../optimiser/choice'
import { wishId } from './candidate-rules'

type Known = {
  today: Day
  term: NonNullable<NeedsContent['term']>
  candidates: Candidate[]
  practices: { id: string; name: string; listSize: number | null }[]
  names: ReferenceNames
  epics: Record<string, EpicName[]>
}

/** The profile in the shape that the optimiser reads. A practice whose list size nobody knows is refused (QTY-1). */
export function choiceOf(content: NeedsContent, known: Known): Result<Choice> {
  const { today, term, candidates, names, epics } = known
  const practices = content.practiceIds.map((id) => practiceOf(id, content, known))
  const unknown = practices.find((practice) => practice.patients === 0)
  if (unknown)
    return refuse({ kind: 'conflict', because: `The list size of ${unknown.name} is not known: enter it first` })
  if (term.start < today) return refuse({ kind: 'conflict', because: 'The first day has passed: enter another first' })
  const capability = (id: string) => names.capabilities[id]?.name ?? id
  const epic = (capabilityId: string, id: string) => epics[capabilityId]?.find((one) => one.id === id)?.name ?? id
  const run = (content.today ?? []).filter((row) => content.practiceIds.includes(row.practiceId))
  const gone = run.filter((row) => !candidates.some((candidate) => candidate.moduleId === row.moduleId))
  return ok({
    asOf: today,
    practices,
    term,
    needs: content.needs.map((need) => ({
      id: need.capabilityId,
      words:
        need.epicIds.length === 0
          ? capability(need.capabilityId)
          : `${capability(need.capabilityId)}, with ${need.epicIds.join(', ')}`,
    })),
    wishes: content.wishes.map((wish) => ({
      id: wishId(wish),
      words:
        wish.epicId === null
          ? capability(wish.capabilityId)
          : `${capability(wish.capabilityId)}: ${epic(wish.capabilityId, wish.epicId)}`,
      worth: wish.worth,
    })),
    candidates: [
      ...candidates,
      ...gone
        .filter((row, i) => gone.findIndex((g) => g.moduleId === row.moduleId) === i)
        .map((row) => unlisted(today, row)),
    ],
    today: run.map(({ moduleName: _, ...row }) => row),
    limits: {
      budgetPence: content.budget?.budgetPence ?? null,
      yearlyBudgets: content.budget?.yearlyBudgets ?? [],
      floorPercent: content.floorPercent,
      ownCostPence: content.ownCostPence,
      avoid: content.avoid,
      mayDiffer: content.mayDiffer,
    },
  })
}

function practiceOf(id: string, content: NeedsContent, { practices }: Known): ChoicePractice {
  const known = practices.find((practice) => practice.id === id)
  const typed = content.sizes.find((size) => size.practiceId === id)
  return { id, name: known?.name ?? id, patients: typed?.patients ?? known?.listSize ?? 0 }
}

/** A module of today that is no longer in the catalogue: it covers nothing that anybody could check, and is never new (MOD-2). */
const unlisted = (today: Day, { moduleId, moduleName, contractEnd }: ProfileToday): Candidate => ({
  moduleId,
  listingVersionId: '',
  listingSha256: '',
  name: moduleName,
  version: '',
  supplierId: moduleId,
  supplierName: 'not listed',
  meets: [],
  fulfils: [],
  isRecordSystem: false,
  barred: `${moduleName} is no longer in the catalogue`,
  keepableUntil: contractEnd ?? today,
  prices: [],
  services: [],
  requires: [],
  conflicts: [],
  pairedWith: null,
  standing: { words: 'Not listed', asOf: null },
})
