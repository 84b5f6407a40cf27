import { dayOf } from '@/lib/platform/days'
import { contract, type Parties } from './contract'
import { SwitchStory } from './switch'

const reached = ['draft', 'ordered', 'trial-loaded', 'data-check', 'loaded', 'live'] as const
type Reached = (typeof reached)[number]

/** Brings an opened switch to a state, with clean reports, by the commands that lead there. */
export async function bringTo(story: SwitchStory, state: Reached): Promise<SwitchStory> {
  const steps: (() => Promise<unknown>)[] = [
    async () => story.people(),
    async () => (await story.ordered()).signingKeys(),
    async () => (await story.manifests('trial')).trialLoaded(),
    async () => (await story.takenIn(story.report('trial'))).checking(),
    async () => {
      await story.takenIn(story.report('trial', { key: 'second' }), story.cast.delivery)
      await (await story.signed('G7')).finalLoaded()
    },
    async () => {
      await story.manifests('final')
      await story.takenIn(story.report('final'))
      await story.siteLive(dayOf(story.now))
      await (await story.signed('G10')).live()
    },
  ]
  for (const step of steps.slice(0, reached.indexOf(state) + 1)) await step()
  return story
}

/** A switch of these parties in that state, its two contracts made for it. */
export async function switchIn(state: Reached, of: Parties): Promise<SwitchStory> {
  const [leaving, gaining] = [await contract.present(of), await contract.made(of)]
  return bringTo(await SwitchStory.open(of, leaving.id, gaining.id), state)
}
