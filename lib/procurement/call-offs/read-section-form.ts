import type { Raw } from '@/lib/catalogue/drafts/draft-section'
import { type SectionInput, sectionInput } from './call-off-schema'
import { orderSectionOf, rawOfOrder } from './form/call-off-journey'

/** What the form of a section sent, the text of its file under `csv`; undefined where it names no order or section. */
export async function readSectionForm(form: FormData): Promise<SectionInput | undefined> {
  const input = sectionInput.safeParse(Object.fromEntries(form))
  const section = input.success ? orderSectionOf(input.data.section) : undefined
  if (!input.success || !section) return undefined
  const file = form.get('file')
  const csv: Raw = file instanceof File && file.size > 0 ? { csv: await file.text() } : {}
  return { ...input.data, raw: { ...rawOfOrder(section, form), ...csv } }
}
