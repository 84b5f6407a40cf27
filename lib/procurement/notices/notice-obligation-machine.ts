import type { Machine } from '@/lib/platform/machine'
import type { NoticeState } from './notice-obligation'

export type NoticeCommand = 'publish' | 'waive'

/** A notice is drafted by the portal in the act that makes it due (`NoticeDrafted`); a person says what became of it. */
export const noticeMachine: Machine<NoticeState, NoticeCommand> = {
  drafted: {
    publish: { to: 'published', event: 'NoticePublished' },
    waive: { to: 'not-required', event: 'NoticeNotRequired' },
  },
  published: {},
  'not-required': {},
}
