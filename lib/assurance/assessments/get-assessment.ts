import 'server-only'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import { readEpics } from '@/lib/catalogue/read-claims'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { isId } from '@/lib/platform/ids'
import type { EvidenceItem } from '../evidence/evidence'
import { findEvidence } from '../evidence/evidence-store'
import { loadFacts, type VersionFacts } from '../facts-store'
import type { Value } from '../requirement-value-rules'
import { type AskedEpic, type Assessment, isUnderReview } from './assessment'
import { isAuthority, isOwn, mayAdvance, mayAnswer, mayFind, mayFinish, maySign, maySubmit } from './assessment-policy'
import { askedEpics } from './assessment-rules'
import { findAnswers, findAssessment } from './assessment-store'
import { type FindingProposal, keyOf } from './finding-proposal'
import { findFindingProposals } from './finding-store'
import { standardsToFind } from './standards-to-find'

/** What is to be found out: a whole capability, or one requirement of a standard. */
export type SubjectLine = {
  key: string
  words: string
  mandatory: boolean
  value: Value | 'FAILED'
  /** A finding of it waits for a reviewer. */
  waits: boolean
}
export type AssessmentView = Assessment & {
  moduleName: string
  moduleVersion: string
  supplier: string
  own: boolean
  forAuthority: boolean
  underReview: boolean
  epics: AskedEpic[]
  evidence: EvidenceItem[]
  capabilities: SubjectLine[]
  requirements: SubjectLine[]
  /** To the supplier only what is signed. */
  findings: (FindingProposal & { subject: string; maySign: Decision })[]
  may: { answer: Decision; submit: Decision; advance: Decision; find: Decision; finish: Decision }
}

/** One assessment with all that either side needs for its part; undefined to strangers. */
export async function getAssessment(ctx: Context, id: string): Promise<AssessmentView | undefined> {
  const { actor } = ctx
  const assessment = isId(id) ? await findAssessment(db, id) : undefined
  if (!assessment) return undefined
  const [own, forAuthority] = [isOwn(actor, assessment), isAuthority(actor)]
  const version = own || forAuthority ? await getVersionById(db, assessment.moduleVersionId) : undefined
  if (!version) return undefined
  const loaded = (await loadFacts(db, [version])).get(version.id)!
  const names = await getReferenceNames(actor)
  const found = (await findFindingProposals(db, id)).filter((f) => forAuthority || f.state === 'signed')
  const waiting = new Set(found.filter((f) => f.state === 'found').map(keyOf))
  const capabilities = assessment.capabilityIds.map((capabilityId) =>
    capabilityLine(capabilityId, names.capabilities[capabilityId]?.name ?? '', loaded, waiting),
  )
  const requirements = requirementLines(loaded, dayOf(ctx.now), waiting)
  const words = new Map([...capabilities, ...requirements].map((line) => [line.key, line.words]))
  const { capabilityIds } = assessment
  return {
    ...assessment,
    moduleName: version.name ?? 'A module without a name',
    moduleVersion: version.version,
    supplier: version.supplierBrand,
    own,
    forAuthority,
    underReview: isUnderReview(assessment),
    epics: askedEpics(capabilityIds, await readEpics(db, capabilityIds), await findAnswers(db, id)),
    evidence: await findEvidence(db, version.id),
    capabilities,
    requirements,
    findings: found
      .map((finding) => ({
        ...finding,
        subject: words.get(keyOf(finding)) ?? finding.requirementId ?? finding.capabilityId ?? '',
        maySign: maySign(actor, assessment, [finding.assessorId]),
      }))
      .toSorted((a, b) => a.subject.localeCompare(b.subject, 'en')),
    may: {
      answer: mayAnswer(actor, assessment),
      submit: maySubmit(actor, assessment),
      advance: mayAdvance(actor, assessment),
      find: mayFind(actor, assessment),
      finish: mayFinish(actor, assessment),
    },
  }
}

function capabilityLine(capabilityId: string, name: string, loaded: VersionFacts, waiting: Set<string>): SubjectLine {
  const key = keyOf({ capabilityId })
  const outcome = loaded.capabilityFindings.findLast((f) => f.capabilityId === capabilityId)?.outcome
  const value = outcome === 'MET' ? 'MET' : outcome === 'NOT_MET' ? 'FAILED' : 'UNKNOWN'
  return { key, words: `${capabilityId} ${name}`.trim(), mandatory: true, value, waits: waiting.has(key) }
}

function requirementLines({ facts }: VersionFacts, today: string, waiting: Set<string>): SubjectLine[] {
  return standardsToFind(facts, today).flatMap((standard) =>
    standard.rows.map(({ standardVersionId, requirement, value }) => {
      const key = keyOf({ standardVersionId, requirementId: requirement.id })
      const mandatory = requirement.level.startsWith('MUST')
      const words = `${requirement.id} of ${standard.version}, ${standard.name}`
      return { key, words, mandatory, value, waits: waiting.has(key) }
    }),
  )
}
