import { db, expect, type Page, signInAs, test } from '../support/journey'

const rooms: Record<string, string[]> = {
  'manager@riverside.example': [
    '/modules?q=record',
    '/modules/MODULE',
    '/compare?m=MODULE&m=OTHER&term=36',
    '/shortlists',
    '/saved-filters',
    '/saved-comparisons',
  ],
  'signatory@openpath.example': ['/supplier', '/supplier/declaration', '/supplier/epics'],
  'reviewer@authority.example': ['/assurance/listings', '/assurance/declarations'],
  'curator@authority.example': [
    '/assurance/suppliers',
    '/admin/imports',
    '/admin/reference',
    '/admin/reference/frameworks',
    '/admin/reference/frameworks/new',
    '/admin/reference/capabilities/C5',
    '/admin/epics',
  ],
}

for (const [email, addresses] of Object.entries(rooms))
  test(`everything on the pages of ${email} is reached and seen with the keyboard alone`, async ({ page }) => {
    test.setTimeout(240_000)
    const [one, other] = await db.module.findMany({
      where: { currentListingId: { not: null } },
      orderBy: { id: 'asc' },
      select: { id: true },
      take: 2,
    })
    await signInAs(page, email)
    for (const address of addresses) {
      await page.goto(address.replace('MODULE', one!.id).replace('OTHER', other!.id))
      await then_every_control_is_reached_and_its_focus_is_seen(page, address)
    }
  })

async function then_every_control_is_reached_and_its_focus_is_seen(page: Page, address: string) {
  const controls = await numberTheControls(page)
  expect(controls.length, address).toBeGreaterThan(3)
  const reached = new Set<string>()
  const unseen: string[] = []
  // A date takes a step for each of its parts, and the browser's own bar takes one.
  for (let step = 0; step < 2 * controls.length + 30 && reached.size < controls.length; step++) {
    await page.keyboard.press('Tab')
    const focus = await focused(page)
    if (!focus || reached.has(focus.number)) continue
    reached.add(focus.number)
    if (focus.look === controls[Number(focus.number)]!.look) unseen.push(focus.words)
  }
  const missed = controls.filter(({ number }) => !reached.has(number)).map(({ words }) => words)
  expect({ address, missed, unseen }).toEqual({ address, missed: [], unseen: [] })
}

/** Whatever a reader can use on the page as it stands, each with a number and its look without focus; of radios of one name one takes part. */
const numberTheControls = (page: Page) =>
  page.evaluate((lookOf) => {
    const look = new Function(`return ${lookOf}`)() as typeof lookOfControl
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
    ].filter(
      (of) =>
        of.checkVisibility({ visibilityProperty: true }) && !of.matches('[type=hidden], :disabled, [tabindex="-1"]'),
    )
    const groups = new Set<string>()
    const taking = all.filter((of) => {
      if (!(of instanceof HTMLInputElement) || of.type !== 'radio') return true
      const chosen = [...document.getElementsByName(of.name)].some((r) => (r as HTMLInputElement).checked && r !== of)
      if (groups.has(of.name) || (chosen && !of.checked)) return false
      groups.add(of.name)
      return true
    })
    return taking.map((of, i) => {
      of.dataset.number = String(i)
      const words = `${of.tagName} ${of.ariaLabel ?? of.textContent?.trim() ?? ''} ${of.getAttribute('name') ?? ''}`
      return { number: String(i), words, look: look(of) }
    })
  }, String(lookOfControl))

/** The control that has the focus, and how it looks. */
const focused = (page: Page) =>
  page.evaluate((lookOf) => {
    const look = new Function(`return ${lookOf}`)() as typeof lookOfControl
    const of = document.activeElement as HTMLElement | null
    if (of?.dataset.number === undefined) return undefined
    return { number: of.dataset.number, look: look(of), words: `${of.tagName} ${of.textContent?.trim() ?? ''}` }
  }, String(lookOfControl))

/** What of a control, or of the label that draws it, changes when it has the focus. */
function lookOfControl(of: HTMLElement): string {
  const drawn: [Element, string | undefined][] = [[of, undefined]]
  const label = of instanceof HTMLInputElement ? of.labels?.[0] : undefined
  if (label) drawn.push([label, '::before'])
  return drawn
    .map(([element, pseudo]) => {
      const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor } = getComputedStyle(element, pseudo)
      return [outlineStyle !== 'none' && outlineWidth !== '0px', boxShadow, backgroundColor, borderColor].join()
    })
    .join(' | ')
}
