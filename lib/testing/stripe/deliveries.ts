import { createHmac } from 'node:crypto'
import type { EmittedEvent } from './world'

export type Endpoint = { url: string; secrets: string[]; enabled_events: string[] }
export type Letter = { event: EmittedEvent; endpoint: Endpoint }
export type Post = (url: string, body: string, headers: Record<string, string>) => Promise<number>
export type Delivered = { event: EmittedEvent; status: number }

export type Way = {
  /** In which order what waits is sent; as it happened where left out. */
  order?: (waiting: Letter[]) => Letter[]
  /** Each is sent twice. */
  twice?: boolean
  /** Changes the body after it was signed. */
  tamper?: (body: string) => string
  /** How long ago it was signed, in seconds. */
  ageSeconds?: number
  /** This one does not arrive now and is tried again later, as after any answer that is not 2xx. */
  lose?: (event: EmittedEvent) => boolean
  /** This one is sent in a later round. */
  hold?: (event: EmittedEvent) => boolean
}

/** `t=…,v1=…` over `t.body`, once for each secret that is in use (E9). */
export function signatureOf(body: string, secrets: string[], at: number): string {
  const sign = (secret: string) => createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')
  return [`t=${at}`, ...secrets.map((secret) => `v1=${sign(secret)}`)].join(',')
}

/** Events on their way to the endpoints. Nothing is sent before the test says how. */
export class Deliveries {
  #waiting: Letter[] = []
  #sent: Letter[] = []

  constructor(
    private readonly endpoints: () => Endpoint[],
    private readonly now: () => number,
    private readonly post: Post,
  ) {}

  add(event: EmittedEvent): void {
    for (const endpoint of this.endpoints())
      if (endpoint.enabled_events.some((one) => one === '*' || one === event.type))
        this.#waiting.push({ event, endpoint })
  }

  clear(): void {
    this.#waiting = []
    this.#sent = []
  }

  get waiting(): EmittedEvent[] {
    return this.#waiting.map(({ event }) => event)
  }

  /** Sends what waits. What is lost, held or not answered with 2xx waits on. */
  async flush(way: Way = {}): Promise<Delivered[]> {
    const now = (way.order ?? ((same) => same))(this.#waiting)
    this.#waiting = []
    const delivered: Delivered[] = []
    for (const letter of now) {
      if (way.hold?.(letter.event) || way.lose?.(letter.event)) {
        this.#waiting.push(letter)
        continue
      }
      for (let copy = 0; copy < (way.twice ? 2 : 1); copy++) delivered.push(await this.#send(letter, way))
      const { status } = delivered.at(-1)!
      if (status >= 200 && status < 300) this.#sent.push(letter)
      else this.#waiting.push(letter)
    }
    return delivered
  }

  /** Sends again what had arrived, one event or all. */
  async replay(id?: string, way: Way = {}): Promise<Delivered[]> {
    const again = this.#sent.filter(({ event }) => id === undefined || event.id === id)
    const delivered: Delivered[] = []
    for (const letter of again) delivered.push(await this.#send(letter, way))
    return delivered
  }

  async #send({ event, endpoint }: Letter, { tamper, ageSeconds = 0 }: Way): Promise<Delivered> {
    const body = JSON.stringify(event)
    const signature = signatureOf(body, endpoint.secrets, this.now() - ageSeconds)
    const headers = { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature }
    const status = await this.post(endpoint.url, tamper ? tamper(body) : body, headers).catch(() => 0)
    return { event, status }
  }
}
