import { Warning } from '@/components/ui/warning'
import { caseLabels, type ExitCase } from '@/lib/switching/cases/case'

/** On the contract of a system that has lost its standing. */
export const CaseBanner = ({ of }: { of: ExitCase }) => (
  <Warning title={caseLabels[of.state].words}>
    <p>
      <a href={`/cases/${of.id}`}>What it means for the practice, and what else there is</a>
    </p>
  </Warning>
)
