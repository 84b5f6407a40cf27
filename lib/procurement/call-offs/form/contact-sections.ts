import { z } from 'zod'
import { blockFields, blockValues, type Cells, optionsOf, readBlock, upTo } from '@/lib/catalogue/drafts/cells'
import { one, type Raw, rawForm } from '@/lib/catalogue/drafts/draft-section'
import { ok } from '@/lib/platform/refusal'
import { isJointKind } from '../order-kind-rules'
import { linesOfKind } from './kind-lines'
import { type OrderContact, type OrderKind, orderKinds } from './order-form'
import { type OrderSection, readBy } from './order-section'

const typeSchema = z.object({
  kind: z.enum(Object.keys(orderKinds) as [OrderKind], 'Choose what is ordered'),
  description: z.string().trim().min(1, 'Enter a description').max(100, 'Description must be 100 characters or fewer'),
})

/** T1: another kind is of other lines: a service leaves the module out, and a merger or a split is one of its own. */
export const type: OrderSection = {
  slug: 'type',
  code: 'T1',
  title: 'Type and description',
  lead: 'What the order is for, in a few words that everybody who decides on it will read. A merger, a split and another service are ordered without the module: who has it keeps it, and its contract.',
  fields: () => [
    { name: 'kind', label: 'What is ordered?', kind: 'choice', options: optionsOf(orderKinds) },
    { name: 'description', label: 'Description', kind: 'text', max: 100, hint: upTo(100) },
  ],
  values: ({ form }) => ({ kind: form.type?.kind ?? '', description: form.type?.description ?? '' }),
  read: (raw, order, facts) => {
    const typed = readBy(typeSchema, raw, (value) => ({ form: { type: value } }))
    if (!typed.ok) return typed
    const { kind } = typed.value.form!.type!
    const lines = linesOfKind(kind, order, facts)
    if (!lines.ok) return lines
    const sites = isJointKind(kind) ? order.sites : order.sites.map((site) => ({ ...site, continues: false }))
    return ok({ ...typed.value, lines: lines.value, sites })
  },
  step: ({ form }) => (form.type ? 'completed' : 'not-started'),
}

const cells: Cells = {
  name: { label: 'Full name', kind: 'text', max: 100, needed: true },
  email: { label: 'Email address', kind: 'email', max: 256, needed: true },
  phone: { label: 'Telephone number', kind: 'text', max: 35, needed: true },
}

/** Reads the block of a contact: all three parts are needed. */
const contactSchema = rawForm.transform((form, ctx): OrderContact => {
  const read = readBlock<OrderContact>(form, ctx, 'contact', cells)
  if (!read) ctx.addIssue({ code: 'custom', path: ['contact-name'], message: 'Enter the name of a contact' })
  return read ?? { name: '', email: '', phone: '' }
})

/** T2. */
export const orderingContact: OrderSection = {
  slug: 'ordering-contact',
  code: 'T2',
  title: 'Ordering contact',
  lead: 'The person of the practice whom the payer and the supplier may ask about this order.',
  fields: () => blockFields('contact', 'Contact', cells),
  values: ({ form }) => blockValues('contact', cells, form.orderingContact),
  read: (raw) => readBy(contactSchema, raw, (orderingContact) => ({ form: { orderingContact } })),
  step: ({ form }) => (form.orderingContact ? 'completed' : 'not-started'),
}

const isSame = (a: OrderContact, b: OrderContact | undefined) => a.name === b?.name && a.email === b.email

/** T3: one supplier an order; its published contact, or a new one. */
export const supplierContact: OrderSection = {
  slug: 'supplier-contact',
  code: 'T3',
  title: 'Supplier and contact',
  lead: 'Choose a contact that the supplier has published, or enter one that you agreed with it.',
  fields: (_, { contacts }) => [
    ...(contacts.length > 0
      ? [
          {
            name: 'published',
            label: 'Who is the contact?',
            kind: 'choice' as const,
            options: [
              ...contacts.map(({ name, email }, i) => ({ value: String(i), text: `${name}, ${email}` })),
              { value: 'new', text: 'Somebody else, entered below' },
            ],
          },
        ]
      : []),
    ...blockFields('contact', 'Another contact', cells),
  ],
  values: ({ form: { supplierContact: held } }, { contacts }): Raw => {
    const at = contacts.findIndex((contact) => isSame(contact, held))
    const published = at >= 0 ? String(at) : held ? 'new' : ''
    return { published, ...blockValues('contact', cells, at >= 0 ? undefined : held) }
  },
  read: (raw, _, { contacts }) => {
    const chosen = contacts[Number(one(raw, 'published') || 'NaN')]
    if (chosen) return ok({ form: { supplierContact: chosen } })
    return readBy(contactSchema, raw, (held) => ({ form: { supplierContact: held } }))
  },
  step: ({ form }) => (form.supplierContact ? 'completed' : 'not-started'),
}
