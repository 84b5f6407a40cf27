import { type HTMLElement, parse } from 'node-html-parser'
import type { Random } from '../random'
import { plausibleWord, rubbishFile, rubbishWord } from './rubbish'

/** A form as a browser without script would send it. */
export type Form = { to: string; method: 'GET' | 'POST'; urlEncoded: boolean; fields: Field[] }
type Field = { name: string; type: string; value: string; options: string[] }

/** Links and forms of one page. `from`: the page's own address, to which a form without one goes. */
export function read(html: string, from: string): { links: string[]; forms: Form[] } {
  const root = parse(html)
  const links = root
    .querySelectorAll('a[href^="/"]')
    .map((a) => a.getAttribute('href')!.split('#')[0]!)
    .filter((href) => !href.startsWith('//') && href !== '')
  const forms = root.querySelectorAll('form').map((form) => ({
    to: form.getAttribute('action') || from,
    method: form.getAttribute('method')?.toUpperCase() === 'POST' ? ('POST' as const) : ('GET' as const),
    urlEncoded: form.getAttribute('enctype') !== 'multipart/form-data',
    fields: fieldsOf(form),
  }))
  return { links: [...new Set(links)], forms: forms.filter((form) => form.to.startsWith('/')) }
}

function fieldsOf(form: HTMLElement): Field[] {
  return form.querySelectorAll('input[name],select[name],textarea[name],button[name]').map((field) => ({
    name: field.getAttribute('name')!,
    type: field.rawTagName === 'input' ? (field.getAttribute('type') ?? 'text') : field.rawTagName,
    value: field.getAttribute('value') ?? (field.rawTagName === 'textarea' ? field.textContent : ''),
    options: field.querySelectorAll('option').map((option) => option.getAttribute('value') ?? option.textContent),
  }))
}

/** How likely a field is filled with rubbish, and how likely a hidden one is touched. */
export const moods = { plausible: [0, 0], careless: [0.2, 0], hostile: [0.6, 0.2] } as const
export type Mood = keyof typeof moods

/** Fills a form: radio groups get one of their answers, boxes are ticked now and then, files are rubbish always. */
export function filled(form: Form, random: Random, mood: Mood): FormData {
  const [bad, touched] = moods[mood]
  const data = new FormData()
  const choices = new Map<string, string[]>()
  for (const { name, type, value, options } of form.fields) {
    const isOurs = name.startsWith('$ACTION')
    if (type === 'radio') choices.set(name, [...(choices.get(name) ?? []), value])
    else if (type === 'file') data.append(name, random.next() < 0.8 ? rubbishFile(random) : new File([], ''))
    else if (type === 'hidden') data.append(name, !isOurs && random.next() < touched ? rubbishWord(random) : value)
    else if (type === 'checkbox') random.next() < 0.5 && data.append(name, value || 'on')
    else if (type === 'button') random.next() < 0.5 && data.append(name, value)
    else if (random.next() < bad) data.append(name, rubbishWord(random))
    else if (type === 'select') data.append(name, options.length > 0 ? random.pick(options) : value)
    else data.append(name, plausibleWord(random, type, value))
  }
  for (const [name, values] of choices) data.append(name, random.pick(values))
  return data
}
