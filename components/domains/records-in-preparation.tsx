import { Hourglass } from 'lucide-react'
import { Chip } from '@/components/ui/chip'

/** Holds the place of the three signing records until the keys are there. */
export function RecordsInPreparation({ waitsForProof }: { waitsForProof: boolean }) {
  return (
    <ul>
      {['DKIM 1', 'DKIM 2', 'DKIM 3'].map((label) => (
        <li key={label} className="hairline min-h-28 py-4 lg:min-h-[6.5rem] lg:py-3">
          <h3 className="leading-7 font-medium">{label}</h3>
          <Chip tone="waiting" icon={Hourglass}>
            {waitsForProof ? 'After the proof' : 'Being prepared'}
          </Chip>
          <p className="text-soft mt-1 text-xs leading-5">
            {waitsForProof ? 'Comes when the record above is found.' : 'Our move: the keys are being made.'}
          </p>
        </li>
      ))}
    </ul>
  )
}
