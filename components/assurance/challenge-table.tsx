import { Table } from '@/components/ui/table'
import { challengeStateWords } from '@/lib/assurance/challenges/challenge-machine'
import type { ChallengeView } from '@/lib/assurance/challenges/list-challenges'
import { dayWords } from '@/lib/platform/days'

/** Challenges of checks with what became of each; nothing where there is none. */
export function ChallengeTable({ caption, challenges }: { caption: string; challenges: ChallengeView[] }) {
  if (challenges.length === 0) return null
  return (
    <Table
      caption={caption}
      columns={[{ heading: 'Check' }, { heading: 'Raised' }, { heading: 'State' }, { heading: 'Answer' }]}
      rows={challenges.map((c) => ({
        key: c.id,
        cells: [
          <span key="check">
            {c.check} of <a href={c.address}>{c.moduleName}</a>
          </span>,
          dayWords(c.raisedOn),
          `${challengeStateWords[c.state]}${c.endedOn ? `, ${dayWords(c.endedOn)}` : ''}`,
          c.answer ?? 'none yet',
        ],
      }))}
    />
  )
}
