import type { Random } from '../random'
import { type Form, filled, type Mood } from './forms'
import type { Person, Sent } from './person'
import { rubbishFile, rubbishWord } from './rubbish'

type Deed = (person: Person, random: Random) => Promise<unknown>

/** What people do, and how often of a hundred. */
const deeds: [number, string, Deed][] = [
  [40, 'browse', browse],
  [16, 'send', (person, random) => send(person, random, 'plausible', 'send')],
  [10, 'send carelessly', (person, random) => send(person, random, 'careless', 'send carelessly')],
  [10, 'send rubbish', (person, random) => send(person, random, 'hostile', 'send rubbish')],
  [8, 'replay', replay],
  [8, 'race', race],
  [4, 'odd address', oddAddress],
  [4, 'rubbish for programs', rubbishForPrograms],
]

const hundred = deeds.flatMap((deed) => Array.from({ length: deed[0] }, () => deed))

export async function doSomething(person: Person, random: Random): Promise<void> {
  const [, , deed] = random.pick(hundred)
  await deed(person, random)
  // Whoever is signed out, or has come where no link leads on, begins anew.
  if (person.at.startsWith('/sign-in') && person.email) await person.signIn()
  if (person.links.length === 0) await person.ask('/')
}

async function browse(person: Person, random: Random): Promise<void> {
  await person.ask(person.links.length > 0 ? random.pick(person.links) : '/')
}

async function send(person: Person, random: Random, mood: Mood, deed: string): Promise<void> {
  const form = await aForm(person, random)
  if (!form) return
  const body = filled(form, random, mood)
  if (form.method === 'GET') {
    await person.ask(`${form.to.split('?')[0]}?${new URLSearchParams(textOf(body))}`, undefined, deed)
    return
  }
  const sent: Sent = { address: form.to, body: form.urlEncoded ? new URLSearchParams(textOf(body)) : body }
  remember(person, sent)
  await person.ask(sent.address, sent.body, deed)
}

/** The same bytes again, long after: a stale version, a decided request, a used link. */
async function replay(person: Person, random: Random): Promise<void> {
  if (person.sent.length === 0) return
  const { address, body } = random.pick(person.sent)
  await person.ask(address, body, 'replay')
}

/** The same form from two to four windows at once. */
async function race(person: Person, random: Random): Promise<void> {
  const form = await aForm(person, random)
  if (form?.method !== 'POST') return
  const body = filled(form, random, 'plausible')
  const sent = form.urlEncoded ? new URLSearchParams(textOf(body)) : body
  await Promise.all(Array.from({ length: random.between(2, 4) }, () => person.ask(form.to, sent, 'race')))
}

async function oddAddress(person: Person, random: Random): Promise<void> {
  const link = person.links.length > 0 ? random.pick(person.links) : '/modules'
  const word = encodeURIComponent(rubbishWord(random).slice(0, 500))
  const parts = link.split('?')[0]!.split('/')
  parts[random.between(1, parts.length - 1)] = word
  const name = random.pick(['q', 'n', 'page', 'sort', 'asOf', 'm', 'cap', 'cursor', 'limit', 'year', 'from'])
  await person.ask(
    random.next() < 0.5 ? parts.join('/') : `${link.split('?')[0]}?${name}=${word}`,
    undefined,
    'odd address',
  )
}

async function rubbishForPrograms(person: Person, random: Random): Promise<void> {
  const to = random.pick(['/api/gateway/usage', '/api/stripe/webhook', '/modules', '/sign-in', '/api/modules/search'])
  const body = new FormData()
  body.append('file', rubbishFile(random))
  body.append(rubbishWord(random) || 'name', rubbishWord(random))
  await person.ask(to, random.next() < 0.5 ? body : new URLSearchParams(textOf(body)), 'rubbish for programs')
}

/** One of the forms of this page, or of the next one where this has none: rather one that changes something. */
async function aForm(person: Person, random: Random): Promise<Form | undefined> {
  if (!person.forms.some(changes) && person.links.length > 0) await person.ask(random.pick(person.links))
  const changing = person.forms.filter(changes)
  const from = changing.length > 0 && random.next() < 0.8 ? changing : person.forms
  return from.length > 0 ? random.pick(from) : undefined
}

const changes = ({ method }: Form) => method === 'POST'

function remember(person: Person, sent: Sent): void {
  person.sent.push(sent)
  if (person.sent.length > 40) person.sent.shift()
}

const textOf = (data: FormData): [string, string][] =>
  [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : []))
