import { type Form, read } from './forms'
import type { Watch } from './watch'

/** What was sent once, so that it can be sent again. */
export type Sent = { address: string; body: FormData | URLSearchParams }

/** A browser without script: its cookies, the page it stands on, what it sent before. Every answer is told to the watch. */
export class Person {
  links: string[] = []
  forms: Form[] = []
  at = '/'
  /** The last connection broke: the portal is down. */
  isLost = false
  readonly sent: Sent[] = []
  private readonly cookies = new Map<string, string>()

  constructor(
    readonly base: string,
    readonly email: string | undefined,
    private readonly watch: Watch,
  ) {}

  /** Asks, follows, and reads what it came to. A connection that breaks is an answer too, with the status 0. */
  async ask(address: string, sent?: Sent['body'], deed = 'browse'): Promise<number> {
    let [path, body, hops] = [address, sent, 0]
    for (;;) {
      const reply = await this.once(path, body)
      this.isLost = reply.status === 0
      if (reply.status >= 300 && reply.status < 400 && reply.to && hops < 5) {
        ;[path, body, hops] = [reply.to, undefined, hops + 1]
        continue
      }
      this.watch.saw({ deed, email: this.email ?? 'a visitor', method: sent ? 'POST' : 'GET', path, ...reply })
      if (reply.html) {
        Object.assign(this, read(reply.html, path))
        this.at = path
      }
      return reply.status
    }
  }

  private async once(path: string, body?: Sent['body']) {
    try {
      // Two slashes are an odd address of this portal, not another host.
      const reply = await fetch(new URL(path.startsWith('//') ? this.base + path : path, this.base), {
        method: body ? 'POST' : 'GET',
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(60_000),
        headers: { cookie: this.cookieHeader(), origin: this.base, accept: 'text/html' },
      })
      for (const line of reply.headers.getSetCookie()) this.keep(line)
      const text = await reply.text()
      const location = reply.headers.get('location')
      const to = location ? pathOf(new URL(location, this.base)) : undefined
      const html = reply.headers.get('content-type')?.includes('text/html') ? text : undefined
      return { status: reply.status, to, html, text: text.slice(0, 100_000) }
    } catch (error) {
      return { status: 0, text: `${(error as Error).cause ?? error}` }
    }
  }

  async signIn(): Promise<boolean> {
    this.cookies.clear()
    if (!this.email) return true
    await this.ask('/sign-in', undefined, 'sign in')
    const form = this.forms.find(({ fields }) => fields.some(({ name }) => name === 'password'))
    if (!form) return false
    const body = new URLSearchParams(form.fields.map(({ name, value }) => [name, value]))
    body.set('email', this.email)
    body.set('password', 'demonstration')
    await this.ask(form.to, body, 'sign in')
    return [...this.cookies.keys()].some((name) => name.includes('session-token'))
  }

  private keep(line: string): void {
    const [pair, ...rest] = line.split(';')
    const [name, value] = [pair!.slice(0, pair!.indexOf('=')), pair!.slice(pair!.indexOf('=') + 1)]
    if (value === '' || rest.some((part) => /max-age=0|expires=thu, 01 jan 1970/i.test(part))) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }

  private cookieHeader = () => [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}

const pathOf = ({ pathname, search }: URL) => `${pathname}${search}`
