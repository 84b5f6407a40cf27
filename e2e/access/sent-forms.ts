import { expect, type Page } from '../support/journey'

/** A form as its page sends it without script: where to, and every field with something plausible in it. */
export type SentForm = { address: string; label: string; fields: [string, string][] }

/** The forms in the middle of a page, as the server drew them: what a browser without script would send. */
export async function formsOn(page: Page, address: string): Promise<SentForm[]> {
  const reply = await page.request.get(address)
  expect(reply.status(), address).toBe(200)
  await page.goto('/accessibility')
  const forms = await page.evaluate(
    (html) => {
      const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main')!
      const text = (of: HTMLInputElement | HTMLTextAreaElement) => {
        if (of.type === 'date') return '2099-12-31'
        if (of.type === 'email') return 'somebody@else.example'
        return of.value || (of.name === 'moduleVersion' ? '9.0.0' : 'A text of more than twenty characters')
      }
      return [...main.querySelectorAll('form')]
        .filter((form) => form.querySelector('input[name^="$ACTION"]'))
        .map((form) => {
          const fields = new Map<string, string>()
          for (const of of form.elements as unknown as Iterable<
            HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
          >) {
            if (of.name === '' || (of.type === 'radio' && fields.has(of.name))) continue
            if (of instanceof HTMLSelectElement) fields.set(of.name, of.value || (of.options[1]?.value ?? ''))
            else if (['hidden', 'radio', 'checkbox'].includes(of.type)) fields.set(of.name, of.value)
            else if (of.type !== 'file' && of.type !== 'submit') fields.set(of.name, text(of as HTMLInputElement))
          }
          return { label: form.getAttribute('aria-label') ?? '', fields: [...fields] as [string, string][] }
        })
    },
    await reply.text(),
  )
  return forms.map((form) => ({ address, ...form }))
}

/** Sends a form as a browser without script does, as whoever is signed in. @returns the status of the answer. */
export async function send(page: Page, { address, fields }: SentForm): Promise<number> {
  const multipart = new FormData()
  for (const [name, value] of fields) multipart.append(name, value)
  const reply = await page.request.post(address, { multipart, headers: { origin: new URL(page.url()).origin } })
  return reply.status()
}
