import type { Refusal } from './refusal'

/** The one place that turns a refusal into the sentence a person reads. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'invalid':
      return refusal.because ?? 'There is a problem with what you entered'
    case 'not-found':
      return 'We cannot find what you asked for'
    case 'forbidden':
      return refusal.because
    case 'wrong-state':
      return `This cannot be done now: the record is "${refusal.state.replaceAll('-', ' ')}". Somebody may have moved it on since you opened the page.`
    case 'stale':
      return 'Somebody changed this record after you opened the page. Nothing of yours was saved. Read the record again, then repeat your change.'
    case 'conflict':
      return refusal.because
  }
}
