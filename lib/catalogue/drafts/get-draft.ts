import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import { grantOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { isId } from '@/lib/platform/ids'
import type { DraftSection, Raw, SectionField } from './draft-section'
import { findDraftNames } from './find-draft-names'
import { type Lint, lintOf } from './lint-rules'
import type { ListingComment, ListingDraft } from './listing-draft'
import {
  type Difference,
  differencesOf,
  draftSections,
  isNeeded,
  type Progress,
  progressFigure,
  progressOf,
  sectionOf,
  sectionTitle,
  summaryOf,
} from './listing-draft-journey'
import { isOwn, mayEditDraft, mayReviewListing, maySeeDraft, maySignForListing } from './listing-draft-policy'
import { findComments, findDraft } from './listing-draft-store'
import { needs } from './needs-section'
import { findInForce, findOwnModule } from './own-module-store'
import { clockWords } from './review-clock-rules'

export type SectionView = {
  slug: string
  code: string
  title: string
  needed: boolean
  progress: Progress
  lines: { name: string; label: string; value: string }[]
}
export type AnswerView = { id: string; text: string; by: string; at: Date }
export type CommentView = AnswerView & { section: string; title: string; answers: AnswerView[] }
export type DraftView = Omit<ListingDraft, 'content'> & {
  name: string
  supplier: string
  own: boolean
  /** Whether a reviewer sees it, one with an interest too: they read, others decide. */
  forReview: boolean
  clock: string | null
  sections: SectionView[]
  progress: string
  differences: Difference[]
  isFirst: boolean
  comments: CommentView[]
  lint: Lint
  mayEdit: Decision
  maySign: Decision
  mayReview: Decision
}

/** A draft as its supplier and the authority's reviewers see it; undefined to everybody else. */
export async function getDraft(ctx: Context, id: string): Promise<DraftView | undefined> {
  const draft = isId(id) ? await findDraft(db, id) : undefined
  if (!draft || !maySeeDraft(ctx.actor, draft)) return undefined
  const { content, ...facts } = draft
  const [names, module, comments] = await Promise.all([
    findDraftNames(db, draft),
    findOwnModule(db, draft.moduleId),
    findComments(db, id),
  ])
  const inForce = await findInForce(db, module!.currentListingId)
  const nameOf = await listNames(
    db,
    comments.map((c) => c.authorId),
  )
  return {
    ...facts,
    name: content.name || 'A module without a name',
    supplier: module!.supplier.brand,
    own: isOwn(ctx.actor, draft),
    forReview: grantOf(ctx.actor, 'reviewer') !== undefined,
    clock: draft.answerDueOn && clockWords(dayOf(ctx.now), draft.answerDueOn),
    sections: draftSections.map((section) => ({
      slug: section.slug,
      code: section.code,
      title: section.title,
      needed: isNeeded(section, content),
      progress: progressOf(section, content),
      lines: summaryOf(section, content, names),
    })),
    progress: progressFigure(content),
    differences: differencesOf(inForce?.content, content, names),
    isFirst: inForce === undefined,
    comments: commentViews(comments, nameOf),
    lint: lintOf(content, { epics: names.epics ?? {}, today: dayOf(ctx.now) }),
    mayEdit: mayEditDraft(ctx.actor, draft),
    maySign: maySignForListing(ctx.actor, draft),
    mayReview: mayReviewListing(ctx.actor, draft),
  }
}

/** Reviewers' comments, newest first, each with its answers in the order they were given. */
function commentViews(comments: ListingComment[], nameOf: (id: string) => string): CommentView[] {
  const view = ({ id, text, authorId, at }: ListingComment): AnswerView => ({ id, text, by: nameOf(authorId), at })
  return comments
    .filter((comment) => comment.answersId === null)
    .map((comment) => ({
      ...view(comment),
      section: comment.section,
      title: sectionTitle(comment.section),
      answers: comments
        .filter((answer) => answer.answersId === comment.id)
        .reverse()
        .map(view),
    }))
}

export type SectionForm = {
  draftId: string
  version: number
  name: string
  slug: string
  title: string
  fields: SectionField[]
  values: Raw
  /** Where other modules can be looked for: what was, and how many were found. */
  search: { words: string; found: number | null } | null
  comments: CommentView[]
}

/** One section of an own draft as a form; undefined where the actor may not write it, or it is not a draft now. */
export async function getSectionForm(
  ctx: Context,
  id: string,
  slug: string,
  find?: string,
): Promise<SectionForm | undefined> {
  const found = await loadSection(ctx, id, slug, find)
  if (!found) return undefined
  const { draft, section, names } = found
  const view = await getDraft(ctx, id)
  return {
    draftId: draft.id,
    version: draft.version,
    name: view!.name,
    slug,
    title: section.title,
    fields: section.fields(draft.content, names),
    values: section.values(draft.content),
    search: section.slug === needs.slug ? { words: find ?? '', found: names.found?.length ?? null } : null,
    comments: view!.comments.filter((comment) => comment.section === slug),
  }
}

/** A section of a draft that the actor may write, with what its fields are called. */
export async function loadSection(ctx: Context, id: string, slug: string, find?: string) {
  const [draft, section]: [ListingDraft | undefined, DraftSection | undefined] = [
    isId(id) ? await findDraft(db, id) : undefined,
    sectionOf(slug),
  ]
  if (!draft || !section || !isOwn(ctx.actor, draft) || draft.state !== 'draft') return undefined
  if (progressOf(section, draft.content) === 'not-applicable') return undefined
  return { draft, section, names: await findDraftNames(db, draft, find) }
}
