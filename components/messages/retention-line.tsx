import { ExactTime } from '@/components/ui/exact-time'
import type { RetentionView } from '@/lib/messages/retention/view'
import { daysWords, removalWords } from '@/lib/messages/retention/words'

/** For how long mail is kept, and what goes next. */
export const RetentionLine = ({ retention: { days, tonight, at } }: { retention: RetentionView }) => (
  <p className="text-soft mt-6 max-w-prose">
    {daysWords(days)} On <ExactTime at={at} />,{' '}
    {tonight.messages === 0 ? 'nothing goes' : `${removalWords(tonight)} will go`}.
  </p>
)
