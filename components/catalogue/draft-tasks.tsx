import { type Task, TaskList } from '@/components/ui/task-list'
import type { DraftView, SectionView } from '@/lib/catalogue/drafts/get-draft'
import { progressWords } from '@/lib/catalogue/drafts/listing-draft-journey'

/** The sections of a listing and how far each is. */
export function DraftTasks({ draft }: { draft: DraftView }) {
  const isOpen = draft.state === 'draft'
  return (
    <section aria-labelledby="sections">
      <h2 className="nhsuk-heading-m" id="sections">
        Sections
      </h2>
      <TaskList tasks={draft.sections.map((section) => taskOf(section, isOpen ? draft.id : undefined))} />
    </section>
  )
}

const taskOf = (section: SectionView, draftId: string | undefined): Task => ({
  title: section.title,
  hint: section.needed ? 'Needed before it can be submitted' : 'Helps buyers; may stay empty',
  status: progressWords[section.progress],
  ...(section.progress !== 'complete' && { colour: section.needed ? ('blue' as const) : ('grey' as const) }),
  ...(draftId && { href: `/supplier/listings/${draftId}/${section.slug}` }),
})
