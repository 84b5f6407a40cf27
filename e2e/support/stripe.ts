import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startEmulator } from '@/lib/testing/stripe/emulator'

/** Stands in both secrets: wherever it turns up outside the portal's own environment, a secret has leaked. */
export const canary = 'canaryOfTheJourneys'
const [secretKey, webhookSecret] = [`sk_test_${canary}`, `whsec_${canary}`]

/** What a journey lets happen at Stripe that no call of its API can. */
export type StripeAct =
  | { act: 'tell'; tampered?: boolean }
  | { act: 'tell-again' }
  | { act: 'pay-out'; account: string }
  | { act: 'move-payout'; account: string; id: string; to: 'in_transit' | 'paid' | 'failed' }

/** A stand-in for Stripe beside the portal, whose events go to its webhook, and a door by which journeys say what happens there. */
export async function startStripe(portal: string) {
  const emulator = await startEmulator({ ticking: true })
  emulator.addEndpoint(`${portal}/api/stripe/webhook`, webhookSecret)
  const door = createServer((request, response) => {
    void perform(request).then(
      (done) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(done)),
      (error: Error) => response.writeHead(500).end(error.message),
    )
  })
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done))
  return {
    settings: { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API_BASE: emulator.base },
    door: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    stop: async () => {
      door.closeAllConnections()
      await new Promise<void>((done) => door.close(() => done()))
      await emulator.close()
    },
  }

  async function perform(request: IncomingMessage): Promise<unknown> {
    let text = ''
    for await (const part of request) text += part
    const asked = JSON.parse(text) as StripeAct
    emulator.world.now = Math.floor(Date.now() / 1000)
    const tamper = (body: string) => body.replace('"livemode":false', '"livemode":true')
    if (asked.act === 'tell') return emulator.deliveries.flush(asked.tampered ? { tamper } : {})
    if (asked.act === 'tell-again') return emulator.deliveries.replay()
    if (asked.act === 'pay-out') return emulator.payOut(asked.account)
    return emulator.movePayout(asked.account, asked.id, asked.to)
  }
}
