/** What the form of the needs sent, every capability that was ticked, and the text of its file under `file`. */
export async function readNeedsForm(form: FormData): Promise<Record<string, unknown>> {
  const file = form.get('file')
  const text = file instanceof File && file.size > 0 ? await file.text() : ''
  return { ...Object.fromEntries(form), capabilityIds: form.getAll('capabilityIds'), file: text }
}
