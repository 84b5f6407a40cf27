import { dryRun } from '@/lib/assurance/runs/ask-for-run'
import { saveComparison } from '@/lib/comparison/saved-comparisons/save-comparison'
import { saveFilter } from '@/lib/comparison/saved-filters/save-filter'
import { invitePerson } from '@/lib/identity/invite-person'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { uploadImport } from '@/lib/platform/imports/upload-import'
import { awardCompetition } from '@/lib/procurement/competitions/award-competition'
import { findProject } from '@/lib/procurement/projects/project-store'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { callOffIn, frozenProject } from '@/prisma/factories/call-off'
import {
  afterDeadline,
  criteria,
  entryOf,
  offered,
  openedCompetition,
  scoredCompetition,
} from '@/prisma/factories/competition'
import { declaration } from '@/prisma/factories/declaration'
import { endpoint } from '@/prisma/factories/endpoint'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { anOpenNonConformity, aPublishedClaim } from '../assurance/situations'
import { aStandardDraft } from '../assurance/standard-situation'
import { aNoticeDue } from '../call-offs/notice-situation'
import { openPath } from '../funding/situations'
import { aPlanIsAsked } from '../market/plan-situations'
import { aPractice, rivals, shortlistOf } from '../procurement/situations'
import { aListing, aSupplier } from '../supplier/situations'
import { db } from '../support/journey'
import { aPracticeThatUses, whenTwoOfficersSuspend } from '../switching/exit-steps'
import { aFullSwitch } from '../switching/full-situations'
import type { ExampleName } from './every-page'

/** The ids that fill an address, and the person to whom the situation belongs, by id. */
export type Example = { as: string; ids: Record<string, string> }

/** Each makes a situation of its own through commands, so that it disturbs no other journey. */
export const examples: Record<ExampleName, () => Promise<Example>> = {
  assessment: async () => {
    const { id, signatory } = await aPublishedClaim('C1')
    return { as: signatory.userId, ids: { id } }
  },
  case: async () => {
    const it = await aPracticeThatUses('Cautley Record')
    await whenTwoOfficersSuspend(it.moduleVersionId)
    const { id } = await db.exitCase.findFirstOrThrow({ where: { moduleVersionId: it.moduleVersionId } })
    return { as: it.manager.userId, ids: { id } }
  },
  comparison: async () => {
    const [first, second] = await twoModules()
    return { as: (await aPractice()).manager.userId, ids: { first, second } }
  },
  competition: aCompetitionThatWasAwarded,
  declaration: async () => {
    const supplier = await aSupplier()
    await declaration.inReview(supplier.id, now())
    const { id } = await db.supplierDeclaration.findFirstOrThrow({
      where: { supplierId: supplier.id },
      orderBy: { declaredAt: 'desc' },
    })
    return { as: supplier.signatory.userId, ids: { id } }
  },
  'draft listing': async () => {
    const { id, signatory } = await aListing('complete')
    return { as: signatory.userId, ids: { id, section: 'support' } }
  },
  'historic example': async () => {
    const facts = {
      supplier: 'Oldacre Computing',
      product: `Oldacre ${newId()}`,
      year: 2014,
      route: 'Framework of 2010',
    }
    const { id } = await db.historicListing.create({
      data: { id: newId(), ...facts, capabilities: 'Consultations', priceText: 'GBP 0.90 per patient per year' },
    })
    return { as: (await aPractice()).manager.userId, ids: { id } }
  },
  'listing of its day': async () => {
    const { moduleId: id, listingVersionId } = await openPath()
    return { as: (await aPractice()).manager.userId, ids: { id, listingVersionId } }
  },
  'submitted listing': async () => {
    const { id, signatory } = await aListing('submitted')
    return { as: signatory.userId, ids: { id } }
  },
  endpoint: async () => aRunOfAnEndpoint().then(({ as, endpointId }) => ({ as, ids: { id: endpointId } })),
  import: async () => {
    const authority = await organisation.authority()
    const curator = await person.curator(authority.id)
    const bytes = Buffer.from(
      'ccg_or_subicb_code,name,national_grouping,icb_code,open_date,close_date\nZC1,INVENTED,Y99,ZZZ,20200401,\n',
    )
    const file = { kind: 'commissioners', name: 'invented-2026-03.csv', bytes }
    const { id } = await value(uploadImport(contextOf(curator, now()), { allowed: true }, ['commissioners'], file))
    return { as: curator.userId, ids: { id } }
  },
  invitation: async () => {
    const curator = await person.curator((await organisation.authority()).id)
    const practice = await organisation.practice()
    const email = `invited-${newId().slice(0, 8)}@test.example`
    const given = {
      name: 'Ina Invited',
      email,
      organisationId: practice.id,
      practiceCode: '',
      role: 'practice-manager',
    }
    await value(invitePerson(contextOf(curator, now()), { ...given, limit: null } as never, 'http://portal.test'))
    const { body } = await db.mailMessage.findFirstOrThrow({ where: { recipient: email } })
    return { as: curator.userId, ids: { token: /token=([\w-]+)/.exec(body)![1]! } }
  },
  needs: async () => {
    const { manager } = await aPractice()
    const id = (await aPlanIsAsked(manager)).split('/').at(-1)!
    const { profileId } = await db.planRun.findUniqueOrThrow({ where: { id } })
    return { as: manager.userId, ids: { id: profileId, section: 'needs' } }
  },
  'non-conformity': async () => {
    const { moduleVersionId, signatory } = await aPublishedClaim('C1')
    return { as: signatory.userId, ids: { id: await anOpenNonConformity(moduleVersionId) } }
  },
  notice: async () => {
    const { approver, commissioner } = await aPractice()
    return { as: approver.userId, ids: { id: await aNoticeDue(commissioner.id) } }
  },
  order: async () => {
    const of = await aPractice()
    const id = await callOffIn('draft', of, await openPath())
    return { as: of.manager.userId, ids: { id, section: 'type' } }
  },
  'order at its supplier': async () => {
    const listed = await module.conformant()
    const id = await callOffIn('signing', await aPractice(), listed)
    return { as: (await person.editor(listed.supplierId)).userId, ids: { id } }
  },
  plan: async () => {
    const { manager } = await aPractice()
    const id = (await aPlanIsAsked(manager)).split('/').at(-1)!
    return { as: manager.userId, ids: { id } }
  },
  project: async () => {
    const of = await aPractice()
    const modules = await rivals(100_000, 110_000)
    return { as: of.manager.userId, ids: { id: await frozenProject(of, modules, { route: 'competition' } as never) } }
  },
  'project with a decision': async () => {
    const of = await aPractice()
    const callOff = await db.callOff.findUniqueOrThrow({
      where: { id: await callOffIn('draft', of, await openPath()) },
    })
    return { as: of.manager.userId, ids: { id: callOff.projectId } }
  },
  run: async () => aRunOfAnEndpoint().then(({ as, runId }) => ({ as, ids: { id: runId } })),
  'saved comparison': async () => {
    const { manager } = await aPractice()
    const moduleIds = await twoModules()
    const given = { name: `Saved ${newId()}`, description: null, moduleIds, patients: null, term: null }
    const { id } = await value(saveComparison(contextOf(manager, now()), given))
    return { as: manager.userId, ids: { id } }
  },
  'saved filter': async () => {
    const { manager } = await aPractice()
    const given = { name: `Saved ${newId()}`, description: null, query: 'q=record' }
    const { id } = await value(saveFilter(contextOf(manager, now()), given))
    return { as: manager.userId, ids: { id } }
  },
  shortlist: async () => {
    const of = await aPractice()
    return { as: of.manager.userId, ids: { id: await shortlistOf(of, await rivals(100_000, 110_000)) } }
  },
  'standard draft': async () => {
    const { author, draftId } = await aStandardDraft()
    return { as: author.userId, ids: { id: draftId } }
  },
  switch: async () => {
    const { of, s } = await aFullSwitch('cutover-ready', 30)
    const { id: report } = await db.verifiedReport.findFirstOrThrow({ where: { switchId: s.id } })
    return { as: of.manager.userId, ids: { id: s.id, report } }
  },
}

async function twoModules(): Promise<[string, string]> {
  const [first, second] = await rivals(100_000, 110_000)
  return [first!.moduleId, second!.moduleId]
}

async function aRunOfAnEndpoint() {
  const { moduleVersionId, editor } = await aPublishedClaim('C1')
  const made = { moduleVersionId, supplierId: editor.organisationId! }
  const { id } = await endpoint.approved(made, 'http://sandbox.test:9/fhir', undefined, now())
  const run = await value(dryRun(contextOf(editor, now()), { endpointId: id }))
  return { as: editor.userId, endpointId: id, runId: run.id }
}

async function aCompetitionThatWasAwarded(): Promise<Example> {
  const of = await aPractice()
  const held = await openedCompetition(of, await rivals(900_000, 900_000), criteria.priceAlone)
  await offered(held, 0, '8')
  await scoredCompetition(held)
  const winnerId = (await entryOf(held, 0)).id
  const { version } = (await findProject(db, held.projectId))!
  const reason = 'It has the greatest total of all that were scored.'
  const ctx = contextOf(of.manager, afterDeadline(of))
  await value(awardCompetition(ctx, { projectId: held.projectId, version, winnerId, reason }))
  return { as: of.manager.userId, ids: { id: held.id } }
}
