import 'server-only'
import { totalWords } from '@/lib/comparison/scoring/scoring-rules'
import type { Actor } from '@/lib/platform/actor'
import { dayWords } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { poundsWords } from '@/lib/platform/money'
import type { PdfBlock, PdfText } from '@/lib/platform/pdf-document'
import { getProject } from '../projects/get-project'
import { packPdf } from '../projects/pack-pdf'
import type { Project } from '../projects/project'
import { resultOf } from './buyer-view'
import { agreedSheet, type Competition, elementWords, scoreWords } from './competition'
import { findCompetition, findScores } from './competition-store'
import type { ResultSet } from './competition-view'
import { sensitivityWords } from './sensitivity-words'
import { newestScores } from './sheet-rules'

export type PackText = { id: string; name: string; sha256: string; decidedAt: Date; text: PdfText }

/** The decision pack in words, made of frozen rows alone: the same years later (A10). Undefined where nothing is decided, and to strangers. */
export async function getPackText(actor: Actor, id: string): Promise<PackText | undefined> {
  const project = await getProject(actor, id)
  if (!project?.decision) return undefined
  const { name, decision } = project
  const text = packPdf(project, decision, await competitionBlocks(project))
  return { id, name, sha256: decision.packSha256, decidedAt: decision.decidedAt, text }
}

async function competitionBlocks(project: Project): Promise<PdfBlock[]> {
  const competition = await findCompetition(db, { projectId: project.id })
  if (!competition || competition.scoresOpenedAt === null) return []
  const scores = await findScores(db, competition.id)
  const { entries, sets, criteria, deciders } = await resultOf(db, project, competition, scores)
  // By number and not by name: a person may be forgotten, and the pack stays the same.
  const whoIs = (id: string) => `Evaluator ${competition.evaluators.findIndex((e) => e.id === id) + 1}`
  const moduleOf = (entryId: string) => project.entries.find((e) => e.id === entryId)!.moduleName
  const wordsOf = (id: string) => criteria.find((criterion) => criterion.id === id)?.words ?? id
  const whose = (sheet: string) => (sheet === agreedSheet ? 'Agreed' : whoIs(sheet))
  const said = (id: string, value: number) =>
    criteria.find((criterion) => criterion.id === id)?.kind === 'must'
      ? value === 1
        ? 'Yes'
        : 'No'
      : `${value} ${scoreWords[value]}`
  const weights = competition.elements.map(({ kind, weight }) => [elementWords[kind], `${weight}% of the rest`])
  return [
    {
      kind: 'table',
      caption: 'What counted',
      header: ['What', 'Weight'],
      rows: [['Price', `${competition.priceWeight}%`], ...weights],
    },
    ...qualityBlocks(competition),
    ...(sets ? setBlocks(sets) : []),
    {
      kind: 'table',
      caption: sets ? 'Modules of the sets, each with the best set that it is part of' : 'Result of the competition',
      header: ['Module', 'Price over the term', 'Offer', 'Total', 'Outcome'],
      rows: entries.map(({ entry, offer, total, eligible, isWinner }) => [
        entry.moduleName,
        entry.termPence === null ? 'Depends on use' : poundsWords(entry.termPence),
        offer?.validUntil ? `Held until ${dayWords(offer.validUntil)}` : 'None: list price',
        totalWords(total),
        eligible ? (isWinner ? 'Greatest total' : 'Lesser total') : 'A must is not met',
      ]),
    },
    { kind: 'text', text: sensitivityWords(deciders) },
    ...(competition.evaluators.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: 'Who scored, and their interests',
            header: ['Evaluator', 'Conflict', 'In words'],
            rows: competition.evaluators.map((e) => [
              whoIs(e.id),
              e.interest ? (e.interest.conflict ? 'Yes' : 'No') : 'Not declared',
              e.interest?.statement ?? 'Nothing',
            ]),
          },
        ]),
    ...(scores.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: 'Scores with their reasons',
            header: ['Module', 'What', 'Whose', 'Score', 'Reason'],
            rows: [...newestScores(scores).values()].map((s) => [
              moduleOf(s.entryId),
              wordsOf(s.criterionId),
              whose(s.sheet),
              said(s.criterionId, s.value),
              s.reason,
            ]),
          },
        ]),
  ]
}

/** Sets that competed for a need which no module need cover alone (ADR 0027). */
const setBlocks = (sets: ResultSet[]): PdfBlock[] => [
  {
    kind: 'table',
    caption: 'Result of the competition between sets',
    header: ['Modules', 'Price over the term', 'Price band', 'Total', 'Outcome'],
    rows: sets.map(({ name, pricePence, band, total, eligible, isWinner }) => [
      name,
      poundsWords(pricePence),
      String(band),
      totalWords(total),
      eligible ? (isWinner ? 'Greatest total' : 'Lesser total') : 'A must is not met',
    ]),
  },
]

/** What the buyer said of quality with the criteria (ABS-1, ABS-3); packs from before it could be said stay as they were. */
function qualityBlocks({ quality }: Competition): PdfBlock[] {
  if (!quality) return []
  const floor = quality.floor === null ? 'No least quality was set' : `Good enough was a mean score of ${quality.floor}`
  const text = `${floor}. It decided nothing: the greatest total alone wins.`
  const rows = quality.values.map(({ kind, pence }) => [
    elementWords[kind],
    ...pence.map((p) => poundsWords(BigInt(p))),
  ])
  const header = ['What', ...Object.entries(scoreWords).map(([level, words]) => `${level} ${words}`)]
  return [
    { kind: 'text', text },
    ...(rows.length > 0 ? [{ kind: 'table' as const, caption: 'What quality was worth', header, rows }] : []),
  ]
}
