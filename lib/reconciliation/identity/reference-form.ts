/**
 * ID-03, what a written reference can lead to. `relative` is local whether its target is there or not; `absolute` is local
 * only if its target is; `text` (queries, fragments of other resources, anything else) is compared as it is written.
 */
export type ReferenceForm =
  | { form: 'contained'; id: string }
  | { form: 'relative' | 'absolute'; type: string; id: string }
  | { form: 'uuid'; id: string }
  | { form: 'text' }

const address = /^(.*:\/\/.*\/)?([A-Z][A-Za-z0-9]*)\/([^/?#]+)(?:\/_history\/[^/?#]+)?$/s

/** The form of a `reference` text: `#id`, `Type/id`, `Type/id/_history/n`, an absolute URL ending so, `urn:uuid:id`. */
export function readReference(text: string): ReferenceForm {
  if (text.startsWith('#') && text.length > 1) return { form: 'contained', id: text.slice(1) }
  if (text.startsWith('urn:uuid:')) return { form: 'uuid', id: text.slice('urn:uuid:'.length) }
  const found = address.exec(text)
  if (!found || text.includes('?')) return { form: 'text' }
  return { form: found[1] === undefined ? 'relative' : 'absolute', type: found[2]!, id: found[3]! }
}
