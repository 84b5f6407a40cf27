import { Tag, type TagColour } from '@/components/ui/tag'
import { type ClaimState, claimStateWords } from '@/lib/catalogue/dependencies/dependency-claim'

const colours: Record<ClaimState, TagColour> = {
  claimed: 'grey',
  confirmed: 'green',
  disputed: 'red',
  proven: 'green',
  dropped: 'white',
}

/** What became of a claim, in words; green only where the other supplier or a test stands behind it. */
export const ClaimTag = ({ state }: { state: ClaimState }) => (
  <Tag colour={colours[state]}>{claimStateWords[state]}</Tag>
)
