import type { Candidate, Choice } from '../optimiser/choice'
import { candidateFacts, type PlanFact } from './evidence-rules'

const kindWords: Partial<Record<PlanFact['kind'], string>> = {
  price: 'The price of',
  standing: 'The standing of',
  dependency: 'What is said of others by',
}

/** PLAN-4: in words, what of price, standing and dependency has changed since a plan was computed; empty: nothing has. */
export function changesSince({ candidates: then }: Pick<Choice, 'candidates'>, now: Candidate[]): string[] {
  const hashes = new Map(now.flatMap(candidateFacts).map((fact) => [`${fact.kind}/${fact.id}`, fact.sha256]))
  const before = then.filter((candidate) => candidate.listingVersionId !== '')
  const isOn = (list: Candidate[], id: string) => list.some((candidate) => candidate.moduleId === id)
  return [
    ...before.flatMap((candidate) => {
      if (!isOn(now, candidate.moduleId)) return [`${candidate.name} is no longer on offer`]
      return candidateFacts(candidate).flatMap(({ kind, id, sha256 }) => {
        const words = kindWords[kind]
        return words && hashes.get(`${kind}/${id}`) !== sha256 ? [`${words} ${candidate.name} has changed`] : []
      })
    }),
    ...now.filter(({ moduleId }) => !isOn(then, moduleId)).map(({ name }) => `${name} is new`),
  ]
}
