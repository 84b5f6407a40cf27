import { Tag, type TagColour } from '@/components/ui/tag'

const colours: Record<string, TagColour> = {
  conformant: 'green',
  'conformant-until': 'green',
  'work-off': 'yellow',
  remediation: 'orange',
  'not-conformant': 'red',
  'not-assessed': 'grey',
  withdrawn: 'grey',
  suspended: 'red',
  removed: 'red',
}

/** A module's label as assurance derived it. Unknown is grey, never green. */
export function StandingTag({ standing }: { standing: { kind: string; words: string } }) {
  return <Tag colour={colours[standing.kind] ?? 'grey'}>{standing.words}</Tag>
}
