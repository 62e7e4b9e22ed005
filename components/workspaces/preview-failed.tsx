import { Button } from '@/components/ui/button'

/** What an edit would bring is not known: it can be asked again. */
export function PreviewFailed({ error, again }: { error: Error; again: () => void }) {
  return (
    <p role="alert" className="text-bad mt-4 text-sm">
      What this would bring could not be worked out: {error.message}{' '}
      <Button size="sm" onClick={again}>
        Retry
      </Button>
    </p>
  )
}
